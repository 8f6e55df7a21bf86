"""The statements of an applicant must be of their dates, recent, and continue one another."""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Any

from ..application import Application, BalanceSheetColumn, Statement
from ..relation import LEAST_SLACK
from ..rule import Cause, Context, Found, Hit, Trigger, error, hit, warning
from ..text import Text, title
from .shared.sequence import is_stale, latest


@error(
    "FIN021",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="同一套报表同一报表日（K）",
    zh="""{period} 报表的日期是 {date}（资产负债表）和 {ends}（利润表），应当都是 {last}。
          请核对：两张表要出自同一期，日期填该期最后一天。""",
    en="""The statements of {period} are dated {date} (balance sheet) and {ends} (income statement); both should be {last}.
          Check that both are of the same period, and date them by its last day.""",
)
def both_sheets_end_with_the_period(statement: Statement, context: Context) -> Found:
    """资产负债表和利润表来自不同月份，是上传时拿错一张的典型结果。

    A balance sheet and an income statement of different months mean that one of them is the wrong paper."""
    last = statement.period.ends
    sheet, income = statement.balance_sheet, statement.income_statement
    if sheet.date != last or income.ends != last:
        refs = [ref for ref in (sheet / "date", income / "ends") if ref.value != last]
        if len(refs) == 2 and sheet.date == income.ends:
            refs.insert(0, statement / "period")
        return hit(*refs, period=statement.period, date=sheet.date, ends=income.ends, last=last)


@error(
    "FIN022",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="报表在期末之后编制（K）",
    zh="""报表期间 {period} 还没有结束。
          请核对期间；只能提供已经结束的月份、季度或年度的报表。""",
    en="""The period of the statements, {period}, is not over.
          Check the period: statements can only be those of a finished month, quarter or year.""",
)
def period_of_statements_is_over(statement: Statement, context: Context) -> Found:
    """未来的报表不可能存在，多半是年份或月份填错。

    There can be no statements of the future; the year or the month is mistyped."""
    if statement.period.ends > context.on:
        return hit(statement / "period")


@error(
    "FIN023",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="政策时效 statements（K）",
    zh="""最近一期报表是 {period}，距今超过 {days} 天。
          请补充最近一个月或季度的报表。""",
    en="""The latest statements are those of {period}, more than {days} days ago.
          Add those of the last month or quarter.""",
)
def latest_statements_are_recent(application: Application, context: Context) -> Found:
    """机构按最近一期报表评估经营状况，太旧的等于没有。

    Lenders judge by the latest statements; old ones count as none."""
    if application.statements:
        last, days = latest(application.statements, "period"), context.policy.days["statements"]
        if is_stale(last.period, context.on, days):
            return hit(last / "period", days=days)


@error(
    "FIN024",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="同一期间只有一套报表（K）",
    zh="""{period} 的报表填了两次。
          请只保留正确的一套。""",
    en="""The statements of {period} are given twice.
          Keep only those that are right.""",
)
def statements_of_a_period_stand_once(application: Application, context: Context) -> Found:
    """同一期两套报表，系统不知道以哪一套为准。

    With two sets of one period nobody knows which one counts."""
    statements = application.statements
    if len({each.period for each in statements}) < len(statements):
        return [hit(each / "period", earlier / "period") for each, earlier in _twins(application)]


def _twins(application: Application) -> Iterator[tuple[Statement, Statement]]:
    first: dict[object, Statement] = {}
    for each in application.statements:
        earlier = first.setdefault(each.period, each)
        if earlier is not each:
            yield each, earlier


@warning(
    "FIN025",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="本年累计逐期增加（V1）；以前期间调整会造成例外（K）",
    zh="""{period} 的营业收入本年累计 {revenue} 与 {earlier} 的累计加上本期金额 {expected} 对不上。
          请核对两期报表的“本年累计”；冲销或补记以前月份的，请附说明。""",
    en="""The revenue of the year up to {period}, {revenue}, does not go with that up to {earlier} plus this period, {expected}.
          Check the year-to-date columns of both; attach a note if earlier months were reversed or added to.""",
)
def year_to_date_goes_on(application: Application, context: Context) -> Found:
    """下一期的累计等于上一期的累计加本期；中间缺月份时，至少不会更少。

    The next year to date is the last one plus the period; where months are missing it is at least not less."""
    statements = application.statements
    if statements:
        ordered = sorted(statements, key=lambda each: (each.period.after, each.period.first))
        found = [_broken(*pair) for pair in pairwise(ordered)]
        return [each for each in found if each] or None


def _broken(earlier: Statement, later: Statement) -> Hit | None:
    """A later statement of the same year whose year to date does not contain the earlier one's and its own period."""
    if later.period.year != earlier.period.year or later.period.first < earlier.period.after:
        return None
    before, columns = earlier.income_statement.year_to_date, later.income_statement
    expected = before.revenue + columns.current.revenue
    slack = max(2 * before.last_digit, 2 * columns.current.last_digit, LEAST_SLACK)
    gap = columns.year_to_date.revenue - expected
    if gap < -slack or (gap > slack and later.period.first == earlier.period.after):
        refs = (columns.year_to_date / "revenue", columns.current / "revenue", before / "revenue")
        return hit(*refs, period=later.period, earlier=earlier.period, expected=expected)
    return None


CARRIED = ("total_assets", "total_liabilities", "cash", "retained_earnings")
"""The lines that are carried from one year to the next; within the totals other lines may be regrouped."""
carried = attrgetter(*CARRIED)


@warning(
    "FIN026",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="年初余额等于上年期末余额（V1）；以前年度调整会造成例外（K）",
    zh="""{period} 报表{field}的年初余额 {opening} 不等于 {earlier} 报表的{column} {expected}。
          请核对两期报表；以前年度调整造成的，请附说明。""",
    en="""{field} at the start of the year in the statements of {period}, {opening}, is not the {column} of those of {earlier}, {expected}.
          Check both statements; attach a note if earlier years were adjusted.""",
)
def opening_balances_are_carried_forward(application: Application, context: Context) -> Found:
    """年初数就是上年年末数。对不上，说明两期报表不是同一套账。

    A year opens with what the last one closed with. If not, the two statements are not from the same books."""
    statements = application.statements
    if statements:
        found = [_not_carried(each, other) for each, other in _carried(statements)]
        return [each for each in found if each] or None


def _carried(statements: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the one that its opening column repeats: last year's closing one, else one of its year."""
    closing = {each.period.after: each for each in statements if each.period.closes_year}
    first_of: dict[int, Statement] = {}
    for each in statements:
        year = each.period.year
        other = closing.get(year * 12) or first_of.setdefault(year, each)
        if other is not each:
            yield each, other


def _not_carried(statement: Statement, earlier: Statement) -> Hit | None:
    opening = statement.balance_sheet.opening
    same_year = earlier.period.year == statement.period.year
    expected = earlier.balance_sheet.opening if same_year else earlier.balance_sheet.closing
    if carried(opening) == carried(expected):
        return None
    slack = max(1.5 * opening.last_digit, 1.5 * expected.last_digit, LEAST_SLACK)
    for name in CARRIED:
        here, there = getattr(opening, name), getattr(expected, name)
        if not -slack <= here - there <= slack:
            facts: dict[str, Any] = {
                "field": title(BalanceSheetColumn, name),
                "opening": here,
                "expected": there,
            }
            column = Text("年初余额", "opening balance") if same_year else Text("期末余额", "closing balance")
            facts |= {"period": statement.period, "earlier": earlier.period, "column": column}
            return hit(opening / name, expected / name, **facts)
    return None
