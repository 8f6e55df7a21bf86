"""One report a draft, each on a line of its own, for logs and streams: every line keeps `schemas/report-1.json`."""

from collections.abc import Sequence

from ..tally import Run, Tally
from .data import Entry, entry, head, json_text
from .style import Style

__all__ = ["entry", "whole"]


def whole(entries: Sequence[Entry], tally: Tally, run: Run, style: Style) -> str:
    """A line for each draft, with the sums of this draft alone."""
    return "".join(f'{json_text(head(each.tally, run))[:-1]}, "files": [{each.text}]}}\n' for each in entries)
