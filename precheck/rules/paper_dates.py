"""Papers are in force, will be while the loan runs, and are no older than the lender accepts."""

from datetime import date, timedelta
from functools import lru_cache

from ..application import FOREVER, Document
from ..facts.calendar import months_later
from ..rule import Cause, Context, Found, Trigger, error, hit, warning

IDENTITY = frozenset({"id_card", "passport", "permit_to_reside"})
LASTING = frozenset(
    {
        "lease", "land_contract", "food_permit", "construction_qualification", "safety_permit", "medical_permit",
        "medical_device_permit", "pollution_permit", "transport_permit", "drug_permit", "special_trade_permit",
        "mining_permit", "labour_dispatch_permit", "chemicals_permit", "tobacco_permit",
    }
)  # fmt: skip
"""Papers without which the business could not go on to the end of the loan."""


@error(
    "DOC005",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT, Trigger.ACCOUNT),
    source="过期材料一律退回（K）",
    zh="""材料“{kind}”已于 {valid_until} 到期。
          请换成有效的，并更新有效期。""",
    en="""The paper “{kind}” expired on {valid_until}.
          Replace it with one in force and enter its date.""",
    mutes=("DOC006", "DOC007"),
)
def paper_is_in_force(document: Document, context: Context) -> Found:
    """过期的材料等于没有交；续期后忘了更换的最常见。

    An expired paper counts as none; most often it was renewed and the new one never attached."""
    if document.valid_until < context.on and not _typed_as_well(document, context):
        return hit(document / "valid_until", document / "kind")


def _typed_as_well(document: Document, context: Context) -> bool:
    """Whether the date is also typed as that of a person's identity paper or of the business licence, whose expiry is a
    finding of its own."""
    ends, application = document.valid_until, context.application
    if document.kind == "licence":
        return application.applicant.licence.valid_until == ends
    return document.kind in IDENTITY and any(each.valid_until == ends for each in application.people)


@warning(
    "DOC006",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="租期、许可证应覆盖贷款期限（S）",
    zh="""材料“{kind}”将于 {valid_until} 到期，早于贷款到期日 {maturity}。
          请先续签或换证；来不及的，准备续期的书面约定或说明。""",
    en="""The paper “{kind}” ends on {valid_until}, before the loan does on {maturity}.
          Renew it first, or prepare a written promise of renewal or an explanation.""",
)
def lasting_paper_outlasts_the_loan(document: Document, context: Context) -> Found:
    """租约或许可证在贷款期内到期，经营能否继续就没有着落。

    When the lease or a permit ends during the loan, it is open whether the business goes on."""
    if document.kind in LASTING and document.valid_until != FOREVER:
        maturity = months_later(context.on, context.application.loan.term_months)
        if document.valid_until < maturity:
            return hit(document / "valid_until", document / "kind", maturity=maturity)


@warning(
    "DOC007",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="征信报告 30 天（S），流水 31 天、报表 4 个月等，机构政策（K）",
    zh="""材料“{kind}”截至 {told}，已过 {age} 天，超过机构规定的 {days} 天。
          请换成最新的一份。""",
    en="""The paper “{kind}” tells of {told}, {age} days ago; the lender takes {days} days at most.
          Replace it with a new one.""",
)
def paper_is_fresh(document: Document, context: Context) -> Found:
    """旧的征信报告、流水和报表说明不了现在的情况。同类材料只看最新的一份。

    Old credit reports, flows and statements say nothing of today. Of papers of one kind only the latest counts."""
    days = context.policy.days.get(document.kind)
    if days is None:
        return None
    age = (context.on - _told(document)).days
    if age > days and not _is_replaced(document, context.application.documents):
        ref = document / ("period" if document.period.months else "issued")
        return hit(ref, document / "kind", told=_told(document), age=age, days=days)


def _told(document: Document) -> date:
    """The last day that a paper tells of; FOREVER when it does not say."""
    return _last_day(document.period.after) if document.period.months else document.issued


@lru_cache(1024)
def _last_day(after: int) -> date:
    """The day before the first of a month, counted like `Period.after`."""
    return date(after // 12, after % 12 + 1, 1) - timedelta(1)


def _is_replaced(document: Document, documents: list[Document]) -> bool:
    """Whether a later paper of the same kind and holder is attached."""
    for each in documents:
        if each.kind == document.kind and each.holder == document.holder and _told(each) > _told(document):
            return True
    return False
