"""The period that stands above a form, as the data interface writes it, and its last day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from .cells import days_in, plain
from .facts import Day
from .rows import Row

_DAY: Final = r"[0-9]{4}[-/.年]? ?[0-9]{1,2}[-/.月]? ?[0-9]{1,2}日?"
_OF_MAKING: Final = re.compile(
    "(?P<label>填表|填报|填制|报送|申报|打印|导出|下载|制表|编制|受理|接收|报出|查询|审核|申请)(?:日期|时间):? ?"
    + _DAY
)
"""Days on which a form was filled in, filed or printed: they say nothing of its period."""
_OF_PRINTING: Final = re.compile("^" + _DAY + " ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
"""The day and time that a browser prints above every page."""
_OF_DRAWING_UP: Final = ("编制", "制表")
"""What is also written before the day that a statement is drawn up to, if it is the last of a month."""
_IS_START: Final = re.compile("(?:起|起始日期?|开始日期|自):? ?" + _DAY)
_YEAR: Final = "(?P<year>20[0-9]{2})"
_MONTH: Final = "(?P<month>1[0-2]|0?[1-9])"
_RUN: Final = re.compile(
    rf"{_YEAR}(?:年度?|[-./])(?P<first>1[0-2]|0?[1-9])月?(?:-|—|–|~|至|到)+(?:(?P<other>20[0-9]{{2}})(?:年|[-./]))?"
    rf"{_MONTH}(?:月|$)(?!0?[1-9]|[12][0-9]|3[01])"
)
"""From one month to another."""
_ONE: Final = re.compile(
    rf"{_YEAR}年(?:第?(?P<quarter>[1-4一二三四])季度?|{_MONTH}月(?!0?[1-9]|[12][0-9]|3[01])|第?(?P<number>1[0-2]|0?[1-9])期|度)"
)
_SHORT: Final = re.compile(
    rf"(?:[^0-9:]{{0,6}}(?:期间?|月份|日期):)?{_YEAR}(?:[-./]?(?P<month>1[0-2]|0[1-9])|[-./](?P<digit>[1-9]))"
)
"""A month in digits alone, which nothing but its label may stand beside."""
_BARE: Final = re.compile(rf"{_YEAR}年")

Period = tuple[str, Day | None]
"""As the data interface writes it, empty when it is no month, quarter or year; and its last day."""


def period_of(rows: Sequence[Row]) -> Period:
    """The period that stands above a table.

    Two days make a period when they are the first and last day of a month, quarter or year; one day only ends one.
    """
    texts = [_OF_PRINTING.sub("", _OF_MAKING.sub(_kept, row.spaced_text)) for row in rows]
    for row, text, below in zip(rows, texts, [*texts[1:], ""], strict=True):
        days = days_in(text)
        if len(days) == 1 and _IS_START.search(text):
            days += days_in(below)[:1]
        if len(days) >= 2 and days[0] < days[1]:
            return period_between(days[0], days[1]), Day(days[1], row.place)
        if len(days) == 1:
            return "", Day(days[0], row.place)
        if found := next(_in_words(row, plain(text)), None):
            return found
    return "", None


def _kept(found: "re.Match[str]") -> str:
    """What is kept of a day on which a form was made: nothing, unless it may be the one that it is drawn up to."""
    is_end = found["label"] in _OF_DRAWING_UP and any(day == _end_of(day) for day in days_in(found[0]))
    return found[0] if is_end else ""


def _in_words(row: Row, text: str) -> Iterator[Period]:
    """A period that is no two days: `2025年度`, `2026年第3季度`, `2026年10月`, `2026年第3期`, `2026年4-6月`, `2026-03`."""
    if run := _RUN.search(text):
        yield _run(run, row)
    elif one := _ONE.search(text):
        yield _one(one, row)
    else:
        cells = [plain(cell) for cell in row.cells]
        for short in filter(None, map(_SHORT.fullmatch, cells)):
            yield _month(int(short["year"]), int(short["month"] or short["digit"]), row)
        for bare in filter(None, map(_BARE.fullmatch, cells)):
            yield bare["year"], Day(date(int(bare["year"]), 12, 31), row.place)


def _run(found: "re.Match[str]", row: Row) -> Period:
    """From a month to a month. One from January on may as well be the year so far: only its end is told."""
    year, first, month = int(found["year"]), int(found["first"]), int(found["month"])
    start, stop = date(year, first, 1), _end_of(date(int(found["other"] or year), month, 1))
    if start > stop:
        return "", None
    return "" if first == 1 else period_between(start, stop), Day(stop, row.place)


def _one(found: "re.Match[str]", row: Row) -> Period:
    year, quarter, month = int(found["year"]), found["quarter"], found["month"] or found["number"]
    if month:
        return _month(year, int(month), row)
    if quarter:
        number = "一二三四".find(quarter) + 1 or int(quarter)
        return f"{year}-Q{number}", Day(_end_of(date(year, 3 * number, 1)), row.place)
    return str(year), Day(date(year, 12, 31), row.place)


def _month(year: int, month: int, row: Row) -> Period:
    return f"{year}-{month:02}", Day(_end_of(date(year, month, 1)), row.place)


def _end_of(month: date) -> date:
    """The last day of the month that a day is in."""
    return (month.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def period_between(start: date, stop: date) -> str:
    """The month, quarter or year between two days, as the data interface writes it; empty when it is none of them."""
    months = stop.year * 12 + stop.month - start.year * 12 - start.month + 1
    if start.day != 1 or stop != _end_of(stop) or (start.month - 1) % months:
        return ""
    year = str(start.year)
    return {1: f"{year}-{start.month:02}", 3: f"{year}-Q{(start.month + 2) // 3}", 12: year}.get(months, "")
