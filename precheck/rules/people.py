"""The people behind the application: the right roles are filled, and nobody is mistaken for somebody else."""

from collections.abc import Callable

from ..application import Applicant, Application, Person
from ..facts.identifiers import tidy
from ..facts.names import same_name
from ..rule import Cause, Context, Found, Hit, Percent, Trigger, error, hit, warning
from ..text import label

HEADS = {
    "company": ("legal_representative",),
    "partnership": ("legal_representative",),
    "cooperative": ("legal_representative",),
    "individual_business": ("operator",),
    "sole_proprietorship": ("legal_representative", "operator"),
}
"""The role of the person who stands for each kind of business."""
OWNERS = ("legal_representative", "operator")


@error(
    "PER001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.ACCOUNT,),
    source="市场主体登记管理条例：登记事项（V1）",
    zh="""人员里没有{role}。
          请补上这一位；合伙企业填执行事务合伙人，个人独资企业填投资人，身份都选法定代表人。""",
    en="""The people given lack the {role}.
          Add this person; for a partnership the managing partner and for a sole proprietorship the investor, both as legal representative.""",
)
def head_of_the_business_is_given(application: Application, context: Context) -> Found:
    """营业执照上登记的这个人要核身、签字，缺了无法受理。

    The person whom the licence names is identified and signs; nothing goes without."""
    roles = HEADS[application.applicant.kind]
    if not [each for each in application.people if each.role in roles]:
        return hit(application / "people", application.applicant / "kind", role=label(roles[0]))


@error(
    "PER002",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="市场主体登记管理条例：登记事项（V1）",
    zh="""填了两位不同的{one}，而营业执照上只有一位。
          请只保留营业执照上登记的那一位，其余改成实际身份。""",
    en="""Two different people are given as {one}, but the licence names one.
          Keep the one on the licence and give the others their real roles.""",
)
def business_has_one_head(application: Application, context: Context) -> Found:
    """最常见的是变更后新旧两位都填了；合伙企业可以有几位执行事务合伙人。

    Most often both the old and the new one are given after a change. A partnership may have several managing
    partners."""
    roles = HEADS[application.applicant.kind]
    heads = [each for each in application.people if each.role in roles]
    if heads[1:] and application.applicant.kind != "partnership":
        return _twins(heads, "role", "id_number", lambda a, b: not _is_same_number(a, b))


@error(
    "PER003",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.ACCOUNT, Trigger.LIMIT),
    source="代办须有授权（V1，类推）",
    zh="""由经办人代办，但没有上传经办人授权书。
          请上传由法定代表人或经营者签字盖章的授权书。""",
    en="""An agent acts for the business, but no authorisation of the agent is attached.
          Attach one that the legal representative or operator has signed and sealed.""",
)
def agent_is_authorised(person: Person, context: Context) -> Found:
    """经办人不是法定代表人或经营者本人时，没有授权书不能代办；本人兼任经办人不需要。

    Somebody else than the legal representative or operator needs an authorisation; they themselves do not."""
    if person.role == "agent" and not _may_act(person, context.application):
        return hit(context.application / "documents", person / "role")


def _may_act(agent: Person, application: Application) -> bool:
    number = tidy(agent.id_number)
    owners = [each for each in application.people if each.role in OWNERS]
    return any(tidy(each.id_number) == number for each in owners) or any(
        each.kind == "agent_authorisation" for each in application.documents
    )


@error(
    "PER004",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="证件号码一人一号（V1）",
    zh="""{one}和{other}填了同一个证件号码，姓名却不同。
          请核对是不是把两个人的证件填串了。""",
    en="""The {one} and the {other} have the same identity number but different names.
          Check whether the papers of two people were mixed up.""",
    mutes=("PER006", "PER007"),
)
def identity_number_is_of_one_person(application: Application, context: Context) -> Found:
    """一个号码只属于一个人；一个人担任两种身份可以，姓名必须一样。

    A number belongs to one person. One person may have two roles, under one name."""
    people = application.people
    if len({tidy(each.id_number) for each in people}) != len(people):
        return _twins(
            people, "id_number", "name", lambda a, b: _is_same_number(a, b) and not same_name(a.name, b.name)
        )


