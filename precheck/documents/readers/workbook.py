"""The sheets of a workbook: of the XLS of old, and of XLSX once that is known to hold no more than it should."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from io import BytesIO
from itertools import chain, islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from ..content import UNKNOWN, Cell, Content, Sheet
from ..limits import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS
from ..reading import Reading, Unreadable

Formulas = Mapping[int, Iterable[tuple[int, int]]]
"""Row and column from 0 of cells, by the number of their sheet."""
NONE: Formulas = {}
PLAIN = frozenset({str, float})
"""Types of cells that need not be changed, as nearly all are."""


def read(data: bytes, formulas: Formulas = NONE) -> Reading:
    """Every visible sheet that holds anything, with `UNKNOWN` in cells whose formula has no value. Raises Unreadable."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        known = enumerate(workbook.sheets_metadata, 1)
        shown = [(number, each.name) for number, each in known if each.visible is SheetVisibleEnum.Visible]
        sheets = [
            Sheet(name, _marked(_rows(workbook.get_sheet_by_name(name)), formulas.get(number, ())))
            for number, name in shown[:MOST_SHEETS]
        ]
    except PasswordError:
        raise Unreadable("encrypted") from None
    except CalamineError:
        raise Unreadable("damaged") from None
    filled = tuple(each for each in sheets if each.rows)
    return Reading(Content(sheets=filled), pages=len(shown), blank=() if filled else (1,))


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


def _marked(rows: list[list[Cell]], formulas: Iterable[tuple[int, int]]) -> list[list[Cell]]:
    for row, column in formulas:
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = UNKNOWN
    return rows


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else str(value)
