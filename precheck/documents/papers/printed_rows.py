"""The rows of a statement as they are printed: what stands in the columns that a header names."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice, repeat, zip_longest
from typing import Final, NamedTuple, TypeVar

from ..content import Cell
from .cells import fen_in, is_blank, plain
from .columns import Header
from .directions import direction_of, is_explicit
from .facts import Place
from .rows import LONGEST, Row, records

V = TypeVar("V")
NO_AMOUNT: Final = (None, None, None)
"""Money in, money out, either."""
OPENINGS: Final = ("承前", "期初余额", "上期余额", "上页余额", "上日余额", "年初余额")
HOME_CURRENCY: Final = frozenset(
    {"人民币", "CNY", "RMB", "人民币元", "元", "156", "01", "1", "10", "人民币(元)", "本币"}
)
HOME: Final = ("人民币", "CNY", "RMB")
"""How a cell may begin into which the next column runs on a page."""
MOVED: Final = frozenset({"已收入", "已支出"})
HELD: Final = frozenset({"资金转移", "冻结", "解冻"})
"""What Alipay says of money that came or went, and of money that only changed its place."""


class Movement(NamedTuple):
    """A row as it is printed. Amounts in fen; None where the row has none."""

    row: Row
    day: date
    inflow: int | None = None
    outflow: int | None = None
    amount: int | None = None
    """Of a column that is for money in and money out alike."""
    explicit: bool = False
    """Whether that amount carries a plus or a minus; where a column of the table tells the side, it does not count."""
    direction: str = ""
    """`in`, `out`, `neutral`, `unknown` for a word that nobody knows, or empty where the row has none."""
    balance: int | None = None
    party: str = ""
    purpose: str = ""
    payer: str = ""
    payee: str = ""
    """Both sides, where the row names them instead of the other party."""
    names: tuple[str, ...] = ()
    """In a text, what the name of the other party may be together with the lines above and below it."""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.row.place


def movements_under(header: Header, rows: Sequence[Row], days: Sequence[date]) -> list[Movement | None]:
    """The movements of rows of a table, on these days; None for a row in which an amount cannot be read, is in another
    currency, or is missing.

    Column by column: a statement may have ten thousand rows.
    """
    columns = _Columns(header, [row.cells for row in rows])
    explicit = columns.read("signed", is_explicit, False)
    amounts = columns.fen("inflow"), columns.fen("outflow"), columns.fen("signed")
    movements = records(
        Movement, rows, days, *amounts, explicit,
        columns.read("direction", _direction, ""), columns.fen("balance"), columns.read("party", words_of, ""),
        columns.purposes(), columns.side("payer"), columns.side("payee"), repeat(()),
    )  # fmt: skip
    if "funds" in header.columns:
        movements = list(map(_as_it_ended, movements, columns.read("funds", words_of, "")))
    silent = [index for index, each in enumerate(zip(*amounts, strict=True)) if each == NO_AMOUNT]
    silent = [i for i in silent if movements[i].amount is None and not _carries(movements[i])]
    unread = {*columns.unreadable, *silent}
    return (
        [None if index in unread else each for index, each in enumerate(movements)]
        if unread
        else [*movements]
    )


class _Columns:
    """The columns of some rows."""

    def __init__(self, header: Header, rows: Sequence[Sequence[Cell]]) -> None:
        self.header, self.known, self.shared, self.rows = header, header.columns, header.shared, rows
        used = {*self.known.values(), *self.shared}
        columns = enumerate(islice(zip_longest(*rows, fillvalue=""), max(used) + 1))
        self.cells = {index: cells for index, cells in columns if index in used}
        """What stands in each column that is asked for; empty in rows that end before it."""
        self.unreadable: set[int] = set()
        """The indexes of rows with an amount that cannot be read, or is in another currency."""
        foreign = self.read("currency", _is_foreign, False)
        self.unreadable.update(index for index, is_foreign in enumerate(foreign) if is_foreign)

    def of(self, column: int) -> Sequence[Cell]:
        """What stands in a column."""
        return self.cells.get(column) or [""] * len(self.rows)

    def read(self, kind: str, read: Callable[[Cell], V], otherwise: V) -> list[V]:
        """What stands in the column of that kind, read, or something else where there is no such column."""
        column = self.known.get(kind)
        return [otherwise] * len(self.rows) if column is None else list(map(read, self.of(column)))

    def fen(self, kind: str) -> list[int | None]:
        """The amounts of a column; None where there is none."""
        column = self.known.get(kind)
        if column is None:
            return [None] * len(self.rows)
        cells = self.of(column)
        fen = fen_in(cells)
        if fen.count(None) > cells.count(""):
            self.unreadable.update(
                index
                for index, (cell, each) in enumerate(zip(cells, fen, strict=True))
                if each is None and not is_blank(cell)
            )
        return fen

    def side(self, kind: str) -> list[str]:
        """Who paid, or who was paid; nobody where a column has the other party, or only one of both."""
        return self.read(kind, words_of, "") if self.header.names_both_sides else [""] * len(self.rows)

    def purposes(self) -> list[str]:
        """What stands in all columns of purposes and states."""
        if len(self.shared) == 1:
            return list(map(words_of, self.of(self.shared[0])))
        return [
            " ".join([words_of(cells[i]) for i in self.shared if i < len(cells)])[:LONGEST]
            for cells in self.rows
        ]


@lru_cache(16384)
def words_of(cell: Cell) -> str:
    """The plain text of a cell, as much as is kept."""
    return plain(cell)[:LONGEST]


@lru_cache(1024)
def _is_foreign(cell: Cell) -> bool:
    name = plain(cell).upper()
    return not is_blank(cell) and name not in HOME_CURRENCY and not name.startswith(HOME)


@lru_cache(1024)
def _direction(cell: Cell) -> str:
    return direction_of(cell) or ("" if is_blank(cell) else "unknown")


def _as_it_ended(movement: Movement, state: str) -> Movement:
    """The movement of a row that says what became of its money: of one that was closed or still waits nothing moved."""
    if state in MOVED:
        return movement
    held = movement._replace(direction="neutral")
    return held if state in HELD else held._replace(amount=0)


def _carries(movement: Movement) -> bool:
    """Whether there is at least a balance, and it was carried forward."""
    return movement.balance is not None and is_carried_forward(movement.purpose)


def is_carried_forward(purpose: str) -> bool:
    """Whether the words of a row say that it repeats an earlier balance."""
    return any(word in purpose for word in OPENINGS)
