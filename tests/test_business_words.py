"""What the findings on the business, its industry and its size tell the reader beside their places."""

import pytest


def told(check, code, **case):
    """The facts of the finding of that code."""
    return next(each.params for each in check(case).findings if each.code == code)


@pytest.mark.parametrize(("changes", "words"), [
    ({"set": {"/applicant/last_annual_report": 2023}}, "最近一次填的是 2023 年度"),
    ({"drop": ["/applicant/last_annual_report"]}, "申请里没有填写"),
])  # fmt: skip
def test_an_overdue_annual_report_is_told_apart_from_one_never_given(check, changes, words):
    facts = told(check, "ENT006", **changes)
    assert (facts["year"], facts["reported"]) == ("2025", words)


def test_a_move_to_another_province_names_both(check):
    facts = told(check, "ENT011", set={"/applicant/address": "江苏省南京市示例路1号"})
    assert (facts["registered"], facts["named"]) == ("浙江", "江苏")


def test_a_recent_change_says_what_changed_and_how_long_the_lender_waits(check):
    change = {"what": "address", "on": "2026-10-12"}
    facts = told(check, "ENT012", append={"/applicant/changes": change})
    assert (facts["what"], facts["on"], facts["months"]) == ("住所", "2026-10-12", "6")


def test_a_letter_that_contradicts_the_digits_is_named_with_what_both_mean(check):
    facts = told(check, "IND002", set={"/applicant/industry": "C5137"})
    assert (facts["typed"], facts["section"], facts["trade"]) == ("制造业", "批发和零售业", "批发业")


def test_a_restriction_gives_the_lenders_reason(check):
    facts = told(check, "IND003", set={"/applicant/industry": "7010"})
    assert (facts["trade"], facts["reason"]) == ("房地产业", "房地产开发，经营贷款不得流入")


def test_a_missing_permit_says_which_ones_will_do(check):
    facts = told(check, "IND005", base="restaurant", drop=["/documents/3"])
    assert (facts["trade"], facts["permit"]) == ("餐饮业", "食品经营许可证或预包装食品备案")


def test_a_revenue_in_the_wrong_unit_is_told_in_yuan(check):
    facts = told(check, "SIZ006", set={"/scale/operating_revenue": 2123.11})
    assert facts["likely"] == "21,231,100 元"


def test_a_revenue_multiplied_by_ten_thousand_is_told_in_yuan(check):
    facts = told(check, "SIZ006", set={"/scale/operating_revenue": 212310000000})
    assert facts["likely"] == "21,231,000 元"


def test_an_unusual_revenue_per_employee_is_shown_beside_what_is_usual(check):
    facts = told(check, "SIZ007", set={"/scale/employees": 300})
    shown = facts["per_head"], facts["trade"], facts["low"], facts["high"]
    assert shown == ("70,770.20 元", "批发业", "100,000 元", "50,000,000 元")


def test_figures_out_of_date_say_how_old_they_are(check):
    facts = told(check, "SIZ008", set={"/scale/as_of": "2024-12-31"})
    assert (facts["age"], facts["days"]) == ("689", "516")


def test_a_wrong_size_names_the_standard_and_the_right_size(check):
    facts = told(check, "SIZ012", set={"/scale/declared_size": "medium"})
    assert (facts["group"], facts["figures"], facts["size"]) == ("批发业", "从业人员和营业收入", "小型")


@pytest.mark.parametrize(("changes", "words"), [
    ({"/scale/employees": 10}, ("从业人员", "10", "10", "小型")),
    ({"/scale/employees": 12, "/scale/operating_revenue": 1020000}, ("营业收入", "1,020,000 元", "1,000,000 元", "小型")),
])  # fmt: skip
def test_a_figure_at_a_bound_is_shown_beside_it_in_its_own_unit(check, changes, words):
    facts = told(
        check,
        "SIZ013",
        base="restaurant",
        set={"/scale/declared_size": "small", "/scale/operating_revenue": 2000000} | changes,
    )
    assert (facts["figure"], facts["value"], facts["bound"], facts["size"]) == words


def test_a_size_that_is_not_taken_says_which_are(check):
    facts = told(check, "SIZ014", policy={"sizes": [{"name": "one", "sizes": ["micro", "medium"]}]})
    assert (facts["size"], facts["taken"]) == ("小型", "微型和中型")


@pytest.mark.parametrize(("changes", "words"), [
    ({"/scale/employees": 301}, ("从业人员", "301", "300")),
    ({"/scale/total_assets": 60000000}, ("资产总额", "60,000,000 元", "50,000,000 元")),
    (
        {"/income_tax_returns/1/taxable_income": 4000000, "/income_tax_returns/1/tax_payable": 200000},
        ("应纳税所得额", "4,000,000 元", "3,000,000 元"),
    ),
])  # fmt: skip
def test_the_relief_of_small_firms_names_the_figure_that_is_too_large(check, changes, words):
    facts = told(check, "SIZ015", set=changes)
    assert (facts["figure"], facts["value"], facts["most"]) == words
