"""The statement of an account: whose it is, what period, sums by month, totals and what does not add up."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile
from operator import attrgetter
from typing import Final

from .accounts import ACCOUNTS, HOLDERS, by_account, by_statement, filter_of, is_foreign, own
from .balances import Entry, breaks_of, entries_of, moved_in
from .cards import card_of, owed
from .cells import plain
from .certificates import certified
from .columns import Header, columns_of
from .directions import with_direction
from .facts import Day, Place
from .facts.statements import Break, Flow, Month
from .labels import Label, first, labels_of
from .movements import Window, movements_of, on_the_page
from .origins import is_refund, parts_of
from .partners import by_party, counterparties_of, round_trips_of
from .payers import directed, holder_of, with_parties
from .printed_rows import Movement
from .providers import is_platform, provider_of
from .rows import MOST, Row, Table
from .spans import span_of, window_of
from .totals import opening_of, totals_of

IN_THOUSANDS: Final = "单位:?(?:人民币)?[千万]+元"
"""A unit that no bank uses: what has it is somebody's own list."""
REFUNDS: Final = "退款"
LEAST_KEPT: Final = 3
"""Rows that tell whose debit and credit it is."""
LEAST_NAMES: Final = 3
"""A line with so many names of columns is a header, or one of its lines."""
MOST_BELOW: Final = 200
Read = tuple[list[Movement], list[Row], list[Place]]
"""Movements, rows of totals, and where a row cannot be read."""
MOST_MONTHS: Final = 600


def flows_of(table: Table, header: Header, beside: Sequence[Row] = ()) -> list[Flow]:
    """The statements in a table or text with such a header, one for every account; none when it is none.

    `beside` are rows that stand beside the table and may speak of it.
    """
    if any("单位" in row.text and re.search(IN_THOUSANDS, row.text) for row in table.rows[: header.row]):
        return []
    header = with_direction(table, header)
    flows = [
        _as_kept(each, head, beside)
        for part, head in by_statement(table, header)
        for each in by_account(part, head)
    ]
    return [flow for flow in flows if flow]


def _as_kept(table: Table, header: Header, beside: Sequence[Row]) -> Flow | None:
    """The statement, with debit as money in where that alone makes all balances follow: so companies keep their own books."""
    flow = _flow_of(table, header, beside)
    rows = sum(month.rows for month in flow.months) if flow and flow.breaks else 0
    if rows < LEAST_KEPT or "借" not in table.rows[header.row].text:
        return flow
    turned = _flow_of(table, header.turned(), beside)
    return turned if turned and not turned.breaks else flow


def _flow_of(table: Table, header: Header, beside: Sequence[Row]) -> Flow | None:
    head = [*beside, *table.rows[: header.row]]
    within = window_of(head)
    movements, totals, unread = _read(table, header, within)
    around = [*head, *_below(table, header, movements)]
    labels = labels_of(around)
    if is_foreign(labels):
        movements, unread = [], [*unread, *(each.place for each in movements)]
    card = card_of(head, table.rows[header.row], header, movements)
    if not movements and not unread and not any(span_of(labels, head)):
        return None
    opening = opening_of(labels)
    entries = _entries([owed(each) for each in movements] if card else movements, header, opening)
    names = table.rows[header.row].text
    provider = provider_of("".join(row.text for row in around) + table.name + names)
    flow = _described(labels, head, names, provider)
    flow = flow._replace(
        holder=own(table, header, "own_name") or flow.holder or holder_of(entries),
        account=own(table, header, "own_account") or flow.account,
    )
    flow = _summed(flow, entries, breaks_of(entries, opening))
    if len(unread) > len(movements):  # of what cannot be read nothing is missing, and no total is another
        return flow._replace(missing=(), unread=tuple(sorted(unread)[:MOST]))
    return flow._replace(
        credit_card=card,
        months=tuple(map(_given_back, flow.months)) if _has_refunds(table, header) else flow.months,
        totals=totals_of(labels, [*around, *totals], header, entries),
        unread=tuple(sorted({*unread, *(each.movement.place for each in entries if not each.known)})[:MOST]),
    )


def _has_refunds(table: Table, header: Header) -> bool:
    """Whether all money out is what customers got back, in a column of its own."""
    column = header.columns.get("outflow")
    return column is not None and REFUNDS in plain(table.rows[header.row].cells[column])


def _given_back(month: Month) -> Month:
    return month._replace(refunds=month.outflow)


def _entries(movements: list[Movement], header: Header, opening: int | None) -> list[Entry]:
    """The rows in the order of time, with the way that their money went."""
    if header.names_both_sides:
        return with_parties(entries_of(directed(movements), opening))
    return entries_of(movements, opening)


