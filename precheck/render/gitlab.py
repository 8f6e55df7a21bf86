"""A Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..tally import Run, Tally
from .concise import remarks, unchecked, waiting
from .data import json_text
from .escape import relative
from .slips import with_slips
from .spoken import ACCEPTED_RANK, NOT_CHECKED, REMARK, first_line, rank, said
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, SlipData

SEVERITIES = ("critical", "minor", "info", "info")
"""By rank."""


def entry(file: "FileData", run: Run, style: Style) -> list[dict[str, Any]]:
    """An issue for every finding, and one for the rules that could not be checked."""
    path = relative(file["path"])
    issues = [_finding(*told, path, style.lang) for told in with_slips(file)]
    if file["skipped"]:
        level = 1 if waiting(file) else ACCEPTED_RANK
        text = unchecked(file, style.lang)
        issues.append(_issue(text, NOT_CHECKED, f"{NOT_CHECKED} {path}", level, path, 1))
    told = remarks(file, style.lang)
    return issues + [_issue(each, REMARK, f"{REMARK} {path}", ACCEPTED_RANK, path, 1) for each in told]


def _finding(each: "FindingData", slip: "SlipData | None", path: str, lang: str) -> dict[str, Any]:
    text = f"{each['code']} {said(each, slip, lang)}"  # GitLab does not show the name of a check
    line = first_line(each["location"])
    return _issue(text, each["code"], each["fingerprint"], rank(each), path, line)


def _issue(text: str, name: str, fingerprint: str, level: int, path: str, line: int) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[level],
        "location": {"path": path, "lines": {"begin": line}},
    }


def whole(entries: Sequence[list[dict[str, Any]]], tally: Tally, run: Run, style: Style) -> str:
    """The list of issues. Of several with one fingerprint GitLab would show the first only, so they are told apart."""
    seen: dict[str, int] = {}
    lines = []
    for issue in (each for several in entries for each in several):
        own = issue["fingerprint"]
        seen[own] = seen.get(own, 0) + 1
        lines.append(json_text(issue if seen[own] == 1 else {**issue, "fingerprint": f"{own}-{seen[own]}"}))
    return "[" + ",\n".join(lines) + "]\n"
