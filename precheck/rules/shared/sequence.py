"""Periods in a row: does each start when the one before it ends, and which months are missing or told twice."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, NamedTuple

from ...application import Period
from ...rule import Cause, Hit, Severity, hit
from ...text import Text


class Break(NamedTuple):
    """A place where a row of periods is not in step: which item, and which months it repeats or leaves out."""

    item: int
    repeats: bool
    first: int
    after: int

    @property
    def months(self) -> list[Text]:
        """The months as words."""
        return [month_words(month) for month in range(self.first, self.after)]


def month_words(month: int) -> Text:
    """A month counted like `Period.first`, as `2026-03`."""
    words = f"{month // 12}-{month % 12 + 1:02}"
    return Text(words, words)


def unbroken(periods: Sequence[Period]) -> bool:
    """Whether each period starts when the one before it ends, in the order given; of none, yes."""
    reached = periods[0].first if periods else 0
    for each in periods:
        if each.first != reached:
            return False
        reached += each.months
    return True


def breaks(periods: Sequence[Period]) -> Iterator[Break]:
    """Where the periods overlap or leave months out, in the order of time; their order in the list is no matter."""
    order = sorted(range(len(periods)), key=lambda index: periods[index].first)
    reached = periods[order[0]].first if periods else 0
    for index in order:
        first, after = periods[index].first, periods[index].after
        if first < reached:
            yield Break(index, True, first, min(after, reached))
        elif first > reached:
            yield Break(index, False, reached, first)
        reached = max(reached, after)


def out_of_step(items: Sequence[Any], name: str, hole: Severity) -> list[Hit]:
    """A hit for every break in a list of sections by their period: a repeat is an error, a hole as bad as said."""
    found = []
    for each in breaks([getattr(item, name) for item in items]):
        fault = (
            Text("重复填写了这几个月", "these months are given twice")
            if each.repeats
            else Text("缺少这几个月", "these months are missing")
        )
        found.append(
            hit(
                items[each.item] / name,
                severity=Severity.ERROR if each.repeats else hole,
                cause=Cause.WRONG_FIGURE if each.repeats else Cause.INCOMPLETE,
                problem=fault,
                months=each.months,
            )
        )
    return found


def latest(items: Sequence[Any], name: str) -> Any:
    """The section whose period ends last, of a list of at least one."""
    return max(items, key=attrgetter(f"{name}.after"))


def is_stale(period: Period, day: date, days: int) -> bool:
    """Whether a period ended more than so many days before a day."""
    oldest = day - timedelta(days)
    return period.after <= oldest.year * 12 + oldest.month - 1
