"""The header of a table, in a text also where the names of its columns go over several lines."""

from collections.abc import Iterator

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
    found = max(_stacks(table.rows), key=_columns, default=None)
    if found is None:
        return table, None
    start, lines, row = found
    one = table._replace(rows=[*table.rows[:start], row, *table.rows[start + lines :]])
    return one, find_header(one.rows)


def _stacks(rows: list[Row]) -> Iterator[tuple[int, int, Row]]:
    """Where headers of several lines begin, how many lines they have, and those lines as one."""
    for start in range(min(len(rows), DEEPEST)):
        for lines in range(2, MOST_LINES + 1):
            several = rows[start : start + lines]
            row = stacked(several) if sum(len(each.cells) for each in several) >= LEAST_WORDS else None
            if row and find_header([row]):
                yield start, lines, row


def _columns(found: tuple[int, int, Row]) -> tuple[int, int]:
    header = find_header([found[2]])
    return (len(header.columns) if header else 0), -found[1]
