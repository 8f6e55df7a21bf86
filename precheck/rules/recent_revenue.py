"""The declared revenue of a year that no source covers is near what the last months come to in a year."""

from ..rule import Cause, Context, Found, Hit, Trigger, error
from ..views import Trailing
from .revenue import COMPARED, REPEATED, SOURCES, wrong_unit
from .shared.comparison import Comparison, comparison

RECENT_SOURCES = {"statement_sales": SOURCES["revenue"]} | {
    name: SOURCES[name] for name in ("vat_sales", "invoice_sales", "bank_receipts", "platform_sales")
}
"""The figures of the last months that tell the order of magnitude of a year, the most reliable first."""


def is_of_the_founding_year(found: Hit, context: Context) -> bool:
    """Whether the declared year is the one in which the business began: a part of a year, and a slow one."""
    year: int = found.refs[0].section.year
    return context.application.applicant.established.year == year


def _near(code: str, figure: str, tolerance: str, name: str, zh: str, en: str) -> Comparison:
    """A relation to the last months of one source, which is called `zh` and `en`."""
    return comparison(
        code,
        Trailing,
        f"declared ~ {figure} within {tolerance}",
        cause=Cause.STALE,
        excused=is_of_the_founding_year,
        triggers=(Trigger.LIMIT, Trigger.MODEL),
        name=f"declared-revenue-is-near-recent-{name}",
        source="没有当年数据时按最近月份折算全年，容差放宽（K）",
        zh=f"""申报的 {{period}} 年营业收入 {{declared}}，与最近几个月的{zh}折算成全年的 {{{figure}}} 差得较多；没有 {{period}} 年的数据可比。
               请补上 {{period}} 年的{zh}，或改为申报最近一年的收入。""",
        en=f"""The declared revenue of {{period}} is {{declared}}; by the {en} of the last months it would be {{{figure}}}, and nothing covers {{period}} itself.
               Add the {en} of {{period}}, or declare a more recent year.""",
        why=f"""申报年度没有{zh}时，只能用最近月份推算：差得多未必是填错，也可能只是数据旧了。
        成立当年只有几个月，不作比较。

        Without the {en} of the declared year the last months must do: a gap may be no mistake but old figures.
        The year of the founding is only a part of one, and is not compared.""",
        mutes=COMPARED,
    )


statements = _near("REV041", "statement_sales", "recent_sales", "statements", "报表", "statements")
vat = _near("REV042", "vat_sales", "recent_sales", "vat-returns", "增值税申报", "VAT returns")
invoices = _near("REV043", "invoice_sales", "recent_invoices", "invoices", "发票", "invoices")
bank = _near("REV044", "bank_receipts", "recent_receipts", "bank-flows", "银行流水", "bank flows")
platforms = _near(
    "REV045", "platform_sales", "recent_platforms", "platform-sales", "平台流水", "platform flows"
)


@error(
    "REV046",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="真实发票数据：相邻数据从不相差千倍、万倍（E）",
    zh="""申报的 {period} 年营业收入 {declared} 约为{source}折算全年 {other} 的{times}，其中一个的单位多半填错了。
          金额一律按“元”填写：1 万元写 10000。""",
    en="""The declared revenue of {period}, {declared}, is {times} the {other} that {source} come to in a year: most likely one of them is in the wrong unit.
          All amounts are in yuan: write 10000 for 1 万元.""",
    mutes=REPEATED,
)
def declared_revenue_and_recent_months_have_one_unit(recent: Trailing, context: Context) -> Found:
    """即使年份不同，同一家小企业的收入也不会相差千倍。

    Even between different years the sales of one small business are never a thousandfold apart."""
    return wrong_unit(recent, RECENT_SOURCES)
