"""The numbers of people's identity papers and their mobile numbers can exist."""

from ..application import Person
from ..facts.identifiers import (
    foreign_permanent_residence_shape,
    hong_kong_macao_permit_shape,
    mobile_is_valid,
    passport_shape,
    resident_id_is_valid,
    resident_id_shape,
    taiwan_permit_shape,
    tidy,
)
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, note, warning
from ..text import Text

SHAPES = {
    "passport": passport_shape,
    "hong_kong_macao_permit": hong_kong_macao_permit_shape,
    "taiwan_permit": taiwan_permit_shape,
    "foreign_permanent_residence": foreign_permanent_residence_shape,
}
"""The form of the number of every paper but the resident identity card."""
LOOK_ALIKES = {
    "8": Text("港澳台居民居住证", "a residence permit for Hong Kong, Macao and Taiwan residents"),
    "9": Text("外国人永久居留身份证", "a foreigner's permanent residence card"),
}
"""Papers whose numbers have the form of a resident identity number, by the first digit."""
FIRST_GENERATION = 15
"""Digits of the numbers before 1999."""


@error(
    "IDN009",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT,),
    source="居民身份证法第二十三条（V1）",
    zh="""填的是 15 位的旧身份证号码，第一代身份证 2013 年起已停用。
          请填写新身份证上的 18 位号码，并上传新身份证。""",
    en="""This is an old 15-digit identity number; cards of the first generation ended with 2012.
          Enter the 18 characters of the new card and attach that card.""",
    mutes=("IDN010",),
)
def first_generation_card_is_replaced(person: Person, context: Context) -> Found:
    """停用的证件不能用来申请贷款，这与填错一位不是一回事。

    A card that has ended cannot support an application; that is more than a mistyped digit."""
    number = person.id_number
    if len(number) == FIRST_GENERATION and number.isdigit() and person.id_kind == "resident_id":
        return hit(person / "id_number")


@error(
    "IDN010",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 11643-1999（V1）",
    zh="""身份证号码不成立：{fault}。
          请对照身份证逐位核对；如果不是居民身份证，请改选证件类型。""",
    en="""The identity number cannot exist: {fault}.
          Compare it with the card digit by digit; if it is another paper, choose its kind.""",
    mutes=("IDN012", "PER004", "PER005", "PER010", "PER011", "PER012", "PER016"),
)
def resident_id_can_exist(person: Person, context: Context) -> Found:
    """末位由前 17 位算出，填错任何一位都能发现；不成立的号码无法联网核查身份。

    The last character follows from the other 17, so one wrong digit is always seen. A number that cannot exist
    cannot be verified with the police register."""
    if person.id_kind == "resident_id" and not resident_id_is_valid(tidy(person.id_number)):
        return hit(person / "id_number", fault=_fault(tidy(person.id_number)))


def _fault(number: str) -> Text:
    if resident_id_shape(number):
        return Text(
            "末位校验码、出生日期或开头的地区对不上，至少有一位填错了",
            "its last character, birth date or region does not fit, so a digit is wrong",
        )
    return Text(
        f"应是 17 位数字加末位数字或 X，现在是 {len(number)} 位",
        f"it has 17 digits and a digit or X at the end, and this one has {len(number)} characters",
    )


@warning(
    "IDN011",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="各类证件的通行编号（K）",
    zh="""证件号码不像{id_kind}的号码。
          请核对号码，或改选证件类型。""",
    en="""The number does not look like that of this kind of paper: {id_kind}.
          Check the number, or choose the kind of paper that it belongs to.""",
)
def other_identity_number_has_its_form(person: Person, context: Context) -> Found:
    """护照和通行证没有公开的校验位，只看长度和字符，最常见的是证件类型选错。

    Passports and permits have no public check digit; length and characters show at least that the wrong kind
    was chosen."""
    shape = SHAPES.get(person.id_kind)
    if shape is not None and not shape(tidy(person.id_number)):
        return hit(person / "id_number", person / "id_kind")


@note(
    "IDN012",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="居住证与永久居留证的号段（V1）",
    zh="""证件类型选的是居民身份证，但号码是{paper}的号段。
          请改选对应的证件类型；没有对应类型的，先问清该机构是否受理这种证件。""",
    en="""The kind of paper is a resident identity card, but the number is that of {paper}.
          Choose the matching kind; where there is none, ask the lender first whether it takes this paper.""",
)
def resident_id_is_of_a_citizen(person: Person, context: Context) -> Found:
    """这几种证件也有 18 位号码，但不少线上渠道只认居民身份证。

    These papers carry numbers of the same form, yet many online channels take resident identity cards only."""
    paper = LOOK_ALIKES.get(person.id_number[:1])
    if paper is not None and person.id_kind == "resident_id":
        return hit(person / "id_kind", person / "id_number", paper=paper)


@error(
    "IDN013",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="手机号码的通行编号（K）",
    zh="""手机号不是 11 位的内地手机号。
          请核对，不要填座机；验证码会发到这个号码。""",
    en="""The mobile number is not a mainland number of 11 digits.
          Check it and give no landline; codes to confirm the application are sent to it.""",
)
def mobile_can_exist(person: Person, context: Context) -> Found:
    """收不到验证码就签不了授权；持境外证件的人可能留境外号码，所以只提醒。

    Without the code no consent can be signed. Holders of foreign papers may have foreign numbers, so there it
    only asks."""
    if not mobile_is_valid(person.mobile) and not mobile_is_valid(tidy(person.mobile).removeprefix("+86")):
        resident = person.id_kind == "resident_id"
        return hit(person / "mobile", severity=None if resident else Severity.WARNING)
