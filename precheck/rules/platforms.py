"""Platform flows: refunds are a part of sales, no month is missing, and they are not old."""

from ..application import Platform, PlatformMonth
from ..relation import relation
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from .shared.sequence import is_stale, latest, out_of_step, unbroken

refunds_are_a_part = relation(
    "BNK011",
    PlatformMonth,
    "refunds <= gross",
    severity=Severity.WARNING,
    name="refunds-are-not-above-sales",
    source="退款一般不大于成交额（K）",
    zh="""平台退款 {refunds} 大于当月成交额 {gross}。
          请核对两个数是否填反、单位是否为元；跨月退款的请附说明。""",
    en="""The refunds of the platform, {refunds}, exceed the sales of the month, {gross}.
          Check whether the two were swapped and are in yuan; attach a note on refunds of earlier months.""",
    why="""退款比成交还多，多半是两栏填反。

    Refunds above sales mostly mean that the two were swapped.""",
)


@error(
    "BNK012",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="平台账单按月出具（K）",
    zh="""平台流水的月份不连续：{problem}：{months}。
          请逐月填写，每月一行；停业的月份填 0。""",
    en="""The months of the platform flows are not in step: {problem}: {months}.
          Give one line for each month; one without sales has 0.""",
)
def platform_months_follow_one_another(platform: Platform, context: Context) -> Found:
    """缺月会让收入算少，重复的月份会让收入算多。

    A month left out makes sales too small, one given twice too large."""
    months = platform.months
    if not unbroken([each.month for each in months]):
        return out_of_step(months, "month", Severity.WARNING) or None


@warning(
    "BNK013",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="平台流水应为最近月份（K）；政策时效 platform_flows",
    zh="""这个平台的流水只到 {month}，旧了。
          请从平台商家后台导出之后各月的账单并补上。""",
    en="""The flows of this platform end with {month}: that is out of date.
          Export the months since then from the platform and add them.""",
)
def platform_flows_are_recent(platform: Platform, context: Context) -> Found:
    """线上经营变化快，机构要看最近的成交。

    Business on platforms changes fast: lenders look at the latest months."""
    if platform.months:
        last = latest(platform.months, "month")
        if is_stale(last.month, context.on, context.policy.days["platform_flows"]):
            return hit(last / "month")


@error(
    "BNK014",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="平台流水按月填写（K）",
    zh="""平台流水的 {month} 不是一个月份。
          请逐月填写，月份写成 2026-10。""",
    en="""{month} in the platform flows is not a month.
          Give one line a month, written 2026-10.""",
    mutes=("BNK012",),
)
def platform_flows_are_by_month(month: PlatformMonth, context: Context) -> Found:
    """一行放一年或一季，就没法与流水和申报逐月比对。

    A year or a quarter in one line cannot be compared month by month."""
    if month.month.months > 1:
        return hit(month / "month")