@warning(
    "PER005",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="证件号码一人一号（V1）",
    zh="""{one}和{other}姓名相同，证件号码却不同。
          请核对号码；确实是同名的两个人，不用改。""",
    en="""The {one} and the {other} have the same name but different identity numbers.
          Check the numbers; if they are two people of one name, leave it.""",
)
def person_has_one_identity_number(application: Application, context: Context) -> Found:
    """同一个人填两次，号码应当一样；同名不同人也有，所以只提醒。

    One person given twice has one number. Namesakes exist, so it only asks."""
    people = application.people
    if len({each.name for each in people}) != len(people):
        return _twins(
            people,
            "id_number",
            "name",
            lambda a, b: a.name == b.name and a.id_kind == b.id_kind and not _is_same_number(a, b),
        )


@warning(
    "PER006",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="各行受理要求：一人一号（K）",
    zh="""{one}和{other}留了同一个手机号。
          请各填本人实名的手机号，授权验证码要发到本人手机上。""",
    en="""The {one} and the {other} give the same mobile number.
          Give each person's own number: codes to confirm a consent go to that person's phone.""",
)
def mobile_is_of_one_person(application: Application, context: Context) -> Found:
    """几个人共用一个号码，系统会怀疑是别人代办。

    A number that several people share looks as if somebody else applied for them."""
    people = application.people
    if len({tidy(each.mobile) for each in people}) != len(people):
        return _twins(
            people,
            "mobile",
            "id_number",
            lambda a, b: tidy(a.mobile) == tidy(b.mobile) and not _is_same_number(a, b),
        )


def _is_same_number(one: Person, other: Person) -> bool:
    return tidy(one.id_number) == tidy(other.id_number)


def _twins(
    people: list[Person], blamed: str, other: str, alike: Callable[[Person, Person], bool]
) -> list[Hit] | None:
    """A hit for each person who is like one named before, who is the first such."""
    pairs = [(next((a for a in people[:n] if alike(a, b)), None), b) for n, b in enumerate(people)]
    return [
        hit(b / blamed, a / blamed, b / other, a / other, one=label(b.role), other=label(a.role))
        for a, b in pairs
        if a is not None
    ] or None


@error(
    "PER007",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="证件号码一人一号（V1）",
    zh="""配偶的证件号码与{role}是同一个。
          请填写配偶本人的姓名和证件号码。""",
    en="""The spouse has the same identity number as the {role}.
          Enter the spouse's own name and number.""",
)
def spouse_is_another_person(person: Person, context: Context) -> Found:
    """复制一行改成配偶时，常忘了改证件。

    When a line is copied to make the spouse's, the number is easily left as it was."""
    if person.role == "spouse":
        for other in context.application.people:
            if other.role in OWNERS and _is_same_number(other, person):
                return hit(person / "id_number", other / "id_number", role=label(other.role))


@error(
    "PER008",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.ACCOUNT,),
    source="持股比例合计为 100%（K）",
    zh="""各股东持股比例合计为 {total}，不是 100%。
          请按公司章程或公示信息核对每位股东的比例，漏填的股东要补上。""",
    en="""The shareholders' shares add up to {total}, not 100%.
          Compare each share with the articles or the public register, and add any shareholder left out.""",
)
def shares_add_up(applicant: Applicant, context: Context) -> Found:
    """合计不是 100%，不是比例填错，就是少填了股东，实际控制人也就看不清。

    If not, a share is wrong or a shareholder is missing, and who controls the firm cannot be told."""
    if applicant.shareholders:
        total = sum([each.share for each in applicant.shareholders])
        if total != 1 and round(abs(total - 1), 6) > context.policy.limit["shareholding_gap"]:
            return hit(applicant / "shareholders", total=Percent(total))


@warning(
    "PER009",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="登记的股东名单（V1）",
    zh="""有人身份填的是股东，却不在申请人的股东名单里。
          请核对姓名，或在股东名单里补上并填持股比例。""",
    en="""Somebody is given as a shareholder but is not on the applicant's list of shareholders.
          Check the name, or add it to the list with its share.""",
)
def shareholder_is_on_the_list(person: Person, context: Context) -> Found:
    """两处不一致，系统无法确认谁是股东、谁要签授权。

    When the two differ, it cannot be told who the shareholders are and who must consent."""
    if person.role == "shareholder":
        applicant = context.application.applicant
        listed = [each.name for each in applicant.shareholders]
        if person.name not in listed and not any(same_name(person.name, each) for each in listed):
            return hit(person / "name", applicant / "shareholders")
