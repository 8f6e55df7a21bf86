"""Days and periods: each slip made on purpose must be among what is proposed."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from precheck.application import Period
from precheck.diagnosis.days import edits

days = st.dates(date(1990, 1, 1), date(2039, 12, 31))


def kinds(typed, meant):
    return {each.kind for each in edits(typed) if each.value == meant}


@given(days)
def test_day_and_month_in_each_others_place_are_found(meant):
    assume(meant.day <= 12 and meant.day != meant.month)
    typed = date(meant.year, meant.day, meant.month)
    assert kinds(typed, meant) & {"day_and_month", "transposed"}


@given(days, st.sampled_from([-1, 1]))
def test_the_year_before_or_after_is_found(meant, step):
    assume((meant.month, meant.day) != (2, 29))
    assert kinds(meant.replace(year=meant.year + step), meant)


@given(days, st.integers(0, 9), st.sampled_from([2, 3, 5, 6, 8, 9]))
def test_a_wrong_digit_is_found(meant, digit, place):
    text = meant.isoformat()
    try:
        typed = date.fromisoformat(text[:place] + str(digit) + text[place + 1 :])
    except ValueError:
        return
    assert typed == meant or kinds(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("2026-08", "2026-02", "substituted"),
        ("2025-10", "2026-10", "wrong_year"),
        ("2026-Q3", "2026-Q2", "substituted"),
    ],
)
def test_periods_are_mistyped_like_days(typed, meant, kind):
    assert kind in kinds(Period.of(typed), Period.of(meant))


@given(days)
def test_every_edit_is_another_day_and_stands_once(typed):
    found = [each.value for each in edits(typed)]
    assert typed not in found
    assert len(set(found)) == len(found)
