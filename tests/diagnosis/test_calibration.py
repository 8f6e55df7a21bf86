"""The map of probabilities never turns an order round, and accuses nobody by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.diagnosis.calibration import calibrated

shares = st.floats(0, 1)


@pytest.mark.parametrize("what", ["field", "value"])
@given(one=shares, other=shares)
def test_what_the_search_finds_likelier_stays_likelier(what, one, other):
    low, high = sorted((one, other))
    assert 0 <= calibrated(low, what) <= calibrated(high, what) <= 1


@given(shares)
def test_nobody_is_accused_of_whom_the_search_is_less_than_half_sure(share):
    assert share >= 0.5 or calibrated(share) < 0.5


def test_nothing_is_certain_and_nothing_stays_nothing():
    assert calibrated(1.0) < 1
    assert calibrated(0.0) == 0
