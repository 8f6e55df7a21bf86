"""The columns of a table in a text, told by where its words stand on the page: empty cells leave no other trace."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import pairwise, zip_longest
from typing import Final

from ..content import Cell, Span
from .cells import day_of, has_fen, plain
from .rows import Row

TOTALS: Final = ("合计", "总计", "小计", "累计", "本页")
MOST_STACKED: Final = 60
"""Words of a line that is one with others: names of columns, or an amount with its name, are fewer."""
MOST_BELOW: Final = 2
"""Lines below that in which a day begins, on which it may end."""
_BREAKS: Final = ("-", "/", ".", "年", "月")
_BEGUN_DAY: Final = r"20[0-9]{2}[-/.年](?:[0-9]{1,2}[-/.月])?"
CLEARLY: Final = 0.5
"""A word beside all columns belongs to the nearest if it is at most so far from it, for its distance to the next one."""


def is_total(row: Row) -> bool:
    """Whether a row begins like one of totals."""
    start = row.text[:40]
    return any(word in start for word in TOTALS)


def stacked(rows: Sequence[Row]) -> Row | None:
    """Lines as one, words that stand above each other as one word, in the place of the last; None where the places of the
    words are not known, or they are too many."""
    words: list[tuple[Span, str]] = []
    for row in rows:
        if not row.is_placed or len(row.cells) > MOST_STACKED:
            return None
        for span, cell in zip(row.spans, row.cells, strict=True):
            at = next((i for i, (other, _) in enumerate(words) if overlaps(span, other)), None)
            if at is None:
                words.append((span, f"{cell}"))
                continue
            place, text = words[at]
            words[at] = around(place, span), f"{text}{cell}"
    return rows[-1].with_words(sorted(words))


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


def with_whole_days(rows: Sequence[Row]) -> list[Row]:
    """The lines with every day whole that goes over several, as `2026-01-` above `07`: in that of them which has the
    amount."""
    whole = list(rows)
    for index, row in enumerate(rows):
        for cell in row.cells if row.is_placed else ():
            if cell.__class__ is str and cell.endswith(_BREAKS) and re.fullmatch(_BEGUN_DAY, cell):
                _put_together(whole, index, cell)
    return whole


def _put_together(rows: list[Row], index: int, begun: str) -> None:
    """Put a day that begins in a line into that of the next lines which has the amount, and take its end out of its own."""
    row = rows[index]
    at = row.cells.index(begun)
    for below in range(index + 1, min(index + 1 + MOST_BELOW, len(rows))):
        end = _below(row, at, rows[below])
        day = f"{begun}{rows[below].cells[end]}" if end is not None else ""
        if end is None or day_of(day) is None:
            continue
        lines = range(index, below + 1)
        target = next((line for line in lines if _has_amount(rows[line])), index)
        span = row.spans[at]
        rows[index], rows[below] = row.without(at), rows[below].without(end)
        words = zip(rows[target].spans, rows[target].cells, strict=True)
        rows[target] = rows[target].with_words([*words, (span, day)])
        return


def _below(row: Row, at: int, below: Row) -> int | None:
    """Which word of another line stands below one of a line."""
    if not (row.is_placed and below.is_placed):
        return None
    return next((i for i, span in enumerate(below.spans) if overlaps(span, row.spans[at])), None)


def _has_amount(row: Row) -> bool:
    """Whether there is an amount among words whose places are known."""
    return row.is_placed and any(map(has_fen, row.cells))


def _is_above(row: Row, below: Row, is_dated: Callable[[Row], bool]) -> bool:
    if not row.is_placed or _has_amount(row) or not _has_amount(below):
        return False
    return is_dated(row) and not is_dated(below) and not any(word in below.text for word in TOTALS)


def _one_line(row: Row, below: Row) -> Row:
    return row.with_words(zip((*row.spans, *below.spans), (*row.cells, *below.cells), strict=True))


def columns_on_the_page(head: Row, rows: Iterable[Row]) -> tuple[Span, ...]:
    """From where to where each column goes: its name in the header, the words that stand in its strip of the page, and
    those of no strip that can stand in no other column.

    Empty where the places of the words are not known.
    """
    if not head.is_placed:
        return ()
    grown, columns = list(head.spans), tuple(head.spans)
    strips = _strips({span for row in rows for span in row.spans})
    column_of = _column_of_strips([strip for strip, _ in strips], columns)
    for number, (strip, words) in enumerate(strips):
        in_column = column_of.get(number)
        for span in words if in_column is None else (strip,):
            column = only_column(span, columns) if in_column is None else in_column
            if column is not None:
                grown[column] = around(grown[column], span)
    return tuple(grown)


def _strips(words: Iterable[Span]) -> list[tuple[Span, list[Span]]]:
    """From where to where words that stand above each other go together, and these words, from left to right."""
    strips: list[tuple[Span, list[Span]]] = []
    for span in sorted(words):
        if strips and span[0] < strips[-1][0][1]:
            strip, together = strips[-1]
            together.append(span)
            strips[-1] = around(strip, span), together
        else:
            strips.append((span, [span]))
    return strips


def _column_of_strips(strips: Sequence[Span], columns: Sequence[Span]) -> dict[int, int]:
    """The columns of strips: that whose name stands over it, and between two such, where as many names are left as strips,
    each in its turn. A name in the middle of a wide column may be nearer to the words of another."""
    over = {
        number: named
        for number, strip in enumerate(strips)
        if (named := [column for column, name in enumerate(columns) if overlaps(strip, name)])
    }
    found = {number: named[0] for number, named in over.items() if len(named) == 1}
    known = [(number, named[at]) for number, named in sorted(over.items()) for at in (0, -1)]
    for (strip, column), (next_strip, next_column) in pairwise(
        [(-1, -1), *known, (len(strips), len(columns))]
    ):
        if next_strip - strip == next_column - column:
            found |= zip(range(strip + 1, next_strip), range(column + 1, next_column), strict=True)
    return found


def around(one: Span, other: Span) -> Span:
    """From where to where two words go together."""
    return min(one[0], other[0]), max(one[1], other[1])


@lru_cache(4096)  # words of a column often stand in the same place
def only_column(span: Span, columns: tuple[Span, ...]) -> int | None:
    """The column of two or more that a word can stand in; None where it could as well stand in another."""
    shared = [_shared(span, each) for each in columns]
    first, second, *_ = sorted(range(len(columns)), key=shared.__getitem__, reverse=True)
    if shared[first] > 0:
        return first if shared[second] <= 0 else None
    return first if shared[first] > CLEARLY * shared[second] else None


def is_below(span: Span, columns: Iterable[Span]) -> bool:
    """Whether a word stands below the name of one of the columns, or among their amounts."""
    return any(overlaps(span, each) for each in columns)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two words, or a word and a column, stand above each other."""
    return _shared(one, other) > 0


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
    return "".join(plain(cell) for cell, _ in words), reduce(around, [span for _, span in words])
