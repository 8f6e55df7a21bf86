"""Days that are some months away: loans run for months, and their last day is what papers must outlast."""

from calendar import monthrange
from datetime import date
from functools import lru_cache


@lru_cache(256)
def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month. Raises ValueError past 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
