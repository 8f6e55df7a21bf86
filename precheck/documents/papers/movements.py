"""The rows of a statement: a day, an amount, a direction, a balance, before their signs are settled."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, NamedTuple

from ..content import Cell
from .cells import day_of, fen_of, has_fen, is_blank, plain, short_day_of
from .columns import Header, canonical
from .directions import direction_of, explicit
from .facts import Place
from .placing import TOTALS, columns_on_the_page, joined, under_columns
from .rows import LONGEST, Row, Table

Window = tuple[date, date] | None
"""The period that the statement states."""

TOTAL_WORDS: Final = frozenset(
    f"{of}{total}"
    for of in ("", "本日", "本月", "本季", "本年", "当日", "当月")
    for total in ("合计", "累计", "小计", "总计")
)
OPENINGS: Final = ("承前", "期初余额", "上期余额", "上页余额", "上日余额", "年初余额")
MOST_LINES: Final = 3
"""Below a name, on which it may go on."""
HOME_CURRENCY: Final = frozenset(
    {"人民币", "CNY", "RMB", "人民币元", "元", "156", "01", "1", "10", "人民币(元)", "本币"}
)


MOVED: Final = frozenset({"已收入", "已支出"})
HELD: Final = frozenset({"资金转移", "冻结", "解冻"})
"""What Alipay says of money that came or went, and of money that only changed its place."""


class Movement(NamedTuple):
    """A row as it is printed. Amounts in fen; None where the row has none."""

    place: Place
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
    below: tuple[str, ...] = ()
    """In a text, what stands on the next lines below the other party: its name may go on there."""


def movements_of(
    table: Table, header: Header, within: Window
) -> tuple[list[Movement], list[Row], list[Place]]:
    """The movements below a header, the rows of totals among them, and the rows that cannot be read."""
    read: list[Movement] = []
    totals: list[Row] = []
    unread: list[Place] = []
    day_in = _day_in(table, header)
    rows: Iterable[Row] = table.rows[header.row + 1 :]
    if not table.aligned:
        rows = joined([*rows], lambda row: day_in(row, header, within) is not None)
    for row in rows:
        day = day_in(row, header, within)
        if _is_total(row) if day else any(word in row.text[:40] for word in TOTALS):
            totals.append(row)
        elif day:
            movement = _aligned(row, day, header) if table.aligned else _in_text(row, day, header)
            (read.append(movement) if movement else unread.append(row.place))
        elif table.aligned and _has_amount(row, header) and not _counts(row, header):
            unread.append(row.place)
        elif read and header.spans and "party" in header.columns:
            read[-1] = _with_line_below(read[-1], row, header)
    return read, totals, unread


def _with_line_below(movement: Movement, row: Row, header: Header) -> Movement:
    if len(movement.below) >= MOST_LINES or not row.spans or any(map(has_fen, row.cells)):
        return movement
    cells = under_columns(row, header.spans)
    name = plain(cells[header.columns["party"]]) if cells else ""
    return movement._replace(below=(*movement.below, name)) if name else movement


def on_the_page(table: Table, header: Header, within: Window) -> Header:
    """The header with the places of its columns on the page, where they are known."""
    rows = (row for row in table.rows[header.row + 1 :] if row.spans and _first_day(row, header, within))
    return header._replace(spans=columns_on_the_page(table.rows[header.row], rows))


def _is_total(row: Row) -> bool:
    """Whether a row with a day only sums the rows above: it has a word for that in a cell of its own."""
    return not TOTAL_WORDS.isdisjoint(row.cells)


def _counts(row: Row, header: Header) -> bool:
    """Whether a row without a day sums one side: it has a word for that where rows of movements have none."""
    return "direction" not in header.columns and any(direction_of(cell) for cell in row.cells if cell != "")


def _cell(row: Row, header: Header, kind: str) -> Cell:
    column = header.columns.get(kind)
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _day(row: Row, header: Header, within: Window) -> date | None:
    cell = _cell(row, header, "date")
    return day_of(cell) or (short_day_of(cell, within) if within else None)


def _day_in(table: Table, header: Header) -> Callable[[Row, Header, Window], date | None]:
    """How the day of a row is told: on a page with several columns of days by where it stands."""
    if table.aligned:
        return _day
    kinds = [found[0] for cell in table.rows[header.row].cells if (found := canonical(cell))]
    return _placed_day if header.spans and kinds.count("date") > 1 else _first_day


def _placed_day(row: Row, header: Header, within: Window) -> date | None:
    cells = under_columns(row, header.spans) if row.spans else None
    return _day(row._replace(cells=cells), header, within) if cells else _first_day(row, header, within)


def _first_day(row: Row, header: Header, within: Window) -> date | None:
    """The day of a line: in its column, or before it where cells to its left are empty."""
    words = row.cells[: header.columns["date"] + 1]
    return next((day for word in words if (day := day_of(word) or short_day_of(word, within))), None)


def _money(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if isinstance(cell, float) or has_fen(cell)]


def _has_amount(row: Row, header: Header) -> bool:
    cells = [_cell(row, header, kind) for kind in ("inflow", "outflow", "signed")]
    return any(fen_of(cell) not in (None, 0) for cell in cells)


def _aligned(row: Row, day: date, header: Header) -> Movement | None:
    """The movement of a row of a table; None when an amount cannot be read or is in another currency."""
    cells, known, fen = row.cells, header.columns, dict[str, int]()
    for kind, column in header.amounts:
        cell = cells[column] if column < len(cells) else ""
        amount = fen_of(cell) if cell != "" else None
        if amount is not None:
            fen[kind] = amount
        elif not is_blank(cell):
            return None
    if "currency" in known and not _is_home_currency(_cell(row, header, "currency")):
        return None
    movement = Movement(
        row.place, day, fen.get("inflow"), fen.get("outflow"), fen.get("signed"),
        "signed" in known and explicit(_cell(row, header, "signed")),
        _direction(_cell(row, header, "direction")) if "direction" in known else "", fen.get("balance"),
        plain(_cell(row, header, "party"))[:LONGEST], _purpose(row, header),
    )  # fmt: skip
    if "payer" in known and "payee" in known and "party" not in known:
        payer, payee = (plain(_cell(row, header, kind))[:LONGEST] for kind in ("payer", "payee"))
        movement = movement._replace(payer=payer, payee=payee)
    if "funds" in known:
        movement = _as_it_ended(movement, plain(_cell(row, header, "funds")))
    return movement if _says_something(movement) else None


def _as_it_ended(movement: Movement, state: str) -> Movement:
    """The movement of a row that says what became of its money: of one that was closed or still waits nothing moved."""
    if state in MOVED:
        return movement
    held = movement._replace(direction="neutral")
    return held if state in HELD else held._replace(amount=0)


def _is_home_currency(cell: Cell) -> bool:
    return is_blank(cell) or plain(cell).upper() in HOME_CURRENCY


def _says_something(movement: Movement) -> bool:
    """Whether there is an amount, or at least the balance that was carried forward."""
    if movement.inflow is not None or movement.outflow is not None or movement.amount is not None:
        return True
    return movement.balance is not None and any(word in movement.purpose for word in OPENINGS)


def _direction(cell: Cell) -> str:
    return direction_of(cell) or ("" if is_blank(cell) else "unknown")


def _purpose(row: Row, header: Header) -> str:
    cells = row.cells
    return " ".join([plain(cells[i]) for i in header.shared if i < len(cells)])[:LONGEST]


def _in_text(row: Row, day: date, header: Header) -> Movement | None:
    """The movement of a line of text, in which empty cells leave no trace: amounts are told by where they stand, or
    where that is not known by their order."""
    cells = under_columns(row, header.spans) if header.spans and row.spans else None
    placed = _aligned(row._replace(cells=cells), day, header) if cells else None
    if placed:
        return placed
    words = _money(row)
    fen = [fen_of(word) or 0 for word in words]
    kinds = [kind for kind, _ in sorted(header.amounts, key=lambda each: each[1])]
    said = (cell for cell in row.cells if not is_blank(cell))
    direction = (
        next((each for each in map(direction_of, said) if each), "unknown")
        if "direction" in header.columns
        else ""
    )
    party = plain(_cell(row, header, "party"))[:LONGEST] if _complete(row, header) else ""
    base = Movement(row.place, day, direction=direction, party=party, purpose=row.text[:LONGEST])
    if fen and len(fen) == len(kinds):
        return _named(base, dict(zip(kinds, fen, strict=True)), dict(zip(kinds, words, strict=True)))
    if len(fen) == len(kinds) - 1 and {"inflow", "outflow"} <= set(kinds):
        balance = fen.pop() if "balance" in kinds else None
        return base._replace(amount=fen[0], balance=balance)
    carried = len(fen) == 1 and "balance" in kinds and any(word in base.purpose for word in OPENINGS)
    return base._replace(balance=fen[0]) if carried else None


def _named(base: Movement, fen: dict[str, int], words: dict[str, Cell]) -> Movement:
    return base._replace(
        inflow=fen.get("inflow"), outflow=fen.get("outflow"), amount=fen.get("signed"),
        explicit="signed" in words and explicit(words["signed"]), balance=fen.get("balance"),
    )  # fmt: skip


def _complete(row: Row, header: Header) -> bool:
    """Whether a line has a word for every column up to the last one that is known."""
    return len(row.cells) > max(header.columns.values())
