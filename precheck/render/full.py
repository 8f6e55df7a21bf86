"""The report for a person: what to do, why, and where; then what could not be checked yet."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..tally import Run, Tally
from . import words
from .concise import counts, position, severity, total
from .frame import pointed_at
from .sections import accepted, evidence, holds_until, not_opened, skipped, verdicts
from .slips import contradiction_at, refusals, slips, unexplained
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData

LINES_NAMED = 3
"""Of the other places that a finding reads, so many are named."""


def entry(file: "FileData", run: Run, style: Style) -> str:
    """Everything about one draft; of a clean draft among several just its first line."""
    lines = [*_head(file, run, style)]
    lines += [*slips(file, style), *_findings(file, style), *skipped(file, style), *accepted(file, style)]
    lines += not_opened(file, style)
    if len(file["verdicts"]) > 1:
        lines += verdicts(file, style)
    if run.single:
        lines += [*evidence(file, style), *holds_until(file, style)]
    return "\n".join(lines) + "\n"


def whole(entries: Sequence[str], tally: Tally, run: Run, style: Style) -> str:
    """All drafts, a blank line after each that has more than its first line, and the sum of several."""
    parts = [each + "\n" if each.count("\n") > 2 and not run.single else each for each in entries]
    return "".join(parts) + ("" if run.single else style.paint("strong", total(tally, style)) + "\n")


def _head(file: "FileData", run: Run, style: Style) -> Iterator[str]:
    said = words.READY if file["ready"] else words.NOT_READY
    sign, verdict = ("good" if file["ready"] else "error"), said.say(style.lang)
    dot = f" {style.marks['dot']} "
    facts = (file["verdicts"][0]["policy"], run.on.isoformat(), words.PAPERS[file["papers"]].say(style.lang))
    yield (
        f"{style.mark(sign)} {style.paint('strong', file['path'])}{words.COLON.say(style.lang)}"
        f"{style.paint(sign, verdict)}{style.paint('faint', dot + dot.join(facts))}"
    )
    tally = Tally()
    tally.add(file)
    if found := counts(tally, style):
        yield f"  {found}"


def _findings(file: "FileData", style: Style) -> Iterator[str]:
    """The findings that no slip explains, by what the reader must do."""
    for cause, findings in tasks(unexplained(file)):
        yield from ("", style.paint("strong", words.TASKS[cause].say(style.lang)))
        remedy = ""
        for each in findings:
            yield from _finding(each, file, style, told=each["remedy"] == remedy)
            remedy = each["remedy"]


def tasks(findings: "Sequence[FindingData]") -> "Iterator[tuple[str, list[FindingData]]]":
    """The findings by what the reader must do: the task with the worst finding first."""
    by_cause: dict[str, list[FindingData]] = {}
    for each in findings:
        by_cause.setdefault(each["cause"], []).append(each)
    yield from by_cause.items()


def _finding(each: "FindingData", file: "FileData", style: Style, told: bool) -> Iterator[str]:
    """The lines of one finding; without the remedy where it was `told` for the one before."""
    level = style.paint(each["severity"], severity(each, style.lang))
    yield f"  {style.mark(each['severity'])} {level} {each['code']}  {each['message']}"
    if not told:
        yield f"    {style.mark('arrow')} {each['remedy']}"
    if contradiction := contradiction_at(file, each):
        yield f"    {style.mark('arrow')} {contradiction}"
    where = f" {style.marks['dot']} ".join([position(file["path"], each), *context(each, style.lang)])
    yield style.paint("faint", f"    {where}")
    yield from pointed_at(each, each["severity"], style)


def context(each: "FindingData", lang: str) -> Iterator[str]:
    """What else is to be known of a finding: the lines to compare, the likely refusals, what it folds away."""
    comma = words.LIST_MARK.say(lang)
    if others := _other_lines(each):
        yield words.RELATED.say(lang).format(lines=comma.join(others))
    yield from refusals([each], lang)
    if each["muted"]:
        yield words.ALSO.say(lang).format(codes=comma.join(each["muted"]))


def _other_lines(each: "FindingData") -> list[str]:
    own = each["location"]["line"] if each["location"] else 0
    others = dict.fromkeys(place["location"]["line"] for place in each["related"] if place["location"])
    return [str(line) for line in others if line != own][:LINES_NAMED]
