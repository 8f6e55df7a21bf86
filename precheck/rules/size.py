"""The size class of the business follows from its industry, employees, revenue and assets, and the lender takes it."""

from collections.abc import Iterable
from functools import lru_cache
from math import inf

from ..application import Ref, Scale
from ..facts.industry import Industry
from ..facts.size import (
    SIZES,
    Figures,
    Group,
    Indicator,
    Near,
    Size,
    group_for,
    is_too_short,
    level_distance,
    nearest_bound,
    size_in,
)
from ..requirements import SEVERITY, applying
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, note, warning
from ..text import Text, label

STANDARD = "统计上大中小微型企业划分办法（2017），国统字〔2017〕213 号（V2）"
FIELDS: dict[Indicator, str] = {
    "employees": "employees",
    "revenue": "operating_revenue",
    "assets": "total_assets",
}
"""The field of the scale section for every figure of the standard."""
WORDS: dict[Indicator, Text] = {
    "employees": Text("从业人员", "employees"),
    "revenue": Text("营业收入", "revenue"),
    "assets": Text("资产总额", "total assets"),
}
FEN = 0.01
"""Yuan. What lies just below a bound."""
EDGE = 0.05
"""A figure this close to a bound, as a fraction of it, may well fall on the other side next year."""


@lru_cache(4096)
def _group(code: str) -> Group | None:
    """The group of an industry code; None where it is unknown, too short, or outside the standard."""
    industry = Industry.of(code)
    return group_for(industry) if industry and not is_too_short(industry) else None


def _listed(words: Iterable[Text]) -> Text:
    """Several words as one, such as 从业人员和营业收入."""
    given = list(words)
    return Text("和".join(each.zh for each in given), " and ".join(each.en for each in given))


@warning(
    "SIZ009",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""行业代码太短，分不出适用哪一档划型标准，企业规模无法核对。
          请填四位的行业小类代码，例如 5137。""",
    en="""The industry code is too short to tell which size standard applies, so the size cannot be checked.
          Enter the four digits of the class, such as 5137.""",
)
def industry_code_tells_the_size_standard(scale: Scale, context: Context) -> Found:
    """批发和零售、住宿和餐饮等门类里，各行业的标准不同。

    Within wholesale and retail, or hotels and catering, each trade has its own bounds."""
    applicant = context.application.applicant
    if _group(applicant.industry) is None:
        industry = Industry.of(applicant.industry)
        if industry and is_too_short(industry):
            return hit(applicant / "industry", scale / "declared_size")


@note(
    "SIZ010",
    cause=Cause.POLICY,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""“{trade}”不在国家划型标准之内，企业规模无法核对。
          请按机构的要求填写规模。""",
    en="""The national size standard does not cover {trade}, so the size cannot be checked.
          State the size as the lender asks.""",
)
def size_standard_covers_the_industry(scale: Scale, context: Context) -> Found:
    """金融、教育、卫生、铁路运输等不划型，有的机构另有办法。

    Finance, education, health and railways have no size class; some lenders have rules of their own."""
    applicant = context.application.applicant
    if _group(applicant.industry) is None:
        industry = Industry.of(applicant.industry)
        if industry and not is_too_short(industry):
            trade = Text(industry.zh, industry.en)
            return hit(scale / "declared_size", applicant / "industry", trade=trade)


