"""The statement of an account: whose it is, what period, sums by month, totals and what does not add up."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from .balances import Entry, breaks_of, entries_of
from .cells import day_of, days_in
from .columns import Header, columns_of, find_header, is_header
from .facts import Break, Day, Flow, Month, Place, Words
from .labels import Label, first, labels_of
from .movements import Movement, movements_of
from .partners import counterparties_of, round_trips_of
from .providers import PLATFORMS, provider_of
from .rows import Row, Table
from .totals import opening_of, totals_of

HOLDERS: Final = (
    "户名", "账户名称", "账户户名", "客户名称", "客户姓名", "姓名", "账户名", "户主", "单位名称", "公司名称", "名称", "持卡人",
)  # fmt: skip
ACCOUNTS: Final = (
    "账号", "卡号", "卡号/账号", "账号/卡号", "帐号", "账户号", "客户账号", "账户账号", "支付宝账户", "账户", "微信号",
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
UNFILTERED: Final = frozenset({"全部", "全部类型", "不限", "所有", "全部交易", "全部收支", "无", ""})


def flow_of(table: Table) -> Flow | None:
    """The statement in a table or text; None when it has no header of a statement."""
    header = find_header(table.rows)
    if not header:
        return None
    around = _around(table, header)
    labels = labels_of(around)
    starts, ends = _span(labels)
    movements, totals, unread = movements_of(
        table, header, (starts.day, ends.day) if starts and ends else None
    )
    if not movements and not starts and not unread:
        return None
    opening = opening_of(labels)
    entries = entries_of(movements) if movements else []
    known = [each for each in entries if each.known]
    unread += [each.movement.place for each in entries if not each.known]
    breaks = breaks_of(entries, opening)
    months = _months(known, breaks)
    provider = provider_of("".join(row.text for row in around) + table.name)
    return Flow(
        kind="platform_statement" if provider in PLATFORMS else "bank_statement",
        provider=provider,
        holder=first(labels, *HOLDERS),
        account=first(labels, *ACCOUNTS),
        starts=starts,
        ends=ends,
        first=_extreme(movements, first_one=True),
        last=_extreme(movements, first_one=False),
        months=months,
        missing=_missing(months, starts, ends),
        filtered=_filter(labels),
        breaks=tuple(breaks),
        totals=totals_of(labels, [*around[: header.row], *totals], header, known),
        counterparties=counterparties_of(known),
        round_trips=round_trips_of(known),
        unread=tuple(sorted(unread)),
    )


def _around(table: Table, header: Header) -> list[Row]:
    """The rows above the table and below its last movement, where a statement speaks of itself.

    In a text, lines between pages belong to them too.
    """
    below = table.rows[header.row + 1 :]
    lines = [
        row for row in below if not any(map(day_of, row.cells[:3])) and not is_header(columns_of(row.cells))
    ]
    if table.aligned:
        column = header.columns["date"]
        last = max(
            (i for i, row in enumerate(below) if column < len(row.cells) and day_of(row.cells[column])),
            default=0,
        )
        lines = below[last + 1 :]
    return table.rows[: header.row] + lines[:200]


def _span(labels: Sequence[Label]) -> tuple[Day | None, Day | None]:
    """The period that the labels state."""
    starts, ends = _labelled_day(labels, STARTS), _labelled_day(labels, ENDS)
    for label in labels:
        days = days_in(label.line) if label.name in SPANS else []
        if len(days) == 2 and not (starts and ends):
            starts, ends = (Day(day, label.value.place) for day in days)
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


def _extreme(movements: Sequence[Movement], *, first_one: bool) -> Day | None:
    if not movements:
        return None
    chosen = (min if first_one else max)(movements, key=lambda each: each.day)
    return Day(chosen.day, chosen.place)


def _months(entries: Sequence[Entry], breaks: Sequence[Break]) -> tuple[Month, ...]:
    """The sums of every month that has a row."""
    broken = {each.place for each in breaks}
    by_month = sorted(entries, key=lambda each: month_of(each.movement.day))
    grouped = groupby(by_month, key=lambda each: month_of(each.movement.day))
    return tuple(_month(month, [*each], broken) for month, each in grouped)


def _month(month: str, entries: Sequence[Entry], broken: set[Place]) -> Month:
    opening, closing = _balances(entries, broken)
    return Month(
        month=month,
        inflow=sum(each.inward for each in entries),
        outflow=sum(each.outward for each in entries),
        neutral=sum(each.neutral for each in entries),
        refunds=sum(each.outward for each in entries if "退款" in each.movement.purpose),
        rows=sum(not each.carries for each in entries),
        opening=opening,
        closing=closing,
        place=entries[0].movement.place,
    )


def _balances(entries: Sequence[Entry], broken: set[Place]) -> tuple[int | None, int | None]:
    if any(each.movement.place in broken for each in entries):
        return None, None
    head, tail = entries[0], entries[-1]
    balance = head.movement.balance
    return None if balance is None or head.neutral else balance - head.signed, tail.movement.balance


def _missing(months: Sequence[Month], starts: Day | None, ends: Day | None) -> tuple[str, ...]:
    """Months without a row, within the period that the statement states or its rows span."""
    if not months:
        return ()
    there = {each.month for each in months if each.rows}
    first_month = min(months[0].month, month_of(starts.day)) if starts else months[0].month
    last_month = max(months[-1].month, month_of(ends.day)) if ends else months[-1].month
    return tuple(month for month in months_between(first_month, last_month) if month not in there)


def month_of(day: date) -> str:
    """The month of a day, as the data interface writes it."""
    return f"{day.year}-{day.month:02}"


def months_between(start: str, stop: str) -> list[str]:
    """All months from one to another."""
    first_month, last_month = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (start, stop))
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first_month, last_month + 1)]
