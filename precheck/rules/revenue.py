"""The declared revenue is one figure for each finished year: in yuan, for the whole year, without VAT."""

from collections.abc import Iterator
from datetime import date

from ..application import Application, DeclaredRevenue, Period
from ..facts.units import unit_slip
from ..facts.vat_rates import SIMPLIFIED, rates_on
from ..relation import LEAST_SLACK
from ..rule import Cause, Context, Found, Percent, Severity, Trigger, error, hit, warning
from ..text import Text
from ..views import Trailing, Year
from ..views.figure import Sum
from ..views.series import SALES
from .shared.comparison import last_digit

COMPARED = (
    *("REV031", "REV032", "REV033", "REV034", "REV035", "REV036", "REV037"),
    *("REV041", "REV042", "REV043", "REV044", "REV045", "REV046", "REV051"),
)
"""The rules that compare the declared revenue with one source, or with the year before: one mistake breaks them all."""
REPEATED = (*COMPARED, "LOA004")
"""These, and the loan beside the revenue, which says nothing once the revenue is known to be no year's in yuan."""

TIMES = {
    1e8: Text("一亿倍", "about a hundred million times"),
    1e4: Text("一万倍", "about ten thousand times"),
    1e3: Text("一千倍", "about a thousand times"),
    1e-3: Text("一千分之一", "about a thousandth of"),
    1e-4: Text("一万分之一", "about a ten-thousandth of"),
    1e-8: Text("一亿分之一", "about a hundred-millionth of"),
}
"""What an amount in 亿元, 万元 or 千元 is of the same amount in yuan, and the other way round."""
SOURCES = {
    "revenue": Text("利润表", "the income statement"),
    "tax_revenue": Text("所得税年报", "the annual income tax return"),
    "vat_sales": Text("增值税申报表", "the VAT returns"),
    "scale_revenue": Text("“业务规模”", "the scale section"),
    "invoice_sales": Text("开出的发票", "the invoices issued"),
    "bank_receipts": Text("银行流水", "the bank flows"),
    "platform_sales": Text("平台流水", "the platform flows"),
}
"""The figures of a year that tell its order of magnitude, the most reliable first."""
SALES_OF = Sum(*SALES)
"""The sales of one column of a VAT return."""
SAME_FIGURE = 0.01
"""Two figures this close, as a fraction, are one figure."""
NEARLY_WHOLE = 0.5
"""A part of the year that is more than this fraction of it may be near another source's whole year by chance."""
TIMING = 0.05
"""VAT returns and books of a year are honestly this far apart, as a fraction of the sales."""
NEAR_RATE = 0.003
"""Real invoices keep this close to a legal rate, as a fraction of the net amount (E)."""


@error(
    "REV001",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="同一年度只有一个营业收入（K）",
    zh="""{year} 年的营业收入填了两次。
          请只保留正确的一行。""",
    en="""The revenue of {year} is declared twice.
          Keep only the line that is right.""",
)
def declared_year_stands_once(declared: DeclaredRevenue, context: Context) -> Found:
    """同一年填两个数，系统只会取其中一个，未必是对的那个。

    Of two figures for one year a lender takes one, and not necessarily the right one."""
    for other in context.application.revenue:
        if other is declared:
            return None
        if other.year == declared.year:
            return hit(declared / "year", other / "year")


@error(
    "REV002",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="会计年度为公历 1 月 1 日至 12 月 31 日，会计法（K）",
    zh="""{year} 年还没有结束，不可能有全年的营业收入。
          请填已经结束的年度；今年的数字放在报表、申报表和流水里。""",
    en="""The year {year} is not over, so its revenue cannot be known yet.
          Declare finished years; figures of this year belong in statements, returns and flows.""",
)
def declared_year_is_over(declared: DeclaredRevenue, context: Context) -> Found:
    """把今年到目前为止的收入当全年收入填，会被看作收入大幅下滑；未来年度则一定是填错了。今年才成立的除外。

    Part of a year declared as a year looks like a slump; a year in the future is simply mistyped. Only a business
    founded this year has no other to declare."""
    founded = context.application.applicant.established.year
    if declared.year >= context.on.year and not founded == declared.year == context.on.year:
        severity = Severity.ERROR if declared.year > context.on.year else Severity.WARNING
        return hit(declared / "year", severity=severity)