@error(
    "SIZ011",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""“{group}”按资产总额划型，但没有填资产总额，企业规模无法核对。
          请按最近年末资产负债表的“资产总计”填写；没有账簿的个体工商户可以不填。""",
    en="""In {group} the size goes by total assets, and they are not given, so it cannot be checked.
          Enter total assets at the end of the last year; an individual business without books may leave them out.""",
)
def figures_that_decide_the_size_are_given(scale: Scale, context: Context) -> Found:
    """缺的指标不能当 0 算，否则都会变成微型。没有账簿的个体工商户只作提示。

    A figure that is missing is not 0, or everybody would be micro. Individual businesses without books are only
    told."""
    if not scale.total_assets:
        applicant = context.application.applicant
        group = _group(applicant.industry)
        if group and "assets" in group.bounds:
            severity = Severity.NOTE if applicant.kind == "individual_business" else Severity.ERROR
            refs = (scale / "total_assets", applicant / "industry")
            return hit(*refs, severity=severity, group=Text(group.zh, group.en))


@lru_cache(4096)
def _clear(code: str, size: Size) -> tuple[float, ...]:
    """What employees, revenue and assets must reach to lie well inside a size, and what they must not all reach.

    Nothing does so for a code without a group. Figures that the standard does not ask for do not count."""
    group = _group(code)
    if group is None:
        return (inf,) * 6
    level = SIZES.index(size)
    bounds = [group.bounds.get(each) for each in FIELDS]
    least = [b[level] * (1 + EDGE) if b and level < len(b) else -inf for b in bounds]
    beyond = [(b[level - 1] * (1 - EDGE) if level else inf) if b else -inf for b in bounds]
    return (*least, *beyond)


def _is_clear(scale: Scale, code: str) -> bool:
    """Whether the figures are those of the declared size and far from its bounds: so it is in most drafts."""
    staff, sales, worth, more_staff, more_sales, more_worth = _clear(code, scale.declared_size)
    employees, revenue, assets = scale.employees, scale.operating_revenue, scale.total_assets
    return (employees >= staff and revenue >= sales and assets >= worth) and (
        employees < more_staff or revenue < more_sales or assets < more_worth
    )


def _figures(scale: Scale) -> Figures:
    """The figures that are given. No business has total assets of 0."""
    given: dict[Indicator, float] = {"employees": scale.employees, "revenue": scale.operating_revenue}
    return given | {"assets": scale.total_assets} if scale.total_assets else given


def _size(scale: Scale, group: Group | None) -> Size | None:
    """The size by the standard; None where it cannot be told."""
    figures = _figures(scale)
    return size_in(group, figures) if group and figures.keys() >= group.bounds.keys() else None


def _read(scale: Scale, group: Group) -> list[Ref]:
    return [scale / FIELDS[each] for each in group.bounds]


@warning(
    "SIZ012",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source=STANDARD,
    zh="""申报的规模是{declared_size}；“{group}”看{figures}，按标准应为{size}。
          请把规模改成{size}；如果是{figures}填错了，先改数字。""",
    en="""The declared size is {declared_size}; in {group} it goes by {figures}, which make the business {size}.
          Change the size to {size}; if {figures} are wrong, correct them first.""",
)
def declared_size_is_that_of_the_standard(scale: Scale, context: Context) -> Found:
    """机构按同一标准重新划型：差一档会询问，差两档以上会退回。

    The lender applies the same standard: one class off it asks, two or more it sends the draft back."""
    applicant = context.application.applicant
    if not _is_clear(scale, applicant.industry):
        group = _group(applicant.industry)
        size = _size(scale, group)
        if group and size and size != scale.declared_size:
            far = level_distance(size, scale.declared_size) > 1
            return hit(
                scale / "declared_size",
                applicant / "industry",
                *_read(scale, group),
                severity=Severity.ERROR if far else Severity.WARNING,
                size=label(size),
                group=Text(group.zh, group.en),
                figures=_listed(WORDS[each] for each in group.bounds),
            )


@note(
    "SIZ013",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""{figure} {value} 紧挨着{size}企业的下限 {bound}，相差不到 5%，稍有出入规模就会变一档。
          请留好这个数的核算依据，并确认用的是上一年度的数。""",
    en="""The figure for {figure}, {value}, is within 5 % of the bound of {size} businesses, {bound}: a small difference changes the size.
          Keep what it was worked out from at hand, and make sure that it is of the last year.""",
)
def size_does_not_hang_on_a_hair(scale: Scale, context: Context) -> Found:
    """卡在界线上的规模，机构核对时容易算出另一档，影响能否享受小微政策。

    A size right at a bound easily comes out otherwise when the lender checks it, and small-business terms with it."""
    applicant = context.application.applicant
    if not _is_clear(scale, applicant.industry):
        group = _group(applicant.industry)
        if group and _size(scale, group) == scale.declared_size:
            near = nearest_bound(group, _figures(scale), EDGE)
            if near and _decides(near, group, _figures(scale)):
                value, bound = _figures(scale)[near.indicator], near.bound
                return hit(
                    scale / FIELDS[near.indicator],
                    scale / "declared_size",
                    figure=WORDS[near.indicator],
                    value=value,
                    bound=int(bound) if near.indicator == "employees" else float(bound),
                    size=label(near.size),
                )


def _decides(near: Near, group: Group, figures: Figures) -> bool:
    """Whether the size is another one on the other side of the bound."""
    at, below = ({**figures, near.indicator: bound} for bound in (near.bound, near.bound - FEN))
    return size_in(group, at) != size_in(group, below)


@error(
    "SIZ014",
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING,),
    source="政策表 sizes：普惠类产品只面向小型、微型企业（V2）",
    zh="""按国家标准，申请人属于{size}企业，机构的这类贷款只受理{taken}企业。
          请核对人数、收入和资产；确实如此的，换适合的产品。""",
    en="""By the national standard the applicant is a {size} business; this lender takes {taken} ones only.
          Check employees, revenue and assets; if they are right, choose another product.""",
)
def size_is_one_that_the_lender_takes(scale: Scale, context: Context) -> Found:
    """普惠小微贷款的统计和补贴都以划型为准，不符的申请会被退回。

    Statistics and subsidies of small-business loans go by the size class, so others are sent back."""
    if context.policy.sizes:
        application = context.application
        size = _size(scale, _group(application.applicant.industry))
        for row in applying(context.policy.sizes, application) if size else ():
            if size and size not in row.sizes:
                taken = _listed(map(label, row.sizes))
                refs = (scale / "declared_size", application.applicant / "industry")
                severity = SEVERITY[row.verdict]
                return hit(*refs, severity=severity, row=row.name, size=label(size), taken=taken)
