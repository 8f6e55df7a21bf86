"""Tables of web pages, which many banks give out under the name of a workbook."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from ..content import Cell, Content, Page, Sheet
from ..limits import MOST_COLUMNS, MOST_ELEMENTS
from ..reading import Reading, Unreadable
from ..text import decoded

SILENT = frozenset({"script", "style", "title"})


def read(data: bytes) -> Reading:
    """Every table, and the lines outside of tables. Raises Unreadable."""
    text = decoded(data)
    if text is None:
        raise Unreadable("damaged")
    found = _Tables()
    found.feed(text)
    found.close()
    sheets = tuple(Sheet(str(number), rows) for number, rows in enumerate(found.tables, 1) if rows)
    return Reading(Content(sheets=sheets, pages=(Page(1, found.lines),)), pages=1)


class _Tables(HTMLParser):
    """Collects the cells of tables; an inner table ends the outer one."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self.lines: list[list[str]] = []
        self.count, self.silent, self.in_table = 0, "", False
        self.column = 0
        """That of the last cell that was opened."""
        self.taken: dict[int, int] = {}
        """Columns that a cell of this row or one above takes, and for how many rows from here on."""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise Unreadable("too_large")
        if tag in SILENT:
            self.silent = tag
        elif tag == "table":
            self.tables.append([])
            self.in_table, self.taken = True, {}
        elif tag == "tr" and self.in_table:
            self._begin_row()
        elif tag in ("td", "th") and self.in_table and self.tables[-1]:
            self._begin_cell(self.tables[-1][-1], dict(attrs))

    def _begin_row(self) -> None:
        self.tables[-1].append([])
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}

    def _begin_cell(self, row: list[Cell], attributes: dict[str, str | None]) -> None:
        """Make room for a cell in the next column that none from above takes, and for the columns that it joins. Raises
        Unreadable."""
        while len(row) in self.taken:
            row.append("")
        self.column = len(row)
        if self.column >= MOST_COLUMNS:
            raise Unreadable("too_large")
        row.extend([""] * min(_number(attributes.get("colspan")), MOST_COLUMNS - self.column))
        height = _number(attributes.get("rowspan"))
        if height > 1:
            self.taken |= dict.fromkeys(range(self.column, len(row)), height)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        if tag == "table":
            self.in_table = False

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text or self.silent:
            return
        if self.in_table and self.tables[-1] and self.tables[-1][-1]:
            row = self.tables[-1][-1]
            row[self.column] = f"{row[self.column]} {text}".strip()
        else:
            self.lines.append([text])


def _number(attribute: str | None) -> int:
    """How many columns or rows a cell joins."""
    return int(attribute) if attribute and re.fullmatch("[1-9][0-9]{0,3}", attribute) else 1
