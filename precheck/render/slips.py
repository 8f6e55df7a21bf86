"""Typing slips for a person: each with the findings that it explains folded under it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import words
from .concise import position
from .frame import pointed_at
from .places import called
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, GuessData, SlipData

LIKELY = 0.5
"""Slips at least this likely are shown before the findings; less likely ones only with what contradicts."""
WORTH_NAMING = 0.05
"""A second explanation less likely than this is not."""
NO_VALUE = "-"
"""Stands where nothing tells what was meant."""
FINDINGS_SHOWN = 3
"""Of the findings that a slip explains, so many are shown with their words."""


def shown(file: "FileData") -> "list[SlipData]":
    """The slips that are likely enough to be looked at first, of findings that the caller does not accept."""
    return [each for each in file["slips"] if each["probability"] >= LIKELY and explained(each, file)]


def unexplained(file: "FileData") -> "list[FindingData]":
    """The findings that no likely slip explains, and that the caller does not accept."""
    cleared = {place for slip in shown(file) for place in _cleared(slip)}
    return [each for each in _standing(file) if (each["code"], each["pointer"]) not in cleared]


def explained(slip: "SlipData", file: "FileData") -> "list[FindingData]":
    """The findings that would go away, the worst first."""
    cleared = _cleared(slip)
    return [each for each in _standing(file) if (each["code"], each["pointer"]) in cleared]


def with_slips(file: "FileData") -> "Iterator[tuple[FindingData, SlipData | None]]":
    """Every finding, with the likeliest slip that explains it if any is likely; none where it is accepted."""
    slips: dict[tuple[str, str], SlipData] = {}
    for slip in shown(file):
        for place in _cleared(slip):
            slips.setdefault(place, slip)
    for each in file["findings"]:
        yield each, None if "waived" in each else slips.get((each["code"], each["pointer"]))


def _standing(file: "FileData") -> "list[FindingData]":
    return [each for each in file["findings"] if "waived" not in each]


def _cleared(slip: "SlipData") -> set[tuple[str, str]]:
    return {(each["code"], each["pointer"]) for each in slip["clears"]}


def slips(file: "FileData", style: Style) -> Iterator[str]:
    """The likely slips: what was typed, what was most likely meant, where, and what that explains."""
    if likely := shown(file):
        yield from ("", style.paint("strong", words.SLIPS.say(style.lang)))
    for each in likely:
        findings = explained(each, file)
        severity = findings[0]["severity"]
        yield f"  {style.mark(severity)} {each['message']}"
        yield f"    {style.mark('arrow')} {words.PROPOSAL.say(style.lang)}{or_else(each, style)}"
        where = f" {style.marks['dot']} ".join(
            [position(file["path"], each), *refusals(findings, style.lang)]
        )
        yield style.paint("faint", f"    {where}")
        yield from pointed_at(each, severity, style)
        yield from _folded(findings, style)


def refusals(findings: "Sequence[FindingData]", lang: str) -> Iterator[str]:
    """The refusals that findings are likely to trigger, in one phrase."""
    if triggers := dict.fromkeys(each for finding in findings for each in finding["triggers"]):
        said = words.LIST_MARK.say(lang).join(words.REFUSALS[each].say(lang) for each in triggers)
        yield words.TRIGGERS.say(lang).format(triggers=said)


def second(slip: "SlipData") -> "GuessData | None":
    """The second explanation, unless it is hardly likely or has no value."""
    other = slip["runner_up"]
    if other is None or other["probability"] < WORTH_NAMING or other["likely"] == NO_VALUE:
        return None
    return other


def sure_of(slip: "SlipData") -> float:
    """How likely what is shown of a slip is: the value where there is one, else just that the field is wrong."""
    return slip["probability"] if slip["likely"] == NO_VALUE else slip["value_probability"]


def or_else(slip: "SlipData", style: Style) -> str:
    """The second explanation as a sentence that follows another one; "" where there is none worth naming."""
    other = second(slip)
    if other is None:
        return ""
    facts = {
        "field": called(other["pointer"], style.lang),
        "likely": other["likely"],
        "sure": f"{other['probability']:.0%}",
    }
    return words.BLANK.say(style.lang) + words.OR_ELSE.say(style.lang).format(**facts)


def _folded(findings: "Sequence[FindingData]", style: Style) -> Iterator[str]:
    dot = style.marks["dot"]
    for each in findings[:FINDINGS_SHOWN]:
        said = words.EXPLAINS.say(style.lang)
        yield style.paint("faint", f"    {dot} {said} {each['code']}  {each['message']}")
    if more := [each["code"] for each in findings[FINDINGS_SHOWN:]]:
        codes = words.LIST_MARK.say(style.lang).join(more)
        yield style.paint("faint", f"    {dot} {words.ALSO.say(style.lang).format(codes=codes)}")


def contradiction_at(file: "FileData", finding: "FindingData") -> str:
    """What the diagnosis says of a finding that no slip explains; "" for nothing, and for all but the first of several."""
    place = finding["code"], finding["pointer"]
    told = (
        each["message"]
        for each in file["contradictions"]
        if (each["findings"][0]["code"], each["findings"][0]["pointer"]) == place
    )
    return next(told, "")
