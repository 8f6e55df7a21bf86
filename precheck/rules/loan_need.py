"""The loan fits what the business needs and can carry: the working-capital formula, and its debts taken together."""

from math import inf
from operator import attrgetter

from ..application import Application, Loan, Statement
from ..facts.calendar import months_later
from ..rule import Cause, Context, Found, Percent, Trigger, error, hit, note, warning

SHORT_TERM = 12
"""Months. A loan due sooner is taken to finance working capital."""
BY_DATE = attrgetter("balance_sheet.date")


@note(
    "LOA005",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="测算增长率的上限，机构政策（K）",
    zh="""预计收入增长率 {expected} 偏高，测算额度时最多按 {most} 计算。
          请核对是否把百分数写成了整数；无误则准备订单等依据。""",
    en="""The expected growth of revenue, {expected}, is high; the need is computed with {most} at most.
          Check that a percentage was not typed as a whole number; if it is right, prepare orders that show it.""",
)
def expected_growth_is_plausible(loan: Loan, context: Context) -> Found:
    """增长率直接放大测算出的资金需求，机构只认有依据的增长。

    Growth scales the computed need, so lenders accept only what can be shown."""
    most = context.policy.limit["growth_most"]
    if loan.expected_growth > most:
        return hit(loan / "expected_growth", expected=Percent(loan.expected_growth), most=Percent(most))


@warning(
    "LOA006",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="流动资金贷款管理办法附件的测算公式（V2）；短期借款按一年内到期的现有贷款计（K）",
    zh="""申请金额 {asked} 超过按 {year} 年报表测算的新增流动资金需求 {need}。
          请核对报表、自有资金和现有贷款；无误则降低申请金额，或准备订单、季节性备货等说明。""",
    en="""The amount asked for, {asked}, is above the additional working capital, {need}, computed from the statements of {year}.
          Check the statements, own funds and existing loans; if they are right, ask for less or show orders or seasonal stock.""",
)
def loan_is_within_the_working_capital_needed(application: Application, context: Context) -> Found:
    """企业流动资金贷款按公式测算需求：收入、利润率、增长率与存货、应收、应付、预付、预收的周转天数，
    再减去自有资金、现有短期贷款和其他渠道的资金。

    For working-capital loans to a business lenders compute the need by a formula: revenue, margin, growth and the
    days that stock, receivables, payables, prepayments and advances take to turn over, less own funds, short-term
    loans and other funds."""
    loan = application.loan
    if not application.statements or loan.borrower != "entity":
        return None
    closing = [each for each in application.statements if each.period.closes_year]
    if not closing:
        return None
    last = max(closing, key=BY_DATE)
    capital = working_capital(last, min(loan.expected_growth, context.policy.limit["growth_most"]))
    soon = months_later(context.on, SHORT_TERM)
    existing = sum(each.balance for each in application.debts if each.kind == "loan" and each.due <= soon)
    need = capital - existing - loan.own_funds - loan.other_funds
    if loan.amount > need:
        refs = (loan / "amount", loan / "own_funds", loan / "other_funds")
        return hit(*refs, asked=loan.amount, need=max(need, 0.0), year=last.period.year)


def working_capital(statement: Statement, growth: float) -> float:
    """The working capital of the next year, in yuan, from the statement of a whole year and growth as a fraction.

    Infinite when the business needs none by the formula (its suppliers and customers finance it): the formula then
    says nothing about a loan."""
    year = statement.income_statement.year_to_date
    opening, closing = statement.balance_sheet.opening, statement.balance_sheet.closing
    cycle = (
        _time(opening.inventory, closing.inventory, year.cost_of_sales)
        + _time(opening.receivables, closing.receivables, year.revenue)
        - _time(opening.payables, closing.payables, year.cost_of_sales)
        + _time(opening.prepayments, closing.prepayments, year.cost_of_sales)
        - _time(opening.advances_received, closing.advances_received, year.revenue)
    )
    if cycle <= 0:
        return inf
    return (year.revenue - year.total_profit) * (1 + growth) * cycle


def _time(opening: float, closing: float, turnover: float) -> float:
    """The part of a year in which its turnover passes through the average balance; none without a turnover.

    The formula counts days, 360 a year; they cancel out."""
    return (opening + closing) / 2 / turnover if turnover > 0 else 0.0


@error(
    "LOA007",
    cause=Cause.POLICY,
    triggers=(Trigger.LIMIT,),
    source="普惠型小微企业贷款单户授信总额不超过 1000 万元（V2）",
    zh="""连同现有贷款，授信总额将达到 {total}，超过普惠型小微企业贷款的 {most} 上限。
          请降低申请金额，先还清部分现有贷款，或改申请非普惠类产品。""",
    en="""Together with the existing loans the credit would be {total}, above the {most} of inclusive loans to small businesses.
          Ask for less, repay some of the existing loans first, or apply for another kind of product.""",
)
def total_credit_is_within_the_inclusive_limit(application: Application, context: Context) -> Found:
    """普惠产品按单户授信总额把关，现有贷款的余额也算在内。只有规定了这一上限的机构才检查。

    Inclusive products look at all credit of one client, so balances owed count too. Checked only for lenders that
    set this limit."""
    most = context.policy.limit.get("inclusive_credit_most", inf)
    loan = application.loan
    total = loan.amount + sum(each.balance for each in application.debts if each.kind == "loan")
    if total > most:
        return hit(loan / "amount", total=total, most=most)
