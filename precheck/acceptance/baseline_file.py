"""The file of accepted findings: waivers as rows of TOML, written by `precheck baseline`, kept by people."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import ConfigDict, StringConstraints, TypeAdapter, with_config
from typing_extensions import TypedDict

from ..cli import toml_file
from .baseline import Baseline, Waiver

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
