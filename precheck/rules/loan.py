"""The loan asked for is one that the lender makes: its amount, its term, and its size beside the business."""

from operator import attrgetter

from ..application import Application, DeclaredRevenue, Loan
from ..rule import Cause, Context, Found, Percent, Severity, Trigger, error, hit

TEN_THOUSAND = 10_000
"""万: what an amount is off by when its unit is mistaken."""
BY_YEAR = attrgetter("year")
YEAR = 12
"""Months."""


@error(
    "LOA001",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="报表填报中最常见的错误是单位（V2）；额度上下限为机构政策（K）",
    zh="""申请金额写成了 {amount}，像是把“元”和“万元”弄混了：换算后的 {likely} 才在可贷范围内。
          请按元重新填写申请金额。""",
    en="""The amount asked for is {amount}, which looks like yuan and ten thousand yuan confused: {likely} would be within what is lent.
          Enter the amount in yuan again.""",
    mutes=("LOA002", "LOA004", "LOA006", "LOA007", "LOA010", "LOA012", "LOA015", "DOC001", "DOC003"),
)
def loan_amount_is_in_yuan(loan: Loan, context: Context) -> Found:
    """金额一律按元填写。超出可贷范围、乘或除一万后又正好落回范围的金额，多半是单位填错。

    Amounts are in yuan. One outside the range of loans that falls into it when multiplied or divided by ten
    thousand most likely has the wrong unit."""
    limit = context.policy.limit
    least, most = limit["loan_least"], limit["loan_most"]
    if least <= loan.amount <= most:
        return None
    likely = loan.amount * TEN_THOUSAND if loan.amount < least else loan.amount / TEN_THOUSAND
    if least <= likely <= most:
        return hit(loan / "amount", likely=likely)


@error(
    "LOA002",
    cause=Cause.POLICY,
    triggers=(Trigger.LIMIT,),
    source="机构的额度上下限；默认上限取监管小微贷款统计的 3000 万元口径（V2），下限（K）",
    zh="""申请金额 {amount} 不在可贷范围内：{least} 至 {most}。
          请调整申请金额，或换一家额度合适的机构。""",
    en="""The amount asked for, {amount}, is outside what is lent: {least} to {most}.
          Change the amount, or choose a lender whose range fits.""",
)
def loan_amount_is_within_the_range(loan: Loan, context: Context) -> Found:
    """每个贷款产品都有额度上下限，超出的申请系统直接退回。

    Every product has a least and a largest amount; requests outside are bounced at once."""
    limit = context.policy.limit
    if not limit["loan_least"] <= loan.amount <= limit["loan_most"]:
        return hit(loan / "amount", least=limit["loan_least"], most=limit["loan_most"])


@error(
    "LOA003",
    cause=Cause.POLICY,
    triggers=(Trigger.LIMIT,),
    source="流动资金贷款管理办法、个人贷款管理办法（2024 年修订）：3 年/5 年，5 年/10 年（V2）",
    zh="""期限 {term_months} 个月太长：借款人为{borrower}时，一般不超过 {usual} 个月，最长 {most} 个月。
          请缩短期限；确因回款周期长需要更久的，请准备说明。""",
    en="""A term of {term_months} months is too long: where the borrower is {borrower} it is usually {usual} months at most, and never above {most}.
          Shorten the term; if your cash cycle is long, prepare an explanation.""",
)
def loan_term_suits_the_borrower(loan: Loan, context: Context) -> Found:
    """企业流动资金贷款原则上不超过三年、最长五年；个人经营性贷款一般不超过五年、最长十年。

    Working-capital loans to a business run for three years in principle and five at most; operating loans to a
    person for five, and ten at most."""
    usual = context.policy.limit[f"{loan.borrower}_term_usual"]
    if loan.term_months > usual:
        most = context.policy.limit[f"{loan.borrower}_term_most"]
        severity = Severity.ERROR if loan.term_months > most else Severity.WARNING
        refs = (loan / "term_months", loan / "borrower")
        return hit(*refs, severity=severity, usual=int(usual), most=int(most))


@error(
    "LOA004",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="申请金额与年营业收入之比 30%/100%，机构政策（K）",
    zh="""申请金额 {asked} 与 {year} 年申报的营业收入 {declared} 相比偏高：一般不超过收入的 {usual}，最多 {most}。
          请先核对两个数字的单位和位数；无误则降低申请金额或准备说明。""",
    en="""The amount asked for, {asked}, is high beside the revenue declared for {year}, {declared}: usually it is {usual} of revenue, at most {most}.
          Check the unit and the digits of both; if they are right, ask for less or prepare an explanation.""",
)
def loan_is_modest_beside_revenue(application: Application, context: Context) -> Found:
    """机构按营业收入核定额度；申请金额接近或超过一年收入，多半会被压降、退回，或有一个数字填错了单位。
    成立当年的收入按经营月份折算成全年。

    Lenders size a loan by revenue. A loan near a whole year's revenue is cut or bounced, or one of the two figures
    has the wrong unit. The revenue of the year of the founding counts as that of so many months."""
    loan, limit = application.loan, context.policy.limit
    latest = max(application.revenue, key=BY_YEAR)
    if loan.amount <= latest.amount * limit["loan_to_revenue_usual"]:
        return None
    yearly = latest.amount * YEAR / _months_of_business(latest, context)
    if loan.amount > yearly * limit["loan_to_revenue_usual"]:
        most = limit["loan_to_revenue_most"]
        severity = Severity.ERROR if loan.amount > yearly * most else Severity.WARNING
        return hit(
            loan / "amount",
            latest / "amount",
            severity=severity,
            year=latest.year,
            asked=loan.amount,
            declared=latest.amount,
            usual=Percent(limit["loan_to_revenue_usual"]),
            most=Percent(most),
        )


def _months_of_business(declared: DeclaredRevenue, context: Context) -> int:
    """How many months of the declared year the business has been there: 12 but in the year of its founding."""
    established = context.application.applicant.established
    if established.year != declared.year:
        return YEAR
    last = YEAR if declared.year < context.on.year else context.on.month
    return max(1, last - established.month + 1)
