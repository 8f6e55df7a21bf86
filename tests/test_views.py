"""Views: figures of the same period meet, whatever source they come from."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.application import Gap, Period
from precheck.shape import parse
from precheck.source import read
from precheck.views import Span, Trailing, Year
from precheck.views.assembly import views_of
from precheck.views.figure import Sum
from precheck.views.series import Series, common_run
from tests.conftest import BASES


class Item:
    def __init__(self, amount, less=0.0):
        self.amount, self.less = amount, less


def series(periods):
    spans = [(Period.of(text), amount) for text, amount in periods]
    return Series(Sum("amount"), [(each.first, each.after, Item(amount)) for each, amount in spans])


def views(base, change=lambda data: None):
    data = deepcopy(BASES[base])
    change(data)
    return views_of(parse(read(json.dumps(data, ensure_ascii=False).encode())).application)


def test_a_sum_adds_fields_and_takes_others_off():
    assert Sum("amount", "-less").of(Item(5.0, 2.0)) == 3.0


def test_a_run_of_months_is_summed_from_its_own_months():
    months = series([("2026-01", 1.0), ("2026-02", 2.0), ("2026-03", 4.0), ("2026-04", 8.0)])
    assert months.between(2026 * 12 + 1, 2026 * 12 + 3) == 6.0
    assert [ref.value for ref in months.refs(2026 * 12 + 1, 2026 * 12 + 3)] == [2.0, 4.0]


def test_two_accounts_of_one_month_are_added_up():
    assert series([("2026-01", 1.0), ("2026-01", 10.0)]).between(2026 * 12, 2026 * 12 + 1) == 11.0


def test_a_run_with_a_month_missing_has_no_figure():
    assert series([("2026-01", 1.0), ("2026-03", 4.0)]).between(2026 * 12, 2026 * 12 + 3) is None


def test_a_run_that_cuts_a_quarter_has_no_figure():
    quarters = series([("2026-Q1", 1.0), ("2026-Q2", 2.0)])
    assert quarters.between(2026 * 12, 2026 * 12 + 4) is None
    assert quarters.between(2026 * 12, 2026 * 12 + 6) == 3.0


def test_the_last_run_is_unbroken_and_not_longer_than_asked():
    months = series([("2025-11", 1.0), ("2026-01", 1.0), ("2026-02", 1.0), ("2026-03", 1.0)])
    assert months.last_run(12) == (2026 * 12, 2026 * 12 + 3)
    assert months.last_run(2) == (2026 * 12 + 1, 2026 * 12 + 3)


MONTHS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]
QUARTERS = [f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in range(1, 5)]
covers = st.one_of(
    st.sets(st.sampled_from(MONTHS), min_size=1), st.sets(st.sampled_from(QUARTERS), min_size=1)
)


def covered(texts):
    return {month for text in texts for month in range(Period.of(text).first, Period.of(text).after)}


@given(covers, covers)
def test_the_common_run_is_the_longest_that_both_cover_in_whole_periods(one, other):
    edges = [{Period.of(text).first for text in texts} for texts in (one, other)]
    ends = [{Period.of(text).after for text in texts} for texts in (one, other)]
    both = covered(one) & covered(other)
    runs = [
        after - first
        for first in edges[0] & edges[1]
        for after in ends[0] & ends[1]
        if after > first and set(range(first, after)) <= both
    ]
    found = common_run(series([(text, 1.0) for text in one]), series([(text, 1.0) for text in other]))
    assert (found[1] - found[0] if found else 0) == max(runs, default=0)


def test_a_year_meets_what_every_source_says_of_it():
    year = next(each for each in views("wholesale-company")[Year] if each.year == 2025)
    assert year.declared == year.revenue == year.tax_revenue == year.scale_revenue
    assert year.vat_sales == pytest.approx(year.revenue)
    assert year.bank_receipts is None  # the flows do not cover the calendar year


def test_a_figure_knows_the_fields_that_it_comes_from():
    year = next(each for each in views("wholesale-company")[Year] if each.year == 2025)
    assert [(type(ref.section).__name__, ref.name) for ref in year.origins("retained_change")] == [
        ("BalanceSheetColumn", "retained_earnings"),
        ("BalanceSheetColumn", "surplus_reserve"),
    ] * 2
    assert year.origins("bank_receipts") == ()


def test_a_gap_spoils_one_figure_and_not_the_view():
    def change(data):
        del data["income_tax_returns"][1]["revenue"]

    year = next(each for each in views("wholesale-company", change)[Year] if each.year == 2025)
    assert year.tax_profit
    with pytest.raises(Gap):
        _ = year.tax_revenue


def test_a_malformed_source_spoils_every_figure_that_it_would_give():
    year = views("wholesale-company", lambda data: data.update(vat_returns="none"))[Year][-1]
    with pytest.raises(Gap):
        _ = year.vat_sales
    assert year.revenue


def test_two_sources_meet_over_the_periods_that_both_cover():
    bank_and_vat = next(
        each
        for each in views("restaurant")[Span]
        if each.bank_receipts is not None and each.vat_gross is not None
    )
    assert bank_and_vat.words == "2026-01/2026-09"
    assert bank_and_vat.platform_sales is None


def test_the_trailing_months_stand_in_for_a_year_that_no_source_covers():
    assert views("restaurant")[Trailing] == []

    def change(data):
        data["vat_returns"] = []

    view = views("restaurant", change)[Trailing][0]
    months = BASES["restaurant"]["bank_accounts"][0]["months"]
    assert view.bank_receipts == pytest.approx(sum(month["inflow"] for month in months))


def test_a_shorter_trailing_run_is_scaled_to_a_year():
    def change(data):
        data["vat_returns"] = []
        data["bank_accounts"][0]["months"] = data["bank_accounts"][0]["months"][-6:]

    view = views("restaurant", change)[Trailing][0]
    months = BASES["restaurant"]["bank_accounts"][0]["months"][-6:]
    assert view.bank_receipts == pytest.approx(2 * sum(month["inflow"] for month in months))


def test_fewer_than_six_months_say_too_little_about_a_year():
    def change(data):
        data["vat_returns"] = []
        data["platforms"] = []
        data["bank_accounts"][0]["months"] = data["bank_accounts"][0]["months"][-5:]

    assert views("restaurant", change)[Trailing][0].bank_receipts is None
