"""The size class of the business follows from its industry, employees, revenue and assets, and the lender takes it."""

from collections.abc import Iterable
from functools import lru_cache
from math import inf, nextafter

from ..application import Ref, Scale
from ..facts.size import (
    SIZES,
    Figures,
    Group,
    Indicator,
    Near,
    Size,
    group_of,
    level_distance,
    nearest_bound,
    size_in,
)
from ..policy.requirements import SEVERITY, applying
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, note, warning
from ..text import Text, label
from .size_standard import STANDARD

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
EDGE = 0.05
"""A figure this close to a bound, as a fraction of it, may well fall on the other side next year."""


def _listed(words: Iterable[Text]) -> Text:
    """Several words as one, such as 从业人员和营业收入."""
    given = list(words)
    return Text("和".join(each.zh for each in given), " and ".join(each.en for each in given))


@lru_cache(4096)
def _clear(code: str, size: Size) -> tuple[float, ...]:
    """What employees, revenue and assets exceed well inside a size, and what they must not all reach.

    Nothing does so for a code without a group. Figures that the standard does not ask for do not count."""
    group = group_of(code)
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
    return (employees > staff and revenue > sales and assets > worth) and (
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
    worst=Severity.ERROR,
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
        group = group_of(applicant.industry)
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
    zh="""{figure} {value} 紧挨着{size}企业的下限 {bound}，相差不超过 5%，稍有出入规模就会变一档。
          请留好这个数的核算依据，并确认用的是上一年度的数。""",
    en="""The figure for {figure}, {value}, is within 5% of the bound of {size} businesses, {bound}: a small difference changes the size.
          Keep what it was worked out from at hand, and make sure that it is of the last year.""",
)
def size_does_not_hang_on_a_hair(scale: Scale, context: Context) -> Found:
    """卡在界线上的规模，机构核对时容易算出另一档，影响能否享受小微政策。

    A size right at a bound easily comes out otherwise when the lender checks it, and small-business terms with it."""
    applicant = context.application.applicant
    if not _is_clear(scale, applicant.industry):
        group = group_of(applicant.industry)
        if group and _size(scale, group) == scale.declared_size:
            near = _edge(group, _figures(scale))
            if near:
                return hit(
                    scale / FIELDS[near.indicator],
                    scale / "declared_size",
                    figure=WORDS[near.indicator],
                    value=_figures(scale)[near.indicator],
                    bound=near.bound if near.indicator == "employees" else float(near.bound),
                    size=label(near.size),
                )


def _edge(group: Group, figures: Figures) -> Near | None:
    """The bound that a figure is so close to that the size is another one on the other side, if there is one."""
    for each in group.bounds:
        near = nearest_bound(group, {each: figures[each]}, EDGE)
        if near and size_in(group, {**figures, each: near.bound}) != size_in(
            group, {**figures, each: nextafter(near.bound, -inf)}
        ):
            return near
    return None


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
        size = _size(scale, group_of(application.applicant.industry))
        for row in applying(context.policy.sizes, application) if size else ():
            if size and size not in row.sizes:
                taken = _listed(map(label, row.sizes))
                refs = (scale / "declared_size", application.applicant / "industry")
                severity = SEVERITY[row.verdict]
                return hit(*refs, severity=severity, row=row.name, size=label(size), taken=taken)
