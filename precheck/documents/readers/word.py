"""DOCX: paragraphs and tables as lines of one page."""

import re
from bisect import bisect_right
from itertools import pairwise

from ..content import Content, Page, Span
from ..reading import Reading
from .bounded import archive, member
from .markup import Element, elements

BODY = "word/document.xml"
BREAKS = ("br", "cr")
"""What ends a line within a paragraph."""
WIDTH = 10.0
"""Of a column of a table, in a unit of ours: what stands in it is a little narrower."""


def read(data: bytes) -> Reading:
    """The lines; a row of a table is a line with its cells as columns. Raises Unreadable."""
    lines: list[list[str]] = []
    spans: list[list[Span]] = []
    rows: dict[str, _Row] = {}
    breaks: list[int] = []
    for element in elements(member(archive(data), BODY)):
        names = element.path.split("/")
        if names[-1] == "gridSpan":
            rows.setdefault("/".join(names[:-3]), _Row()).joins = _joined(element)
        elif names[-1] == "tc":
            rows.setdefault("/".join(names[:-1]), _Row()).add("\n".join(_lines(element, breaks)))
        elif names[-1] == "tr":
            row = rows.pop(element.path, _Row())
            lines.append(row.cells)
            spans.append(row.spans)
        elif names[-1] in BREAKS or (names[-1] == "p" and "tr" in names):
            breaks.append(element.stop)
        elif names[-1] == "p":
            for text in _lines(element, breaks):
                lines.append([text])
                spans.append([])
    return Reading(Content(pages=(Page(1, lines, spans),)), pages=1, blank=() if lines else (1,))


def _lines(element: Element, breaks: list[int]) -> list[str]:
    """The lines of a text that say anything; `breaks` are where lines end, in the text of the document so far."""
    ends = breaks[bisect_right(breaks, element.start) :]
    places = pairwise([element.start, *ends, element.stop])
    return [text for start, stop in places if (text := "".join(element.texts[start:stop]).strip())]


class _Row:
    """A row of a table."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.spans: list[Span] = []
        self.joins, self.column = 1, 0

    def add(self, text: str) -> None:
        """Add a cell, over as many columns as it joins."""
        left, self.column = self.column, self.column + self.joins
        self.joins = 1
        self.cells.append(text)
        self.spans.append((WIDTH * left, WIDTH * self.column - 1))


def _joined(element: Element) -> int:
    """How many columns the cell joins that this says it of."""
    said = next((value for name, value in element.attributes.items() if name.endswith("}val")), "")
    return int(said) if re.fullmatch("[1-9][0-9]{0,2}", said) else 1
