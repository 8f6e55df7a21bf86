"""What a diagnosis says: slips and contradictions, in words that are already masked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..finding import Place

if TYPE_CHECKING:
    from ..contract import ChangedData, ClearedData, ContradictionData, FrameData, GuessData, SlipData


class Cleared(NamedTuple):
    """A finding that a slip explains, by its code and its first pointer."""

    code: str
    pointer: str

    def to_dict(self) -> "ClearedData":
        """As the report's data."""
        return {"code": self.code, "pointer": self.pointer}


class Changed(NamedTuple):
    """One more field that the same slip changed."""

    pointer: str
    typed: str
    likely: str

    def to_dict(self) -> "ChangedData":
        """As the report's data."""
        return {"pointer": self.pointer, "typed": self.typed, "likely": self.likely}


class Guess(NamedTuple):
    """The second likeliest explanation of the same contradiction."""

    pointer: str
    kind: str
    likely: str
    probability: float

    def to_dict(self) -> "GuessData":
        """As the report's data."""
        return {
            "pointer": self.pointer,
            "kind": self.kind,
            "likely": self.likely,
            "probability": self.probability,
        }


@dataclass(frozen=True, slots=True)
class Slip:
    """A typing error that explains findings: a proposal, never a correction.

    `probability` says how likely it is that just these fields were mistyped, `value_probability` that the values
    proposed were meant too; a slip whose value nothing tells has "-" for `likely` and 0. `group` is the same for slips
    that explain the same contradiction: at most one of them is right.
    """

    place: Place
    kind: str
    typed: str
    likely: str
    probability: float
    value_probability: float
    clears: tuple[Cleared, ...]
    runner_up: Guess | None
    others: tuple[Changed, ...]
    message: str
    group: int

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the field, or of the first one of several."""
        return self.place.pointer

    def to_dict(self, frame: "FrameData | None" = None) -> "SlipData":
        """As the report's data, with the line that it points at."""
        return {
            **self.place.to_dict(),
            "frame": frame,
            "kind": self.kind,
            "typed": self.typed,
            "likely": self.likely,
            "probability": self.probability,
            "value_probability": self.value_probability,
            "clears": [each.to_dict() for each in self.clears],
            "runner_up": self.runner_up.to_dict() if self.runner_up else None,
            "others": [each.to_dict() for each in self.others],
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Findings that no slip explains: papers disagree, and the one to look at is named."""

    findings: tuple[Cleared, ...]
    pointer: str
    message: str

    def to_dict(self) -> "ContradictionData":
        """As the report's data."""
        return {
            "findings": [each.to_dict() for each in self.findings],
            "pointer": self.pointer,
            "message": self.message,
        }
