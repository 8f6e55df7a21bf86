"""JUnit XML, as Jenkins reads it: a suite a draft, a test case for its verdict, one for each finding, one for each rule
that could not be checked. The verdict's case is there for a ready draft too: Jenkins shows nothing of an empty suite."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..tally import Run, Tally
from . import words
from .concise import counts, position, remarks, stands
from .escape import xml
from .slips import with_slips
from .spoken import REMARK, said
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, SkippedData, SlipData


class Suite(NamedTuple):
    """A suite as XML, and how many of its cases there are, failed and were skipped."""

    text: str
    tests: int
    failures: int
    skipped: int


def entry(file: "FileData", run: Run, style: Style) -> Suite:
    """The suite of one draft."""
    # Jenkins takes what follows the last full stop for the name of a class.
    path = xml(file["path"].replace(".", "_"))
    cases = [
        _verdict(file, path, style),
        *(_finding(*told, file["path"], path, style.lang) for told in with_slips(file)),
        *(_skipped(each, path, style.lang) for each in file["skipped"]),
        *(_case(REMARK, path, f"<system-out>{xml(each)}</system-out>") for each in remarks(file, style.lang)),
    ]
    failures = sum("<failure" in each for each in cases)
    skipped = sum("<skipped" in each for each in cases)
    head = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    text = f'<testsuite name="{xml(file["path"])}" {head}>\n{"".join(cases)}</testsuite>\n'
    return Suite(text, len(cases), failures, skipped)


def _case(name: str, path: str, outcome: str = "") -> str:
    return f'<testcase name="{xml(name)}" classname="{path}">{outcome}</testcase>\n'


def _verdict(file: "FileData", path: str, style: Style) -> str:
    """It fails when the draft is not ready, so that no page is green while anything stands or waits; where all of
    that is accepted it is skipped, and no page is red either."""
    name = words.READY.say(style.lang)
    if file["ready"]:
        return _case(name, path)
    tally = Tally()
    tally.add(file)
    message, found = xml(words.NOT_READY.say(style.lang)), xml(counts(tally, style))
    if not stands(file):
        return _case(name, path, f'<skipped message="{message}">{found}</skipped>')
    return _case(name, path, f'<failure type="verdict" message="{message}">{found}</failure>')


def _finding(each: "FindingData", slip: "SlipData | None", path: str, escaped: str, lang: str) -> str:
    """An error fails; a warning or a note only speaks; what is accepted is skipped."""
    text = xml(f"{said(each, slip, lang)}\n{position(path, each)}")
    name = f"{each['code']} {each['pointer']}"
    if waived := each.get("waived"):
        reason = xml(words.ACCEPTED.say(lang).format(reason=waived["reason"]))
        return _case(name, escaped, f'<skipped message="{reason}">{text}</skipped>')
    if each["severity"] != "error":
        return _case(name, escaped, f"<system-out>{text}</system-out>")
    return _case(
        name,
        escaped,
        f'<failure type="{xml(each["name"])}" message="{xml(each["message"])}">{text}</failure>',
    )


def _skipped(each: "SkippedData", path: str, lang: str) -> str:
    comma = words.LIST_MARK.say(lang)
    message = f"{words.SKIPPED.say(lang)}{words.COLON.say(lang)}{comma.join(each['waits_for'])}"
    if waived := each.get("waived"):
        message = f"{words.ACCEPTED.say(lang).format(reason=waived['reason'])} · {message}"
    return _case(each["code"], path, f'<skipped message="{xml(message)}"/>')


def whole(entries: Sequence[Suite], tally: Tally, run: Run, style: Style) -> str:
    """All suites."""
    return "".join(_parts(entries, tally, style.lang))


def _parts(entries: Sequence[Suite], tally: Tally, lang: str) -> Iterator[str]:
    errors = min(1, tally.unread)
    tests, failures = sum(each.tests for each in entries) + errors, sum(each.failures for each in entries)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="precheck" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    yield from (each.text for each in entries)
    if errors:
        said = xml(words.COUNTS["unread"].say(lang).format(n=tally.unread))
        case = _case("precheck", "precheck", f'<error type="unread" message="{said}"/>')
        yield f'<testsuite name="precheck" tests="1" failures="0" errors="1">\n{case}</testsuite>\n'
    yield "</testsuites>\n"
