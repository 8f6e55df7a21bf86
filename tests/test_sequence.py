"""Periods in a row: holes and repeats are found whatever their order, and only they are."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.application import Period, PlatformMonth
from precheck.rule import Severity
from precheck.rules.shared.sequence import breaks, is_stale, latest, month_words, out_of_step, unbroken
from precheck.text import Text


def periods(*texts):
    return [Period.of(text) for text in texts]


def said(*texts):
    return [
        (each.item, each.repeats, [month.zh for month in each.months]) for each in breaks(periods(*texts))
    ]


def test_months_and_quarters_that_join_are_unbroken():
    assert unbroken(periods("2025-11", "2025-12", "2026-Q1", "2026-04"))
    assert said("2025-11", "2025-12", "2026-Q1", "2026-04") == []


def test_no_periods_are_unbroken():
    assert unbroken([])
    assert said() == []


def test_a_hole_names_the_months_that_are_missing_and_the_period_after_it():
    assert not unbroken(periods("2025-11", "2026-02"))
    assert said("2025-11", "2026-02") == [(1, False, ["2025-12", "2026-01"])]


def test_a_repeat_names_the_months_that_are_told_twice():
    assert not unbroken(periods("2026-Q3", "2026-09"))
    assert said("2026-Q3", "2026-09", "2026-10") == [(1, True, ["2026-09"])]


def test_an_overlap_counts_up_to_where_the_longer_period_ends():
    assert said("2026-02", "2026-Q1", "2026-03") == [(0, True, ["2026-02"]), (2, True, ["2026-03"])]


def test_the_order_of_the_list_is_no_matter():
    assert said("2026-03", "2026-01", "2026-02") == []


@given(st.sets(st.integers(2000 * 12, 2099 * 12), min_size=1, max_size=30), st.randoms())
def test_holes_are_exactly_the_months_between_that_nobody_told(months, random):
    order = random.sample(sorted(months), len(months))
    found = list(breaks([Period(str(month), month, 1) for month in order]))
    missing = {month for each in found for month in range(each.first, each.after)}
    assert not any(each.repeats for each in found)
    assert missing == set(range(min(months), max(months))) - months


def test_a_repeat_is_an_error_and_a_hole_as_bad_as_the_rule_says():
    months = periods("2026-01", "2026-01", "2026-03")
    items = [PlatformMonth.trusted({"month": month, "gross": 1.0}) for month in months]
    repeat, hole = out_of_step(items, "month", Severity.NOTE)
    assert (repeat.severity, hole.severity) == (Severity.ERROR, Severity.NOTE)
    assert hole.facts["months"] == [Text("2026-02", "2026-02")]


def test_months_as_words():
    assert month_words(2026 * 12).zh == "2026-01"
    assert month_words(2026 * 12 + 11).zh == "2026-12"


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(0, 800), st.integers(2000 * 12, 2098 * 12))
def test_stale_is_counted_in_days_from_the_last_day(day, days, month):
    period = Period("", month, 1)
    assert is_stale(period, day, days) == (day - period.ends > timedelta(days))


def test_the_latest_is_the_one_that_ends_last():
    items = [SimpleNamespace(month=each) for each in periods("2026-10", "2026-Q4", "2026-11")]
    assert latest(items, "month") is items[1]


@pytest.mark.parametrize("text", ["2026-10", "2026-Q3", "2025"])
def test_one_period_is_unbroken(text):
    assert unbroken(periods(text))
