"""Invoices by month: the sums add up, the rates are legal, no month is missing, and they are not old."""

from ..application import Application, InvoiceMonth, RateSum
from ..facts.vat_rates import SIMPLIFIED, STANDARD, rates_on
from ..relation import relation
from ..rule import Cause, Context, Found, Percent, Severity, Trigger, error, hit, warning
from .shared.sequence import is_stale, latest, out_of_step, unbroken

LATEST_SINCE, LATEST_STANDARD = STANDARD[0]
LATEST = LATEST_STANDARD | SIMPLIFIED
"""The rates in force today."""
SINCE = LATEST_SINCE.year * 12 + LATEST_SINCE.month - 1
"""The first month in which they are, counted like `Period.first`."""
SUM_SLACK = 0.02
"""Yuan for each sum: real invoices add up within it but for 5 in a million (E)."""


@error(
    "TAX001",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实发票数据：金额加税额与价税合计相差不超过 0.02 元（E）",
    zh="""{month} 发票的价税合计 {gross}，各税率的金额加税额是 {sum}，差 {gap}。
          请核对这个月的金额、税额和价税合计，红字发票按负数计入。""",
    en="""The invoices of {month} total {gross} with tax, but amounts and tax of the rates add up to {sum}: {gap} apart.
          Check amounts, tax and total of the month; red letters count as negative.""",
)
def invoices_of_a_month_add_up(month: InvoiceMonth, context: Context) -> Found:
    """金额、税额、价税合计三者必然相等，不等就是抄错或漏了一个税率。

    Amounts plus tax are the total: when not, a figure was copied wrong or a rate left out."""
    gap = month.gross
    for each in month.rates:
        gap -= each.net + each.tax
    if abs(gap) > SUM_SLACK * (1 + len(month.rates)):
        return hit(month / "gross", month / "month", sum=month.gross - gap, gap=abs(gap))


@warning(
    "TAX002",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税法第十条、第十一条（V1）；2018、2019 年税率调整（E）",
    zh="""{month} 发票的税率 {percent} 在当时不是法定税率或征收率。
          请按发票票面填写，用小数：13% 写 0.13。""",
    en="""The rate {percent} of the invoices of {month} was not a legal one at that time.
          Copy it from the invoices, as a fraction: 13% is 0.13.""",
    mutes=("TAX003", "TAX004"),
)
def invoice_rates_are_legal(month: InvoiceMonth, context: Context) -> Found:
    """税率随时间调整：当时没有的税率，不是抄错就是张冠李戴。

    Rates changed over time: one that did not exist then was copied wrong or belongs to another month."""
    legal = LATEST if month.month.first >= SINCE else rates_on(month.month.starts)
    for each in month.rates:
        if each.rate not in legal:
            return hit(each / "rate", month / "month", percent=Percent(each.rate))


tax_fits_rate = relation(
    "TAX003",
    RateSum,
    "tax + net ~ net + rate * net within invoice_rate",
    severity=Severity.WARNING,
    name="invoice-tax-fits-the-rate",
    source="真实发票数据：99.5% 的发票税率在法定税率上下 0.3 个百分点内（E）",
    zh="""发票金额 {net} 按税率应有的税额，与填写的税额 {tax} 差 {gap}。
          请核对金额、税额和税率；金额填不含税的，红字的金额和税额同为负数。""",
    en="""The tax {tax} on invoices of {net} is {gap} away from what the rate makes.
          Check amount, tax and rate; the amount is without tax, and red letters are negative in both.""",
    why="""金额乘税率就是税额；差得多多半是把含税金额填成了不含税金额。

    The amount times the rate is the tax; a wide gap mostly means that the amount was entered with tax.""",
)


@warning(
    "TAX004",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税法第九条：小规模纳税人适用简易计税（V1）",
    zh="""申请人是小规模纳税人，{month} 却开出税率 {percent} 的发票。
          请核对纳税人类型：已登记为一般纳税人的请更新；否则核对税率。""",
    en="""The applicant is a small-scale taxpayer but issued invoices at {percent} in {month}.
          Check the taxpayer type: update it after registration as a general taxpayer; otherwise check the rate.""",
)
def small_scale_taxpayer_invoices_at_simplified_rates(month: InvoiceMonth, context: Context) -> Found:
    """小规模纳税人只能按征收率开票，出现 13%、9%、6% 说明纳税人类型过时了。

    Small-scale taxpayers invoice at the simplified rates only: 13, 9 or 6% means that the type is out of date."""
    if month.direction == "issued" and context.application.applicant.taxpayer == "small_scale":
        for each in month.rates:
            if each.rate > max(SIMPLIFIED):
                return hit(each / "rate", month / "month", percent=Percent(each.rate))


largest_is_a_part = relation(
    "TAX005",
    InvoiceMonth,
    "largest_counterparty <= gross",
    given="largest_counterparty",
    severity=Severity.WARNING,
    name="largest-customer-is-a-part-of-the-total",
    source="部分不大于合计（K）",
    zh="""最大一户的价税合计 {largest_counterparty} 大于全月价税合计 {gross}。
          请核对两个数；最大一户也要扣减红字。""",
    en="""The total with the largest counterparty, {largest_counterparty}, exceeds the month's total {gross}.
          Check both; red letters come off the largest counterparty too.""",
    why="""一户不可能比全部还多，多了就是抄错位数或单位。

    One counterparty cannot exceed all of them: a digit or a unit is wrong.""",
    mutes=("REV053",),
)


@error(
    "TAX006",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="每月每个方向一行（K）",
    zh="""发票的月份不连续：{problem}：{months}。
          每个月、每个方向只填一行；没有开票的月份也填一行，金额为 0。""",
    en="""The months of the invoices are not in step: {problem}: {months}.
          Give one line for each month and direction; a month without invoices has a line with 0.""",
)
def invoice_months_follow_one_another(application: Application, context: Context) -> Found:
    """重复的月份会让开票额翻倍，缺少的月份会让它无法与申报比对。

    A month given twice doubles the sales; one left out cannot be compared with the returns."""
    found = []
    for direction in ("issued", "received") if application.invoices else ():
        own = [each for each in application.invoices if each.direction == direction]
        if not unbroken([each.month for each in own]):
            found += out_of_step(own, "month", Severity.NOTE)
    return found or None


@warning(
    "TAX007",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="政策时效 invoices（K）",
    zh="""发票数据只到 {month}，旧了。
          请补上之后各月的发票合计。""",
    en="""The invoices end with {month}: that is out of date.
          Add the months since then.""",
)
def invoices_are_recent(application: Application, context: Context) -> Found:
    """机构看最近的开票是否还在继续，旧数据等于没有。

    A lender looks whether invoicing goes on: old sums tell nothing."""
    months, days = application.invoices, context.policy.days["invoices"]
    if months and is_stale(months[-1].month, context.on, days):
        last = latest(months, "month")
        if is_stale(last.month, context.on, days):
            return hit(last / "month")
