"""What the formats of code platforms and tools say of a finding, each in its own frame."""

from typing import TYPE_CHECKING

from ..rule import RANK
from . import words

if TYPE_CHECKING:
    from ..contract import FindingData, LocationData, SlipData

ACCEPTED_RANK = len(RANK)
"""What is accepted comes after everything else."""
NOT_CHECKED = "not-checked"
"""Stands where a code stands, for rules that could not be checked."""
REMARK = "remark"
"""The same, for what there is to say of what was accepted or not asked for."""


def said(each: "FindingData", slip: "SlipData | None", lang: str) -> str:
    """The fault, the typing slip that explains it, and the remedy, a line each; first that it is accepted, where it
    is. Who reads an annotation sees no other one, so each of several findings of one slip tells of it."""
    lines = [each["message"], *([slip["message"]] if slip else []), each["remedy"]]
    if waived := each.get("waived"):
        lines.insert(0, words.ACCEPTED.say(lang).format(reason=waived["reason"]))
    return "\n".join(lines)


def rank(each: "FindingData") -> int:
    """What to show first: errors, warnings, notes, then what is accepted."""
    return ACCEPTED_RANK if "waived" in each else RANK[each["severity"]]


def first_line(where: "LocationData | None") -> int:
    """The line, or the first one for what has no place in a text."""
    return where["line"] if where else 1
