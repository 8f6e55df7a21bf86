"""What a report is made of: findings with their places, rules that wait, verdicts. All words are masked already."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from .rule import Cause, Rule, Severity
from .source import Location


class Place(NamedTuple):
    """A JSON Pointer, and where it stands in the text; a draft given as a dict has no text."""

    pointer: str
    location: Location | None = None

    def to_dict(self) -> dict[str, Any]:
        """As the report's data."""
        return {"pointer": self.pointer, "location": self.location and self.location._asdict()}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, in words that are already masked."""

    rule: Rule
    severity: Severity
    cause: Cause
    triggers: tuple[str, ...]
    message: str
    remedy: str
    params: dict[str, str]
    place: Place
    related: tuple[Place, ...]
    muted: tuple[str, ...]
    fingerprint: str

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    def to_dict(self) -> dict[str, Any]:
        """As the report's data."""
        return {
            "code": self.rule.code,
            "name": self.rule.name,
            "severity": self.severity.value,
            "cause": self.cause.value,
            "triggers": list(self.triggers),
            "message": self.message,
            "remedy": self.remedy,
            "params": self.params,
            **self.place.to_dict(),
            "related": [place.to_dict() for place in self.related],
            "muted": list(self.muted),
            "source": self.rule.source,
            "fingerprint": self.fingerprint,
        }


class Skipped(NamedTuple):
    """A rule that could not be checked, and the places that it waits for."""

    rule: Rule
    waits_for: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """As the report's data."""
        return {"code": self.rule.code, "waits_for": list(self.waits_for)}


class Verdict(NamedTuple):
    """Whether the draft is ready under one policy, and the codes that stop it."""

    policy: str
    ready: bool
    blocked_by: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """As the report's data."""
        return {"policy": self.policy, "ready": self.ready, "blocked_by": list(self.blocked_by)}
