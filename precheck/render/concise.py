"""One line a finding, for editors, `grep` and quick looks: `path:line:column: severity CODE message`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..tally import Run, Tally
from ..text import Text
from . import words
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, PlaceData, SkippedData, WaivedData


def entry(file: "FileData", run: Run, style: Style) -> str:
    """A line for every finding, and for the rules that wait or wanted a paper that nothing here opens; a clean draft
    has none."""
    return "".join(f"{line}\n" for line in lines(file, style))


def lines(file: "FileData", style: Style) -> Iterator[str]:
    """The lines of one draft."""
    from .slips import explained, shown, unexplained  # only here: it shares the form of a position

    for slip in shown(file):
        findings = explained(slip, file)
        level = style.paint(findings[0]["severity"], severity(findings[0], style.lang))
        codes = " ".join(dict.fromkeys(each["code"] for each in findings))
        yield f"{position(file['path'], slip)}: {level} {codes} {slip['message']}"
    for each in (*unexplained(file), *(each for each in file["findings"] if "waived" in each)):
        level = style.paint(each["severity"], severity(each, style.lang))
        accepted = f" [{why_waived(each['waived'], style.lang)}]" if "waived" in each else ""
        yield f"{position(file['path'], each)}: {level} {each['code']} {each['message']}{accepted}"
    if file["skipped"]:
        yield f"{file['path']}: {unchecked(file, style.lang)}"
    yield from (f"{file['path']}: {each}" for each in remarks(file, style.lang))


def severity(each: "FindingData", lang: str) -> str:
    """The severity in words, with that of the rule where the caller set another."""
    said = words.SEVERITY[each["severity"]].say(lang)
    if "own_severity" not in each:
        return said
    return words.RELEVELLED.say(lang).format(level=said, own=words.SEVERITY[each["own_severity"]].say(lang))


def why_waived(waived: "WaivedData", lang: str) -> str:
    """Why something is accepted, and until when."""
    said = words.ACCEPTED.say(lang).format(reason=waived["reason"])
    if waived["until"] is None:
        return said
    return (
        f"{said}{words.SENTENCE_MARK.say(lang)}{words.WAIVED_UNTIL.say(lang).format(until=waived['until'])}"
    )


def remarks(file: "FileData", lang: str) -> Iterator[str]:
    """What there is to say beside the findings: first which rules wanted a paper that nothing here opens."""
    if file["papers"] != "opened" and "not_opened" in file:
        yield _counted(words.COUNTS["not_opened"], file["not_opened"], lang)
    yield from beside(file, lang)


def beside(file: "FileData", lang: str) -> Iterator[str]:
    """What there is to say of what was accepted or not asked for, beside the findings."""
    for each in file.get("unused_waivers", ()):
        said = words.ENDED if each["ended"] else words.UNUSED
        yield said.say(lang).format(code=each["code"], place=each["place"] or words.WHOLE.say(lang))
    if "unselected" in file:
        yield words.UNSELECTED.say(lang).format(n=file["unselected"])


def has_more(file: "FileData") -> bool:
    """Whether there is more to say of a draft than that it is ready under its policy."""
    if len(file["verdicts"]) > 1 or not file["ready"] or file["findings"]:
        return True
    return "unused_waivers" in file or "unselected" in file


def stands(file: "FileData") -> bool:
    """Whether an error or a waiting rule stands that the caller does not accept."""
    return bool(waiting(file)) or any(
        each["severity"] == "error" and "waived" not in each for each in file["findings"]
    )


def waiting(file: "FileData") -> "list[SkippedData]":
    """The rules that could not be checked, those that the caller accepts left out."""
    return [each for each in file["skipped"] if "waived" not in each]


def position(path: str, place: "PlaceData") -> str:
    """`path:line:column`, which terminals and editors open at a click."""
    where = place["location"]
    if where is None:
        return f"{path}{place['pointer']}"
    return f"{path}:{where['line']}:{where['column']}"


def unchecked(file: "FileData", lang: str) -> str:
    """How many rules could not be checked, and which; then those of them that the caller accepts."""
    open_ones = _counted(words.COUNTS["skipped"], waiting(file), lang)
    return words.SENTENCE_MARK.say(lang).join(filter(None, (open_ones, accepted_waits(file, lang))))


def accepted_waits(file: "FileData", lang: str) -> str:
    """How many rules could not be checked and are accepted so, and which; empty when there are none."""
    return _counted(words.ACCEPTED_WAITS, [each for each in file["skipped"] if "waived" in each], lang)


def _counted(said: Text, rules: "Sequence[SkippedData]", lang: str) -> str:
    codes = " ".join(each["code"] for each in rules)
    return said.say(lang).format(n=len(rules)) + words.BRACKETS.say(lang).format(codes) if rules else ""


def whole(entries: Sequence[str], tally: Tally, run: Run, style: Style) -> str:
    """All lines, and for several drafts one that sums them up."""
    return "".join(entries) + ("" if run.single else f"{total(tally, style)}\n")


def total(tally: Tally, style: Style) -> str:
    """How many drafts are ready, and what stands in the others."""
    drafts = words.TOTAL.say(style.lang).format(
        files=tally.files, ready=tally.ready, rest=tally.files - tally.ready
    )
    found = counts(tally, style)
    return drafts + (words.COLON.say(style.lang) + found if found else "")


def counts(tally: Tally, style: Style) -> str:
    """What was found, in words; empty when it is nothing."""
    numbers = {
        "error": tally.errors,
        "warning": tally.warnings,
        "note": tally.notes,
        "skipped": tally.skipped,
        "waived": tally.waived,
        "unread": tally.unread,
    }
    return words.SENTENCE_MARK.say(style.lang).join(
        words.COUNTS[name].say(style.lang).format(n=number) for name, number in numbers.items() if number
    )
