"""Names of other parties that go over several lines of a text, of which one at most has the day and the amount."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from ..content import Span
from .cells import has_fen
from .columns import Header
from .placing import columns_on_the_page, under_column
from .printed_rows import Movement
from .rows import Row

MOST_LINES: Final = 3
"""Below a name, on which it may go on."""
NEAR: Final = 2
"""Points by which the lines of one cell stand apart, at their left or in their middle."""


class _Part(NamedTuple):
    """What a line has under the other party."""

    row: Row
    text: str
    span: Span


def with_whole_names(
    movements: Iterable[Movement | None], others: Mapping[int, Sequence[Row]], header: Header
) -> list[Movement | None]:
    """Movements with what the name of the other party may be together with the lines above and below; `others` are the
    lines without a day, by how many movements are above them."""
    parts = _parts(others, header)
    named: list[Movement | None] = []
    is_taken = False
    for index, movement in enumerate(movements):
        above, below = parts.get(index, [])[is_taken:], parts.get(index + 1, [])
        is_taken = movement is not None and not movement.party and _is_centred(above, movement.row, below)
        if movement and is_taken:
            movement = movement._replace(party=f"{above[-1].text}{below[0].text}")
        elif movement and (above or below):
            movement = movement._replace(names=_names(above, movement.party, below))
        named.append(movement)
    return named


def _parts(others: Mapping[int, Sequence[Row]], header: Header) -> dict[int, list[_Part]]:
    texts = {
        index: [row for row in rows if row.spans and not any(map(has_fen, row.cells))]
        for index, rows in others.items()
    }
    columns, party = header.spans, header.columns["party"]
    names = Row("page", 0, 0, [""] * len(columns), columns)
    grown = columns_on_the_page(names, [row for rows in texts.values() for row in rows])[party]
    columns = (*columns[:party], grown, *columns[party + 1 :])
    return {
        index: [_Part(row, *found) for row in rows if (found := under_column(row, columns, party))]
        for index, rows in texts.items()
    }


def _is_centred(above: Sequence[_Part], row: Row, below: Sequence[_Part]) -> bool:
    """Whether the lines next above and next below a row are of one cell, centred beside an amount between them."""
    if not above or not below:
        return False
    (before, _, one), (after, _, other) = above[-1], below[0]
    is_next = before.number == row.number == after.number and before.line + 1 == row.line == after.line - 1
    return is_next and min(abs(one[0] - other[0]), abs(sum(one) - sum(other)) / 2) <= NEAR


def _names(above: Sequence[_Part], name: str, below: Sequence[_Part]) -> tuple[str, ...]:
    """All that a name may be, whichever of the lines around it are its own."""
    lines = [name, *(part.text for part in below[:MOST_LINES])]
    from_above = [above[-1].text, *lines] if above else []
    return (*accumulate(lines), *accumulate(from_above))
