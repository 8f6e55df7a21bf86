"""Markdown for step summaries, merge requests and e-mails: what the full report says, within the size that GitHub takes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..tally import Run, Tally
from . import concise, words
from .concise import counts, has_more, position, total
from .escape import markdown, markdown_code
from .full import context, tasks
from .places import called
from .sections import PLACES_NAMED, named, row, waiting
from .slips import explained, or_else, refusals, shown, unexplained
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, FrameData

MOST_BYTES = 1_000_000
"""A step summary of GitHub may have 1 MiB; a larger one is dropped whole."""
TO_SAY_SO = 1_000
"""Bytes that are kept for saying what is left out."""


class Part(NamedTuple):
    """What is written of one draft."""

    text: str
    ready: bool


def entry(file: "FileData", run: Run, style: Style) -> Part:
    """A heading, and what a reader has to do; of a ready draft among several just one line."""
    if not (run.single or has_more(file)):
        return Part(f"- {_verdict(file, style)}\n", True)
    lines = [f"## {_verdict(file, style)}", "", _facts(file, run, style.lang)]
    lines += _slips(file, style)
    for cause, findings in tasks(_beside_slips(file)):
        lines += ["", f"### {words.TASKS[cause].say(style.lang)}", ""]
        lines += [line for each in findings for line in _finding(each, file["path"], style.lang)]
    lines += [*_skipped(file, style), *_beside(file, style.lang)]
    if len(file["verdicts"]) > 1:
        lines += _verdicts(file, style)
    if run.single:
        lines += [*_evidence(file, style.lang), *_holds_until(file, style.lang)]
    return Part("\n".join(lines) + "\n\n", file["ready"])


def _verdict(file: "FileData", style: Style) -> str:
    said = (words.READY if file["ready"] else words.NOT_READY).say(style.lang)
    mark = style.marks["good" if file["ready"] else "error"]
    return f"{mark} {markdown_code(file['path'])}{words.COLON.say(style.lang)}{said}"


def _facts(file: "FileData", run: Run, lang: str) -> str:
    tally = Tally()
    tally.add(file)
    facts = [
        markdown(file["verdicts"][0]["policy"]),
        run.on.isoformat(),
        words.PAPERS[file["papers"]].say(lang),
    ]
    found = counts(tally, Style(lang))
    return " · ".join([*facts, f"**{found}**"] if found else facts)


def _slips(file: "FileData", style: Style) -> Iterator[str]:
    """The likely slips, each with the findings that it explains."""
    lang, likely = style.lang, shown(file)
    if likely:
        yield from ("", f"### {words.SLIPS.say(lang)}", "")
    for each in likely:
        findings = explained(each, file)
        where = [markdown_code(position(file["path"], each)), *map(markdown, refusals(findings, lang))]
        yield f"- **{concise.severity(findings[0], lang)}** {markdown(each['message'])}  "
        yield f"  → {markdown(words.PROPOSAL.say(lang) + or_else(each, style))}  "
        yield f"  {' · '.join(where)}"
        if each["frame"]:
            yield from _frame(each["frame"])
        for one in findings:
            yield f"  - {words.EXPLAINS.say(lang)} **{one['code']}** {markdown(one['message'])}"


def _beside_slips(file: "FileData") -> "list[FindingData]":
    """The findings that no slip explains, and those that the caller accepts."""
    left = {id(each) for each in unexplained(file)}
    return [each for each in file["findings"] if "waived" in each or id(each) in left]


def _finding(each: "FindingData", path: str, lang: str) -> Iterator[str]:
    level = concise.severity(each, lang)
    if waived := each.get("waived"):
        level = markdown(concise.why_waived(waived, lang))
    where = [markdown_code(position(path, each)), *map(markdown, context(each, lang))]
    yield f"- **{level} {each['code']}** {markdown(each['message'])}  "
    yield f"  → {markdown(each['remedy'])}  "
    yield f"  {' · '.join(where)}"
    if each["frame"]:
        yield from _frame(each["frame"])


def _frame(frame: "FrameData") -> Iterator[str]:
    """The line as a code block that nothing in it can close: it is indented, not fenced."""
    text = frame["text"].replace("\t", " ")
    yield ""
    yield f"      {' '.join(text.splitlines())}"
    yield ""


def _skipped(file: "FileData", style: Style) -> Iterator[str]:
    rules = concise.waiting(file)
    if not rules:
        return
    yield from ("", f"### {words.SKIPPED.say(style.lang)}", "")
    places = waiting(rules)
    for pointer, codes in places[:PLACES_NAMED]:
        said = words.WAITING.say(style.lang).format(n=len(codes), codes=named(codes, style))
        place = " ".join(
            [markdown(called(pointer, style.lang)), *([markdown_code(pointer)] if pointer else [])]
        )
        yield f"- {place}{words.COLON.say(style.lang)}{said}"
    if len(places) > PLACES_NAMED:
        yield f"- {words.MORE_PLACES.say(style.lang).format(n=len(places) - PLACES_NAMED)}"


def _beside(file: "FileData", lang: str) -> Iterator[str]:
    """What was accepted without being checked, and what else there is to say of what the caller asked for."""
    said = [*filter(None, [concise.accepted_waits(file, lang)]), *concise.beside(file, lang)]
    if said:
        yield from ("", *(f"- {markdown(each)}" for each in said))


def _verdicts(file: "FileData", style: Style) -> Iterator[str]:
    yield from ("", f"### {words.VERDICTS.say(style.lang)}", "")
    for each in file["verdicts"]:
        said = (words.READY if each["ready"] else words.NOT_READY).say(style.lang)
        stopped = words.BLOCKED.say(style.lang).format(codes=named(each["blocked_by"], style))
        line = f"- {style.marks['good' if each['ready'] else 'error']} {markdown(each['policy'])}"
        yield f"{line}{words.COLON.say(style.lang)}{said}" + ("" if each["ready"] else f" · {stopped}")


def _evidence(file: "FileData", lang: str) -> Iterator[str]:
    if not file["evidence"]:
        return
    yield from ("", f"### {words.EVIDENCE.say(lang)}", "")
    titles = [each.say(lang) for each in words.EVIDENCE_COLUMNS]
    yield from (_table_row(titles), _table_row(["---"] * len(titles)))
    for each in file["evidence"]:
        yield _table_row([markdown(cell) for cell in row(each, lang)])


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _holds_until(file: "FileData", lang: str) -> Iterator[str]:
    if file["holds_until"]:
        yield from ("", words.HOLDS.say(lang).format(day=file["holds_until"]))


def whole(entries: Sequence[Part], tally: Tally, run: Run, style: Style) -> str:
    """What has to be worked on first, then the ready drafts, as far as there is room; and how many did not fit."""
    parts = [each.text for each in sorted(entries, key=lambda each: each.ready)]
    head = "" if run.single else f"# {total(tally, style)}\n\n"
    room = MOST_BYTES - TO_SAY_SO - len(head.encode())
    kept: list[str] = []
    for each in parts:
        room -= len(each.encode())
        if room < 0:
            break
        kept.append(each)
    left_out = len(parts) - len(kept)
    said = words.DRAFTS_LEFT_OUT.say(style.lang).format(n=left_out) + "\n" if left_out else ""
    return (head + "".join(kept) + said).rstrip("\n") + "\n"
