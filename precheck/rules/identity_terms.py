"""Ages and the terms of identity papers: in force today, and plausible for the person's age."""

from datetime import date, timedelta

from ..application import FOREVER, Person
from ..facts.calendar import months_later
from ..facts.identifiers import age_on, tidy
from ..rule import Cause, Context, Found, Trigger, error, hit, note, warning

OWNERS = ("legal_representative", "operator")
"""Whose age the lender asks about."""
TERMS = ((16, 5), (26, 10), (46, 20))
"""Below these ages a resident identity card is issued for that many years, from 46 on for good."""
ISSUED_WITHIN = timedelta(60)
"""The police may take that long, so the age may have been that of the day of the request."""


def _birth(person: Person) -> date | None:
    """The day of birth that an 18-digit number carries, whatever the kind of paper."""
    number = tidy(person.id_number)
    try:
        return date.fromisoformat(number[6:14]) if len(number) == 18 else None
    except ValueError:
        return None


@error(
    "PER010",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 11643-1999（V1）",
    zh="""身份证号码里的出生日期 {birth} 还没到。
          请对照身份证核对第 7 至 14 位。""",
    en="""The birth date in the identity number, {birth}, is yet to come.
          Compare characters 7 to 14 with the card.""",
    mutes=("PER011", "PER016"),
)
def person_is_born(person: Person, context: Context) -> Found:
    """校验位碰巧对得上的错号，常在这里露馅。

    A wrong number whose check digit happens to fit often shows here."""
    if person.id_number[6:10] < str(context.on.year):
        return None
    birth = _birth(person)
    if birth is not None and birth > context.on:
        return hit(person / "id_number", birth=birth)


@warning(
    "PER011",
    cause=Cause.POLICY,
    triggers=(Trigger.ACCOUNT,),
    source="多家线上经营贷的年龄要求（S）",
    zh="""{role}今年 {age} 周岁，不在机构受理的 {least} 至 {most} 周岁之内。
          请核对证件号码；年龄确实不符的，先问清该机构能否受理。""",
    en="""The {role} is {age} years old; the lender takes people of {least} to {most}.
          Check the identity number; if the age is right, ask the lender first.""",
    mutes=("PER012",),
)
def owner_has_the_age_asked_for(person: Person, context: Context) -> Found:
    """超龄或未成年的申请会被系统直接拦下。

    Applications of people too old or too young are stopped at once."""
    if person.role in OWNERS:
        birth, limit = _birth(person), context.policy.limit
        if (
            birth is not None
            and not limit["age_least"] <= (age := age_on(birth, context.on)) <= limit["age_most"]
        ):
            least, most = int(limit["age_least"]), int(limit["age_most"])
            return hit(person / "id_number", person / "role", age=age, least=least, most=most)


@warning(
    "PER012",
    cause=Cause.POLICY,
    triggers=(Trigger.LIMIT,),
    source="年龄加贷款期限的上限（K）",
    zh="""贷款到期时{role}已 {age} 周岁，超过机构规定的 {most} 周岁。
          请缩短期限，或先问清该机构的规定。""",
    en="""When the loan ends, the {role} will be {age}, above the lender's limit of {most}.
          Choose a shorter term, or ask the lender first.""",
)
def owner_is_not_too_old_at_maturity(person: Person, context: Context) -> Found:
    """期限长的贷款，机构要看到期时的年龄。

    For longer loans the lender looks at the age on the last day."""
    if person.role in OWNERS:
        birth = _birth(person)
        if birth is not None:
            loan, most = context.application.loan, context.policy.limit["age_at_maturity_most"]
            age = age_on(birth, months_later(context.on, loan.term_months))
            if age > most:
                return hit(
                    person / "id_number", loan / "term_months", person / "role", age=age, most=int(most)
                )


