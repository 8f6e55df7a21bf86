"""Income tax at the rate of small firms with low profit (小型微利企业) goes with figures of such a firm."""

from typing import NamedTuple

from ..application import IncomeTaxReturn, Ref, Scale
from ..facts.income_tax import SMALL_ENTERPRISE
from ..rule import Cause, Context, Found, Trigger, hit, warning
from ..text import Text
from .scale import are_swapped

YUAN = 1.0
"""Yuan. What rounding may add to a tax."""
MOST_INCOME = 3_000_000
"""Yuan of taxable income a year."""
MOST_EMPLOYEES = 300
"""People, those sent by agencies included, averaged over the year's quarters."""
MOST_ASSETS = 50_000_000
"""Yuan of total assets, averaged over the year's quarters."""


class Excess(NamedTuple):
    """A figure above what a small firm with low profit may have."""

    ref: Ref
    figure: Text
    most: float


@warning(
    "SIZ015",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="小型微利企业：应纳税所得额 300 万元、从业人数 300 人、资产总额 5000 万元以内，减按 5% 至 2027 年底（V2）",
    zh="""{period} 的所得税按小型微利企业的 5% 缴纳，但{figure} {value} 超过标准的 {most}。
          请核对申报表和业务规模里的数；确实不符合条件的，先向税务机关更正申报。""",
    en="""The income tax of {period} is the 5% of small firms with low profit, but {figure} {value} exceed the {most} allowed.
          Check the return and the scale section; if the firm does not qualify, correct the return first.""",
)
def small_profit_rate_goes_with_a_small_firm(filed: IncomeTaxReturn, context: Context) -> Found:
    """享受了优惠却不符合条件，是税务风险，也可能是有一个数填错。

    A relief without its conditions is a tax risk, or one of the figures is wrong."""
    income = filed.taxable_income
    if (
        income > 0
        and filed.form == "enterprise"
        and abs(filed.tax_payable - SMALL_ENTERPRISE * income) <= YUAN
    ):
        excess = _excess(filed, context.application.scale)
        if excess:
            refs = (filed / "tax_payable", excess.ref, filed / "period")
            return hit(*refs, figure=excess.figure, value=excess.ref.value, most=excess.most)


def _excess(filed: IncomeTaxReturn, scale: Scale) -> Excess | None:
    """What is too large: income of the return, or staff and assets where the scale section speaks of its year."""
    if filed.taxable_income > MOST_INCOME:
        income = Text("应纳税所得额", "a taxable income of")
        return Excess(filed / "taxable_income", income, float(MOST_INCOME))
    if scale.as_of.year != filed.period.year or are_swapped(scale):
        return None
    if scale.employees > MOST_EMPLOYEES:
        return Excess(scale / "employees", Text("从业人员", "employees of"), MOST_EMPLOYEES)
    if scale.total_assets > MOST_ASSETS:
        return Excess(scale / "total_assets", Text("资产总额", "total assets of"), float(MOST_ASSETS))