@warning(
    "REV003",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="政策时效 declared_revenue（K）",
    zh="""最近一个申报年度是 {latest}，数据过时了。
          请补填最近一个完整年度的营业收入。""",
    en="""The latest year declared is {latest}: that is out of date.
          Add the revenue of the last finished year.""",
)
def declared_revenue_is_recent(application: Application, context: Context) -> Found:
    """只有旧年度的收入，额度会按旧数据算，或者直接被要求更新。

    With old years only the limit is worked out from old figures, or an update is asked for."""
    latest = max([each.year for each in application.revenue])
    if (context.on - date(latest, 12, 31)).days > context.policy.days["declared_revenue"]:
        entry = next(each for each in application.revenue if each.year == latest)
        return hit(entry / "year", latest=latest)


@warning(
    "REV004",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="成立之前不可能有营业收入（K）",
    zh="""申报了 {year} 年的营业收入，但企业 {established} 才成立。
          请核对年度；如由个体工商户等转来，请附说明。""",
    en="""Revenue is declared for {year}, but the business was established on {established}.
          Check the year; if it continues an earlier business, attach a note.""",
)
def declared_year_is_after_founding(declared: DeclaredRevenue, context: Context) -> Found:
    """年份差一位很常见，收入会被记到不存在的年度。

    A year that is off by a digit puts the revenue where there was no business."""
    established = context.application.applicant.established
    if declared.year < established.year:
        return hit(declared / "year", context.application.applicant / "established")


@error(
    "REV005",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="真实发票数据：相邻数据从不相差千倍、万倍（E）",
    zh="""申报的 {period} 年营业收入 {declared} 约为{source}上 {other} 的{times}，其中一个的单位多半填错了。
          金额一律按“元”填写：1 万元写 10000。""",
    en="""The declared revenue of {period}, {declared}, is {times} the {other} of {source}: most likely one of them is in the wrong unit.
          All amounts are in yuan: write 10000 for 1 万元.""",
    mutes=REPEATED,
)
def declared_revenue_is_in_yuan(year: Year, context: Context) -> Found:
    """把万元当元填，收入缩小一万倍，额度直接不达标；反过来则被当作虚报。

    Ten-thousands typed as yuan shrink the revenue ten-thousandfold, and no limit is reached; the other way
    round it looks like fraud."""
    return wrong_unit(year, SOURCES)


def wrong_unit(view: Year | Trailing, sources: dict[str, Text]) -> Found:
    """The declared revenue against the first of some figures that the view has: a hit when a unit is between them."""
    name = next((each for each in sources if getattr(view, each)), "")
    slip = unit_slip(view.declared or 0.0, getattr(view, name)) if name else None
    if slip:
        refs = (view / "declared", view / name)
        return hit(
            *refs, other=getattr(view, name), times=TIMES[slip], source=sources[name], period=words(view)
        )


@error(
    "REV006",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="小企业会计准则 会小企02表：本月金额与本年累计金额并列（V1）",
    zh="""申报的 {period} 年营业收入 {declared} 与{part}相同，全年应是 {whole}。
          请填全年的数字：年末报表或申报表的“本年累计”。""",
    en="""The declared revenue of {period}, {declared}, is that of {part}; the whole year has {whole}.
          Declare the whole year: the year-to-date column at the end of the year.""",
    mutes=REPEATED,
)
def declared_revenue_is_of_the_whole_year(year: Year, context: Context) -> Found:
    """报表上“本月”和“本年累计”两栏并排，抄错一栏，收入就只剩十二分之一。

    The month and the year to date stand side by side on the form: the wrong column is a twelfth of the year."""
    declared, whole = year.declared, year.revenue or year.tax_revenue or year.vat_sales
    if declared and whole and declared < whole / (1 + 2 * SAME_FIGURE):
        for part, figure in _parts(context.application, year.year):
            if abs(declared - figure) <= _explained(declared, figure, whole):
                return hit(year / "declared", part=part, whole=whole, period=words(year))


