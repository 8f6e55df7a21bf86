"""DOCX: paragraphs and tables as lines of one page."""

import re

from ..content import Content, Page, Span
from ..reading import Reading
from .bounded import archive, member
from .markup import Element, elements

BODY = "word/document.xml"
WIDTH = 10.0
"""Of a column of a table, in a unit of ours: what stands in it is a little narrower."""


def read(data: bytes) -> Reading:
    """The lines; a row of a table is a line with its cells as columns. Raises Unreadable."""
    lines: list[list[str]] = []
    spans: list[list[Span]] = []
    rows: dict[str, _Row] = {}
    for element in elements(member(archive(data), BODY)):
        names = element.path.split("/")
        if names[-1] == "gridSpan":
            rows.setdefault("/".join(names[:-3]), _Row()).joins = _joined(element)
        elif names[-1] == "tc":
            rows.setdefault("/".join(names[:-1]), _Row()).add(element.text.strip())
        elif names[-1] == "tr":
            row = rows.pop(element.path, _Row())
            lines.append(row.cells)
            spans.append(row.spans)
        elif names[-1] == "p" and "tr" not in names and (text := element.text.strip()):
            lines.append([text])
            spans.append([])
    return Reading(Content(pages=(Page(1, lines, spans),)), pages=1, blank=() if lines else (1,))


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
