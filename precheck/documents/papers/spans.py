"""The period that a statement states: from its labels, or from a line above the table."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from .cells import days_in
from .facts import Day
from .labels import Label, labels_of
from .rows import Row

STARTS: Final = (
    "起始日期",
    "起始时间",
    "开始日期",
    "开始时间",
    "起始日",
    "起日期",
    "查询起日",
    "查询开始日期",
)
ENDS: Final = (
    "终止日期",
    "终止时间",
    "结束日期",
    "结束时间",
    "截止日期",
    "截止时间",
    "终止日",
    "止日期",
    "查询止日",
    "查询结束日期",
)
SPANS: Final = (
    "日期范围", "交易区间", "日期区间", "查询期间", "起止日期", "查询区间", "查询时间", "账单期间", "统计区间", "时间范围", "交易时间段",
    "查询起止日期", "账单周期", "期间", "对账期间", "起止时间", "交易日期", "查询日期", "交易明细对应时间段", "查询周期", "查询时间段", "查询交易起止时间", "查询起止时间", "账单所属期间",
)  # fmt: skip
SHORTEST: Final = 17
"""Characters of two days and what stands between."""
_TWO_DAYS: Final = "[0-9年月日./-]{8,11}(?:-{1,2}|—+|至|到|~)[0-9年月日./-]{8,11}"
_MIDNIGHT: Final = "(?<![0-9:])00:00:00"
_BILLED: Final = "(20[0-9]{2})年(1[0-2]|0?[1-9])月"


def span_of(labels: Sequence[Label], head: Sequence[Row]) -> tuple[Day | None, Day | None]:
    """The period that the labels state, or a line above the table that is nothing but two days."""
    starts, ends = _labelled_day(labels, STARTS), _last_day(labels)
    lines = [(label.line, label.value.place) for label in labels if label.name in SPANS]
    lines += [
        (row.text, row.place)
        for row in head
        if len(row.text) >= SHORTEST and re.fullmatch(_TWO_DAYS, row.text)
    ]
    for line, place in lines:
        days = days_in(line)
        if len(days) == 2 and not (starts and ends):
            starts, ends = (Day(day, place) for day in days)
    return (starts, ends) if starts and ends and starts.day <= ends.day else (None, None)


def _last_day(labels: Iterable[Label]) -> Day | None:
    """The day that a label states for the end: the day before, where it is the midnight that begins a month."""
    label = next((label for label in labels if label.name in ENDS and days_in(label.line)), None)
    if label is None:
        return None
    day = days_in(label.line)[0]
    is_over = day.day == 1 and re.search(_MIDNIGHT, label.line) is not None
    return Day(day - timedelta(is_over), label.value.place)


def _labelled_day(labels: Iterable[Label], names: Sequence[str]) -> Day | None:
    for label in labels:
        days = days_in(label.line) if label.name in names else []
        if days:
            return Day(days[0], label.value.place)
    return None


def window_of(head: Sequence[Row]) -> tuple[date, date] | None:
    """The days among which one without a year must be: the period stated, or the month of a bill and the one before."""
    starts, ends = span_of(labels_of(head), head)
    if starts and ends:
        return starts.day, ends.day
    billed = next((found for row in head if (found := re.search(_BILLED, row.text))), None)
    if not billed:
        return None
    month = int(billed[1]) * 12 + int(billed[2]) - 1
    return _first_of(month - 1), _first_of(month + 1) - timedelta(1)


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
