"""How sales develop, what they cost, and on whom they depend: worth asking about, not wrong in themselves."""

from ..application import Application, DeclaredRevenue, InvoiceMonth
from ..rule import Cause, Context, Found, Percent, Severity, Trigger, hit, note, warning
from ..views import Year
from .shared.comparison import comparison


@warning(
    "REV051",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实发票数据：两年都经营 10 个月以上的企业，98% 的年增长在 1/3 到 3 倍之间（E）",
    zh="""{year} 年申报收入 {now}，上一年是 {before}，变化太大。
          请核对两年的单位和位数；属实的请附说明（扩张、停业、新开店等）。""",
    en="""The declared revenue of {year} is {now}, that of the year before {before}: an unusual change.
          Check units and digits of both years; attach a note if it is real (expansion, closure, a new shop).""",
)
def declared_revenue_grows_at_a_usual_pace(declared: DeclaredRevenue, context: Context) -> Found:
    """两年都正常经营的小企业，收入很少一年变化三倍以上；新开业的年份不比。

    A small business that traded in both years seldom changes threefold; the year of its start is not compared."""
    for before in context.application.revenue:
        if before.year == declared.year - 1:
            factor, amount = context.policy.limit["growth_factor"], declared.amount
            usual = before.amount <= amount * factor and amount <= before.amount * factor
            if not usual and _traded_all(before.year, context):
                refs = (declared / "amount", before / "amount")
                return hit(*refs, year=declared.year, now=amount, before=before.amount)
            return None


def _traded_all(year: int, context: Context) -> bool:
    """Whether the business was there for enough months of a year to compare the year with the next."""
    established = context.application.applicant.established
    months = 12 * (year - established.year) + 13 - established.month
    return months >= context.policy.limit["growth_active_months"]


purchases_and_cost = comparison(
    "REV052",
    Year,
    "purchases ~ cost within purchases_cost",
    severity=Severity.NOTE,
    given="cost",
    name="purchases-fit-the-cost-of-sales",
    source="真实发票数据：进项与销项之比 p25 为 0.13、p75 为 0.85（E）；界限为政策值（K）",
    zh="""{period} 年取得发票的不含税金额 {purchases}，营业成本是 {cost}，不太相称。
          请核对成本是否含人工、库存是否大增，必要时附说明。""",
    en="""The invoices received in {period} come to {purchases} without tax, the cost of sales is {cost}: an unusual relation.
          Check whether labour is in the cost and whether stock grew; attach a note if needed.""",
    why="""进货与成本长期对不上，会让人怀疑成本或收入。

    Purchases that never match the cost put cost or revenue in doubt.""",
)


@note(
    "REV053",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实发票数据：最大客户占比 p75 为 50%（E）",
    zh="""开出的发票中，各月最大一户合计占 {share}。
          客户过于集中会降低额度：可附长期合同或与该客户的往来记录。""",
    en="""Of the invoices issued, the largest customers of each month take {share}.
          Depending on one customer lowers the limit: attach a long-term contract or a record of the dealings.""",
)
def sales_do_not_depend_on_one_customer(month: InvoiceMonth, context: Context) -> Found:
    """一个客户占了大半收入，它一停付，还款来源就断了。

    When one customer takes most of the sales and stops paying, so does the borrower."""
    most = context.policy.limit["largest_customer_share"]
    if month.largest_counterparty > most * month.gross and month.direction == "issued":
        return _over_all_months(month, "largest_counterparty", most, context.application)


@warning(
    "REV054",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实发票数据：作废发票占比 p95 为 32%（E）；全电发票不能作废，按红字占比（K）",
    zh="""开出的发票中，红字发票占 {share}，偏高。
          请核对是否重复填写了退货；属实的请附退货或折让说明。""",
    en="""Of the invoices issued, red letters take {share}, which is high.
          Check whether returns were entered twice; attach a note on returns or rebates if it is real.""",
)
def red_letters_are_few(month: InvoiceMonth, context: Context) -> Found:
    """先开票冲业绩再红冲，是机构重点排查的做法，所以红字占比高会被问到。

    Invoicing for show and cancelling later is what lenders look for, so they ask about many red letters."""
    most = context.policy.limit["red_letter_share"]
    if month.red_letter > most * month.gross and month.direction == "issued":
        return _over_all_months(month, "red_letter", most, context.application)


def _over_all_months(month: InvoiceMonth, name: str, most: float, application: Application) -> Found:
    """Blames the last month in which an amount is above its share, if it is above it over all months together."""
    issued = [each for each in application.invoices if each.direction == "issued"]
    if month is [each for each in issued if getattr(each, name) > most * each.gross][-1]:
        part, gross = (sum(getattr(each, field) for each in issued) for field in (name, "gross"))
        if part > most * gross:
            return hit(month / name, month / "gross", share=Percent(part / gross if gross > 0 else 1))
