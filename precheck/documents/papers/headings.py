"""The header of a table, in a text also where the names of its columns go over several lines."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from ..content import Cell, Span
from .cells import plain
from .columns import DEEPEST, Header, canonical, columns_of, find_header
from .placing import stacked, with_whole_days
from .rows import Row, Table

MOST_LINES = 3
"""Over which the names of columns go."""
LEAST_WORDS = 4
"""Fewer make no header, and most lines of running text have one."""
LEAST_TWICE = 3
"""Names that a header has twice where two pages stand side by side."""
TOLERANCE = 2
"""Points."""
NARROWEST = 100
"""Points of a page that stands beside another."""
TELLING = frozenset({"inflow", "outflow", "signed", "direction", "balance"})
"""Columns without which the sums are wrong."""


def with_header(table: Table) -> tuple[Table, Header | None]:
    """The table and its header; lines of a text that make one together stand as one in the table."""
    if table.aligned:
        return table, find_header(table.rows)
    table = table._replace(rows=[*map(_parted, table.rows[:DEEPEST]), *table.rows[DEEPEST:]])
    if shift := _shift(table.rows[:DEEPEST]):
        table = table._replace(rows=_in_turn(table.rows, shift))
    header = find_header(table.rows)
    found = max(_stacks(table.rows, header), key=lambda each: (each.columns, -each.lines), default=None)
    if found:
        after = table.rows[found.start + found.lines :]
        table = table._replace(rows=[*table.rows[: found.start], found.row, *after])
        header = find_header(table.rows)
    return (table._replace(rows=with_whole_days(table.rows)) if header else table), header


def _shift(rows: list[Row]) -> float:
    """How far to the right the second page stands, where two are side by side on one: all names of columns are there
    twice, as far from each other. 0 where it is one page."""
    places: dict[str, list[float]] = {}
    rows = [row for row in rows if row.number == rows[0].number]
    for row in rows:
        for cell, (left, _) in zip(row.cells, row.spans, strict=False):
            if canonical(cell):
                places.setdefault(plain(cell), []).append(left)
    shifts = [abs(each[1] - each[0]) for each in places.values() if len(each) == 2]
    if len(shifts) < LEAST_TWICE or max(shifts) - min(shifts) > TOLERANCE or min(shifts) < NARROWEST:
        return 0
    return shifts[0]


def _in_turn(rows: list[Row], shift: float) -> list[Row]:
    """The lines of two pages that stand side by side, first all on the left, then all on the right, as if below them."""
    edge = min(row.spans[0][0] for row in rows if row.spans) + shift - TOLERANCE
    turned: list[Row] = []
    for _, page in groupby(rows, key=attrgetter("number")):
        halves = [_halves(row, edge, shift) for row in page]
        turned += [half for side in zip(*halves, strict=True) for half in side if half.cells]
    return turned


def _halves(row: Row, edge: float, shift: float) -> tuple[Row, Row]:
    at = sum(left < edge for left, _ in row.spans)
    moved = [(left - shift, right - shift) for left, right in row.spans[at:]]
    return row._replace(cells=row.cells[:at], spans=row.spans[:at]), row._replace(
        cells=row.cells[at:], spans=moved
    )


def _parted(row: Row) -> Row:
    """A line with names of columns apart that nearly touch, `借方发生额 贷方发生额`."""
    if not row.is_placed or not any(map(_names_in, row.cells)):
        return row
    words = [word for cell, span in zip(row.cells, row.spans, strict=True) for word in _apart(cell, span)]
    return row.with_words((span, cell) for cell, span in words)


def _names_in(cell: Cell) -> list[str]:
    """The names of columns that a cell has, if it has several and nothing else."""
    names = cell.split() if isinstance(cell, str) and " " in cell and not canonical(cell) else []
    return names if len(names) > 1 and all(map(canonical, names)) else []


def _apart(cell: Cell, span: Span) -> Iterator[tuple[Cell, Span]]:
    """A cell, or the names in it with the share of its width that each has."""
    names = _names_in(cell)
    if not names:
        yield cell, span
        return
    left, width = span[0], (span[1] - span[0]) / (len("".join(names)) + (len(names) - 1) / 2)
    for name in names:
        right = left + width * len(name)
        yield name, (left, right)
        left = right + width / 2


class _Stack(NamedTuple):
    """Lines that make a header together: where they begin, how many they are, the line that they make, and how many
    columns it names."""

    start: int
    lines: int
    row: Row
    columns: int


def _stacks(rows: list[Row], known: Header | None) -> Iterator[_Stack]:
    """Lines that make a header together; of those around one that is known, lines that tell more of the money."""
    first = (
        range(max(0, known.row + 1 - MOST_LINES), known.row + 1) if known else range(min(len(rows), DEEPEST))
    )
    for start in first:
        for lines in range(max(2, known.row + 1 - start if known else 0), MOST_LINES + 1):
            several = rows[start : start + lines]
            row = _stacked(several) if sum(len(each.cells) for each in several) >= LEAST_WORDS else None
            header = find_header([row]) if row else None
            if row and header and (known is None or _tells_more(header, known, several)):
                yield _Stack(start, lines, row, len(header.columns))


def _stacked(rows: list[Row]) -> Row | None:
    """Lines as one, without a name that stands over both sides of the money."""
    return stacked([_under_no_title(row, rows[index + 1 :]) for index, row in enumerate(rows)])


def _under_no_title(row: Row, below: list[Row]) -> Row:
    """A line without the name of an amount, where a line below has names for money in and money out."""
    has_sides = any(columns_of(each.cells).keys() >= {"inflow", "outflow"} for each in below)
    if not has_sides or not row.is_placed:
        return row
    kept = [i for i, cell in enumerate(row.cells) if (canonical(cell) or "x")[0] != "signed"]
    return row.only(kept)


def _tells_more(header: Header, known: Header, rows: list[Row]) -> bool:
    """Whether lines around a header name columns of money or of its way that the header alone does not, and are neither
    movements nor what a statement says of itself."""
    more = header.columns.keys() - known.columns.keys()
    said = "".join(row.text for row in rows)
    return bool(more & TELLING) and re.search("[0-9:]", said) is None
