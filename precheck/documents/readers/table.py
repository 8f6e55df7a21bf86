"""Tables as text, values parted by commas or tabs, and plain text: what banks and platforms export."""

import csv
from io import StringIO

from ..content import Cell, Content, Sheet
from ..limits import MOST_COLUMNS, MOST_ROWS
from ..reading import Reading, Unreadable
from ..text import decoded

DELIMITERS = ",\t;|"
LEAST_COLUMNS = 3


def read(data: bytes) -> Reading:
    """The table. Raises Unreadable when the text is none, or longer or wider than any statement."""
    text = decoded(data)
    if text is None:
        raise Unreadable("damaged")
    try:
        rows = list(_rows(text))
    except csv.Error:
        raise Unreadable("damaged") from None
    return Reading(Content(sheets=(Sheet("", rows),)), pages=1)


def _rows(text: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for row in csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)):
        if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS:
            raise Unreadable("too_large")
        rows.append(list(row))
    return rows


def _delimiter(text: str) -> str:
    """The one that parts most lines into several columns. Titles above a table have none, amounts may hold commas,
    so of two that part equally many lines the one that makes fewer columns is no delimiter."""
    lines = text[:65536].splitlines()
    return max(DELIMITERS, key=lambda each: sum(line.count(each) + 1 >= LEAST_COLUMNS for line in lines))