@error(
    "PER013",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.ACCOUNT,),
    source="证件有效期的起止（K）",
    zh="""{role}的证件有效期止于 {valid_until}，不晚于起始日 {valid_from}。
          请对照证件核对两个日期，是不是填反了。""",
    en="""The identity paper of the {role} ends on {valid_until}, not after it begins on {valid_from}.
          Compare both dates with the paper; they may be swapped.""",
    mutes=("PER014", "PER015", "PER016"),
)
def identity_paper_ends_after_it_begins(person: Person, context: Context) -> Found:
    """日期填反的证件会被当成过期。

    A paper with swapped dates is taken for an expired one."""
    if person.valid_until <= person.valid_from:
        return hit(person / "valid_until", person / "valid_from", person / "role")


@error(
    "PER014",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT,),
    source="过期证件不能用于核身（K）",
    zh="""{role}的证件已于 {valid_until} 到期。
          请先换领新证件，再更新有效期并上传新证件。""",
    en="""The identity paper of the {role} expired on {valid_until}.
          Get a new one first, then enter its dates and attach it.""",
    mutes=("PER015",),
)
def identity_paper_is_in_force(person: Person, context: Context) -> Found:
    """过期证件无法通过身份核查；已换新证却没更新信息的很常见。

    An expired paper fails the check of identity; often the new one is there and was never entered."""
    if person.valid_until < context.on:
        return hit(person / "valid_until", person / "role")


@note(
    "PER015",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT,),
    source="部分机构要求证件在贷款期内有效（K）",
    zh="""{role}的证件 {valid_until} 到期，早于贷款到期日 {maturity}。
          可先换领新证件；不换的，到期后要及时向机构更新。""",
    en="""The identity paper of the {role} expires on {valid_until}, before the loan does on {maturity}.
          Renew it first if you can; otherwise give the lender the new one when the time comes.""",
)
def identity_paper_outlasts_the_loan(person: Person, context: Context) -> Found:
    """证件在贷款期内到期，账户可能被限制，随借随还的额度可能被停。

    When it expires during the loan, the account may be restricted and a revolving line stopped."""
    loan = context.application.loan
    if person.valid_until != FOREVER and person.valid_until < (
        maturity := months_later(context.on, loan.term_months)
    ):
        return hit(person / "valid_until", loan / "term_months", person / "role", maturity=maturity)


@warning(
    "PER016",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="居民身份证法第五条、第十二条（V1）",
    zh="""{role}的身份证有效期与年龄对不上：{age} 周岁时领的证，有效期应到 {expected}，填的是 {valid_until}。
          请对照身份证背面核对起止日期和号码。""",
    en="""The term of the {role}'s identity card does not fit the age: issued at {age}, it would end on {expected}, but {valid_until} is given.
          Compare both dates and the number with the card.""",
)
def identity_card_has_its_legal_term(person: Person, context: Context) -> Found:
    """有效期按领证时的年龄定：不满 16 岁 5 年，16 至 25 岁 10 年，26 至 45 岁 20 年，46 岁起长期；对不上多半是日期填错。

    The term depends on the age at issue: 5 years below 16, 10 from 16 to 25, 20 from 26 to 45, for good from 46.
    Where it does not fit, a date is most likely mistyped."""
    if person.id_kind == "resident_id" and person.id_number[:1] not in ("8", "9"):
        birth, issued, until = _birth(person), person.valid_from, person.valid_until
        if birth is None or until == (expected := _end(birth, issued, issued)):
            return None
        if until != _end(birth, issued, issued - ISSUED_WITHIN):
            refs = (person / "valid_until", person / "valid_from", person / "id_number", person / "role")
            return hit(*refs, age=age_on(birth, issued), expected=expected)


def _end(birth: date, issued: date, asked: date) -> date:
    """The last day of a card issued on `issued` to somebody of the age on `asked`."""
    age = age_on(birth, asked)
    years = next((years for below, years in TERMS if age < below), None)
    return FOREVER if years is None else months_later(issued, 12 * years)
