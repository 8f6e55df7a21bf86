"""The table of `precheck papers`, and what to upload next."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..finding import Finding
from ..papers.table import PaperRow
from ..report import Report
from ..text import Text
from . import words
from .style import Style
from .width import padded, width

HEAD: Final = (
    Text("材料", "Paper"),
    Text("要求", "Asked for"),
    Text("文件", "File"),
    Text("期间", "Period"),
    Text("问题", "Findings"),
)
ASKED: Final = Text("必备", "yes")
STATES: Final = {
    "not_given": Text("缺少", "missing"),
    "closed": Text("没有打开", "not opened"),
    "unreadable": Text("打不开", "does not open"),
    "opened": Text("已打开，内容读不出", "opened, content not read"),
    "read": Text("已打开，内容已核对", "opened and read"),
}
SIGNS: Final = {
    "not_given": "error",
    "closed": "note",
    "unreadable": "error",
    "opened": "good",
    "read": "good",
}
NEXT: Final = Text("接下来要做的", "What to do next")
NO_PAPERS: Final = Text("申请里没有列出任何材料。", "The draft names no papers.")
NOTHING_TO_DO: Final = Text("材料齐全，没有要补的。", "All papers are there; nothing is to be added.")


def page(report: Report, style: Style) -> str:
    """The papers of one draft."""
    facts = (report.policy, report.on.isoformat(), words.PAPERS[report.papers].say(style.lang))
    dot = f" {style.marks['dot']} "
    lines = [f"{style.paint('strong', report.path)}{style.paint('faint', dot + dot.join(facts))}", ""]
    lines += _table(report, style) if report.paper_rows else [NO_PAPERS.say(style.lang)]
    lines += ["", *_next(report.paper_findings, style)]
    return "\n".join(lines) + "\n"


def _table(report: Report, style: Style) -> Iterator[str]:
    head = tuple(each.say(style.lang) for each in HEAD)
    rows = [_cells(each, report, style) for each in report.paper_rows]
    widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
    yield style.paint("strong", f"    {_line(head, widths)}")
    for each, cells in zip(report.paper_rows, rows, strict=True):
        sign = _sign(each, cells[-1])
        yield f"  {style.mark(sign)} {_line(cells, widths)}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(padded(cell, columns) for cell, columns in zip(cells, widths, strict=True)).rstrip()


def _sign(row: PaperRow, codes: str) -> str:
    return "error" if codes else SIGNS[row.state]


def _cells(row: PaperRow, report: Report, style: Style) -> tuple[str, ...]:
    lang = style.lang
    side = f" {style.marks['dot']} {row.side.say(lang)}" if row.side else ""
    codes = [each.code for each in report.paper_findings if row.pointer and _speaks_of(each, row.pointer)]
    return (
        row.kind.say(lang) + side,
        ASKED.say(lang) if row.asked_for else "",
        STATES[row.state].say(lang),
        row.covers.say(lang),
        words.LIST_MARK.say(lang).join(dict.fromkeys(codes)),
    )


def _speaks_of(finding: Finding, pointer: str) -> bool:
    places = (finding.place, *finding.related)
    return any(place.pointer == pointer or place.pointer.startswith(f"{pointer}/") for place in places)


def _next(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    """Every finding on a paper once more, as a list to work through."""
    if not findings:
        yield NOTHING_TO_DO.say(style.lang)
        return
    yield style.paint("strong", NEXT.say(style.lang))
    for number, each in enumerate(findings, 1):
        yield f"  {number}. {each.code}  {each.message}"
        yield f"     {style.mark('arrow')} {each.remedy}"
