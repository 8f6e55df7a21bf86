"""One report a draft, each on a line of its own, for logs and streams: every line keeps `schemas/report-1.json`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..tally import Run, Tally
from .data import head, json_text
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData


def entry(file: "FileData", run: Run, style: Style) -> str:
    """The report of this draft alone."""
    tally = Tally()
    tally.add(file)
    return f'{json_text(head(tally, run))[:-1]}, "files": [{json_text(file)}]}}\n'


def whole(entries: Sequence[str], tally: Tally, run: Run, style: Style) -> str:
    """All lines."""
    return "".join(entries)
