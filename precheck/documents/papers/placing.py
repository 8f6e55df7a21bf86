"""The columns of a table in a text, told by where its words stand on the page: empty cells leave no other trace."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from ..content import Cell, Span
from .cells import has_fen, plain
from .rows import Row

TOTALS: Final = ("合计", "总计", "小计", "累计", "本页")
CLEARLY: Final = 0.5
"""A word beside all columns belongs to the nearest if it is at most so far from it, for its distance to the next one."""


def is_total(row: Row) -> bool:
    """Whether a row begins like one of totals."""
    start = row.text[:40]
    return any(word in start for word in TOTALS)


def stacked(rows: Sequence[Row]) -> Row | None:
    """Lines as one, words that stand above each other as one word; None where the places of the words are not known."""
    words: list[tuple[Span, str]] = []
    for row in rows:
        if len(row.spans) != len(row.cells):
            return None
        for span, cell in zip(row.spans, row.cells, strict=True):
            at = next((i for i, (other, _) in enumerate(words) if _shared(span, other) > 0), None)
            if at is None:
                words.append((span, f"{cell}"))
                continue
            (left, right), text = words[at]
            words[at] = (min(left, span[0]), max(right, span[1])), f"{text}{cell}"
    words.sort()
    return rows[-1]._replace(cells=[text for _, text in words], spans=[span for span, _ in words])


def joined(rows: Sequence[Row], is_dated: Callable[[Row], bool]) -> Iterator[Row]:
    """The lines of a text; a day that stands alone takes the line below it, which has the amount: cells of several lines
    are centred beside those of one."""
    lines = iter(zip_longest(rows, rows[1:]))
    for row, below in lines:
        if below is None or not _is_above(row, below, is_dated):
            yield row
            continue
        yield _one_line(row, below)
        next(lines)


def _is_above(row: Row, below: Row, is_dated: Callable[[Row], bool]) -> bool:
    is_known = len(row.spans) == len(row.cells) and len(below.spans) == len(below.cells)
    if not is_known or any(map(has_fen, row.cells)) or not any(map(has_fen, below.cells)):
        return False
    return is_dated(row) and not is_dated(below) and not any(word in below.text for word in TOTALS)


def _one_line(row: Row, below: Row) -> Row:
    words = sorted(zip((*row.spans, *below.spans), (*row.cells, *below.cells), strict=True), key=_left)
    return row._replace(cells=[cell for _, cell in words], spans=[span for span, _ in words])


def _left(word: tuple[Span, Cell]) -> float:
    return word[0][0]


def columns_on_the_page(head: Row, rows: Iterable[Row]) -> tuple[Span, ...]:
    """From where to where each column goes: its name in the header, and all words that can stand in no other column.

    Empty where the places of the words are not known.
    """
    if len(head.spans) != len(head.cells):
        return ()
    grown, columns = list(head.spans), tuple(head.spans)
    for row in rows:
        for span in row.spans:
            column = only_column(span, columns)
            if column is not None:
                left, right = grown[column]
                grown[column] = min(left, span[0]), max(right, span[1])
    return tuple(grown)


@lru_cache(4096)  # words of a column often stand in the same place
def only_column(span: Span, columns: tuple[Span, ...]) -> int | None:
    """The column of two or more that a word can stand in; None where it could as well stand in another."""
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


def under_column(row: Row, columns: tuple[Span, ...], column: int) -> tuple[str, Span] | None:
    """What a line has under one of the columns, and from where to where it goes."""
    words = [
        (cell, span)
        for cell, span in zip(row.cells, row.spans, strict=True)
        if _nearest(span, columns) == column
    ]
    if not words:
        return None
    spans = [span for _, span in words]
    return "".join(plain(cell) for cell, _ in words), (
        min(left for left, _ in spans),
        max(right for _, right in spans),
    )
