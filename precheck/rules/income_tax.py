"""Income tax returns: the tax fits the income, the form fits the business, and the last year's return is there."""

from datetime import date

from ..application import Application, IncomeTaxReturn
from ..facts.income_tax import least_tax, most_tax
from ..relation import relation
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from .shared.sequence import latest

YEAR = 12
"""Months."""
YUAN = 1.0
"""Yuan. What rounding may add to a tax."""
PAY_ENTERPRISE_TAX = ("company", "cooperative")
DUE = {"enterprise": (5, 31), "operating_income": (3, 31)}
"""Month and day by which the return of the year before is due."""


@warning(
    "TAX041",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="企业所得税法第四条；个人所得税法税率表二；小型微利企业和个体工商户减免至 2027 年底（V2、K）",
    zh="""应纳税所得额 {taxable_income} 对应的应纳所得税额应在 {least} 到 {most} 之间，填的是 {tax_payable}。
          请核对两个数的单位和位数；享受行业免税的请附说明。""",
    en="""A taxable income of {taxable_income} makes a tax between {least} and {most}; the return says {tax_payable}.
          Check unit and digits of both; attach a note on the exemption of an industry.""",
)
def income_tax_fits_the_taxable_income(filed: IncomeTaxReturn, context: Context) -> Found:
    """税额超过最高税率，一定有一个数抄错；低于各项普惠减免之后，多半抄错，也可能是行业免税。

    A tax above the highest rate proves a wrong figure; one below the usual reliefs mostly does, but some
    industries are exempt."""
    form, income, tax = filed.form, filed.taxable_income, filed.tax_payable
    most = most_tax(form, income)
    if tax > most + YUAN or tax < least_tax(form, income) - YUAN:
        severity = Severity.WARNING if tax > most else Severity.NOTE
        refs = (filed / "tax_payable", filed / "taxable_income")
        return hit(*refs, severity=severity, least=least_tax(form, income), most=most)


profit_within_revenue = relation(
    "TAX042",
    IncomeTaxReturn,
    "total_profit <= revenue",
    severity=Severity.WARNING,
    name="profit-of-the-return-is-not-above-revenue",
    source="利润总额一般不大于营业收入，投资收益和补助除外（K）",
    zh="""所得税申报的利润总额 {total_profit} 大于营业收入 {revenue}。
          请核对两个数的单位；有大额投资收益或补助的请附说明。""",
    en="""The total profit of the return, {total_profit}, exceeds its revenue {revenue}.
          Check the unit of both; attach a note on large investment income or subsidies.""",
    why="""利润比收入还大，多半是单位填错，少数是投资收益。

    A profit above revenue is mostly a wrong unit, and seldom investment income.""",
)
cost_within_revenue = relation(
    "TAX043",
    IncomeTaxReturn,
    "cost_of_sales <= revenue",
    severity=Severity.NOTE,
    name="cost-of-the-return-is-not-above-revenue",
    source="营业成本一般不大于营业收入（K）",
    zh="""所得税申报的营业成本 {cost_of_sales} 大于营业收入 {revenue}。
          请核对两个数的单位和位数；确实亏本销售的请附说明。""",
    en="""The cost of sales of the return, {cost_of_sales}, exceeds its revenue {revenue}.
          Check unit and digits of both; attach a note if goods were sold at a loss.""",
    why="""成本比收入还大，要么抄错，要么亏本经营，机构都会问。

    A cost above revenue is a slip or a loss, and a lender asks about either.""",
)


@warning(
    "TAX044",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="企业所得税法第一条；个人所得税法第二条（K）",
    zh="""{kind}缴纳的不是{form}。
          请核对所得税申报表的税种和主体类型。""",
    en="""This kind of business, {kind}, does not pay {form}.
          Check the form of the return and the kind of business.""",
)
def income_tax_form_fits_the_business(filed: IncomeTaxReturn, context: Context) -> Found:
    """公司和合作社缴企业所得税，其余由经营者个人按经营所得缴税：不符说明传错了材料或主体类型填错。

    Companies and cooperatives pay enterprise income tax, the owners of others tax on operating income: otherwise
    it is the wrong paper or the wrong kind of business."""
    applicant = context.application.applicant
    if (filed.form == "enterprise") != (applicant.kind in PAY_ENTERPRISE_TAX):
        return hit(filed / "form", applicant / "kind")


@error(
    "TAX045",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="每个所属期一份申报（K）",
    zh="""{period} 的所得税申报填了两次。
          请只保留最后一次（更正后）的申报。""",
    en="""The income tax return of {period} is given twice.
          Keep only the last one, as corrected.""",
)
def income_tax_period_stands_once(filed: IncomeTaxReturn, context: Context) -> Found:
    """更正前后的两份都填进来，系统不知道该信哪一份。

    With a return and its correction both given, nobody knows which to trust."""
    for other in context.application.income_tax_returns:
        if other is filed:
            return None
        if other.period == filed.period:
            return hit(filed / "period", other / "period")


@warning(
    "TAX046",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="企业所得税法第五十四条：年度终了 5 个月内汇算清缴（V1）；经营所得次年 3 月 31 日前（K）",
    zh="""{year} 年的所得税年报已过申报期限 {due}，申请里最近的一期是 {period}。
          请补上 {year} 年年报；还没有申报的请先申报。""",
    en="""The annual income tax return of {year} was due on {due}; the latest one given is of {period}.
          Add the return of {year}; file it first if it is overdue.""",
)
def last_annual_return_is_there(application: Application, context: Context) -> Found:
    """过了汇算清缴期限，机构就以新一年的年报为准，旧年报不再够用。

    Once the annual return is due lenders go by the new one, and the old one no longer does."""
    returns, applicant, day = application.income_tax_returns, application.applicant, context.on
    form = "enterprise" if applicant.kind in PAY_ENTERPRISE_TAX else "operating_income"
    if not returns or (form == "operating_income" and applicant.tax_collection != "books"):
        return None
    due = date(day.year, *DUE[form])
    year = day.year - (1 if day > due else 2)
    annual = max([each.period.year for each in returns if each.period.months == YEAR], default=0)
    if annual < year and applicant.established.year <= year:
        return hit(latest(returns, "period") / "period", year=year, due=date(year + 1, *DUE[form]))
