"""The totals that a statement states itself, beside the sums of its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from .balances import Entry, moved_in
from .cells import fen_of, has_fen, spaced
from .columns import Header
from .facts import Place
from .facts.statements import Stated
from .labels import Label
from .rows import Row

Name = Literal["inflow", "outflow", "neutral", "rows"]
NAMES: Final[dict[str, Name]] = {
    "收入": "inflow", "收入合计": "inflow", "总收入": "inflow", "收入总额": "inflow", "收入总金额": "inflow", "贷方合计": "inflow",
    "贷方发生额合计": "inflow", "贷方累计发生额": "inflow", "贷方总金额": "inflow", "贷方发生总额": "inflow", "转入合计": "inflow", "收入金额合计": "inflow",
    "入账总金额": "inflow", "汇总贷方发生额": "inflow", "出账总金额": "outflow", "汇总借方发生额": "outflow",
    "支出": "outflow", "支出合计": "outflow", "总支出": "outflow", "支出总额": "outflow", "支出总金额": "outflow", "借方合计": "outflow",
    "借方发生额合计": "outflow", "借方累计发生额": "outflow", "借方总金额": "outflow", "借方发生总额": "outflow", "转出合计": "outflow", "支出金额合计": "outflow",
    "不计收支": "neutral", "中性交易": "neutral",
}  # fmt: skip
"""What a total is called."""
OPENING: Final = ("期初余额", "承前余额", "上期余额", "起始余额", "期初账户余额", "账单期初余额", "上页余额")

_AMOUNT: Final = r"[-+]?¥?[0-9][0-9,]*\.[0-9]{2}"
_COUNT: Final = "共[: ]*([0-9]{1,9}) ?笔(?:记录|交易)?"


def totals_of(
    labels: Sequence[Label], rows: Sequence[Row], header: Header, entries: Sequence[Entry]
) -> tuple[Stated, ...]:
    """Every total that the labels, the lines above the table or the rows of totals state, the first of each name."""
    found: dict[Name, Stated] = {}
    for name, stated, place in (*_of_labels(labels), *_of_rows(rows, header)):
        if name not in found:
            found[name] = Stated(name, stated, _summed(name, entries), place)
    return tuple(found.values())


def _summed(name: Name, entries: Sequence[Entry]) -> int:
    if name == "rows":
        return len(moved_in(entries))
    side = {"inflow": "inward", "outflow": "outward", "neutral": "neutral"}[name]
    return sum([getattr(each, side) for each in entries])


def _of_labels(labels: Iterable[Label]) -> Iterator[tuple[Name, int, Place]]:
    for label in labels:
        name = NAMES.get(label.name) or NAMES.get(re.sub(r"(?:金额)?(?:\(元\))?$", "", label.name))
        amount = re.search(_AMOUNT, label.line.replace(" ", "")) if name else None
        fen = fen_of(amount[0]) if amount else None
        if name and fen is not None:
            yield name, abs(fen), label.value.place


def _of_rows(rows: Iterable[Row], header: Header) -> Iterator[tuple[Name, int, Place]]:
    """Totals under the columns that they sum, and the number of rows that a line states. Those of a page are left out."""
    for row in rows:
        count = re.search(_COUNT, spaced(row.cells[0])) if row.cells else None
        if count:
            yield "rows", int(count[1]), row.at(0)
        if any(word in row.text[:40] for word in ("合计", "总计")) and "本页" not in row.text:
            yield from _under_columns(row, header)


def _under_columns(row: Row, header: Header) -> Iterator[tuple[Name, int, Place]]:
    sides = sorted({"inflow", "outflow"} & set(header.columns), key=header.columns.__getitem__)
    if row.kind == "sheet":
        cells = [(side, row.cells[i], i) for side in sides if (i := header.columns[side]) < len(row.cells)]
    else:
        money = [(cell, i) for i, cell in enumerate(row.cells) if has_fen(cell)]
        cells = (
            [(side, *each) for side, each in zip(sides, money, strict=False)]
            if len(money) == len(sides)
            else []
        )
    for side, cell, column in cells:
        fen = fen_of(cell)
        if fen is not None:
            yield ("inflow" if side == "inflow" else "outflow"), abs(fen), row.at(column)


def opening_of(labels: Iterable[Label]) -> int | None:
    """The balance before the first row, where a label states it."""
    for label in labels:
        if label.name in OPENING:
            return fen_of(label.line.split()[0]) if label.line.split() else None
    return None
