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
ENTITIES = b"<!DOCTYPE"
OVERLAP = 200
"""Bytes that are looked at twice, so that a cell between two pieces is not missed."""


def read(data: bytes) -> Reading:
    """Every visible sheet that holds anything. Raises Unreadable."""
    _measure(archive(data))
    return workbook.read(data)


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
