"""What the findings on the loan, its papers and consents tell the reader: which one, how much, how old."""

from datetime import date

import pytest

SECOND_PAYEE = {"name": "温州示例贸易有限公司", "account": "3303040160000000034", "amount": 0}
SECOND_CONTRACT = {
    "buyer": "湖州示例电器有限公司",
    "seller": "温州示例贸易有限公司",
    "amount": 100,
    "signed": "2026-11-02",
    "valid_until": "2026-11-03",
}


def told(check, code, **case):
    """The facts of the finding of that code."""
    return next(each.params for each in check(case).findings if each.code == code)


def test_a_payee_without_a_contract_is_told_by_its_position(check):
    case = {"drop": ["/loan/contracts"], "append": {"/loan/payees": SECOND_PAYEE | {"amount": 20000000}}}
    assert told(check, "LOA011", **case)["position"] == "2"


def test_a_payee_who_is_no_seller_is_told_by_its_position(check):
    assert told(check, "LOA013", append={"/loan/payees": SECOND_PAYEE})["position"] == "2"


def test_a_payee_who_gets_too_much_is_told_by_its_position_with_both_amounts(check):
    more = {"/loan/payees": SECOND_PAYEE | {"amount": 101}, "/loan/contracts": SECOND_CONTRACT}
    facts = told(check, "LOA014", append=more)
    assert (facts["position"], facts["paid"], facts["agreed"]) == ("2", "101 元", "100 元")


@pytest.mark.parametrize("code", ["LOA016", "LOA017"])
def test_a_contract_is_told_by_its_position(check, code):
    assert told(check, code, append={"/loan/contracts": SECOND_CONTRACT})["position"] == "2"


def test_a_need_below_nothing_is_told_as_nothing(check):
    assert told(check, "LOA006", set={"/loan/own_funds": 9000000})["need"] == "0 元"


def test_the_amount_that_was_probably_meant_is_told(check):
    assert told(check, "LOA001", set={"/loan/amount": 200})["likely"] == "2,000,000 元"


def test_the_gap_of_the_loans_is_told_by_both_sums(check):
    facts = told(check, "DBT003", drop=["/debts"])
    assert (facts["period"], facts["borrowed"], facts["declared"]) == ("2026-10", "1,200,000 元", "0 元")


def test_a_holder_is_told_by_its_share(check):
    assert told(check, "CON001", drop=["/consents/2"])["who"] == "持股 30% 的股东"


def test_the_age_of_a_paper_is_told_from_its_last_day(check):
    facts = told(check, "DOC007", set={"/documents/9/period": "2025-10/2026-09"})
    assert (facts["told"], facts["age"], facts["days"]) == ("2026-09-30", "51", "31")


def test_a_required_paper_is_told_with_what_would_do_instead(check):
    facts = told(check, "DOC001", base="restaurant", drop=["/documents/1", "/documents/2"])
    assert (facts["whose"], facts["paper"]) == ("经营者的", "身份证或护照或通行证或居留证")


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2026, 5, 31), "2024"), (date(2026, 6, 1), "2025"), (date(2027, 1, 1), "2025")],
)
def test_the_last_closed_year_is_the_one_whose_return_was_due(check, day, years):
    only_2023 = {"/documents/10/period": "2023", "/documents/11/period": "2023"}
    assert told(check, "DOC004", on=day, set=only_2023)["years"] == years
