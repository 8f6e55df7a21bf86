"""Waivers and the file that holds them: which draft each is of, what it covers, until when."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..facts.characters import printable
from ..globs import relative


class Waiver(NamedTuple):
    """One accepted finding. `path` is relative to the file, `place` names list items by what they are, masked;
    `says` is what the finding said, for whoever reads the file. `fingerprint` and `facts` decide what it covers:
    nothing graver than `severity`, and no rules folded under it but `also`."""

    path: str
    code: str
    place: str
    severity: str
    fingerprint: str
    facts: str
    reason: str
    also: Sequence[str] = ()
    says: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What it covers."""
        return self.fingerprint, self.facts

    def ended(self, on: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and on > self.until


class Baseline:
    """The waivers of a file, and the folder that their paths are relative to."""

    def __init__(self, waivers: Sequence[Waiver] = (), folder: Path = Path()) -> None:
        self.waivers, self.folder = waivers, folder
        self._by_path: dict[str, list[Waiver]] = {}
        for each in waivers:
            self._by_path.setdefault(each.path, []).append(each)

    def path_of(self, draft: str) -> str:
        """The path of a draft as the file has it: relative to it, with slashes; names that are no path stay."""
        return draft if draft in ("", "-") else printable(relative(draft, self.folder))

    def of(self, draft: str) -> Sequence[Waiver]:
        """The waivers of a draft."""
        return self._by_path.get(self.path_of(draft), ()) if self.waivers else ()
