"""The working-capital formula, on a statement whose every line is a round number."""

from math import inf

import pytest

from precheck.rules.loan_need import working_capital

BALANCES = ("inventory", "receivables", "prepayments", "payables", "advances_received")


class Part:
    """A section with the lines that the formula reads."""

    def __init__(self, **lines):
        self.__dict__ |= lines


def statement(*, revenue=7200, cost=3600, profit=1200, **balances):
    """A year's statement; a balance is given as opening and closing, in yuan."""
    both = {name: balances.get(name, (0, 0)) for name in BALANCES}
    return Part(
        income_statement=Part(
            year_to_date=Part(revenue=revenue, cost_of_sales=cost, total_profit=profit),
        ),
        balance_sheet=Part(
            opening=Part(**{name: pair[0] for name, pair in both.items()}),
            closing=Part(**{name: pair[1] for name, pair in both.items()}),
        ),
    )


def test_stock_turns_over_by_cost():
    # 900 of stock against 3,600 of cost: 90 days, a quarter of a year; 6,000 of revenue without its profit.
    assert working_capital(statement(inventory=(900, 900)), 0) == 1500


def test_the_average_of_opening_and_closing_counts():
    assert working_capital(statement(inventory=(600, 1200)), 0) == 1500
    assert working_capital(statement(inventory=(1800, 0)), 0) == 1500


def test_receivables_turn_over_by_revenue():
    assert working_capital(statement(receivables=(1800, 1800)), 0) == 1500
    assert working_capital(statement(receivables=(3600, 0)), 0) == 1500


def test_prepayments_turn_over_by_cost():
    assert working_capital(statement(prepayments=(900, 900)), 0) == 1500
    assert working_capital(statement(prepayments=(1800, 0)), 0) == 1500


@pytest.mark.parametrize("payables", [(450, 450), (900, 0), (0, 900)])
def test_payables_shorten_the_days_by_cost(payables):
    assert working_capital(statement(inventory=(900, 900), payables=payables), 0) == 750


@pytest.mark.parametrize("advances", [(900, 900), (1800, 0), (0, 1800)])
def test_advances_shorten_the_days_by_revenue(advances):
    assert working_capital(statement(inventory=(900, 900), advances_received=advances), 0) == 750


def test_growth_scales_the_need():
    assert working_capital(statement(inventory=(900, 900)), 0.5) == 2250
    assert working_capital(statement(inventory=(900, 900)), -1) == 0


def test_a_loss_raises_the_need():
    assert working_capital(statement(inventory=(900, 900), profit=-1200), 0) == 2100


def test_without_days_the_formula_says_nothing():
    assert working_capital(statement(), 0) == inf
    assert working_capital(statement(inventory=(900, 900), payables=(900, 900)), 0) == inf
    assert working_capital(statement(inventory=(900, 900), payables=(1800, 1800)), 0) == inf


def test_a_balance_without_a_turnover_takes_no_days():
    assert working_capital(statement(cost=0, inventory=(900, 900), receivables=(1800, 1800)), 0) == 1500


def test_growth_is_counted_up_to_the_lenders_most(check):
    most = {"limits": [{"name": "growth_most", "value": 0.05}]}
    growing = check({"set": {"/loan/expected_growth": 0.5}, "policy": most})
    assert {each.code for each in growing.findings} == {"LOA005", "LOA006"}
