"""The kind of VAT taxpayer fits the returns and the sales, and a zero return is really one."""

from ..application import Application, Period, VatReturn
from ..rule import Cause, Context, Found, Trigger, hit, warning
from ..views.figure import Sum
from ..views.series import SALES
from .shared.sequence import latest

sales_of = Sum(*SALES).of
"""The sales of one column of a VAT return, in yuan."""
YEAR = 12
"""Months."""


@warning(
    "TAX031",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="一般纳税人与小规模纳税人使用不同的申报表（V1）",
    zh="""最近一期（{period}）用的是{form}申报表，与申请人的纳税人类型“{taxpayer}”不一致。
          请核对申请人的纳税人类型，以税务登记为准。""",
    en="""The latest VAT return ({period}) is on the form "{form}", the applicant's taxpayer type is "{taxpayer}".
          Check the taxpayer type of the applicant; the tax registration decides.""",
)
def vat_form_fits_the_taxpayer(application: Application, context: Context) -> Found:
    """登记为一般纳税人后，申请资料常忘了更新。

    After registration as a general taxpayer the application is often not updated."""
    if application.vat_returns:
        applicant, last = application.applicant, latest(application.vat_returns, "period")
        if last.form != applicant.taxpayer:
            return hit(applicant / "taxpayer", last / "form", period=last.period)


@warning(
    "TAX032",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="零申报与其他来源比对（K）",
    zh="""{period} 的增值税申报没有任何销售额，但同期其他资料显示有 {seen} 的收入。
          请核对该期申报表是否抄漏；确属漏报的请先更正申报。""",
    en="""The VAT return of {period} has no sales at all, but other sources of these months show {seen}.
          Check whether the figures were left out; correct the return first if sales were not filed.""",
)
def zero_return_has_no_sales_elsewhere(filed: VatReturn, context: Context) -> Found:
    """有收入却零申报，是税务风险，也是机构一眼能看到的矛盾。

    A zero return beside sales is a tax risk, and a contradiction that a lender sees at once."""
    if not sales_of(filed.current):
        seen = _seen_elsewhere(filed.period, context.application)
        if seen > context.policy.limit["zero_return_sales"]:
            return hit(filed / "period", seen=seen)


def _seen_elsewhere(period: Period, application: Application) -> float:
    """The largest sales that books, invoices, bank or platforms show within a period."""
    books = sum(s.income_statement.current.revenue for s in application.statements if s.period == period)
    issued = [each for each in application.invoices if each.direction == "issued"]
    invoiced = sum(rate.net for each in issued if _within(each.month, period) for rate in each.rates)
    bank = [each for account in application.bank_accounts for each in account.months]
    received = sum(
        each.inflow - each.own_transfers - each.loan_receipts for each in bank if _within(each.month, period)
    )
    shops = [each for platform in application.platforms for each in platform.months]
    sold = sum(each.gross - each.refunds for each in shops if _within(each.month, period))
    return max(books, invoiced, received, sold)


def _within(month: Period, period: Period) -> bool:
    return period.first <= month.first and month.after <= period.after


@warning(
    "TAX033",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="增值税法第九条：小规模纳税人年应征增值税销售额不超过 500 万元（V1）",
    zh="""申请人是小规模纳税人，最近 12 个月申报的销售额 {sales} 已超过 {cap}。
          请办理一般纳税人登记并更新类型；超出部分是一次性销售不动产等的，请附说明。""",
    en="""The applicant is a small-scale taxpayer, but the sales filed for the last 12 months, {sales}, exceed {cap}.
          Register as a general taxpayer and update the type; attach a note if a one-off sale of property explains it.""",
)
def small_scale_sales_stay_below_the_cap(application: Application, context: Context) -> Found:
    """连续 12 个月超过 500 万元就应登记为一般纳税人，没登记说明资料旧或有风险。

    Above five million in twelve months registration as a general taxpayer is due: not done, it is old data or a risk."""
    if application.applicant.taxpayer == "small_scale" and application.vat_returns:
        last = latest(application.vat_returns, "period")
        year = [each for each in application.vat_returns if each.period.first >= last.period.after - YEAR]
        sales, cap = sum(sales_of(each.current) for each in year), context.policy.limit["small_scale_cap"]
        if sales > cap:
            return hit(application.applicant / "taxpayer", sales=sales, cap=cap)


@warning(
    "TAX034",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税法第九条：小规模纳税人年应征增值税销售额不超过 500 万元（V1）",
    zh="""申请人是小规模纳税人，申报的 {year} 年营业收入 {amount} 却超过 {cap}。
          请核对收入的单位和位数，或更新纳税人类型。""",
    en="""The applicant is a small-scale taxpayer, but the revenue declared for {year}, {amount}, exceeds {cap}.
          Check the unit and digits of the revenue, or update the taxpayer type.""",
)
def small_scale_revenue_stays_below_the_cap(application: Application, context: Context) -> Found:
    """没有申报表可查时，收入与纳税人类型的矛盾同样说明有一处填错。

    Without returns to look at, a revenue that does not fit the taxpayer type still shows that one is wrong."""
    if application.applicant.taxpayer == "small_scale" and not application.vat_returns:
        last, cap = (
            max(application.revenue, key=lambda each: each.year),
            context.policy.limit["small_scale_cap"],
        )
        if last.amount > cap:
            return hit(last / "amount", application.applicant / "taxpayer", year=last.year, cap=cap)
