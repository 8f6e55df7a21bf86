"""Annotations of GitHub Actions. GitHub shows ten of a level for each step and drops the rest without a word:
the worst ones are shown, everything else stands in the log below them, and a last notice says how much that is."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..tally import Run, Tally
from . import words
from .concise import position, remarks, total, unchecked, waiting
from .escape import relative, workflow_data, workflow_log, workflow_property
from .slips import with_slips
from .spoken import ACCEPTED_RANK, rank, said
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, SlipData

LEVELS = ("error", "warning", "notice")
"""By rank of the severity."""
SHOWN = 10
"""Annotations of a level that GitHub keeps of a step."""


class Annotation(NamedTuple):
    """A workflow command, and the same for the log."""

    rank: int
    command: str
    log: str


def entry(file: "FileData", run: Run, style: Style) -> list[Annotation]:
    """An annotation for every finding, and one for the rules that could not be checked."""
    path = workflow_property(relative(file["path"]))
    made = [_annotation(*told, file["path"], path, style.lang) for told in with_slips(file)]
    if file["skipped"]:
        level = "warning" if waiting(file) else "notice"
        made.append(_remark(level, unchecked(file, style.lang), file["path"], path))
    return made + [_remark("notice", each, file["path"], path) for each in remarks(file, style.lang)]


def _remark(level: str, text: str, path: str, escaped: str) -> Annotation:
    command = f"::{level} file={escaped},title=precheck::{workflow_data(text)}"
    return Annotation(LEVELS.index(level), command, workflow_log(f"{path}: {text}"))


def _annotation(
    each: "FindingData", slip: "SlipData | None", path: str, escaped: str, lang: str
) -> Annotation:
    level, text = rank(each), said(each, slip, lang)
    log = workflow_log(f"{position(path, each)}: {each['severity']} {each['code']} {text}")
    if level == ACCEPTED_RANK:
        return Annotation(level, "", log)
    title = f"title=precheck {each['code']}"
    place = f"file={escaped}{_span(each)}"
    return Annotation(level, f"::{LEVELS[level]} {place},{title}::{workflow_data(text)}", log)


def _span(each: "FindingData") -> str:
    """Columns are only taken for what stands on one line."""
    where = each["location"]
    if where is None:
        return ""
    lines = f",line={where['line']},endLine={where['end_line']}"
    same = where["line"] == where["end_line"]
    return f"{lines},col={where['column']},endColumn={where['end_column']}" if same else lines


def whole(entries: Sequence[list[Annotation]], tally: Tally, run: Run, style: Style) -> str:
    """The annotations, what they leave out, and how all drafts did."""
    made = [each for several in entries for each in several]
    shown = [each for level in range(len(LEVELS)) for each in islice(_of(made, level), SHOWN)]
    if len(shown) < len(made):  # the last notice needs a place of its own
        shown = [each for level in range(len(LEVELS)) for each in islice(_of(made, level), _room(level))]
    kept = set(map(id, shown))
    rest = [each.log for each in made if id(each) not in kept]
    lines = [
        *(each.command for each in shown),
        *_left_out(rest, style.lang),
        workflow_log(total(tally, style)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _of(made: Sequence[Annotation], level: int) -> Iterator[Annotation]:
    return (each for each in made if each.rank == level)


def _room(level: int) -> int:
    return SHOWN - 1 if LEVELS[level] == "notice" else SHOWN


def _left_out(rest: Sequence[str], lang: str) -> Iterator[str]:
    if not rest:
        return
    said = words.NOT_ANNOTATED.say(lang).format(n=len(rest))
    yield f"::notice title=precheck::{workflow_data(said)}"
    yield f"::group::{workflow_data(said)}"
    yield from rest
    yield "::endgroup::"
