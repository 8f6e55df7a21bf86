"""The period that a form states above its table, however its maker writes it."""

import pytest

from precheck.documents.papers.facts import Place
from precheck.documents.papers.periods import period_of
from precheck.documents.papers.rows import Row


def period(*lines):
    """The period of lines, each of cells divided by `|`, its last day and the line that it stands on."""
    rows = [Row("sheet", 1, number, line.split("|")) for number, line in enumerate(lines, 1)]
    words, ends = period_of(rows)
    return words, ends and ends.day.isoformat(), ends and ends.place.line


@pytest.mark.parametrize(
    ("line", "words", "ends"),
    [
        ("会计期间：2026年第3期", "2026-03", "2026-03-31"),
        ("期间：2026年3期", "2026-03", "2026-03-31"),
        ("会计期间：2026-03", "2026-03", "2026-03-31"),
        ("会计期间：2026.3", "2026-03", "2026-03-31"),
        ("会计期间|202603", "2026-03", "2026-03-31"),
        ("2026年第1季", "2026-Q1", "2026-03-31"),
        ("2026年4月-2026年6月", "2026-Q2", "2026-06-30"),
        ("2026年4-6月", "2026-Q2", "2026-06-30"),
        ("2025年|单位：元", "2025", "2025-12-31"),
    ],
)
def test_months_quarters_and_years_are_written_in_many_ways(line, words, ends):
    assert period(line) == (words, ends, 1)


@pytest.mark.parametrize(
    "line",
    ["2026年1月-2026年3月", "2026年1月至3月", "2026年1月—2026年3月", "2026年度1-3月", "2026.01-2026.03"],
)
def test_months_from_january_on_tell_their_end_and_not_which_period_it_ends(line):
    assert period(line) == ("", "2026-03-31", 1)


@pytest.mark.parametrize(
    "made",
    [
        "报送日期：2026-04-15",
        "导出时间：2026-04-15 10:22:11",
        "打印日期|2026年4月30日",
        "编制日期：2026年4月10日",
    ],
)
def test_the_day_on_which_a_form_was_made_is_not_its_end(made):
    assert period(made, "2026年3月") == ("2026-03", "2026-03-31", 2)
    assert period(made) == ("", None, None)


def test_it_is_not_even_where_it_stands_before_the_period():
    line = "填表日期：2026-04-10|税款所属期：2026-01-01至2026-03-31"
    assert period(line) == ("2026-Q1", "2026-03-31", 1)


def test_a_statement_may_be_drawn_up_to_the_end_of_a_month():
    assert period("编制日期：2025年12月31日") == ("", "2025-12-31", 1)


def test_a_period_may_begin_on_one_line_and_end_on_the_next():
    assert period("所属期起：2026-01-01", "所属期止：2026-03-31")[:2] == ("2026-Q1", "2026-03-31")


@pytest.mark.parametrize("line", ["2026-13", "2026年6月至3月", "编号202603777"])
def test_what_is_no_period_is_none(line):
    assert period(line)[0] != "2026-03"


def test_the_place_is_that_of_the_line():
    assert period_of([Row("page", 2, 7, ["2026年3月"])])[1].place == Place("page", 2, 7)
