"""XLSX, an archive of XML files: looked through before the library makes room for what it says it holds."""

import re
from collections.abc import Iterator

from ..limits import MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED
from ..reading import Reading, Unreadable
from . import workbook
from .bounded import archive, beside, member
from .zipped import Archive

FAR = re.compile(
    rb'<(?:\w+:)?(?:c|row)\s[^>]*?\br="(?:([A-Z]{3}|[H-Z][A-Z]|G[S-Z])[0-9]|[A-Z]{0,3}([0-9]{6,9})")'
)
"""A cell or row that may be farther out than is read: in a column from GS on, or in a row of six digits."""
MAYBE_FAR = re.compile(rb'r="(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z]|[A-Z]{0,3}[0-9]{6})')
"""The same, found sooner and in other places too."""
FORMULA = b"<f"
UNKNOWN = re.compile(
    rb'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,5}+)"[^<>]*+><f(?:[ /][^<>]*+)?+>(?:[^<]*+</f>)?+(?:<v ?/>|<v></v>)?+</c>'
)
"""A cell with a formula, perhaps one that it shares with another, and no value."""
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
"""The sheets in their order, and the files that they are in."""
ENTITIES = b"<!DOCTYPE"
OVERLAP = 1000
"""Bytes that are looked at twice, so that a cell between two pieces is not missed: few formulas are longer."""
Cells = set[tuple[int, int]]
"""By row and column from 0."""


def read(data: bytes) -> Reading:
    """Every visible sheet that holds anything. Raises Unreadable."""
    packed = archive(data)
    formulas = _measure(packed)
    return workbook.read(data, dict(_by_sheet(packed, formulas)) if formulas else {})


def _measure(packed: Archive) -> dict[str, Cells]:
    """Refuse entities, and sheets with a cell farther out than any statement has: the library makes room for all
    before it. Gives back, by the file that they are in, the cells whose formula nobody has worked out: programs that
    only write workbooks leave that to the one that opens it."""
    left = MOST_UNPACKED
    formulas: dict[str, Cells] = {}
    for name in [each.name for each in packed.members if each.name.endswith(".xml")]:
        before = b""
        for part in packed.pieces(name):
            left -= len(part)
            if left < 0:
                raise Unreadable("bomb")
            _refuse(before + part)
            if FORMULA in part and (cells := UNKNOWN.findall(before + part)):
                formulas.setdefault(name, set()).update((int(row) - 1, _column(at) - 1) for at, row in cells)
            before = part[-OVERLAP:]
    return formulas


def _by_sheet(packed: Archive, formulas: dict[str, Cells]) -> Iterator[tuple[int, Cells]]:
    """The cells of each sheet by its number: what files are called says nothing of the order of the sheets. Raises
    Unreadable."""
    from .markup import elements  # only here: most workbooks have all of their values

    links = [each.attributes for each in elements(member(packed, LINKS)) if each.name == "Relationship"]
    files = {each.get("Id"): beside(BOOK, each.get("Target", "")) for each in links}
    sheets = [each.attributes for each in elements(member(packed, BOOK)) if each.name == "sheet"]
    for number, sheet in enumerate(sheets, 1):
        link = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        if cells := formulas.get(files.get(link, "")):
            yield number, cells


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
