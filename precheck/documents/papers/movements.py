"""The rows of a statement: a day, an amount, a direction, a balance, before their signs are settled."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from ..content import Cell, Span
from .cells import day_of, fen_of, has_fen, is_blank, short_day_of
from .columns import Header, canonical
from .directions import direction_of, is_explicit
from .facts import Place
from .placing import columns_on_the_page, is_total, joined, under_column, under_columns
from .printed_rows import Movement, is_carried_forward, movements_under, words_of
from .rows import LONGEST, Row, Table
from .wrapped import with_whole_names

Window = tuple[date, date] | None
"""The period that the statement states."""

TOTAL_WORDS: Final = frozenset(
    f"{of}{total}"
    for of in ("", "本日", "本月", "本季", "本年", "当日", "当月")
    for total in ("合计", "累计", "小计", "总计")
)


def movements_of(
    table: Table, header: Header, within: Window
) -> tuple[list[Movement], list[Row], list[Place]]:
    """The movements below a header, the rows of totals among them, and the rows that cannot be read."""
    rows, days, totals, undated = _sorted_out(table, header, within)
    movements = (
        movements_under(header, rows, days) if table.aligned else _in_text(header, rows, days, undated)
    )
    if header.spans and "party" in header.columns:
        movements = with_whole_names(movements, undated, header)
    read = [movement for movement in movements if movement]
    unread = [row.place for row, movement in zip(rows, movements, strict=True) if not movement]
    others = chain.from_iterable(undated.values())
    if table.aligned:
        unread += [row.place for row in others if _has_amount(row, header) and not _counts(row, header)]
    elif not rows:  # amounts without a single day, as where all days are too wide for their column: `###`
        unread += [row.place for row in others if any(map(has_fen, row.cells))]
    return read, totals, unread


class _Sorted(NamedTuple):
    """The rows below a header."""

    rows: list[Row]
    """Those with a day."""
    days: list[date]
    totals: list[Row]
    undated: dict[int, list[Row]]
    """The others, by how many rows with a day are above them."""


def _sorted_out(table: Table, header: Header, within: Window) -> _Sorted:
    dated, days, totals = list[Row](), list[date](), list[Row]()
    undated: dict[int, list[Row]] = {}
    day_in = _day_in(table, header, within)
    rows = table.rows[header.row + 1 :]
    if not table.aligned:
        rows = [*joined(rows, lambda row: day_in(row) is not None)]
    for row in rows:
        day = day_in(row)
        if day and TOTAL_WORDS.isdisjoint(row.cells):
            dated.append(row)
            days.append(day)
        elif day or is_total(row):
            totals.append(row)
        else:
            undated.setdefault(len(dated), []).append(row)
    return _Sorted(dated, days, totals, undated)


def on_the_page(table: Table, header: Header, within: Window) -> Header:
    """The header with the places of its columns on the page, where they are known."""
    rows = joined(table.rows[header.row + 1 :], lambda row: _first_day(row, header, within) is not None)
    printed = (row for row in rows if row.spans and _is_printed(row, header, within))
    return header._replace(spans=columns_on_the_page(table.rows[header.row], printed))


def _is_printed(row: Row, header: Header, within: Window) -> bool:
    """Whether a line has a day, and no number of a page that looks like one without its year."""
    return _first_day(row, header, within if any(map(has_fen, row.cells)) else None) is not None


def _cell(row: Row, header: Header, kind: str) -> Cell:
    column = header.columns.get(kind)
    return row.cells[column] if column is not None and column < len(row.cells) else ""


DayIn = Callable[[Row], date | None]


def _day_in(table: Table, header: Header, within: Window) -> DayIn:
    """How the day of a row is told: on a page with several columns of days by where it stands."""
    if table.aligned:
        return _day_under(header, within)
    kinds = [found[0] for cell in table.rows[header.row].cells if (found := canonical(cell))]
    if header.spans and kinds.count("date") > 1:
        return _placed_day_under(header, within)
    return lambda row: _first_day(row, header, within)


def _day_under(header: Header, within: Window) -> DayIn:
    column = header.columns["date"]

    def day_in(row: Row) -> date | None:
        cells = row.cells
        cell = cells[column] if column < len(cells) else ""
        return day_of(cell) or (short_day_of(cell, within) if within else None)

    return day_in


def _placed_day_under(header: Header, within: Window) -> DayIn:
    day_under = _day_under(header, within)

    def day_in(row: Row) -> date | None:
        cells = under_columns(row, header.spans) if row.spans else None
        if not cells:
            return _first_day(row, header, within)
        return day_under(row._replace(cells=cells)) or _day_over(row, header.spans[header.columns["date"]])

    return day_in


def _day_over(row: Row, column: Span) -> date | None:
    """The day that begins in a column and goes on into the next, with the time that stands there."""
    words = zip(row.cells, row.spans, strict=True)
    over = (word for word, (left, right) in words if left < column[1] and right > column[0])
    return next((day for word in over if (day := day_of(word))), None)


def _first_day(row: Row, header: Header, within: Window) -> date | None:
    """The day of a line: in its column, or before it where cells to its left are empty."""
    words = row.cells[: header.columns["date"] + 1]
    return next((day for word in words if (day := day_of(word) or short_day_of(word, within))), None)


def _money(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if isinstance(cell, float) or has_fen(cell)]


def _has_amount(row: Row, header: Header) -> bool:
    cells = [_cell(row, header, kind) for kind in ("inflow", "outflow", "signed")]
    return any(fen_of(cell) not in (None, 0) for cell in cells)


def _counts(row: Row, header: Header) -> bool:
    """Whether a row without a day sums one side: it has a word for that where rows of movements have none."""
    return "direction" not in header.columns and any(direction_of(cell) for cell in row.cells if cell != "")


def _in_text(
    header: Header, rows: list[Row], days: list[date], undated: Mapping[int, Sequence[Row]]
) -> list[Movement | None]:
    """The movements of lines of text, in which empty cells leave no trace: amounts are told by where they stand, or
    where that is not known by their order."""
    if not header.spans:
        return [_by_order(row, day, header) for row, day in zip(rows, days, strict=True)]
    cells = [under_columns(row, header.spans) if row.spans else None for row in rows]
    placed = movements_under(
        header, [row._replace(cells=each or []) for row, each in zip(rows, cells, strict=True)], days
    )
    torn = _torn(cells, header, undated)
    return [
        None if index in torn else movement or _by_order(row, day, header)
        for index, (movement, row, day) in enumerate(zip(placed, rows, days, strict=True))
    ]


def _torn(cells: Sequence[list[Cell] | None], header: Header, below: Mapping[int, Sequence[Row]]) -> set[int]:
    """The lines with an amount without its fen that goes on in a line below, as in a column that is too narrow."""
    columns = [column for _, column in header.amounts]
    amounts = [(index, column, row[column]) for index, row in enumerate(cells) if row for column in columns]
    return {
        index
        for index, column, cell in amounts
        if (index + 1 in below or str(cell).endswith("."))
        and fen_of(cell) is not None
        and not has_fen(cell)
        and (str(cell).endswith(".") or any(_has_digits(row, header, column) for row in below[index + 1]))
    }


def _has_digits(row: Row, header: Header, column: int) -> bool:
    """Whether a line has nothing but digits in a column."""
    found = under_column(row, header.spans, column) if row.spans else None
    return found is not None and re.fullmatch("[0-9.,]+", found[0]) is not None


def _by_order(row: Row, day: date, header: Header) -> Movement | None:
    words = _money(row)
    fen = [fen_of(word) or 0 for word in words]
    kinds = [kind for kind, _ in sorted(header.amounts, key=lambda each: each[1])]
    said = (cell for cell in row.cells if not is_blank(cell))
    direction = (
        next((each for each in map(direction_of, said) if each), "unknown")
        if "direction" in header.columns
        else ""
    )
    party = words_of(_cell(row, header, "party")) if _complete(row, header) else ""
    base = Movement(row, day, direction=direction, party=party, purpose=row.text[:LONGEST])
    if fen and len(fen) == len(kinds):
        return _named(base, dict(zip(kinds, fen, strict=True)), dict(zip(kinds, words, strict=True)))
    if len(fen) == len(kinds) - 1 and {"inflow", "outflow"} <= set(kinds):
        balance = fen.pop() if "balance" in kinds else None
        return base._replace(amount=fen[0], balance=balance)
    carried = len(fen) == 1 and "balance" in kinds and is_carried_forward(base.purpose)
    return base._replace(balance=fen[0]) if carried else None


def _named(base: Movement, fen: dict[str, int], words: dict[str, Cell]) -> Movement:
    return base._replace(
        inflow=fen.get("inflow"), outflow=fen.get("outflow"), amount=fen.get("signed"),
        explicit="signed" in words and is_explicit(words["signed"]), balance=fen.get("balance"),
    )  # fmt: skip


def _complete(row: Row, header: Header) -> bool:
    """Whether a line has a word for every column up to the last one that is known."""
    return len(row.cells) > max(header.columns.values())
