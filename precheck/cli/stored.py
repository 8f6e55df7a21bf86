"""A report that was stored as JSON, read back for another format. It comes from outside, so nothing in it is trusted."""

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..contract import ReportData
from ..errors import PrecheckError
from ..facts.characters import printable
from ..tally import Run, Tally

if TYPE_CHECKING:
    from ..contract import FileData


class Stored(NamedTuple):
    """A report's drafts, and what they have in common."""

    run: Run
    tally: Tally
    files: "list[FileData]"


def stored(raw: bytes) -> Stored:
    """The report of `--format json`, or the reports that are the lines of `jsonl`, taken together.

    Raises NotAReport when it is something else.
    """
    reports: list[ReportData] = [_shown(_read(each)) for each in _texts(raw)]
    report, files = reports[0], [each for report in reports for each in report["files"]]
    policies = [each["policy"] for each in files[0]["verdicts"]] if files else []
    tally = Tally(unread=sum(each["summary"]["unread"] for each in reports))
    for each in files:
        tally.add(each)
    return Stored(
        Run(tuple(policies or [report["policy"]]), _day(report), report["lang"], len(files) == 1),
        tally,
        files,
    )


def _texts(raw: bytes) -> list[bytes]:
    """The lines, where the first one is whole; otherwise it is one report, on as many lines as it likes."""
    lines = raw.strip().split(b"\n")
    return lines if lines[0].endswith(b"}") else [raw]


def _read(raw: bytes) -> "ReportData":
    """The report as it was written, its fields in their order, once it is known to be one."""
    try:
        _adapter().validate_json(raw, strict=True)
        report: ReportData = json.loads(raw)
    except ValidationError as fault:
        place = "/".join(map(str, fault.errors(include_input=False)[0]["loc"]))
        raise NotAReport(printable(place)) from None
    return report


@cache
def _adapter() -> "TypeAdapter[ReportData]":
    return TypeAdapter(ReportData)


def _day(report: "ReportData") -> date:
    try:
        return date.fromisoformat(report["on"])
    except ValueError:
        raise NotAReport("on") from None


class NotAReport(PrecheckError):
    """Something that is no report; `place` says where the first thing stands that a report does not have."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def _shown(value: Any, seen: Any = printable) -> Any:
    """The value without characters that could steer a terminal; the tabs and columns of a frame stay."""
    match value:
        case str():
            return seen(value)
        case list():
            return [_shown(each, seen) for each in value]
        case dict():
            return {
                printable(key): _shown(each, _frame if key == "frame" else seen)
                for key, each in value.items()
            }
    return value


def _frame(text: str) -> str:
    return "".join(each if each.isprintable() or each in "\t\u3000" else "?" for each in text)
