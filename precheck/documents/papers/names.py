"""The names of the lines of a printed form that go over several lines of the page, beside amounts that stand on one."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from typing import Final

from ..content import Cell, Span
from .cells import has_fen, plain
from .layouts import has_han
from .placing import around, overlaps
from .rows import Row

WINDOWS: Final = (
    (1, 1),
    (2, 2),
    (0, 1),
    (1, 0),
    (0, 2),
    (2, 0),
    (0, 3),
    (3, 0),
    (3, 3),
    (0, 4),
    (4, 0),
    (0, 5),
)
"""How many lines of a name may stand above and below its amounts: as many, where cells are centred, or all on one side."""
MOST_WORDS: Final = 20
"""In a line that may have a part of a name: forms have fewer."""
_TORN: Final = re.compile(
    r"-?[0-9]{1,3}(?:,[0-9]{3})*(?:,[0-9]{0,2}|\.)|-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]|-?[0-9]{4,}\.[0-9]?"
)
"""The first part of an amount that goes on in the line below, where its column is too narrow."""
IsKnown = Callable[[str], bool]


def sides_of(rows: Sequence[Row], edges: Sequence[float]) -> Iterator[list[Row]]:
    """The lines of each side of a form whose columns of names begin behind these edges; all on one side without any.

    Lines of which the places of the words are not known are left whole, on the first side.
    """
    sides: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        if not edges or not row.is_placed:
            sides[0].append(row)
            continue
        numbers = [sum(sum(span) / 2 > edge for edge in edges) for span in row.spans]
        for number in sorted({*numbers}):
            there = [at for at, each in enumerate(numbers) if each == number]
            sides[number].append(row.only(there))
    yield from sides


def with_names(rows: Sequence[Row], is_known: IsKnown) -> list[Row]:
    """The lines of one side of a form, those with amounts with their whole names: what the lines above and below have of
    them is taken from there."""
    whole = list(rows)
    for index, row in enumerate(rows):
        if any(map(has_fen, row.cells)):
            _complete(whole, index, is_known)
    return [row for row in whole if row.cells]


def is_torn(word: Cell) -> bool:
    """Whether a word is the beginning of an amount only."""
    return isinstance(word, str) and _TORN.fullmatch(plain(word)) is not None


def _complete(rows: list[Row], index: int, is_known: IsKnown) -> None:
    """Put the whole name into a line with amounts: one that the form has, or the lines next to amounts without any."""
    row = rows[index]
    has_known = any(is_known(plain(cell)) for cell in row.cells)
    for above, below in WINDOWS:
        beside = _beside(rows, index, above, below)
        if not beside or (has_known and any(len(rows[at].cells) > 1 for at in beside)):
            continue
        name = next((each for each in _names(rows, index, beside) if is_known(_text(rows, each))), None)
        if name:
            _move(rows, index, name)
            return
    beside = [] if any(map(has_han, row.cells)) else _beside(rows, index, 1, 1)
    names = [*_names(rows, index, beside)] if beside else []
    if names:
        _move(rows, index, names[-1])


def _beside(rows: Sequence[Row], index: int, above: int, below: int) -> list[int]:
    """The lines above and below one, so many, if they are on its page and none has amounts."""
    around = [*range(index - above, index), *range(index + 1, index + 1 + below)]
    is_there = around[0] >= 0 and around[-1] < len(rows)
    return around if is_there and all(_can_go_on(rows[at], rows[index]) for at in around) else []


def _can_go_on(row: Row, beside: Row) -> bool:
    is_text = row.is_placed and 0 < len(row.cells) <= MOST_WORDS
    return (
        is_text
        and row.number == beside.number
        and not any(has_fen(each) or is_torn(each) for each in row.cells)
    )


def _names(rows: Sequence[Row], index: int, around: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """The words, by their line and which of its words they are, that may be one name: they stand above each other."""
    first = rows[around[0]]
    for at, span in enumerate(first.spans):
        lines = sorted([*around, index])
        found = [(line, _under(rows[line], span)) for line in lines]
        words = [(line, word) for line, word in found if word is not None]
        is_whole = len(words) == len(lines) or (
            len(words) == len(around) and index not in dict(words) and lines[0] < index < lines[-1]
        )
        if is_whole and has_han(first.cells[at]):
            yield words


def _under(row: Row, span: Span) -> int | None:
    """Which word of a line stands above or below others; no amount does."""
    there = [at for at, each in enumerate(row.spans) if overlaps(each, span)]
    return there[0] if len(there) == 1 and not has_fen(row.cells[there[0]]) else None


def _text(rows: Sequence[Row], name: Sequence[tuple[int, int]]) -> str:
    return "".join(plain(rows[line].cells[word]) for line, word in name)


def _move(rows: list[Row], index: int, name: Sequence[tuple[int, int]]) -> None:
    """Put a whole name into its line, and take its words out of the others."""
    whole = reduce(around, [rows[line].spans[word] for line, word in name]), _text(rows, name)
    for line, word in name:
        rows[line] = rows[line].without(word)
    row = rows[index]
    rows[index] = row.with_words([*zip(row.spans, row.cells, strict=True), whole])
