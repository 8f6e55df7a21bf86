"""What follows the findings of a draft: what was not checked, the policies' verdicts, the evidence, the horizon."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from . import concise, words
from .places import called
from .style import Style
from .width import padded, width

if TYPE_CHECKING:
    from ..contract import EvidenceData, FileData, SkippedData

CODES_NAMED = 6
"""Codes that are named before the rest is only counted."""
PLACES_NAMED = 12
"""Places to fill in that are named: more than that nobody fills in at once."""


def skipped(file: "FileData", style: Style) -> Iterator[str]:
    """What was not checked, by the place that it waits for: the place that holds up most comes first."""
    rules = concise.waiting(file)
    if not rules:
        return
    yield from ("", style.paint("strong", words.SKIPPED.say(style.lang)))
    places = waiting(rules)
    for pointer, codes in places[:PLACES_NAMED]:
        title = f"{called(pointer, style.lang)} {style.paint('faint', pointer)}"
        said = words.WAITING.say(style.lang).format(n=len(codes), codes=named(codes, style))
        yield f"  {style.marks['dot']} {title}{words.COLON.say(style.lang)}{said}"
    if len(places) > PLACES_NAMED:
        yield f"  {words.MORE_PLACES.say(style.lang).format(n=len(places) - PLACES_NAMED)}"


def not_opened(file: "FileData", style: Style) -> Iterator[str]:
    """Which papers could not be read, by kind, and how many rules were not checked for that."""
    if "not_opened" in file:
        kinds = Counter(file.get("unread", ()))
        listed = [kind if count == 1 else f"{kind} × {count}" for kind, count in kinds.items()]
        said = words.UNREAD.say(style.lang).format(
            rules=len(file["not_opened"]), kinds=words.LIST_MARK.say(style.lang).join(listed)
        )
        yield from ("", said)


def waiting(skipped: "Sequence[SkippedData]") -> list[tuple[str, list[str]]]:
    """The places that are waited for, each with the codes that wait: the one that holds up most comes first."""
    places: dict[str, list[str]] = {}
    for each in skipped:
        for pointer in each["waits_for"]:
            places.setdefault(pointer, []).append(each["code"])
    return sorted(places.items(), key=lambda each: (-len(each[1]), each[0]))


def named(codes: Sequence[str], style: Style) -> str:
    """The first codes, and a sign when there are more."""
    first = words.LIST_MARK.say(style.lang).join(codes[:CODES_NAMED])
    return first + (style.marks["cut"] if len(codes) > CODES_NAMED else "")


def accepted(file: "FileData", style: Style) -> Iterator[str]:
    """What the caller knows and accepts, each with the reason; then what else there is to say of that."""
    lines = [*_accepted_findings(file, style), *_accepted_rules(file, style)]
    if lines:
        yield from ("", style.paint("strong", words.WAIVED.say(style.lang)), *lines)
    if said_beside := list(concise.beside(file, style.lang)):
        yield from ("", *said_beside)


def _accepted_findings(file: "FileData", style: Style) -> Iterator[str]:
    dot = style.marks["dot"]
    for each in file["findings"]:
        if "waived" in each:
            level = style.paint(each["severity"], concise.severity(each, style.lang))
            yield f"  {dot} {level} {each['code']}  {each['message']}"
            why = concise.why_waived(each["waived"], style.lang)
            yield style.paint("faint", f"    {concise.position(file['path'], each)} {dot} {why}")


def _accepted_rules(file: "FileData", style: Style) -> Iterator[str]:
    dot = style.marks["dot"]
    for each in file["skipped"]:
        if "waived" in each:
            why = concise.why_waived(each["waived"], style.lang)
            yield f"  {dot} {each['code']}  {words.NOT_CHECKED.say(style.lang)} {dot} {why}"


def verdicts(file: "FileData", style: Style) -> Iterator[str]:
    """A line for each policy."""
    yield from ("", style.paint("strong", words.VERDICTS.say(style.lang)))
    columns = max(width(each["policy"]) for each in file["verdicts"])
    for each in file["verdicts"]:
        said = (words.READY if each["ready"] else words.NOT_READY).say(style.lang)
        stopped = words.BLOCKED.say(style.lang).format(codes=named(each["blocked_by"], style))
        sign = "good" if each["ready"] else "error"
        line = f"  {style.mark(sign)} {padded(each['policy'], columns)}  {style.paint(sign, said)}"
        yield line if each["ready"] else f"{line} {style.marks['dot']} {stopped}"


def evidence(file: "FileData", style: Style) -> Iterator[str]:
    """For every declared year a table of the sources that were given, and a line of those that were not."""
    if not file["evidence"]:
        return
    yield from ("", style.paint("strong", words.EVIDENCE.say(style.lang)))
    given = [row(each, style.lang) for each in file["evidence"] if each["state"] != "not_given"]
    widths = [max(map(width, column)) for column in zip(*given, strict=True)]
    for year, entries in groupby(file["evidence"], key=lambda each: str(each["year"])):
        for cells in (cells for cells in given if cells[0] == year):
            line = "  ".join(padded(cell, columns) for cell, columns in zip(cells, widths, strict=True))
            yield f"  {line}".rstrip()
        if missing := [row(each, style.lang)[1] for each in entries if each["state"] == "not_given"]:
            said = words.STATES["not_given"].say(style.lang) + words.COLON.say(style.lang)
            yield f"  {year}  {said}{words.LIST_MARK.say(style.lang).join(missing)}"


def row(each: "EvidenceData", lang: str) -> tuple[str, ...]:
    """Year, source, period where it is not that year, amount, and whether it agrees, in words."""
    source = words.SOURCES.get(each["source"])
    state = words.STATES[each["state"]].say(lang).format(by=each["differs_by"])
    name = source.say(lang) if source else each["source"]
    period = each["period"] if each["period"] != str(each["year"]) else ""
    return str(each["year"]), name, period, each["amount"] or "", state


def holds_until(file: "FileData", style: Style) -> Iterator[str]:
    """Until when a ready draft stays ready, if that ends within a year."""
    if file["holds_until"]:
        yield from ("", words.HOLDS.say(style.lang).format(day=file["holds_until"]))
