"""The columns of a printed form: which is which period, in tables and in text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..content import Span
from .cells import is_blank, plain
from .rows import Row

COLUMNS: Final = {
    "closing": "期末余额 期末数 期末金额 期末账面余额 年末余额 年末数",
    "opening": "年初余额 年初数 上年年末余额 期初余额 年初金额 期初数 上年期末余额",
    "current": "本月金额 本月数 本期金额 本期数 本季金额 本季度金额 本年金额 本年数 本期发生额 本月发生额",
    "year_to_date": "本年累计金额 本年累计数 本年累计 累计金额 本年累计发生额 本年累计额",
    "previous": "上年金额 上期金额 上年同期 上年同期金额 上年累计 上年累计金额 上年数 上年同期累计 上年同期累计金额",
    "amount": "金额 金额/比例",
}
"""What the columns of forms are called."""
_COLUMN: Final = {name: kind for kind, names in COLUMNS.items() for name in names.split()}
_ONE_COLUMN: Final = re.compile("|".join(sorted(_COLUMN, key=len, reverse=True)))
_ONLY_COLUMNS: Final = re.compile(f"(?:{_ONE_COLUMN.pattern})+")
NOTES: Final = re.compile(r"\([^()]*\)|\([^()]*$|或?\[[^\[\]]*\]")
"""What stands in brackets behind a name."""
_NUMBER_OF_LINE: Final = re.compile(r"行次|栏次|行号|序号")


class Block(NamedTuple):
    """Columns side by side that belong to one name: a balance sheet has two such blocks."""

    names: range
    """Where the name may stand."""
    columns: dict[str, range]
    """Where the amounts stand, by what they are."""


class Layout(NamedTuple):
    """The columns of a form."""

    row: int
    """The index of the header row."""
    blocks: tuple[Block, ...] = ()
    """In a table."""
    order: tuple[str, ...] = ()
    """In a text, what the amounts behind a name are, from left to right."""
    numbered: bool = False
    """In a text, whether a number of the line stands between name and amounts."""
    places: tuple[Span, ...] = ()
    """In a text, where the name of every column stands, also of those that belong to a second name; empty where that is
    not known."""


def layout_of(rows: Sequence[Row], *, aligned: bool) -> Layout | None:
    """The columns, from the row that names most of them; None when no row does."""
    heads = [_kinds(row) if aligned else _order(row) for row in rows[:40]]
    index = max(range(len(heads)), key=lambda i: len(heads[i]), default=0)
    if not heads or not heads[index]:
        return None
    if aligned:
        return Layout(index, blocks=tuple(_blocks(rows[index], heads[index])))
    kinds = [kind for _, kind in heads[index]]
    first_run = kinds[: kinds.index(kinds[0], 1)] if kinds.count(kinds[0]) > 1 else kinds
    around = "".join(row.text for row in rows[max(index - 2, 0) : index + 2])
    numbered = _NUMBER_OF_LINE.search(around) is not None
    return Layout(index, (), tuple(first_run), numbered, _places(rows[index], heads[index], len(first_run)))


def _places(head: Row, kinds: Sequence[tuple[int, str]], run: int) -> tuple[Span, ...]:
    """Where the columns of a text stand, if each has a word of its own and all names the same columns."""
    cells = [cell for cell, _ in kinds]
    is_known = len(head.spans) == len(head.cells) and len({*cells}) == len(cells) and len(cells) % run == 0
    return tuple(head.spans[cell] for cell in cells) if is_known else ()


def _kinds(row: Row) -> list[tuple[int, str]]:
    names = ((column, NOTES.sub("", plain(cell))) for column, cell in enumerate(row.cells[:200]))
    return [(column, _COLUMN[name]) for column, name in names if name in _COLUMN]


def _order(row: Row) -> list[tuple[int, str]]:
    """The columns that a line names; several may stand in one word."""
    names = (NOTES.sub("", plain(cell)) for cell in row.cells[:200])
    return [
        (cell, _COLUMN[each])
        for cell, name in enumerate(names)
        if _ONLY_COLUMNS.fullmatch(name)
        for each in _ONE_COLUMN.findall(name)
    ]


def _blocks(head: Row, kinds: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """The columns of a table in blocks: a kind that comes again later starts the next one.

    A column goes as far as its name does: over empty cells, where cells are joined, or the same name again.
    """
    start, before, columns = 0, "", dict[str, range]()
    for column, kind in kinds:
        stop = column + 1
        while stop < len(head.cells) and is_blank(head.cells[stop]):
            stop += 1
        if kind == before:
            columns[kind] = range(columns[kind].start, stop)
        elif kind in columns:
            yield Block(range(start, min(each.start for each in columns.values())), columns)
            start, columns = max(each.stop for each in columns.values()), {kind: range(column, stop)}
        else:
            columns[kind] = range(column, stop)
        before = kind
    yield Block(range(start, min(each.start for each in columns.values())), columns)
