"""What a report is made of: findings with their places, rules that wait, verdicts. All words are masked already."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .facts.characters import printable
from .rule import Cause, Rule, Severity, Trigger
from .source import Location

if TYPE_CHECKING:
    from .contract import (
        FindingData,
        FrameData,
        LocationData,
        PlaceData,
        SkippedData,
        VerdictData,
        WaivedData,
    )


def _lines(location: Location | None) -> "LocationData | None":
    return location and {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }


class Waived(NamedTuple):
    """That a finding is known and accepted: why, and until which day at the latest; without an end, None."""

    reason: str
    until: date | None = None

    def to_dict(self) -> "WaivedData":
        """As the report's data."""
        return {"reason": printable(self.reason), "until": self.until.isoformat() if self.until else None}


class Place(NamedTuple):
    """A JSON Pointer, and where it stands in the text; a draft given as a dict has no text."""

    pointer: str
    location: Location | None = None

    def to_dict(self) -> "PlaceData":
        """As the report's data."""
        return {"pointer": self.pointer, "location": _lines(self.location)}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, in words that are already masked."""

    rule: Rule
    severity: Severity
    cause: Cause
    triggers: tuple[Trigger, ...]
    message: str
    remedy: str
    params: dict[str, str]
    place: Place
    related: tuple[Place, ...]
    muted: tuple[str, ...]
    fingerprint: str
    waived: Waived | None = None
    """Set when the caller accepts it: then it is shown, and makes no command fail."""
    own_severity: Severity | None = None
    """What the severity would be if the caller had not set another; None is the same."""

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def is_relevelled(self) -> bool:
        """Whether the caller set another severity."""
        return self.own_severity not in (None, self.severity)

    def to_dict(self, frame: "FrameData | None" = None) -> "FindingData":
        """As the report's data, with the line of the draft that it points at."""
        made: FindingData = {
            "code": self.rule.code,
            "name": self.rule.name,
            "severity": self.severity,
            "cause": self.cause,
            "triggers": list(self.triggers),
            "message": self.message,
            "remedy": self.remedy,
            "params": self.params,
            "pointer": self.place.pointer,
            "location": _lines(self.place.location),
            "related": [place.to_dict() for place in self.related],
            "muted": list(self.muted),
            "source": self.rule.source,
            "fingerprint": self.fingerprint,
            "frame": frame,
        }
        if self.waived:
            made["waived"] = self.waived.to_dict()
        if self.is_relevelled and self.own_severity:
            made["own_severity"] = self.own_severity
        return made


class Skipped(NamedTuple):
    """A rule that could not be checked, and the places that it waits for."""

    rule: Rule
    waits_for: tuple[str, ...]
    waived: Waived | None = None

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    def to_dict(self) -> "SkippedData":
        """As the report's data."""
        made: SkippedData = {"code": self.code, "waits_for": list(self.waits_for)}
        if self.waived:
            made["waived"] = self.waived.to_dict()
        return made


class Verdict(NamedTuple):
    """Whether the draft is ready under one policy, and the codes that stop it."""

    policy: str
    ready: bool
    blocked_by: tuple[str, ...]

    def to_dict(self) -> "VerdictData":
        """As the report's data."""
        return {"policy": self.policy, "ready": self.ready, "blocked_by": list(self.blocked_by)}
