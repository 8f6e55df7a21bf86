"""Workbooks: XLSX and the XLS of old."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import chain, islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from ..content import Cell, Content, Sheet
from ..limits import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED
from ..reading import Reading, Unreadable
from .bounded import archive
from .zipped import Archive

FAR = re.compile(
    rb'<(?:\w+:)?(?:c|row)\s[^>]*?\br="(?:([A-Z]{3}|[H-Z][A-Z]|G[S-Z])[0-9]|[A-Z]{0,3}([0-9]{6,9})")'
)
"""A cell or row that may be farther out than is read: in a column from GS on, or in a row of six digits."""
MAYBE_FAR = re.compile(rb'r="(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z]|[A-Z]{0,3}[0-9]{6})')
"""The same, found sooner and in other places too."""
ENTITIES = b"<!DOCTYPE"
PLAIN = frozenset({str, float})
"""Types of cells that need not be changed, as nearly all are."""
OVERLAP = 200
"""Bytes that are looked at twice, so that a cell between two pieces is not missed."""


def read(data: bytes) -> Reading:
    """Every visible sheet that holds anything. Raises Unreadable."""
    if data.startswith(b"PK"):
        _measure(archive(data))
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [each.name for each in workbook.sheets_metadata if each.visible is SheetVisibleEnum.Visible]
        sheets = [Sheet(name, _rows(workbook.get_sheet_by_name(name))) for name in shown[:MOST_SHEETS]]
    except PasswordError:
        raise Unreadable("encrypted") from None
    except CalamineError:
        raise Unreadable("damaged") from None
    filled = tuple(each for each in sheets if each.rows)
    return Reading(Content(sheets=filled), pages=len(shown), blank=() if filled else (1,))


def _measure(packed: Archive) -> None:
    """Refuse entities, and sheets with a cell farther out than any statement has: the library makes room for all
    before it."""
    left = MOST_UNPACKED
    for name in [each.name for each in packed.members if each.name.endswith(".xml")]:
        before = b""
        for part in packed.pieces(name):
            left -= len(part)
            if left < 0:
                raise Unreadable("bomb")
            _refuse(before + part)
            before = part[-OVERLAP:]


def _refuse(part: bytes) -> None:
    if ENTITIES in part:
        raise Unreadable("bomb")
    for letters, row in FAR.findall(part) if MAYBE_FAR.search(part) else ():
        if int(row or 0) > MOST_ROWS or _column(letters) > MOST_COLUMNS:
            raise Unreadable("too_large")


def _column(letters: bytes) -> int:
    column = 0
    for each in letters:
        column = 26 * column + each - ord("A") + 1
    return column


def _rows(sheet: Any) -> list[list[Cell]]:
    """The rows from the first one of the sheet, empty ones too, so that places are those of the file."""
    rows: list[list[Any]] = [*islice(sheet.iter_rows(), MOST_ROWS + 1)]
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Unreadable("too_large")
    if not PLAIN.issuperset(map(type, chain.from_iterable(rows))):
        rows = [[*map(_cell, row)] for row in rows]
    left = [""] * (sheet.start or (0, 0))[1]
    if left:
        rows = [[*left, *row] for row in rows]
    return [row if any(row) or row.count("") < len(row) else [] for row in rows]


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)
