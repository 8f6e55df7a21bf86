"""The file of accepted findings: waivers as rows of TOML, written by `precheck baseline`, kept by people."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from os.path import relpath
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, NotRequired

from pydantic import ConfigDict, StringConstraints, TypeAdapter, with_config
from typing_extensions import TypedDict

from . import toml_file
from .privacy import printable

NAME: Final = "precheck-baseline.toml"
HEAD: Final = """\
# 已经知道、可以接受的问题。由 precheck baseline 写入；reason（原因）和 until（截至日期）可以手工修改。
# Findings that are known and accepted. Written by `precheck baseline`; `reason` and `until` are yours to edit.
"""
Filled = Annotated[str, StringConstraints(min_length=1)]


@with_config(ConfigDict(extra="forbid"))
class WaiverRow(TypedDict):
    """A row of the file."""

    path: Filled
    code: Filled
    place: str
    severity: Literal["error", "warning", "note"]
    says: NotRequired[str]
    fingerprint: Filled
    facts: Filled
    also: NotRequired[list[str]]
    reason: Filled
    since: NotRequired[date]
    until: NotRequired[date]


@with_config(ConfigDict(extra="forbid"))
class Rows(TypedDict):
    """The whole file."""

    waiver: NotRequired[list[WaiverRow]]


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
        return draft if draft in ("", "-") else printable(Path(relpath(draft, self.folder)).as_posix())

    def of(self, draft: str) -> Sequence[Waiver]:
        """The waivers of a draft."""
        return self._by_path.get(self.path_of(draft), ()) if self.waivers else ()


@cache
def adapter() -> TypeAdapter[Rows]:
    """What pydantic makes of the file, once."""
    return TypeAdapter(Rows)


def load(path: Path, lang: str) -> Baseline:
    """The waivers in a file. Raises UnreadablePath or BadFile."""
    raw = toml_file.validated(toml_file.parsed(path, lang), adapter(), path, lang)
    return Baseline([Waiver(**each) for each in raw.get("waiver", ())], path.parent)


def written(waivers: Iterable[Waiver]) -> str:
    """The text of a file with these waivers, in the order of drafts and places."""
    rows = sorted(waivers, key=lambda each: (each.path, each.place, each.code, each.key))
    return "\n".join([HEAD, *map(_row, rows)])


def _row(waiver: Waiver) -> str:
    lines = ["[[waiver]]"]
    for name in WaiverRow.__annotations__:
        value = getattr(waiver, name)
        if value or name == "place":
            lines.append(f"{name} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """A day, a text or a list of texts: what JSON escapes in a string, TOML does in the same way."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