def _read(table: Table, header: Header, within: Window) -> Read:
    """The rows; those of a text by where their amounts stand on the page, unless their order makes more sense of them."""
    placed = header if table.aligned else on_the_page(table, header, within)
    read = movements_of(table, placed, within)
    if placed.spans and _faults(read):
        return min(read, movements_of(table, header, within), key=_faults)
    return read


def _faults(read: Read) -> int:
    """Rows that cannot be read, or whose balance does not follow."""
    movements, _, unread = read
    entries = entries_of(movements)
    return len(unread) + sum(not each.known for each in entries) + len(breaks_of(entries))


def _described(labels: Sequence[Label], head: Sequence[Row], names: str, provider: str) -> Flow:
    """What the statement says of itself."""
    starts, ends = span_of(labels, head)
    holder, account = certified(head)
    title = "".join(row.text for row in head[:5]) + names
    return Flow(
        kind="platform_statement" if is_platform(provider, title) else "bank_statement",
        provider=provider,
        holder=holder or first(labels, *HOLDERS),
        account=account or first(labels, *ACCOUNTS),
        starts=starts,
        ends=ends,
        filtered=filter_of(labels),
    )


def _summed(flow: Flow, entries: Sequence[Entry], breaks: Sequence[Break]) -> Flow:
    """What its rows come to."""
    known = [each for each in entries if each.known]
    parties = by_party(known)
    months = _months(flow, known, breaks)
    moved = [each.movement for each in moved_in(entries)]
    return flow._replace(
        first=_on(min(moved, key=_DAY_OF, default=None)),
        last=_on(max(moved, key=_DAY_OF, default=None)),
        months=months[:MOST_MONTHS],
        missing=missing_months(months, flow.starts, flow.ends)[:MOST_MONTHS],
        breaks=tuple(breaks[:MOST]),
        counterparties=counterparties_of(parties),
        round_trips=round_trips_of(parties),
    )


_DAY_OF: Final = attrgetter("day")


def _on(movement: Movement | None) -> Day | None:
    return Day(movement.day, movement.place) if movement else None


def _below(table: Table, header: Header, movements: Sequence[Movement]) -> list[Row]:
    """The rows below the last movement, where a statement speaks of itself; in a text also those between pages."""
    below = table.rows[header.row + 1 :]
    if table.aligned:
        last = movements[-1].row.line if movements else 0
        return [*takewhile(lambda row: row.line > last, reversed(below))][::-1][:MOST_BELOW]
    moved = {each.place for each in movements}
    others = (row for row in below if row.place not in moved and len(columns_of(row.cells)) < LEAST_NAMES)
    return list(islice(others, MOST_BELOW))


def _months(flow: Flow, entries: Sequence[Entry], breaks: Sequence[Break]) -> tuple[Month, ...]:
    """The sums of every month that has a row."""
    broken = {each.place for each in breaks}
    by_month: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_month[month_of(entry.movement.day)].append(entry)
    return tuple(_month(flow, month, by_month[month], broken) for month in sorted(by_month))


def _month(flow: Flow, month: str, entries: Sequence[Entry], broken: set[Place]) -> Month:
    opening, closing = _balances(entries, broken)
    holder = flow.holder.text if flow.holder else ""
    parts = parts_of(entries, holder, of_a_bank=flow.kind == "bank_statement")
    movements, inward, outward, neutral, _ = zip(*entries, strict=True)
    return Month(
        month=month,
        inflow=sum(inward),
        outflow=sum(outward),
        neutral=sum(neutral),
        refunds=sum(each.outward for each in entries if each.outward and is_refund(each.movement.purpose)),
        rows=len(moved_in(entries)),
        opening=opening,
        closing=closing,
        place=movements[0].place,
        **parts._asdict(),
    )


def _balances(entries: Sequence[Entry], broken: set[Place]) -> tuple[int | None, int | None]:
    if broken and any(each.movement.place in broken for each in entries):
        return None, None
    head, tail = entries[0], entries[-1]
    balance = head.movement.balance
    return None if balance is None or head.neutral else balance - head.signed, tail.movement.balance


def missing_months(months: Sequence[Month], starts: Day | None, ends: Day | None) -> tuple[str, ...]:
    """Months without a row, within the period that the statement states or its rows span."""
    there = {each.month for each in months if each.rows}
    spanned = there | {month_of(day.day) for day in (starts, ends) if day}
    if not spanned:
        return ()
    return tuple(month for month in months_between(min(spanned), max(spanned)) if month not in there)


@lru_cache(4096)
def month_of(day: date) -> str:
    """The month of a day, as the data interface writes it."""
    return f"{day.year}-{day.month:02}"


def months_between(start: str, stop: str) -> list[str]:
    """All months from one to another."""
    first_month, last_month = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (start, stop))
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first_month, last_month + 1)]
