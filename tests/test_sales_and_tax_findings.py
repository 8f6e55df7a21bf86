"""What findings on sales, flows and taxes tell beside their code: the cause, the facts, the source to refresh."""

import pytest

from precheck.rule import Cause


def only(report, code):
    (found,) = (each for each in report.findings if each.code == code)
    return found


def bank_month(amount):
    return {
        "/bank_accounts/0/months/11/inflow": 1859613.66 + amount,
        "/bank_accounts/0/months/11/outflow": 1862871.47 + amount,
    }


def test_more_money_than_sales_is_asked_about_as_a_figure(check):
    found = only(check({"set": bank_month(20_000_000)}), "REV018")
    assert found.rule.cause is Cause.WRONG_FIGURE
    assert found.cause is Cause.WRONG_FIGURE
    assert "收到的贷款" in found.remedy


def test_less_money_than_sales_is_asked_about_as_a_missing_account(check):
    sales = {
        "/vat_returns/3/current/exempt_sales": 2e6,
        "/vat_returns/3/year_to_date/exempt_sales": 2424331.3,
    }
    found = only(check({"base": "restaurant", "set": sales}), "REV018")
    assert found.cause is Cause.INCOMPLETE
    assert "还有账户" in found.remedy


def test_a_gap_to_other_months_is_old_data_and_not_a_wrong_figure(check):
    case = {"base": "restaurant", "drop": ["/vat_returns", "/platforms"], "set": {"/revenue/0/amount": 5e6}}
    assert only(check(case), "REV044").cause is Cause.STALE


@pytest.mark.parametrize(
    ("amount", "times"), [(1904.12, "一万分之一"), (190412361500, "一万倍"), (19041.24, "一千分之一")]
)
def test_a_wrong_unit_says_how_many_times_off_and_against_what(check, amount, times):
    found = only(check({"set": {"/revenue/0/amount": amount}}), "REV005")
    assert found.params["times"] == times
    assert found.params["source"] == "利润表"


def test_a_month_declared_as_a_year_is_named(check):
    found = only(check({"set": {"/revenue/1/amount": 1946328.04}}), "REV006")
    assert "2025-12" in found.params["part"]
    assert found.params["whole"].startswith("21,231,059.7")


def test_the_share_of_the_largest_customer(check):
    rates = [{"rate": 0.13, "net": 884.96, "tax": 115.04}]
    month = {"month": "2026-10", "direction": "issued", "count": 4, "rates": rates, "gross": 1000}
    found = only(check({"set": {"/invoices": [month | {"largest_counterparty": 600}]}}), "REV053")
    assert found.params["share"] == "60%"


def test_red_letters_of_a_month_that_comes_to_nothing_are_all_of_it(check):
    rates = [{"rate": 0.13, "net": 0, "tax": 0}]
    month = {"month": "2026-10", "direction": "issued", "count": 4, "rates": rates, "gross": 0}
    found = only(check({"set": {"/invoices": [month | {"red_letter": 600}]}}), "REV054")
    assert found.params["share"] == "100%"


def test_a_missing_annual_return_is_named_with_its_due_date(check):
    found = only(check({"drop": ["/income_tax_returns/1"]}), "TAX046")
    assert (found.params["year"], found.params["due"]) == ("2025", "2026-05-31")


def test_missing_months_are_named(check):
    found = only(check({"drop": ["/bank_accounts/0/months/5"]}), "BNK004")
    assert found.params["months"] == "2026-04"
    assert found.cause is Cause.INCOMPLETE


def test_a_source_that_covers_too_little_says_how_much_it_covers(check):
    rows = [{"name": "flows", "any_of": ["bank_accounts", "platforms"], "months": 24}]
    found = only(check({"base": "restaurant", "policy": {"sources": rows}}), "SRC002")
    assert (found.params["months"], found.params["least"]) == ("12", "24")


def test_an_unusual_change_names_both_years_amounts(check):
    year_before = {"/revenue": {"year": 2023, "amount": 1000000}}
    found = only(check({"append": year_before}), "REV051")
    assert found.params["now"].startswith("19,041,236.15")
    assert found.params["before"].startswith("1,000,000")


def test_a_rate_that_is_none_is_shown_as_a_percentage(check):
    found = only(check({"set": {"/invoices/23/rates/0/rate": 0.12}}), "TAX002")
    assert "12%" in found.message
