"""The columns of a table in a text, told by where its words stand on the page: empty cells leave no other trace."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ..content import Cell, Span
from .cells import has_fen
from .rows import Row

CLEARLY: Final = 0.5
"""A word beside all columns belongs to the nearest if it is at most so far from it, for its distance to the next one."""


def columns_on_the_page(head: Row, rows: Iterable[Row]) -> tuple[Span, ...]:
    """From where to where each column goes: its name in the header, and all words that can stand in no other column.

    Empty where the places of the words are not known.
    """
    if len(head.spans) != len(head.cells):
        return ()
    grown, columns = list(head.spans), tuple(head.spans)
    for row in rows:
        for span in row.spans:
            column = _only_column(span, columns)
            if column is not None:
                left, right = grown[column]
                grown[column] = min(left, span[0]), max(right, span[1])
    return tuple(grown)


@lru_cache(4096)  # words of a column often stand in the same place
def _only_column(span: Span, columns: tuple[Span, ...]) -> int | None:
    shared = [_shared(span, each) for each in columns]
    first, second, *_ = sorted(range(len(columns)), key=shared.__getitem__, reverse=True)
    if shared[first] > 0:
        return first if shared[second] <= 0 else None
    return first if shared[first] > CLEARLY * shared[second] else None


def _shared(one: Span, other: Span) -> float:
    """What two spans have in common; less than nothing where there is a gap between them."""
    return min(one[1], other[1]) - max(one[0], other[0])


@lru_cache(4096)
def _nearest(span: Span, columns: tuple[Span, ...]) -> int:
    return max(range(len(columns)), key=lambda at: _shared(span, columns[at]))


def under_columns(row: Row, columns: tuple[Span, ...]) -> list[Cell] | None:
    """The cells of a line, each in its column; None where two amounts would stand in one."""
    cells: list[Cell] = [""] * len(columns)
    for cell, span in zip(row.cells, row.spans, strict=True):
        column = _nearest(span, columns)
        before = cells[column]
        if before != "" and (has_fen(cell) or has_fen(before)):
            return None
        cells[column] = f"{before} {cell}".strip()
    return cells
