"""Everybody whom the lender must ask has consented, recently, to something that has to do with a loan."""

from typing import NamedTuple

from ..application import Application, Consent, Ref
from ..facts.names import fold_name, same_name
from ..facts.purposes import shares_a_word
from ..holders import is_known
from ..policy import RequiredConsent
from ..requirements import applying
from ..rule import Cause, Context, Found, Hit, Trigger, error, hit, warning
from ..text import Text, label

LENDING = ("贷", "授信", "信用", "征信", "融资", "担保", "审批", "loan", "Loan", "credit", "Credit")
"""Words that a purpose of lending contains, one or another."""


@error(
    "CON001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT, Trigger.ACCOUNT),
    source="征信业管理条例第十八条（V1）；共同签署人范围为机构政策（K）",
    zh="""缺少{who}的{consent}。
          请由其本人签署后补上。""",
    en="""The {consent} by the {who} is missing.
          Have it signed by them and add it.""",
)
def everybody_has_consented(application: Application, context: Context) -> Found:
    """查询征信须经信息主体本人书面同意。借款人之外，配偶、大股东和担保人通常也要各签一份。

    A credit query needs the written consent of the person it is about. Beside the borrower, a spouse, large holders
    and guarantors usually each give one."""
    missing = []
    for row in applying(context.policy.consents, application):
        given = [each.subject for each in application.consents if each.kind == row.kind]
        lacking = [each for each in _asked(row, application) if not _is_among(each.name, given)]
        if lacking and len(lacking) > len([each for each in given if not is_known(each, context)]):
            missing += [_missing(each, row, application) for each in lacking]
    return missing or None


class Giver(NamedTuple):
    """Somebody whose consent is asked for: the name, the field that says why, and words for it."""

    name: str
    ref: Ref
    who: Text


def _asked(row: RequiredConsent, application: Application) -> list[Giver]:
    """Everybody whom a row names, each once."""
    applicant = application.applicant
    givers = [
        Giver(each.name, each / "role", label(each.role))
        for each in application.people
        if each.role in row.roles
    ]
    if row.shares_from:
        large = [each for each in applicant.shareholders if each.share >= row.shares_from]
        givers += [Giver(each.name, each / "name", _holder_of(each.share)) for each in large]
    if row.entity and applicant.name:
        givers.append(Giver(applicant.name, applicant / "name", Text("申请企业", "applicant")))
    return list({fold_name(each.name): each for each in reversed(givers)}.values())[::-1]


def _holder_of(share: float) -> Text:
    return Text(f"持股 {100 * share:.4g}% 的股东", f"holder of {100 * share:.4g}% of the shares")


def _is_among(name: str, given: list[str]) -> bool:
    return name in given or any(same_name(name, each) for each in given)


def _missing(giver: Giver, row: RequiredConsent, application: Application) -> Hit:
    refs = (giver.ref, application / "consents")
    return hit(*refs, who=giver.who, consent=label(row.kind), row=row.name)


@error(
    "CON002",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="征信业管理条例第十八条：信息主体本人同意（V1）",
    zh="""一份{kind}的授权人，既不是申请人，也不在相关人员和股东之中。
          请核对授权人姓名，或补填这个人。""",
    en="""The {kind} is given by somebody who is neither the applicant nor one of the people or shareholders.
          Check the name, or add this person.""",
)
def giver_of_a_consent_is_known(consent: Consent, context: Context) -> Found:
    """授权人写错，等于本人没有授权。

    A consent under a mistyped name is no consent of the person."""
    if not is_known(consent.subject, context):
        return hit(consent / "subject", consent / "kind", context.application.applicant / "name")


@warning(
    "CON003",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="征信业管理条例第十八条：约定用途（V1）；用词表（K）",
    zh="""{kind}的授权用途没有提到贷款。
          请写明用途，例如“贷款审批与贷后管理”。""",
    en="""The purpose of the {kind} does not mention a loan.
          State it, such as deciding on and managing a loan.""",
)
def consent_states_its_purpose(consent: Consent, context: Context) -> Found:
    """授权必须约定用途；没有写清楚的授权，机构不敢用来查询。

    A consent must say what for; a lender will not query on one that does not."""
    if not shares_a_word(consent.purpose, LENDING):
        return hit(consent / "purpose", consent / "kind")


@warning(
    "CON004",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="授权书 30 天内签署（K）",
    zh="""{kind}签署于 {signed}，已过 {age} 天，超过机构规定的 {days} 天。
          请重新签署。""",
    en="""The {kind} was signed on {signed}, {age} days ago; the lender takes {days} days at most.
          Have it signed again.""",
)
def consent_is_recent(consent: Consent, context: Context) -> Found:
    """授权有时效，过期后查询属于违规。

    A consent lapses, and a query after that breaks the rules."""
    days = context.policy.days["consent"]
    age = (context.on - consent.signed).days
    if age > days:
        return hit(consent / "signed", consent / "kind", age=age, days=days)
