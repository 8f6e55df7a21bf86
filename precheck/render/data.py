"""The report as data: the contract of `schemas/report-1.json`, which every other format is a rendering of.

One line a draft, so that reports of many drafts can be compared line by line.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .. import __version__
from ..rules import catalogue
from ..tally import Run, Tally
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData

SCHEMA_VERSION: Final = 1


class Entry(NamedTuple):
    """One entry of `files`, and the sums of this draft alone."""

    text: str
    tally: Tally


def entry(file: "FileData", run: Run, style: Style) -> Entry:
    """One entry of `files`."""
    tally = Tally()
    tally.add(file)
    return Entry(json_text(file), tally)


def whole(entries: Sequence[Entry], tally: Tally, run: Run, style: Style) -> str:
    """The whole report, keys in a fixed order."""
    files = ",\n".join(each.text for each in entries)
    return f'{json_text(head(tally, run))[:-1]}, "files": [\n{files}\n]}}\n'


def head(tally: Tally, run: Run) -> dict[str, Any]:
    """The report without its drafts."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "precheck", "version": __version__},
        "policy": run.policies[0],
        "on": run.on.isoformat(),
        "lang": run.lang,
        "summary": {**asdict(tally), "rules": len(catalogue().rules)},
    }


json_text = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON, on one line."""
