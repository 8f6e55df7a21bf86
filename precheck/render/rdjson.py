"""Diagnostics for reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Lines only: its columns count
bytes of the draft's text, which a report does not have."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..tally import Run, Tally
from .concise import remarks, unchecked, waiting
from .data import json_text
from .escape import relative
from .slips import with_slips
from .spoken import NOT_CHECKED, REMARK, rank, said
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, SlipData

SEVERITIES = ("ERROR", "WARNING", "INFO", "INFO")
"""By rank."""


def entry(file: "FileData", run: Run, style: Style) -> str:
    """A line for every finding, and one for the rules that could not be checked."""
    path = relative(file["path"])
    made = [_finding(*told, path, style.lang) for told in with_slips(file)]
    if file["skipped"]:
        level = "WARNING" if waiting(file) else "INFO"
        made.append(_remark(unchecked(file, style.lang), NOT_CHECKED, level, path))
    made += [_remark(each, REMARK, "INFO", path) for each in remarks(file, style.lang)]
    return ",\n".join(map(json_text, made))


def _remark(text: str, code: str, level: str, path: str) -> dict[str, Any]:
    return {"message": text, "location": {"path": path}, "severity": level, "code": {"value": code}}


def _finding(each: "FindingData", slip: "SlipData | None", path: str, lang: str) -> dict[str, Any]:
    where = each["location"]
    lines = {"range": {"start": {"line": where["line"]}, "end": {"line": where["end_line"]}}} if where else {}
    return {
        "message": said(each, slip, lang),
        "location": {"path": path, **lines},
        "severity": SEVERITIES[rank(each)],
        "code": {"value": each["code"]},
    }


def whole(entries: Sequence[str], tally: Tally, run: Run, style: Style) -> str:
    """The diagnostics of all drafts."""
    lines = ",\n".join(each for each in entries if each)
    return f'{{"source": {{"name": "precheck"}}, "diagnostics": [\n{lines}\n]}}\n'
