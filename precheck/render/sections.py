"""What follows the findings of a draft: what was not checked, the policies' verdicts, the evidence, the horizon."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..evidence import Evidence
from ..finding import Skipped
from ..report import Report
from . import words
from .places import called
from .style import Style
from .width import padded, width

CODES_NAMED = 6
"""Codes that are named before the rest is only counted."""
PLACES_NAMED = 12
"""Places to fill in that are named: more than that nobody fills in at once."""


def skipped(report: Report, style: Style) -> Iterator[str]:
    """What was not checked, by the place that it waits for: the place that holds up most comes first."""
    yield from ("", style.paint("strong", words.SKIPPED.say(style.lang)))
    places = sorted(_waiting(report.skipped).items(), key=lambda each: (-len(each[1]), each[0]))
    for pointer, codes in places[:PLACES_NAMED]:
        title = f"{called(pointer, style.lang)} {style.paint('faint', pointer)}"
        said = words.WAITING.say(style.lang).format(n=len(codes), codes=_codes(codes, style))
        yield f"  {style.marks['dot']} {title}{words.COLON.say(style.lang)}{said}"
    if len(places) > PLACES_NAMED:
        yield f"  {words.MORE_PLACES.say(style.lang).format(n=len(places) - PLACES_NAMED)}"


def not_opened(report: Report, style: Style) -> Iterator[str]:
    """Which papers could not be read, by kind, and how many rules were not checked for that."""
    kinds = Counter(each.say(style.lang) for each in report.unread)
    named = [kind if count == 1 else f"{kind} × {count}" for kind, count in kinds.items()]
    said = words.UNREAD.say(style.lang).format(
        rules=len(report.not_opened),
        kinds=words.LIST_MARK.say(style.lang).join(named),
    )
    yield from ("", said)


def _waiting(skipped: Sequence[Skipped]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for each in skipped:
        for pointer in each.waits_for:
            places.setdefault(pointer, []).append(each.rule.code)
    return places


def _codes(codes: Sequence[str], style: Style) -> str:
    named = words.LIST_MARK.say(style.lang).join(codes[:CODES_NAMED])
    return named + (style.marks["cut"] if len(codes) > CODES_NAMED else "")


def verdicts(report: Report, style: Style) -> Iterator[str]:
    """A line for each policy."""
    yield from ("", style.paint("strong", words.VERDICTS.say(style.lang)))
    columns = max(width(each.policy) for each in report.verdicts)
    for each in report.verdicts:
        said = (words.READY if each.ready else words.NOT_READY).say(style.lang)
        stopped = words.BLOCKED.say(style.lang).format(codes=_codes(each.blocked_by, style))
        sign = "good" if each.ready else "error"
        line = f"  {style.mark(sign)} {padded(each.policy, columns)}  {style.paint(sign, said)}"
        yield line if each.ready else f"{line} {style.marks['dot']} {stopped}"


def evidence(report: Report, style: Style) -> Iterator[str]:
    """A table: for every declared year, each source, its period, and whether it agrees."""
    if not report.evidence:
        return
    yield from ("", style.paint("strong", words.EVIDENCE.say(style.lang)))
    rows = [_row(each, report, style) for each in report.evidence]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (padded(cell, columns) for cell, columns in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _row(each: Evidence, report: Report, style: Style) -> tuple[str, ...]:
    data = each.to_dict(report.voice)
    source = words.SOURCES.get(each.source)
    state = words.STATES[each.state].say(style.lang).format(by=data["differs_by"])
    name = source.say(style.lang) if source else each.source
    period = each.period if each.period != str(each.year) else ""
    return str(each.year), name, period, data["amount"] or "", state


def holds_until(report: Report, style: Style) -> Iterator[str]:
    """Until when a ready draft stays ready, if that ends within a year."""
    if report.holds_until:
        yield from ("", words.HOLDS.say(style.lang).format(day=report.holds_until.isoformat()))
