"""Amounts in a wrong unit: recognised within a factor of two, and never between amounts of one size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.units import unit_slip

amounts = st.floats(1, 1e9)


@pytest.mark.parametrize("unit", [1e3, 1e4, 1e8])
@given(amounts, st.floats(0.51, 1.99))
def test_a_unit_is_recognised_either_way_though_the_amounts_differ(unit, amount, off):
    assert unit_slip(amount * unit * off, amount) == unit
    assert unit_slip(amount, amount * unit * off) == 1 / unit


@given(amounts, st.floats(0.0021, 499))
def test_amounts_of_one_size_have_one_unit(amount, ratio):
    assert unit_slip(amount * ratio, amount) is None


@pytest.mark.parametrize("ratio", [2001, 4999, 20_001, 4.9e7, 2.1e8])
def test_other_ratios_are_no_unit(ratio):
    assert unit_slip(ratio, 1.0) is None


@pytest.mark.parametrize(("amount", "other"), [(0, 1), (1, 0), (-1e4, 1), (1e4, -1)])
def test_nothing_and_negative_amounts_have_no_unit(amount, other):
    assert unit_slip(amount, other) is None