def _explained(declared: float, figure: float, whole: float) -> float:
    """How far from a part of the year, in yuan, the declared figure may be to be that part: near the whole year
    only what rounding it to its last digit explains."""
    close = SAME_FIGURE * figure
    return close if figure < NEARLY_WHOLE * whole else min(close, max(last_digit(declared) / 2, LEAST_SLACK))


def _parts(application: Application, year: int) -> Iterator[tuple[Text, float]]:
    """What months, quarters and the year up to them sold, as statements and VAT returns of the year print it."""
    for books in application.statements:
        if books.period.year == year and books.period.months < 12:
            columns = books.income_statement
            yield from _columns(books.period, columns.current.revenue, columns.year_to_date.revenue)
    for filed in application.vat_returns:
        if filed.period.year == year:
            yield from _columns(filed.period, SALES_OF.of(filed.current), SALES_OF.of(filed.year_to_date))


def _columns(period: Period, current: float, year_to_date: float) -> Iterator[tuple[Text, float]]:
    yield Text(f" {period} 一期的数字", f"{period} alone"), current
    if not period.closes_year:
        yield Text(f"年初到 {period} 的累计数", f"the year up to {period}"), year_to_date


@warning(
    "REV007",
    worst=Severity.ERROR,
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实发票数据：99.5% 的发票税率在法定税率上下 0.3 个百分点内（E）",
    zh="""申报的 {period} 年营业收入 {declared} 比不含税的 {net} 高 {rate}，像是含税金额。
          请填不含税的营业收入。""",
    en="""The declared revenue of {period}, {declared}, is {rate} above {net} without VAT: it looks like an amount with VAT.
          Declare the revenue without VAT.""",
    mutes=COMPARED,
)
def declared_revenue_is_without_vat(year: Year, context: Context) -> Found:
    """开票系统和收款记录看到的是价税合计，报表上的收入不含税，两者正好差一个税率。
    只有增值税申报可比时，几个百分点的差多半是时间差，只认申报表上实际的税率。

    Invoices and receipts show totals with VAT and the books show revenue without: they differ by just one rate.
    Where only VAT returns say what is without VAT, timing explains a few per cent, and only their own rate counts."""
    declared, books = year.declared, year.revenue or year.tax_revenue
    net, least = books or year.vat_sales, 2 * SAME_FIGURE if books else TIMING
    if declared and net and declared > net * (1 + least):
        rates = [*(_rates(context, year.year) if books else ()), (year.vat_gross or net) / net - 1]
        surplus = declared / net - 1
        if any(abs(surplus - each) <= NEAR_RATE for each in rates):
            severity = _copied(declared, net, context)
            blamed = year / "declared"
            return hit(blamed, severity=severity, net=net, rate=Percent(surplus), period=words(year))


def _rates(context: Context, year: int) -> frozenset[float]:
    """The rates at which the applicant mostly sells."""
    small = context.application.applicant.taxpayer == "small_scale"
    return SIMPLIFIED if small else rates_on(date(year, 12, 31)) - SIMPLIFIED


def _copied(declared: float, net: float, context: Context) -> Severity:
    """As bad as the same gap to the books would be: the comparison with them is muted."""
    band = context.policy.tolerances["declared_books"].error
    return Severity.WARNING if band is None or band.holds(declared, net, 0) else Severity.ERROR


def words(view: Year | Trailing) -> Text:
    """The stretch of time that a view speaks of."""
    return Text(view.words, view.words)
