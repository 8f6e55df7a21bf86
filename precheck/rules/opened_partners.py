"""With whom money moved, as statements of banks and platforms tell it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Percent, Trigger, hit, warning
from .shared.holders import everybody

if TYPE_CHECKING:
    from ..documents.papers.facts.statements import Flow


@warning(
    "PAP027",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="关联方转入不算经营收入，占比高的要说明（K）",
    zh="""“{kind}”的收入里有 {share} 来自申请人自己的相关人员，超过 {most}。
          请说明这些往来；它们不会算作经营收入。""",
    en="""Of the money in of the “{kind}”, {share} comes from people of the application itself; more than {most} is asked about.
          Explain these transfers; they do not count as sales.""",
)
def money_in_is_not_from_related_people(paper: Paper, context: Context) -> Found:
    """自己人来回转账会把流水做大，机构测算时要扣除。

    Transfers among one's own people make a statement look larger; lenders take them off."""
    for flow in paper.flows:
        total = sum(month.inflow for month in flow.months)
        names = list(everybody(context))
        related = sum(each.inflow for each in flow.counterparties if _is_one_of(each.name, names))
        most = context.policy.limit["related_inflow_most"]
        if total and related > most * total:
            refs = (paper.document / "path", paper.document / "kind")
            yield hit(*refs, share=Percent(related / total), most=Percent(most))


@warning(
    "PAP028",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="同一对手短期内一进一出、金额相近，疑似回流（S）",
    zh="""“{kind}”（{where}）收到的 {came}，{days} 天内又有 {went} 转回同一对手，共 {count} 次。
          请准备说明和凭证；没有真实交易的不要算作经营收入。""",
    en="""In the “{kind}”, {came} came in ({where}) and {went} went back to the same party within {days} days; such pairs in all: {count}.
          Prepare an explanation with proof; do not count it as sales when nothing was sold.""",
)
def money_does_not_go_round(paper: Paper, context: Context) -> Found:
    """一进一出的资金没有真实交易，是机构反欺诈重点查的回流。

    Money that comes and goes back without a sale is what lenders' fraud checks look for."""
    trips = [each for flow in paper.flows for each in flow.round_trips if not _is_own(each.name, flow)]
    if trips:
        trip = trips[0]
        return hit(
            paper.document / "path",
            paper.document / "kind",
            came=trip.came.yuan,
            where=where(trip.came.place),
            went=trip.went.yuan,
            days=trip.days,
            count=len(trips),
        )


def _is_own(name: str, flow: "Flow") -> bool:
    """Whether the other party is the holder's own other account."""
    return flow.holder is not None and _is_one_of(name, [flow.holder.text])


def _is_one_of(printed: str, names: Iterable[str]) -> bool:
    """Whether a party, perhaps with some of its name starred out, is one of these; one that is all stars is nobody."""
    return bool(printed.strip("*＊×")) and any(may_be(printed, each) for each in names)
