"""Tables as text, values parted by commas or tabs, and plain text: what banks and platforms export."""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from itertools import islice
from typing import cast

from ..content import Cell, Content, Sheet
from ..limits import MOST_COLUMNS, MOST_ROWS
from ..papers.columns import DEEPEST, columns_of, is_header
from ..reading import Reading, Unreadable
from ..text import decoded

DELIMITERS = ",\t;|"
LEAST_COLUMNS = 3
MARK = "`"
"""WeChat Pay puts it in front of every value in the bills of merchants."""
AS_TEXT = r'(?<![^,;|\t\r\n])="([^"\r\n]*)"'
"""A value as banks write it for the same end: `="6222020000000000216"`."""


def read(data: bytes) -> Reading:
    """The table. Raises Unreadable when the text is none, or longer or wider than any statement."""
    text = decoded(data)
    if text is None:
        raise Unreadable("damaged")
    try:
        rows = _rows(_unmarked(text))
    except csv.Error:
        raise Unreadable("damaged") from None
    return Reading(Content(sheets=(Sheet("", rows),)), pages=1)


def _unmarked(text: str) -> str:
    """The text without what only keeps spreadsheets from taking a value for a number."""
    text = text.replace(MARK, "")
    return re.sub(AS_TEXT, r'"\1"', text) if '="' in text else text


def _rows(text: str) -> list[list[Cell]]:
    read = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = cast("list[list[Cell]]", list(islice(read, MOST_ROWS + 1)))
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Unreadable("too_large")
    return rows


def _delimiter(text: str) -> str:
    """The one that makes the best header of a statement of the first lines; titles above it may have commas, and cells
    may be filled up with tabs. Where none makes any, the one that parts most lines into several columns."""
    lines = text[:65536].splitlines()
    columns = {each: _most_columns(lines[:DEEPEST], each) for each in DELIMITERS}
    best = max(DELIMITERS, key=columns.__getitem__)
    if columns[best] >= LEAST_COLUMNS:
        return best
    return max(DELIMITERS, key=lambda each: sum(line.count(each) + 1 >= LEAST_COLUMNS for line in lines))


def _most_columns(lines: Iterable[str], delimiter: str) -> int:
    """How many columns of a statement the best of these lines names, parted by this delimiter."""
    lines = (line for line in lines if line.count(delimiter) + 1 >= LEAST_COLUMNS)
    rows = (line.replace('"', "").split(delimiter) for line in lines)
    return max((len(columns) for row in rows if is_header(columns := columns_of(row))), default=0)
