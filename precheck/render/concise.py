"""One line a finding, for editors, `grep` and quick looks: `path:line:column: severity CODE message`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..tally import Run, Tally
from . import words
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, PlaceData


def entry(file: "FileData", run: Run, style: Style) -> str:
    """A line for every finding and every place that is waited for; a clean draft has none."""
    return "".join(f"{line}\n" for line in lines(file, style))


def lines(file: "FileData", style: Style) -> Iterator[str]:
    """The lines of one draft."""
    for each in file["findings"]:
        severity = style.paint(each["severity"], words.SEVERITY[each["severity"]].say(style.lang))
        yield f"{position(file['path'], each)}: {severity} {each['code']} {each['message']}"
    if file["skipped"]:
        yield f"{file['path']}: {unchecked(file, style.lang)}"


def position(path: str, place: "PlaceData") -> str:
    """`path:line:column`, which terminals and editors open at a click."""
    where = place["location"]
    if where is None:
        return f"{path}{place['pointer']}"
    return f"{path}:{where['line']}:{where['column']}"


def unchecked(file: "FileData", lang: str) -> str:
    """How many rules could not be checked, and which."""
    count = words.COUNTS["skipped"].say(lang).format(n=len(file["skipped"]))
    return f"{count} {' '.join(each['code'] for each in file['skipped'])}"


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
    }
    return words.SENTENCE_MARK.say(style.lang).join(
        words.COUNTS[name].say(style.lang).format(n=number) for name, number in numbers.items() if number
    )
