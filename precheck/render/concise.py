"""One line a finding, for editors, `grep` and quick looks: `path:line:column: severity CODE message`."""

from collections.abc import Iterator, Sequence

from ..finding import Place
from ..report import Report
from ..tally import Run, Tally
from . import words
from .style import Style


def entry(report: Report, run: Run, style: Style) -> str:
    """A line for every finding and for the rules that wait, or wanted a paper that nothing here opens; a clean draft
    has none."""
    return "".join(f"{line}\n" for line in _lines(report, style))


def _lines(report: Report, style: Style) -> Iterator[str]:
    for each in report.findings:
        severity = style.paint(each.severity, words.SEVERITY[each.severity].say(style.lang))
        yield f"{position(report.path, each.place)}: {severity} {each.code} {each.message}"
    closed = () if report.papers == "opened" else report.not_opened
    for name, rules in (("skipped", report.skipped), ("not_opened", closed)):
        if rules:
            count = words.COUNTS[name].say(style.lang).format(n=len(rules))
            yield f"{report.path}: {count} {' '.join(each.rule.code for each in rules)}"


def position(path: str, place: Place) -> str:
    """`path:line:column`, which terminals and editors open at a click."""
    if place.location is None:
        return f"{path}{place.pointer}"
    return f"{path}:{place.location.line}:{place.location.column}"


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
