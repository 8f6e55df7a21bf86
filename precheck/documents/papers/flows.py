"""The statement of an account: whose it is, what period, sums by month, totals and what does not add up."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Final

from .balances import Entry, breaks_of, entries_of, moved_in
from .cells import days_in
from .columns import Header, columns_of, is_header
from .facts import Break, Day, Flow, Month, Place, Words
from .labels import Label, first, labels_of
from .movements import Window, movements_of, on_the_page
from .origins import is_refund, parts_of
from .partners import counterparties_of, named_of, round_trips_of
from .printed_rows import Movement
from .providers import is_platform, provider_of
from .rows import MOST, Row, Table
from .totals import opening_of, totals_of

HOLDERS: Final = (
    "户名", "账户名称", "账户户名", "客户名称", "客户姓名", "姓名", "账户名", "户主", "单位名称", "公司名称", "名称", "持卡人",
)  # fmt: skip
ACCOUNTS: Final = (
    "账号", "卡号", "卡号/账号", "账号/卡号", "帐号", "账户号", "客户账号", "账户账号", "支付宝账户", "账户", "微信号", "借记卡号",
)  # fmt: skip
STARTS: Final = ("起始日期", "起始时间", "开始日期", "开始时间", "起始日", "起日期")
ENDS: Final = ("终止日期", "终止时间", "结束日期", "结束时间", "截止日期", "截止时间", "终止日", "止日期")
SPANS: Final = (
    "日期范围", "交易区间", "日期区间", "查询期间", "起止日期", "查询区间", "查询时间", "账单期间", "统计区间", "时间范围", "交易时间段",
    "查询起止日期", "账单周期", "期间", "对账期间", "起止时间", "交易日期",
)  # fmt: skip
FILTERS: Final = (
    "导出交易类型",
    "导出类型",
    "交易类型",
    "收支类型",
    "收支方向",
    "借贷方向",
    "筛选条件",
    "查询条件",
    "借贷标志",
    "摘要关键字",
)
MOST_BELOW: Final = 200
Read = tuple[list[Movement], list[Row], list[Place]]
"""Movements, rows of totals, and where a row cannot be read."""
MOST_MONTHS: Final = 600
SHORTEST_SPAN: Final = 17
"""Characters of two days and what stands between."""
_TWO_DAYS: Final = "[0-9年月日./-]{8,11}(?:-{1,2}|—+|至|到|~)[0-9年月日./-]{8,11}"
_BILLED: Final = "(20[0-9]{2})年(1[0-2]|0?[1-9])月"
UNFILTERED: Final = frozenset({"全部", "全部类型", "不限", "所有", "全部交易", "全部收支", "无", ""})


def flow_of(table: Table, header: Header) -> Flow | None:
    """The statement in a table or text with such a header; None when it is none."""
    head = table.rows[: header.row]
    within = _window(head)
    movements, totals, unread = _read(table, header, within)
    around = [*head, *_below(table, header, movements)]
    labels = labels_of(around)
    card = _credit_card(head)
    if not movements and not unread and not any(_span(labels, head)):
        return None
    opening = opening_of(labels)
    entries = entries_of([_owed(each) for each in movements] if card else movements, opening)
    flow = _described(labels, head, provider_of("".join(row.text for row in around) + table.name))
    return _summed(flow, entries, breaks_of(entries, opening))._replace(
        credit_card=card,
        totals=totals_of(labels, [*head, *totals], header, entries),
        unread=tuple(sorted({*unread, *(each.movement.place for each in entries if not each.known)})[:MOST]),
    )


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


def _described(labels: Sequence[Label], head: Sequence[Row], provider: str) -> Flow:
    """What the statement says of itself."""
    starts, ends = _span(labels, head)
    title = "".join(row.text for row in head[:5])
    return Flow(
        kind="platform_statement" if is_platform(provider, title) else "bank_statement",
        provider=provider,
        holder=first(labels, *HOLDERS),
        account=first(labels, *ACCOUNTS),
        starts=starts,
        ends=ends,
        filtered=_filter(labels),
    )


def _summed(flow: Flow, entries: Sequence[Entry], breaks: Sequence[Break]) -> Flow:
    """What its rows come to."""
    known = [each for each in entries if each.known]
    named = named_of(known)
    months = _months(flow, known, breaks)
    moved = [each.movement for each in moved_in(entries)]
    return flow._replace(
        first=_on(min(moved, key=_DAY_OF, default=None)),
        last=_on(max(moved, key=_DAY_OF, default=None)),
        months=months[:MOST_MONTHS],
        missing=missing_months(months, flow.starts, flow.ends)[:MOST_MONTHS],
        breaks=tuple(breaks[:MOST]),
        counterparties=counterparties_of(named),
        round_trips=round_trips_of(named),
    )


_DAY_OF: Final = attrgetter("day")


def _on(movement: Movement | None) -> Day | None:
    return Day(movement.day, movement.place) if movement else None


def _below(table: Table, header: Header, movements: Sequence[Movement]) -> list[Row]:
    """The rows below the last movement, where a statement speaks of itself; in a text also those between pages."""
    below = table.rows[header.row + 1 :]
    if table.aligned:
        last = max((each.row.line for each in movements), default=0)
        return [row for row in below if row.line > last][:MOST_BELOW]
    moved = {each.place for each in movements}
    return [row for row in below if row.place not in moved and not is_header(columns_of(row.cells))][
        :MOST_BELOW
    ]


def _window(head: Sequence[Row]) -> tuple[date, date] | None:
    """The days among which one without a year must be: the period stated, or the month of a bill and the one before."""
    starts, ends = _span(labels_of(head), head)
    if starts and ends:
        return starts.day, ends.day
    billed = next((found for row in head if (found := re.search(_BILLED, row.text))), None)
    if not billed:
        return None
    month = int(billed[1]) * 12 + int(billed[2]) - 1
    return _first_of(month - 1), _first_of(month + 1) - timedelta(1)


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _credit_card(head: Sequence[Row]) -> Words | None:
    return next(
        (
            row.words(0)
            for row in head
            if "信用卡" in row.text and re.search("信用卡.{0,4}(?:账单|对账单|明细)", row.text)
        ),
        None,
    )


def _owed(movement: Movement) -> Movement:
    """A row of a bill: what is owed more is money out, whatever the sign says of an account."""
    return movement._replace(amount=None if movement.amount is None else -movement.amount, explicit=True)


def _span(labels: Sequence[Label], head: Sequence[Row]) -> tuple[Day | None, Day | None]:
    """The period that the labels state, or a line above the table that is nothing but two days."""
    starts, ends = _labelled_day(labels, STARTS), _labelled_day(labels, ENDS)
    lines = [(label.line, label.value.place) for label in labels if label.name in SPANS]
    lines += [
        (row.text, row.place)
        for row in head
        if len(row.text) >= SHORTEST_SPAN and re.fullmatch(_TWO_DAYS, row.text)
    ]
    for line, place in lines:
        days = days_in(line)
        if len(days) == 2 and not (starts and ends):
            starts, ends = (Day(day, place) for day in days)
    return (starts, ends) if starts and ends and starts.day <= ends.day else (None, None)


def _labelled_day(labels: Iterable[Label], names: Sequence[str]) -> Day | None:
    for label in labels:
        days = days_in(label.line) if label.name in names else []
        if days:
            return Day(days[0], label.value.place)
    return None


def _filter(labels: Iterable[Label]) -> Words | None:
    """What a label says of the rows that were left out."""
    for label in labels:
        if label.name in FILTERS and label.value.text.replace(" ", "") not in UNFILTERED:
            return label.value
    return None


def _months(flow: Flow, entries: Sequence[Entry], breaks: Sequence[Break]) -> tuple[Month, ...]:
    """The sums of every month that has a row."""
    broken = {each.place for each in breaks}
    by_month: dict[str, list[Entry]] = {}
    for entry in entries:
        by_month.setdefault(month_of(entry.movement.day), []).append(entry)
    return tuple(_month(flow, month, by_month[month], broken) for month in sorted(by_month))


def _month(flow: Flow, month: str, entries: Sequence[Entry], broken: set[Place]) -> Month:
    opening, closing = _balances(entries, broken)
    holder = flow.holder.text if flow.holder else ""
    parts = parts_of(entries, holder, of_a_bank=flow.kind == "bank_statement")
    return Month(
        month=month,
        inflow=sum([each.inward for each in entries]),
        outflow=sum([each.outward for each in entries]),
        neutral=sum([each.neutral for each in entries]),
        refunds=sum(each.outward for each in entries if each.outward and is_refund(each.movement.purpose)),
        rows=len(moved_in(entries)),
        opening=opening,
        closing=closing,
        place=entries[0].movement.place,
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
