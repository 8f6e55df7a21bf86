"""Bands: what holds, what is surprising, and between which values of one field they hold."""

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from precheck.diagnosis.bands import SAME_FIGURE, Band

amounts = st.integers(-(10**9), 10**9).map(lambda fen: fen / 100)
SUM = Band("X", slack=0.02, weight=12.0)
NEAR = Band("X", low=1 / 1.1, high=1.1, weight=5.0)
AT_MOST = Band("X", low=-inf, high=1.0, weight=5.0)
AT_LEAST_HALF = Band("X", low=0.5, high=inf, weight=5.0)
BANDS = [SUM, NEAR, AT_MOST, AT_LEAST_HALF]


@pytest.mark.parametrize("band", BANDS, ids=["sum", "near", "at-most", "at-least"])
@given(value=amounts, other=amounts)
def test_a_band_holds_exactly_for_the_values_of_its_interval(band, value, other):
    low, high = band.interval(0.0, 0.0, other, 1.0, 0.0)
    assume(min(abs(value - low), abs(value - high)) > 1e-6 * max(1.0, abs(other)))
    assert band.holds(value, other) is (low <= value <= high)


@given(value=amounts, other=amounts)
def test_the_interval_of_a_field_on_the_right_is_solved_too(value, other):
    assume(value > 0)
    low, high = NEAR.interval(0.0, other, 0.0, 0.0, 1.0)
    assume(min(abs(value - low), abs(value - high)) > 1e-6 * max(1.0, abs(other)))
    assert NEAR.holds(other, value) is (low <= value <= high)


def test_an_empty_interval_says_that_no_value_of_the_field_will_do():
    low, high = SUM.interval(5.0, 5.0, 105.0, 1.0, 1.0)  # the field stands on both sides
    assert low > high


@pytest.mark.parametrize("band", BANDS, ids=["sum", "near", "at-most", "at-least"])
def test_what_lies_further_outside_costs_more(band):
    costs = [band.cost(left, 1_000.0) for left in (1_000.0, 100_000.0, 1e7)]
    below = [band.cost(left, 1_000.0) for left in (1_000.0, 100.0, 1.0)]
    assert sorted(costs) == costs
    assert sorted(below) == below
    assert max(*costs, *below) > band.weight


def test_what_rounding_explains_costs_nothing():
    assert SUM.cost(100.0, 100.02) == 0
    assert SUM.cost(100.0, 150.0, blur=50.0) == 0
    assert SUM.cost(100.0, 100.03) > SUM.weight


def test_one_figure_told_twice_to_the_fen_is_no_coincidence():
    told = Band("X", low=0.98, high=1.02, weight=5.0, same=True)
    assert told.cost(1_234.56, 1_234.56) == -SAME_FIGURE
    assert told.cost(1_234.56, 1_240.0) > 0


def test_a_limit_on_what_may_not_be_negative_is_not_mirrored():
    not_negative = Band("X", low=-inf, weight=11.0)
    assert not_negative.holds(0.0, 5.0)
    assert not not_negative.holds(0.0, -5.0)


def test_losses_are_compared_like_profits():
    assert NEAR.holds(-100.0, -105.0)
    assert NEAR.cost(-100.0, -105.0) == NEAR.cost(100.0, 105.0)
