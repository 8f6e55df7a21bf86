"""The columns of a printed form: which is which period, in tables and in text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..content import Cell, Span
from .cells import has_fen, is_blank, plain
from .placing import columns_on_the_page
from .rows import Row

COLUMNS: Final = {
    "closing": "期末余额 期末数 期末金额 期末账面余额 年末余额 年末数 期末 年末 月末数 月末余额 本月末 本期末 本期期末数 本期期末余额 本年期末余额 季末数 季末余额",
    "opening": "年初余额 年初数 上年年末余额 期初余额 年初金额 期初数 上年期末余额 年初 期初 期初金额 上年年末数 上年末 上年末余额 上年末数",
    "current": "本月金额 本月数 本期金额 本期数 本季金额 本季度金额 本年金额 本年数 本期发生额 本月发生额 本月 本期 本季 本季数 本季度 本季度数 本年 本月发生 本月发生数"
    " 本期发生 本期发生数 本年发生额 本年发生数 本季发生额 本月实际 本月实际数 本期实际数",
    "year_to_date": "本年累计金额 本年累计数 本年累计 累计金额 本年累计发生额 本年累计额 累计数 累计 累计发生额 本年累计实际数",
    "previous": "上年金额 上期金额 上年同期 上年同期金额 上年累计 上年累计金额 上年数 上年同期累计 上年同期累计金额 上年 上期 上期数 上年发生额 上期发生额 上年同期数"
    " 上年同期累计数 上月 上月数 上月金额 上年实际数",
    "amount": "金额 金额/比例",
}
"""What the columns of forms are called."""
_COLUMN: Final = {name: kind for kind, names in COLUMNS.items() for name in names.split()}
_ONE_COLUMN: Final = re.compile("|".join(sorted(_COLUMN, key=len, reverse=True)))
_ONLY_COLUMNS: Final = re.compile(f"(?:{_ONE_COLUMN.pattern})+")
NOTES: Final = re.compile(r"\([^()]*\)|\([^()]*$|或?\[[^\[\]]*\]")
"""What stands in brackets behind a name."""
_NUMBER_OF_LINE: Final = re.compile(r"行次|栏次|行号|序号|行数")
_NO_AMOUNTS: Final = re.compile("项目|资产|负债|权益|类别|科目|附注|注释|计算|" + _NUMBER_OF_LINE.pattern)
"""Columns of names and of numbers of lines."""
_AMOUNTS: Final = re.compile("[本上期月年季数额]|预算|实际|累计|增减|比例|占比")
"""What is in the names of columns of amounts."""
_OF_YEAR: Final = re.compile("(?P<year>20[0-9]{2})(?:年?度|年(?P<day>12月31日)?)")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
MOST_COUNTED: Final = 40
LEAST_COUNTED: Final = 5
"""Lines with a number of their own that tell that all have one."""
UNKNOWN: Final = "?"
"""Stands before the name of a column of a text that is not known, but takes its place among the others."""


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
    """In a text, where the name of every column stands, also of those that belong to a second name and of the two that
    may be under one; empty where that is not known."""
    held: tuple[tuple[str, int], ...] = ()
    """For each of these, what amounts there are, and whether they belong to the first name of a line or a later one."""
    edges: tuple[float, ...] = ()
    """In a text, behind which columns of amounts those of a second name begin, which has a column of its own."""


def layout_of(rows: Sequence[Row], *, aligned: bool) -> Layout | None:
    """The columns, from the row that names most of them; None when no row does."""
    heads = [(_kinds(row) if aligned else _order(row)) or _dated(row) for row in rows[:40]]
    index = max(range(len(heads)), key=lambda i: len(heads[i]), default=0)
    if not heads or not heads[index]:
        return None
    if aligned:
        return Layout(index, blocks=tuple(_blocks(rows[index], heads[index])))
    columns = _all_of(rows[index], heads[index])
    kinds = [kind for _, kind in columns]
    first_run = kinds[: kinds.index(kinds[0], 1)] if kinds.count(kinds[0]) > 1 else kinds
    around = "".join(row.text for row in rows[max(index - 2, 0) : index + 2])
    numbered = _NUMBER_OF_LINE.search(around) is not None or _are_numbered(rows[index + 1 :])
    places, held = _places(rows[index : index + 3], columns, len(first_run))
    places = _over_amounts(places, rows[index + 1 :])
    edges = _edges(places, held, rows[max(index - 1, 0) : index + 2])
    return Layout(index, (), tuple(first_run), numbered, places, held, edges)


def _are_numbered(rows: Sequence[Row]) -> bool:
    """Whether the lines of a form count: the name of that column may itself go over lines."""
    second = [plain(row.cells[1]) for row in rows[:MOST_COUNTED] if len(row.cells) > 1]
    numbers = [int(each) for each in second if re.fullmatch("[0-9]{1,3}", each)]
    return len(numbers) >= LEAST_COUNTED and all(one < other for one, other in pairwise(numbers))


def _dated(row: Row) -> list[tuple[int, str]]:
    """The columns of two years that a row names by their last days or numbers: `2025年12月31日`, `2024年度`."""
    found = [
        (cell, each) for cell, text in enumerate(row.cells[:200]) if (each := _OF_YEAR.fullmatch(plain(text)))
    ]
    years = {each["year"] for _, each in found}
    if len(years) != 2:
        return []
    kinds = {True: ("closing", "current"), False: ("opening", "previous")}
    return [(cell, kinds[each["year"] == max(years)][each["day"] is None]) for cell, each in found]


Places = tuple[tuple[Span, ...], tuple[tuple[str, int], ...]]


def _places(rows: Sequence[Row], columns: Sequence[tuple[int, str]], run: int) -> Places:
    """Where the columns of a text stand and what they hold, if each has a word of its own and all names the same
    columns. Where one of the lines below names two for each of them, amounts stand under those."""
    head, cells = rows[0], [cell for cell, _ in columns]
    if not head.is_placed or len({*cells}) < len(cells) or len(cells) % run:
        return (), ()
    held = [(kind, number // run) for number, (_, kind) in enumerate(columns)]
    for row in rows[1:]:
        halves = [span for span, cell in zip(row.spans, row.cells, strict=False) if _is_half(cell)]
        if len(halves) == 2 * len(held) > 2:
            return tuple(halves), tuple(each for each in held for _ in range(2))
    return tuple(head.spans[cell] for cell in cells), tuple(held)


def _over_amounts(places: tuple[Span, ...], rows: Sequence[Row]) -> tuple[Span, ...]:
    """The places of columns with those of the amounts below their names, which may stand at another side."""
    head = Row("page", 0, 0, [""] * len(places), places)
    return columns_on_the_page(head, [_amounts_of(row) for row in rows]) if len(places) > 1 else places


def _edges(places: Sequence[Span], held: Sequence[tuple[str, int]], rows: Iterable[Row]) -> tuple[float, ...]:
    """The right edges of columns behind which one of the lines of the header names a column of names."""
    between = [
        (place[1], following[0])
        for (place, (_, one)), (following, (_, other)) in pairwise(zip(places, held, strict=True))
        if one != other
    ]
    words = [word for row in rows for word in zip(row.spans, row.cells, strict=False)]
    names = [sum(span) / 2 for span, cell in words if has_han(cell) and not _is_number(cell)]
    return tuple(left for left, right in between if any(left < name < right for name in names))


def _is_number(cell: Cell) -> bool:
    return _NUMBER_OF_LINE.fullmatch(plain(cell)) is not None or plain(cell) in ("行", "栏")


def _amounts_of(row: Row) -> Row:
    spans = [span for span, cell in zip(row.spans, row.cells, strict=False) if has_fen(cell)]
    return row._replace(spans=spans)


def _is_half(cell: Cell) -> bool:
    name = plain(cell)
    return has_han(name) and not _NO_AMOUNTS.fullmatch(name)


def has_han(cell: Cell) -> bool:
    """Whether a cell has a Chinese character."""
    return _HAN.search(plain(cell)) is not None


def kind_of(cell: str) -> str | None:
    """What a column of that name holds; None where that is not known."""
    return _COLUMN.get(NOTES.sub("", cell))


def _kinds(row: Row) -> list[tuple[int, str]]:
    kinds = ((column, kind_of(plain(cell))) for column, cell in enumerate(row.cells[:200]))
    return [(column, kind) for column, kind in kinds if kind]


def _order(row: Row) -> list[tuple[int, str]]:
    """The columns that a line names; several may stand in one word."""
    names = (NOTES.sub("", plain(cell)) for cell in row.cells[:200])
    return [
        (cell, _COLUMN[each])
        for cell, name in enumerate(names)
        if _ONLY_COLUMNS.fullmatch(name)
        for each in _ONE_COLUMN.findall(name)
    ]


def _all_of(head: Row, known: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The columns that a line names, with those that are not known but may hold amounts."""
    cells = {cell for cell, _ in known}
    others = ((cell, NOTES.sub("", plain(head.cells[cell]))) for cell in range(1, len(head.cells[:200])))
    unknown = [
        (cell, UNKNOWN + name)
        for cell, name in others
        if cell not in cells and _AMOUNTS.search(name) and not _NO_AMOUNTS.search(name)
    ]
    return sorted([*known, *unknown], key=_cell)


def _cell(column: tuple[int, str]) -> int:
    return column[0]


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
