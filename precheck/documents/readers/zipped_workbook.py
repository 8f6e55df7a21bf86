"""XLSX, an archive of XML files: looked through before the library makes room for what it says it holds."""

import re

from ..limits import MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED
from ..reading import Reading, Unreadable
from . import workbook
from .bounded import archive
from .zipped import Archive

FAR = re.compile(
    rb'<(?:\w+:)?(?:c|row)\s[^>]*?\br="(?:([A-Z]{3}|[H-Z][A-Z]|G[S-Z])[0-9]|[A-Z]{0,3}([0-9]{6,9})")'
)
"""A cell or row that may be farther out than is read: in a column from GS on, or in a row of six digits."""
MAYBE_FAR = re.compile(rb'r="(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z]|[A-Z]{0,3}[0-9]{6})')
"""The same, found sooner and in other places too."""
SHEET = re.compile("xl/worksheets/sheet([0-9]{1,4}).xml")
FORMULA = b"</f>"
UNKNOWN = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,6})"[^>]*><f[^>]*>[^<]*</f>(?:<v ?/>|<v></v>)?</c>')
"""A cell with a formula and no value."""
ENTITIES = b"<!DOCTYPE"
OVERLAP = 200
"""Bytes that are looked at twice, so that a cell between two pieces is not missed."""


def read(data: bytes) -> Reading:
    """Every visible sheet that holds anything. Raises Unreadable."""
    return workbook.read(data, _measure(archive(data)))


def _measure(packed: Archive) -> dict[int, set[tuple[int, int]]]:
    """Refuse entities, and sheets with a cell farther out than any statement has: the library makes room for all
    before it. Gives back the cells by the number of their sheet, as row and column from 0, whose formula nobody has
    worked out: programs that only write workbooks leave that to the one that opens it."""
    left = MOST_UNPACKED
    formulas: dict[int, set[tuple[int, int]]] = {}
    for name in [each.name for each in packed.members if each.name.endswith(".xml")]:
        before = b""
        for part in packed.pieces(name):
            left -= len(part)
            if left < 0:
                raise Unreadable("bomb")
            _refuse(before + part)
            if FORMULA in part and (sheet := SHEET.fullmatch(name)):
                cells = UNKNOWN.findall(before + part)
                formulas.setdefault(int(sheet[1]), set()).update(
                    (int(row) - 1, _column(at) - 1) for at, row in cells
                )
            before = part[-OVERLAP:]
    return formulas


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
