"""VAT returns over time: no period missing, told twice or late, and the year to date is the sum of the periods."""

from collections.abc import Iterator
from operator import attrgetter

from ..application import Application, VatColumn, VatReturn
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from ..text import title
from ..views.figure import Sum
from .shared.sequence import is_stale, latest, out_of_step, unbroken

FEN = 0.02
"""Yuan. What rounding explains between columns that the filing system adds up."""
QUARTER = 3
"""Months. No VAT return covers more."""
all_boxes = Sum(*VatColumn.names).of
"""All boxes of a column added up: what two columns have in common when they are equal box by box."""
first_month = attrgetter("period.first")


@warning(
    "TAX021",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税申报表：本年累计等于上期本年累计加本期数（K）",
    zh="""{period} 申报表“{box}”的本年累计 {typed}，与上期累计加本期数的 {expected} 不符。
          请核对本期数和本年累计两栏；以前各期更正过的请附更正申报表。""",
    en="""In the VAT return of {period} the year to date of "{box}" is {typed}; the one before plus this period makes {expected}.
          Check both columns; attach the corrected return if an earlier one was corrected.""",
)
def vat_year_to_date_follows(application: Application, context: Context) -> Found:
    """累计数由申报系统逐期相加，前后对不上说明有一栏抄错。年中转为一般纳税人的换了申报表，不作比较。

    The filing system adds up the year to date; when it does not follow, a column was copied wrong. A business that
    became a general taxpayer within the year files another form, which is not compared with the one before."""
    found = list[Hit]()
    before, reached, so_far, form = None, 0, 0.0, ""
    for filed in sorted(application.vat_returns, key=first_month):
        first, to_date = filed.period.first, all_boxes(filed.year_to_date)
        if first % 12 == 0:
            before, reached, so_far, form = None, first, 0.0, filed.form
        if first == reached and filed.form == form and abs(so_far + all_boxes(filed.current) - to_date) > FEN:
            found += _unfollowed(filed, before)
        before, reached, so_far = filed.year_to_date, first + filed.period.months, to_date
        form = filed.form
    return found or None


def _unfollowed(filed: VatReturn, before: VatColumn | None) -> Iterator[Hit]:
    for box in VatColumn.names:
        typed, expected = getattr(filed.year_to_date, box), getattr(filed.current, box)
        expected += getattr(before, box) if before else 0.0
        if abs(typed - expected) > FEN:
            refs = (filed.year_to_date / box, filed.current / box, *([before / box] if before else []))
            yield hit(*refs, period=filed.period, box=title(VatColumn, box), typed=typed, expected=expected)


@warning(
    "TAX022",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税申报表：本年累计含本期（K）",
    zh="""{period} 申报表“{box}”的本年累计 {to_date}，比本期数 {current} 还小。
          请核对两栏是否抄反；以前月份为负数（红字）的请附说明。""",
    en="""In the VAT return of {period} the year to date of "{box}", {to_date}, is below this period's {current}.
          Check whether the columns were swapped; attach a note if earlier months were negative.""",
)
def vat_year_to_date_includes_the_period(application: Application, context: Context) -> Found:
    """两栏并排，抄反是常见错误；最早一期没有上期可比，只能这样核对。

    The columns stand side by side and are easily swapped; the first return has none before it to compare with."""
    if application.vat_returns:
        filed = min(application.vat_returns, key=first_month)
        if filed.period.first % 12:
            return list(_smaller(filed)) or None


def _smaller(filed: VatReturn) -> Iterator[Hit]:
    for box in VatColumn.names:
        to_date, current = getattr(filed.year_to_date, box), getattr(filed.current, box)
        if to_date < current - FEN:
            refs = (filed.year_to_date / box, filed.current / box, filed / "period")
            yield hit(*refs, box=title(VatColumn, box), to_date=to_date, current=current)


@error(
    "TAX023",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="增值税按月或按季申报，增值税法实施口径（K）",
    zh="""增值税申报表的所属期 {period} 不是一个月或一个季度。
          请写成 2026-09（月）或 2026-Q3（季），每期一份。""",
    en="""The period {period} of a VAT return is neither a month nor a quarter.
          Write 2026-09 or 2026-Q3, one return for each.""",
    mutes=("TAX024",),
)
def vat_period_is_a_month_or_a_quarter(filed: VatReturn, context: Context) -> Found:
    """一年的数字放在一期里，无法与流水和发票逐期比对。

    A whole year in one return cannot be compared with flows and invoices."""
    if filed.period.months > QUARTER:
        return hit(filed / "period")


@error(
    "TAX024",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source="纳税人应逐期申报，没有收入也要零申报（K）",
    zh="""增值税申报的所属期不连续：{problem}：{months}。
          请从最早一期到最近一期各填一份；没有收入的月份按零申报填写。""",
    en="""The periods of the VAT returns are not in step: {problem}: {months}.
          Give one return for each period from the first to the last; one without sales has zeros.""",
)
def vat_periods_follow_one_another(application: Application, context: Context) -> Found:
    """缺一期，机构会怀疑漏报；同一期填两次，销售额会翻倍。

    A missing period looks like one not filed; one given twice doubles the sales."""
    returns = application.vat_returns
    if not unbroken([each.period for each in returns]):
        return out_of_step(returns, "period", Severity.ERROR) or None


@warning(
    "TAX025",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="次月或次季首月 15 日前申报，遇节假日顺延（K）；政策时效 monthly_returns、quarterly_returns",
    zh="""增值税申报只到 {period}，之后应已有新的一期。
          请补上最近一期申报表；逾期未报的请先申报。""",
    en="""The VAT returns end with {period}; another one should have been filed since.
          Add the latest return; file it first if it is overdue.""",
)
def vat_returns_are_recent(application: Application, context: Context) -> Found:
    """最近一期申报最能说明现在的经营；缺了它，机构会问是不是逾期。

    The latest return shows how business is now; without it the lender asks whether it is overdue."""
    if application.vat_returns:
        last = latest(application.vat_returns, "period")
        name = "monthly_returns" if last.period.months == 1 else "quarterly_returns"
        if is_stale(last.period, context.on, context.policy.days[name]):
            return hit(last / "period")
