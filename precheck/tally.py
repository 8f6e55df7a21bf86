"""What one call of the command is about, and what came of all its drafts together."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .contract import FileData


class Run(NamedTuple):
    """What all drafts of one call have in common."""

    policies: tuple[str, ...]
    on: date
    lang: str
    single: bool
    """Whether there is one draft only: then what takes longer is worked out too."""


@dataclass
class Tally:
    """How many drafts and findings there were; `skipped` counts rules that wait, once for each draft.

    What the caller accepts is counted as `waived`, and nowhere else; what could not be read or checked as `unread`.
    """

    files: int = 0
    ready: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    skipped: int = 0
    waived: int = 0
    unread: int = 0

    def add(self, file: "FileData") -> None:
        """Count one more draft."""
        self.files += 1
        self.ready += file["ready"]
        self.skipped += sum("waived" not in each for each in file["skipped"])
        for each in file["findings"]:
            match "waived" if "waived" in each else each["severity"]:
                case "waived":
                    self.waived += 1
                case "error":
                    self.errors += 1
                case "warning":
                    self.warnings += 1
                case _:
                    self.notes += 1

    def include(self, other: "Tally") -> None:
        """Count what another one has counted."""
        for name, number in asdict(other).items():
            setattr(self, name, getattr(self, name) + number)
