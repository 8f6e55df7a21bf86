"""The rates of value-added tax, on the days around each change of the law."""

from datetime import date

import pytest

from precheck.facts.vat_rates import SIMPLIFIED, rates_on


@pytest.mark.parametrize(
    ("day", "standard"),
    [
        (date(2016, 5, 1), {0.17, 0.13, 0.11, 0.06}),
        (date(2017, 6, 30), {0.17, 0.13, 0.11, 0.06}),
        (date(2017, 7, 1), {0.17, 0.11, 0.06}),
        (date(2018, 4, 30), {0.17, 0.11, 0.06}),
        (date(2018, 5, 1), {0.16, 0.10, 0.06}),
        (date(2019, 3, 31), {0.16, 0.10, 0.06}),
        (date(2019, 4, 1), {0.13, 0.09, 0.06}),
        (date(2026, 11, 20), {0.13, 0.09, 0.06}),
    ],
)
def test_standard_rates_change_on_these_days(day, standard):
    assert rates_on(day) - SIMPLIFIED == standard


def test_the_simplified_method_has_its_own_rates_at_any_time():
    assert {0.0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05} == SIMPLIFIED
    assert rates_on(date(2017, 1, 1)) > SIMPLIFIED
