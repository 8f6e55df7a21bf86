"""Days some months away."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.calendar import months_later

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def test_the_same_day_of_a_later_month():
    assert months_later(date(2026, 11, 20), 12) == date(2027, 11, 20)
    assert months_later(date(2026, 11, 20), 1) == date(2026, 12, 20)
    assert months_later(date(2026, 11, 20), 2) == date(2027, 1, 20)


def test_a_shorter_month_ends_sooner():
    assert months_later(date(2026, 10, 31), 1) == date(2026, 11, 30)
    assert months_later(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_later(date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_the_calendar_ends():
    assert months_later(date(9999, 11, 20), 1) == date(9999, 12, 20)
    assert months_later(date(9999, 11, 20), 2) == date.max


@given(DAYS, st.integers(0, 1200))
def test_lies_in_the_month_that_many_months_on(day, months):
    later = months_later(day, months)
    assert later.year * 12 + later.month - (day.year * 12 + day.month) == months


@given(DAYS, st.integers(0, 1200))
def test_a_later_day_is_never_sooner(day, months):
    assert months_later(day, months) <= months_later(day + timedelta(1), months)
