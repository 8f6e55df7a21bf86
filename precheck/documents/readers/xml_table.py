"""Workbooks of Excel 2003 as one XML file, also under the name of an XLS."""

import re

from ..content import Cell, Content, Sheet
from ..limits import MOST_COLUMNS, MOST_ROWS
from ..reading import Reading, Unreadable
from .markup import elements

INDEX = "urn:schemas-microsoft-com:office:spreadsheet}Index"
JOINED = "urn:schemas-microsoft-com:office:spreadsheet}MergeAcross"
NAME = "urn:schemas-microsoft-com:office:spreadsheet}Name"


def read(data: bytes) -> Reading:
    """Every sheet. Raises Unreadable."""
    sheets: list[Sheet] = []
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    for element in elements(data):
        if element.name == "Cell":
            _place(row, element.attributes.get(INDEX), element.text.strip())
            _join(row, element.attributes.get(JOINED))
        elif element.name == "Row":
            _place_row(rows, element.attributes.get(INDEX), row)
            row = []
        elif element.name == "Worksheet":
            sheets.append(Sheet(element.attributes.get(NAME, ""), rows))
            rows = []
    return Reading(Content(sheets=tuple(sheets)), pages=len(sheets))


def _place(row: list[Cell], index: str | None, text: str) -> None:
    at = int(index) if index else len(row) + 1
    if not len(row) < at <= MOST_COLUMNS:
        raise Unreadable("too_large")
    row.extend([""] * (at - 1 - len(row)))
    row.append(text)


def _join(row: list[Cell], others: str | None) -> None:
    """Leave the columns empty that the last cell takes beside its own."""
    more = int(others) if others and re.fullmatch("[0-9]{1,4}", others) else 0
    if len(row) + more > MOST_COLUMNS:
        raise Unreadable("too_large")
    row.extend([""] * more)


def _place_row(rows: list[list[Cell]], index: str | None, row: list[Cell]) -> None:
    at = int(index) if index else len(rows) + 1
    if not len(rows) < at <= MOST_ROWS:
        raise Unreadable("too_large")
    rows.extend([] for _ in range(at - 1 - len(rows)))
    rows.append(row)
