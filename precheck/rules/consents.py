"""Everybody whom the lender must ask has consented, recently, to something that has to do with a loan."""

from collections.abc import Iterable
from typing import NamedTuple

from ..application import Applicant, Application, Consent, Person, Shareholder
from ..facts.names import same_name
from ..facts.purposes import shares_a_word
from ..policy.requirements import applying
from ..rule import Cause, Context, Found, Hit, Trigger, error, hit, warning
from ..text import Text, label
from .shared.holders import is_known

LENDING = ("授信", "信用", "征信", "融资", "担保", "审批", "loan", "Loan", "credit", "Credit")
"""Words that a purpose of lending contains, one or another, beside 贷."""

Giver = Person | Shareholder | Applicant


class Asked(NamedTuple):
    """A consent that must be there, and the row of the policy that asks for it."""

    kind: str
    giver: Giver
    row: str


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
    consents = application.consents
    given = {(each.kind, each.subject) for each in consents}
    lacking = [
        asked
        for asked in _asked(application, context)
        if (asked.kind, asked.giver.name) not in given and not _given_in_other_form(asked, consents)
    ]
    if lacking:
        strange: list[str] = [each.kind for each in consents if not is_known(each.subject, context)]
        kinds = [asked.kind for asked in lacking]
        return [
            _missing(asked, application)
            for asked in lacking
            if kinds.count(asked.kind) > strange.count(asked.kind)
        ] or None


def _asked(application: Application, context: Context) -> Iterable[Asked]:
    """Everybody who must consent, once a kind of consent, whatever roles and shares somebody has."""
    applicant = application.applicant
    found: dict[tuple[str, str], Asked] = {}
    for row in applying(context.policy.consents, application):
        kind = row.kind
        if row.entity and applicant.name:
            found[kind, applicant.name] = Asked(kind, applicant, row.name)
        for person in application.people if row.roles else ():
            if person.role in row.roles:
                found.setdefault((kind, person.name), Asked(kind, person, row.name))
        for holder in applicant.shareholders if row.shares_from else ():
            if holder.share >= row.shares_from:
                found.setdefault((kind, holder.name), Asked(kind, holder, row.name))
    return found.values()


def _given_in_other_form(asked: Asked, consents: list[Consent]) -> bool:
    """Whether the consent is there under the name with other brackets or blanks."""
    return any(each.kind == asked.kind and same_name(each.subject, asked.giver.name) for each in consents)


def _missing(asked: Asked, application: Application) -> Hit:
    ref = asked.giver / ("role" if isinstance(asked.giver, Person) else "name")
    refs = [ref, application / "consents"]
    if asked.giver is application.applicant:
        refs.append(application.applicant / "kind")
    return hit(*refs, who=_who(asked.giver), consent=label(asked.kind), row=asked.row)


def _who(giver: Giver) -> Text:
    if isinstance(giver, Person):
        return label(giver.role)
    if isinstance(giver, Shareholder):
        share = f"{100 * giver.share:.4g}%"
        return Text(f"持股 {share} 的股东", f"holder of {share} of the shares")
    return Text("申请企业", "applicant")


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
    if "贷" not in consent.purpose and not shares_a_word(consent.purpose, LENDING):
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
