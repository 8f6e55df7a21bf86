"""The header of a table, in a text also where the names of its columns go over several lines."""

from collections.abc import Iterator
from typing import NamedTuple

from .columns import DEEPEST, Header, find_header
from .placing import stacked
from .rows import Row, Table

MOST_LINES = 3
"""Over which the names of columns go."""
LEAST_WORDS = 4
"""Fewer make no header, and most lines of running text have one."""


def with_header(table: Table) -> tuple[Table, Header | None]:
    """The table and its header; lines of a text that make one together stand as one in the table."""
    header = find_header(table.rows)
    if header or table.aligned:
        return table, header
    found = max(_stacks(table.rows), key=lambda each: (each.columns, -each.lines), default=None)
    if found is None:
        return table, None
    after = table.rows[found.start + found.lines :]
    one = table._replace(rows=[*table.rows[: found.start], found.row, *after])
    return one, find_header(one.rows)


class _Stack(NamedTuple):
    """Lines that make a header together: where they begin, how many they are, the line that they make, and how many
    columns it names."""

    start: int
    lines: int
    row: Row
    columns: int


def _stacks(rows: list[Row]) -> Iterator[_Stack]:
    for start in range(min(len(rows), DEEPEST)):
        for lines in range(2, MOST_LINES + 1):
            several = rows[start : start + lines]
            row = stacked(several) if sum(len(each.cells) for each in several) >= LEAST_WORDS else None
            header = find_header([row]) if row else None
            if row and header:
                yield _Stack(start, lines, row, len(header.columns))
