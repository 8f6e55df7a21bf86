"""Papers belong to the people and the premises of the application, and identity cards show both sides."""

from ..application import Document
from ..facts.addresses import same_place
from ..facts.names import same_name
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from ..text import label
from .shared.holders import is_known, may_hold

IDENTITY = frozenset({"id_card", "passport", "permit_to_reside"})
PREMISES = frozenset({"lease", "premises_ownership"})
OTHER_SIDE = {"front": "back", "back": "front"}


@error(
    "DOC008",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.ACCOUNT, Trigger.LIMIT),
    source="身份证须正反两面（V2）",
    zh="""身份证只有{side}，缺少{other}。
          请补上另一面；一份文件里两面都有的，请把 side 填为 both。""",
    en="""Of an identity card only the {side} is attached; the {other} is missing.
          Attach it; if one file shows both sides, enter both as its side.""",
)
def identity_card_has_both_sides(document: Document, context: Context) -> Found:
    """一面是姓名和号码，一面是有效期，缺一面都无法核身。

    One side has the name and number, the other the dates; neither will do alone."""
    if document.kind == "id_card" and document.side != "both":
        missing = OTHER_SIDE[document.side]
        cards = [each for each in context.application.documents if each.kind == "id_card"]
        own = [each for each in cards if _may_be_one_person(each, document, context)]
        shown = {each.side for each in own}
        if shown.isdisjoint({missing, "both"}) and document is _first(document.side, own):
            return hit(document / "side", other=label(missing))


def _first(side: str, cards: list[Document]) -> Document:
    """Of several papers with one side of somebody's card the first: the other side is missing once."""
    return next(each for each in cards if each.side == side)


def _may_be_one_person(one: Document, other: Document, context: Context) -> bool:
    """Whether two papers may be of one person; one that names nobody given may be anybody's."""
    names = [each.holder for each in (one, other)]
    return same_name(*names) or not all(name and is_known(name, context) for name in names)


@error(
    "DOC009",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="证件须为本人的（V1）",
    zh="""材料“{kind}”的持有人不在相关人员之中。
          请核对持有人姓名，或在相关人员里补上这个人。""",
    en="""The holder of the paper “{kind}” is none of the people given.
          Check the name of the holder, or add this person.""",
)
def identity_paper_is_of_a_person_given(document: Document, context: Context) -> Found:
    """持有人写错，系统就找不到对应的人，等于没有上传。

    Under a mistyped name the paper belongs to nobody, as if it were not attached."""
    if document.kind in IDENTITY and document.holder and not is_known(document.holder, context):
        papers = [each for each in context.application.documents if each.kind in IDENTITY]
        if document is not next(each for each in papers if each.holder == document.holder):
            return None  # a person who is not given is missing once
        return hit(document / "holder", document / "kind")


@warning(
    "DOC010",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="承租人不是申请人是常见的退回原因（K）；可接受的承租人为机构政策（K）",
    zh="""租赁合同的承租人不是申请人，也不是机构认可的经营者等。
          请换成以申请人名义签订的合同，或附上转租、无偿使用的证明。""",
    en="""The tenant of the lease is neither the applicant nor anyone else whom the lender accepts.
          Use a lease in the applicant's name, or attach proof of subletting or free use.""",
)
def tenant_is_the_applicant(document: Document, context: Context) -> Found:
    """租约在别人名下，证明不了是申请人在这里经营。

    A lease of somebody else does not show that the applicant does business there."""
    if document.kind == "lease" and document.holder and not may_hold(document.holder, "lease", context):
        return hit(document / "holder", context.application.applicant / "name")


@warning(
    "DOC011",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="经营场所证明的地址应与登记住所一致（K）",
    zh="""材料“{kind}”上的地址与申请人的登记住所不是同一处。
          请核对地址；搬迁的先办变更登记，另有经营场所的准备说明。""",
    en="""The address on the paper “{kind}” is not the applicant's registered address.
          Check both; register a move first, and explain a second place of business.""",
)
def premises_are_at_the_registered_address(document: Document, context: Context) -> Found:
    """登记住所与实际经营地不一致，实地核查时会被当作查无此户。

    Where the two differ, a visit to the registered address finds nobody."""
    if document.kind in PREMISES and document.address:
        applicant = context.application.applicant
        if not same_place(document.address, applicant.address):
            return hit(document / "address", applicant / "address", document / "kind")
