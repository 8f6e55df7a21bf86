"""Which way the money went, in the words and signs of banks and platforms."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from ..content import Cell
from .cells import day_of, is_blank, plain
from .columns import Header
from .rows import Row, Table

INWARD: Final = frozenset(
    [
        "收入",
        "贷",
        "贷方",
        "贷CR",
        "收",
        "进",
        "进账",
        "转入",
        "存入",
        "来账",
        "C",
        "CR",
        "+",
        "入账",
        "收款",
        "交易",
        "贷(收入)",
        "贷记",
        "收入(贷)",
    ]
)
OUTWARD: Final = frozenset(
    [
        "支出",
        "借",
        "借方",
        "借DR",
        "支",
        "付",
        "出",
        "出账",
        "转出",
        "支取",
        "往账",
        "D",
        "DR",
        "-",
        "付款",
        "借(支出)",
        "借记",
        "支出(借)",
    ]
)
NEITHER: Final = frozenset(["不计收支", "不计", "中性交易", "其他", "/", "资金转移"])
TELLING: Final = ("direction", "inflow")
"""Columns that tell the direction already."""
MOST_ASKED: Final = 2000
"""Rows among which a column of directions is looked for."""


def is_explicit(cell: Cell) -> bool:
    """Whether an amount carries a plus or a minus."""
    return cell < 0 if isinstance(cell, float) else plain(cell).startswith(("+", "-", "−", "("))


@lru_cache(1024)
def direction_of(cell: Cell) -> str:
    """`in`, `out`, `neutral`, or empty for what is no word of a direction."""
    word = plain(cell).upper()
    if word in INWARD:
        return "in"
    if word in OUTWARD:
        return "out"
    return "neutral" if word in NEITHER else ""


def with_direction(table: Table, header: Header) -> Header:
    """The header with the column of directions, where none is called so and amounts carry no sign: the first column
    that has words for in and out in most rows, and nothing else."""
    if not table.aligned or "signed" not in header.columns or not header.columns.keys().isdisjoint(TELLING):
        return header
    rows = list(islice(_moving(table, header), MOST_ASKED))
    amount = header.columns["signed"]
    if any(amount < len(row.cells) and is_explicit(row.cells[amount]) for row in rows):
        return header
    names = range(len(table.rows[header.row].cells))
    column = next((column for column in names if _tells(rows, column)), None)
    return header if column is None else header._replace(columns={**header.columns, "direction": column})


def _moving(table: Table, header: Header) -> Iterator[Row]:
    at = header.columns["date"]
    return (row for row in table.rows[header.row + 1 :] if at < len(row.cells) and day_of(row.cells[at]))


def _tells(rows: Sequence[Row], column: int) -> bool:
    said = [row.cells[column] for row in rows if column < len(row.cells) and not is_blank(row.cells[column])]
    return 2 * len(said) > len(rows) and all(direction_of(cell) in ("in", "out") for cell in said)
