"""Licences, articles, identity cards, certificates and contracts say the same as the draft, field by field."""

from collections.abc import Iterator
from typing import Any

from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Hit, Percent, Severity, Trigger, error, hit, warning
from ..text import title
from .shared.told_texts import TELLERS, Told, told

IDENTIFIES = frozenset({"name", "id_number", "number", "buyer", "seller"})
"""Fields that say who it is: another value is another person or firm."""
TRIGGERS = (Trigger.ACCOUNT, Trigger.MODEL)


@error(
    "PAP080",
    cause=Cause.WRONG_FIGURE,
    triggers=TRIGGERS,
    source="申请内容应与证照、章程、合同原件一致（V2）",
    zh="""申请填的“{field}”是 {typed}，“{kind}”（{where}）写的是 {printed}。
          请照材料逐字核对；材料已经变更的，换成最新的一份。""",
    en="""The draft says {typed} for “{field}”; the “{kind}” says {printed} ({where}).
          Compare them character by character; if the paper is out of date, use the latest one.""",
)
def draft_says_what_the_text_says(paper: Paper, context: Context) -> Found:
    """照着证照填表时抄错或漏改，打开原件对一遍就能发现。

    What was copied wrong from a licence or a contract shows as soon as the two are held side by side."""
    for deed in paper.deeds if paper.document.kind in TELLERS else ():
        for each in told(deed, context.application):
            if not each.agrees:
                field = each.field
                severe = field in IDENTIFIES or _is_over(each, context)
                yield hit(
                    each.section / field,
                    paper.document / "kind",
                    severity=Severity.ERROR if severe else Severity.WARNING,
                    cause=Cause.IDENTITY if field in IDENTIFIES else None,
                    field=title(type(each.section), field),
                    typed=_said(field, getattr(each.section, field)),
                    printed=_said(field, each.printed),
                    where=where(each.place),
                )


def _is_over(each: Told, context: Context) -> bool:
    """Whether the paper was valid until a day that is past: whatever the draft says, this one is of no use."""
    return bool(each.field == "valid_until" and each.printed < context.on)


def _said(field: str, value: Any) -> Any:
    return Percent(value) if field == "share" else value


@error(
    "PAP081",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="身份证和章程上的人应在申请里（V2）",
    zh="""“{kind}”（{where}）上的 {printed} 不在申请里。
          请核对是不是拿错了别人的材料；人没错的，把这个人补进申请。""",
    en="""The “{kind}” names {printed} ({where}), who is not in the draft.
          Check whether it is somebody else's; if it is right, add this person to the draft.""",
)
def people_of_the_paper_are_in_the_draft(paper: Paper, context: Context) -> Found:
    """证件是别人的，或换了股东而申请没改，机构会当作身份不符。

    An identity card of somebody else, or a shareholder whom the draft does not know, is a mismatch of identity."""
    role = ROLES.get(paper.document.kind)
    known = _known(context) if role else []
    for deed in paper.deeds if role and known else ():
        for party in deed.parties:
            if party.role == role and not any(may_be(party.name.text, each) for each in known):
                refs = (paper.document / "path", paper.document / "kind")
                yield hit(*refs, printed=party.name.text, where=where(party.name.place))


ROLES = {"id_card": "holder", "articles": "shareholder"}
"""In which role a kind of paper names people of the draft."""


def _known(context: Context) -> list[str]:
    application = context.application
    shareholders = [each.name for each in application.applicant.shareholders]
    return [*(each.name for each in application.people), *shareholders]


@warning(
    "PAP082",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="被查询人都要授权（V1）",
    zh="""申请写了 {subject} 的征信授权，所附授权书里没有。
          请补上 {subject} 签署的授权书。""",
    en="""The draft lists a consent of {subject} to a credit query; no attached authorisation is given by them.
          Attach one that {subject} has signed.""",
)
def everyone_who_consents_has_signed_a_paper(paper: Paper, context: Context) -> Found:
    """清单上写了几个人，授权书只有一个人的，其余的人机构不能查询。

    The lender may ask only about those whose authorisation is there."""
    several = [each for each in paper.others if each.document.kind == "credit_authorisation"]
    if several and several[0] is paper:  # told once, of all of them
        given = [party.name.text for each in several for deed in each.deeds for party in deed.parties]
        return _without_paper(given, context, paper)


def _without_paper(given: list[str], context: Context, paper: Paper) -> Iterator[Hit]:
    """Consents without a paper; where not one of them has, the papers are of others altogether."""
    asked = [each for each in context.application.consents if each.kind == "credit_query"]
    signed = {each.subject for each in asked if any(may_be(name, each.subject) for name in given)}
    for consent in asked if signed else ():
        if consent.subject not in signed:
            yield hit(consent / "subject", paper.document / "path")
