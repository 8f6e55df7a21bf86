"""Typing slips for a person: each with the findings that it explains folded under it."""

from collections.abc import Iterator, Sequence

from ..diagnosis.slip import Slip
from ..finding import Finding
from ..report import Report
from ..rule import Severity
from . import words
from .concise import position
from .frame import pointed_at
from .places import called
from .style import Style

LIKELY = 0.5
"""Slips at least this likely are shown before the findings; less likely ones only with what contradicts."""
FINDINGS_SHOWN = 3
"""Of the findings that a slip explains, so many are shown with their words."""


def shown(report: Report) -> list[Slip]:
    """The slips that are likely enough to be looked at first."""
    return [each for each in report.slips if each.probability >= LIKELY]


def unexplained(report: Report) -> list[Finding]:
    """The findings that no likely slip explains."""
    explained = {tuple(each) for slip in shown(report) for each in slip.clears}
    return [each for each in report.findings if (each.code, each.place.pointer) not in explained]


def slips(report: Report, lines: Sequence[str], style: Style) -> Iterator[str]:
    """The likely slips: what was typed, what was most likely meant, where, and what that explains."""
    if likely := shown(report):
        yield from ("", style.paint("strong", words.SLIPS.say(style.lang)))
    for each in likely:
        findings = explained(each, report)
        severity = findings[0].severity if findings else Severity.NOTE
        yield f"  {style.mark(severity)} {each.message}"
        yield f"    {style.mark('arrow')} {words.PROPOSAL.say(style.lang)}{_or_else(each, style)}"
        yield style.paint("faint", f"    {position(report.path, each.place)}")
        yield from pointed_at(each.place, severity, report, lines, style)
        yield from _folded(findings, style)


def explained(slip: Slip, report: Report) -> list[Finding]:
    """The findings that would go away, the worst first."""
    cleared = {tuple(each) for each in slip.clears}
    return [each for each in report.findings if (each.code, each.place.pointer) in cleared]


def _or_else(slip: Slip, style: Style) -> str:
    other = slip.runner_up
    if other is None or other.probability < 0.05 or other.likely == "-":
        return ""
    facts = {
        "field": called(other.pointer, style.lang),
        "likely": other.likely,
        "sure": f"{other.probability:.0%}",
    }
    return " " + words.OR_ELSE.say(style.lang).format(**facts)


def _folded(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    for each in findings[:FINDINGS_SHOWN]:
        line = f"    {style.marks['dot']} {words.EXPLAINS.say(style.lang)} {each.code}  {each.message}"
        yield style.paint("faint", line)
    if more := [each.code for each in findings[FINDINGS_SHOWN:]]:
        codes = words.LIST_MARK.say(style.lang).join(more)
        yield style.paint(
            "faint", f"    {style.marks['dot']} {words.ALSO.say(style.lang).format(codes=codes)}"
        )


def contradiction_at(report: Report, finding: Finding) -> str:
    """What the diagnosis says of a finding that no slip explains; "" for nothing, and for all but the first of several."""
    place = finding.code, finding.place.pointer
    told = (each.message for each in report.contradictions if tuple(each.findings[0]) == place)
    return next(told, "")
