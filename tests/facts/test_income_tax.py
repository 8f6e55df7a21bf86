"""Income tax: the table of the law at its bounds, and the most and the least that an income can cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.income_tax import least_tax, most_tax, operating_income_tax

incomes = st.floats(-1e7, 1e8)


@pytest.mark.parametrize(
    ("income", "tax"),
    [(0, 0), (30_000, 1_500), (90_000, 7_500), (300_000, 49_500), (500_000, 109_500), (1_000_000, 284_500)],
)
def test_tax_on_operating_income_at_the_bounds_of_the_table(income, tax):
    assert operating_income_tax(income) == pytest.approx(tax)


@given(incomes, st.floats(0, 1e6))
def test_more_income_never_costs_less_and_never_more_than_35_percent_of_it(income, more):
    assert 0 <= operating_income_tax(income + more) - operating_income_tax(income) <= 0.35 * more + 0.01


@pytest.mark.parametrize(
    ("form", "most", "least"), [("enterprise", 25_000, 5_000), ("operating_income", 9_500, 4_750)]
)
def test_what_a_hundred_thousand_can_cost(form, most, least):
    assert most_tax(form, 100_000) == pytest.approx(most)
    assert least_tax(form, 100_000) == pytest.approx(least)


@given(st.sampled_from(["enterprise", "operating_income"]), incomes)
def test_the_least_is_never_above_the_most_and_a_loss_costs_nothing(form, income):
    assert 0 <= least_tax(form, income) <= most_tax(form, income)
    assert income > 0 or most_tax(form, income) == 0
