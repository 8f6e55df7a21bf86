"""Days that are some months away: loans run for months, and their last day is what papers must outlast."""

from calendar import monthrange
from datetime import MAXYEAR, date
from functools import lru_cache


@lru_cache(256)
def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of a shorter month; no later than the last of days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
