"""What stands above the figures of a form: the unit, and the names of its columns, as many programs print them."""

import pytest

from precheck.documents.content import Content, Page, Sheet
from precheck.documents.papers import facts_of

COLUMNS = ["项目", "行次", "本年累计金额", "本月金额"]
YEAR_SO_FAR, MONTH = "income_statement.year_to_date.revenue", "income_statement.current.revenue"
CLOSING, OPENING = "balance_sheet.closing.cash", "balance_sheet.opening.cash"


def both(rows):
    """The same rows as a sheet and as the text of a page, where empty cells leave no trace."""
    lines = [[cell for cell in row if cell] for row in rows]
    return Content(sheets=(Sheet("", rows),)), Content(pages=(Page(1, lines),))


def form(content):
    [found] = facts_of(content).forms
    return found


def yuan(rows):
    """The figures of a form, the same in a sheet and on a page."""
    sheet, page = ({each.name: each.yuan for each in form(content).figures} for content in both(rows))
    assert sheet == page
    return sheet


def income(*head, columns=COLUMNS):
    return [["利润表"], *head, columns, ["一、营业收入", "1", "300.00", "100.00"]]


@pytest.mark.parametrize(
    "head",
    [
        ["编制单位：示例厂", "", "单位：", "万元"],
        ["编制单位：示例厂", "金额单位", "", "人民币万元"],
        ["编制单位：元亨示例贸易有限公司", "", "单位：万元"],
        ["编制单位：示例厂", "币别：人民币（万元）"],
        ["单位：人民币（万元）"],
    ],
)
def test_the_unit_stands_beside_the_name_of_the_business_in_many_ways(head):
    rows = income(head)
    assert yuan(rows) == {YEAR_SO_FAR: 3_000_000, MONTH: 1_000_000}
    assert all(form(content).unit == "ten_thousand_yuan" for content in both(rows))


def test_the_unit_may_stand_behind_the_title():
    assert yuan([["利润表（万元）"], *income()[1:]])[MONTH] == 1_000_000


def test_the_unit_may_stand_behind_the_names_of_the_columns():
    columns = ["项目", "行次", "本年累计金额（万元）", "本月金额（万元）"]
    assert yuan(income(columns=columns))[MONTH] == 1_000_000


def test_a_unit_that_is_printed_for_itself_comes_first():
    columns = ["项目", "行次", "本年累计金额（万元）", "本月金额（万元）"]
    assert yuan(income(["单位：元"], columns=columns))[MONTH] == 100


@pytest.mark.parametrize("head", [["编制单位：万元示例贸易有限公司"], ["资产总额（万元）", "310.00"]])
def test_other_words_are_no_unit_of_the_form(head):
    assert yuan(income(head))[MONTH] == 100


@pytest.mark.parametrize(
    ("year_so_far", "month"),
    [
        ("本年累计", "本月"),
        ("累计数", "本月数"),
        ("本年累计", "本月实际"),
        ("本年累计数", "本季数"),
        ("累计", "本期"),
    ],
)
def test_columns_have_short_names_too(year_so_far, month):
    columns = ["项目", "行次", year_so_far, month]
    assert yuan(income(columns=columns)) == {YEAR_SO_FAR: 300, MONTH: 100}


def test_a_column_that_is_not_known_keeps_its_place_before_the_one_that_is():
    assert yuan(income(columns=["项目", "行次", "本月预算", "本年累计"])) == {YEAR_SO_FAR: 100}


def test_a_word_that_was_pulled_apart_is_no_column():
    rows = [["利润表"], ["项", "目", "行次", "本年累计", "本月数"], ["一、营业收入", "1", "300.00", "100.00"]]
    [page] = (content for content in both(rows) if content.pages)
    assert {each.name: each.yuan for each in form(page).figures} == {YEAR_SO_FAR: 300, MONTH: 100}


@pytest.mark.parametrize("names", [("2025年度", "2024年度"), ("2025年", "2024年")])
def test_the_later_of_two_years_is_the_one_reported(names):
    assert yuan(income(columns=["项目", "附注", *names])) == {MONTH: 300}
    assert yuan(income(columns=["项目", "附注", *reversed(names)])) == {MONTH: 100}


@pytest.mark.parametrize(
    ("closing", "opening"),
    [
        ("2025年12月31日", "2024年12月31日"),
        ("期末", "年初"),
        ("本期期末数", "上年年末数"),
        ("月末数", "年初数"),
        ("本期数", "年初数"),
    ],
)
def test_a_balance_sheet_has_two_sides_with_the_same_columns(closing, opening):
    names = [closing, opening]
    rows = [
        ["资产负债表"],
        ["2025年12月31日"],
        ["资产", "行次", *names, "负债和所有者权益", "行次", *names],
        ["货币资金", "1", "300.00", "100.00", "短期借款", "31", "6.00", "5.00"],
    ]
    loans = {"balance_sheet.closing.short_term_loans": 6, "balance_sheet.opening.short_term_loans": 5}
    assert yuan(rows) == {CLOSING: 300, OPENING: 100} | loans


def test_a_statement_of_a_whole_year_is_not_of_its_last_month():
    assert yuan(income(["2025年度"])) == {YEAR_SO_FAR: 300}
    assert yuan(income(["2025年12月"])) == {YEAR_SO_FAR: 300, MONTH: 100}


def test_a_statement_of_a_whole_year_may_print_it_twice():
    rows = [
        ["利润表"],
        ["2025年度"],
        COLUMNS,
        ["一、营业收入", "1", "300.00", "300.00"],
        ["减：营业成本", "2", "9.00", "8.00"],
    ]
    assert yuan(rows)[MONTH] == 300
    assert yuan(rows)["income_statement.current.cost_of_sales"] == 8
