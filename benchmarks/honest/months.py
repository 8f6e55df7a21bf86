"""Months counted from year 0, as whole numbers: `year * 12 + month - 1`."""

from calendar import monthrange
from datetime import date

TODAY = date(2026, 11, 20)
"""The day on which every draft is made."""
FIRST = 2024 * 12
"""January 2024, the first month that a draft speaks of."""
LAST = 2026 * 12 + 9
"""October 2026, the last whole month before the day of the drafts."""


def month_of(day: date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def month_text(month: int) -> str:
    """A month as a period: `2026-10`."""
    return f"{month // 12}-{month % 12 + 1:02}"


def quarter_text(last: int) -> str:
    """The quarter that ends with a month: `2026-Q3`."""
    return f"{last // 12}-Q{last % 12 // 3 + 1}"


def end_of(month: int) -> date:
    """The last day of a month."""
    year, index = divmod(month, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])


def january(month: int) -> int:
    """The first month of the same year."""
    return month - month % 12
