"""The unified social credit code is well-formed, fits the kind of business, and is the same in every tax return."""

from collections.abc import Sequence

from ..application import Applicant, IncomeTaxReturn, VatReturn
from ..facts.identifiers import (
    organisation_check_character,
    registration_number_is_valid,
    tidy,
    uscc_check_character,
    uscc_repair,
    uscc_shape,
)
from ..facts.regions import is_registration_region
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from ..text import Text

REGISTERED_AS = {
    "company": "91",
    "sole_proprietorship": "91",
    "partnership": "91",
    "individual_business": "92",
    "cooperative": "93",
}
"""How the code of each kind of business begins."""
REGISTERS = {
    "91": Text("企业", "an enterprise"),
    "92": Text("个体工商户", "an individual business"),
    "93": Text("农民专业合作社", "a farmers' cooperative"),
}
OLD_LENGTH = 15
"""Digits of a registration number before the unified code."""
ELSEWHERE = Text(
    "市场监管部门以外登记的单位", "an organisation registered elsewhere than with the market regulator"
)


@error(
    "IDN001",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT,),
    source="GS 15-2006（S）",
    zh="""填的是 15 位的旧注册号，不是统一社会信用代码。
          2015 年 10 月起营业执照改用 18 位代码：请换领新执照，填新代码并上传新执照。""",
    en="""This is an old 15-digit registration number, not a unified social credit code.
          Licences carry an 18-character code since October 2015: get the new licence, enter its code and attach it.""",
    mutes=("IDN002", "IDN003", "IDN004", "IDN005", "IDN006", "IDN007", "IDN008"),
)
def old_registration_number_is_replaced(applicant: Applicant, context: Context) -> Found:
    """旧注册号自带校验位，能认出来；认出来就说明上传的多半也是旧执照。

    The old number has a check digit of its own, so it can be recognised, and the licence attached is then
    most likely the old one too."""
    if len(applicant.uscc) == OLD_LENGTH and registration_number_is_valid(tidy(applicant.uscc)):
        return hit(applicant / "uscc")


@error(
    "IDN002",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 32100-2015（V1）",
    zh="""统一社会信用代码的写法不对：应是 18 位数字和大写字母，没有 I、O、S、V、Z，第 3 至 8 位是数字；现在是 {length} 位{hint}。
          请对照营业执照逐位核对。""",
    en="""The unified social credit code is malformed: it has 18 digits and capitals without I, O, S, V and Z, digits at 3 to 8; this one has {length} characters{hint}.
          Compare it with the licence character by character.""",
    mutes=("IDN003", "IDN004", "IDN005", "IDN006", "IDN007", "IDN008"),
)
def uscc_has_its_form(applicant: Applicant, context: Context) -> Found:
    """写法不对的代码在任何系统里都查不到企业。

    No system finds a firm by a code that cannot exist."""
    code = tidy(applicant.uscc)
    if not uscc_shape(code):
        return hit(applicant / "uscc", length=len(code), hint=_repair(code))


def _repair(code: str) -> Text:
    """Which letters were typed for which digits, where the corrected code passes both of its checks."""
    meant = uscc_repair(code) or code
    pairs = enumerate(zip(code, meant, strict=True), 1)
    typed = [(place, letter, digit) for place, (letter, digit) in pairs if letter != digit]
    return Text(
        "".join(f"，第 {place} 位的 {letter} 应是 {digit}" for place, letter, digit in typed),
        "".join(f"; character {place}, {letter}, should be {digit}" for place, letter, digit in typed),
    )


@error(
    "IDN003",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 32100-2015（V1）",
    zh="""统一社会信用代码的末位校验码对不上，至少有一位填错了。
          请对照营业执照逐位核对，注意 8 与 B、6 与 G、0 与 D 这类相近的字。""",
    en="""The last character of the unified social credit code does not fit the others: at least one is wrong.
          Compare it with the licence character by character; look-alikes such as 8 and B or 0 and D are easily confused.""",
    mutes=("IDN004", "IDN005", "IDN006", "IDN007", "IDN008"),
)
def uscc_check_character_matches(applicant: Applicant, context: Context) -> Found:
    """末位由前 17 位算出，填错任何一位、相邻两位颠倒都能发现。

    The last character follows from the other 17: any single wrong character and any two neighbours
    swapped are seen."""
    code = tidy(applicant.uscc)
    if uscc_shape(code) and uscc_check_character(code[:17]) != code[17]:
        return hit(applicant / "uscc")


@warning(
    "IDN004",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 11714-1997（E）",
    zh="""统一社会信用代码里第 9 至 17 位的组织机构代码校验不符。
          请对照营业执照核对；确与执照一致的（少数老代码如此），不用改。""",
    en="""Characters 9 to 17 of the unified social credit code, the organisation code, fail their own check.
          Compare with the licence; if it says the same (a few old codes do), leave it.""",
)
def organisation_code_check_matches(applicant: Applicant, context: Context) -> Found:
    """两处同时错、整体校验碰巧通过时，里层的校验还能发现；个别老代码不合此规则，所以只提醒。

    When two mistakes happen to cancel out, the inner check still sees them; some old codes break it, so it
    only asks."""
    code = tidy(applicant.uscc)
    if uscc_shape(code) and organisation_check_character(code[8:16]) != code[16]:
        return hit(applicant / "uscc")


@error(
    "IDN005",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 32100-2015（V2）",
    zh="""主体类型选的是{kind}，但这个统一社会信用代码属于{register}。
          请按营业执照上的“类型”改主体类型，或核对代码的前两位。""",
    en="""The kind of business given is “{kind}”, but this unified social credit code is that of {register}.
          Correct the kind to what the licence says, or check the first two characters of the code.""",
    mutes=("CON001", "ENT008", "IDN022", "IDN024", "PER001", "TAX044"),
)
def uscc_agrees_with_kind(applicant: Applicant, context: Context) -> Found:
    """代码前两位就是登记类别：91 企业、92 个体工商户、93 合作社；选错主体，所需材料和产品都会错。

    The first two characters say what is registered: 91 enterprises, 92 individual businesses, 93
    cooperatives. With the wrong kind, the wrong papers and products are asked for."""
    expected = REGISTERED_AS[applicant.kind]
    if applicant.uscc[:2] != expected and (start := tidy(applicant.uscc)[:2]) != expected:
        severity = Severity.ERROR if start in REGISTERS else Severity.WARNING
        register = REGISTERS.get(start, ELSEWHERE)
        return hit(applicant / "kind", applicant / "uscc", severity=severity, register=register)


@error(
    "IDN006",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB/T 2260（V1）",
    zh="""统一社会信用代码第 3、4 位不是任何一个省份的代码。
          请对照营业执照核对第 3 至 8 位。""",
    en="""Characters 3 and 4 of the unified social credit code are not the code of any province.
          Compare characters 3 to 8 with the licence.""",
)
def uscc_region_exists(applicant: Applicant, context: Context) -> Found:
    """第 3 至 8 位是登记机关所在地的行政区划码；县级代码常有撤并，所以只查省份。

    Characters 3 to 8 name the region of the registration. Counties come and go, so only the province is
    checked."""
    if not is_registration_region(applicant.uscc[2:]) and not is_registration_region(
        tidy(applicant.uscc)[2:]
    ):
        return hit(applicant / "uscc")


@error(
    "IDN007",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="三证合一后纳税人识别号即统一社会信用代码（K）",
    zh="""增值税申报表的纳税人识别号与统一社会信用代码不一致。
          请核对：是号码填错了，还是传了别家的申报表。""",
    en="""The taxpayer number of a VAT return is not the applicant's unified social credit code.
          Check whether a number is mistyped or the return is another firm's.""",
    mutes=("IDN007", "IDN008"),
)
def vat_return_is_of_the_applicant(vat_return: VatReturn, context: Context) -> Found:
    """税号对不上，申报的收入就不能算作申请人的收入。

    Revenue that was filed under another number cannot be counted as the applicant's."""
    if vat_return.taxpayer_id != context.application.applicant.uscc:
        return _other_taxpayer(vat_return, context.application.vat_returns, context)


@error(
    "IDN008",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="三证合一后纳税人识别号即统一社会信用代码（K）",
    zh="""所得税申报表的纳税人识别号与统一社会信用代码不一致。
          请核对：是号码填错了，还是传了别家的申报表。""",
    en="""The taxpayer number of an income tax return is not the applicant's unified social credit code.
          Check whether a number is mistyped or the return is another firm's.""",
    mutes=("IDN008",),
)
def income_tax_return_is_of_the_applicant(tax_return: IncomeTaxReturn, context: Context) -> Found:
    """税号对不上，申报的收入和利润就不能算作申请人的。

    Revenue and profit that were filed under another number cannot be counted as the applicant's."""
    if tax_return.taxpayer_id != context.application.applicant.uscc:
        return _other_taxpayer(tax_return, context.application.income_tax_returns, context)


def _other_taxpayer(
    tax_return: VatReturn | IncomeTaxReturn, alike: Sequence[VatReturn | IncomeTaxReturn], context: Context
) -> Hit | None:
    """Blames the first return of its kind with this number, or the applicant's code when all returns agree on another
    one."""
    application = context.application
    own, theirs = application.applicant / "uscc", tax_return / "taxpayer_id"
    number = tidy(theirs.value)
    if number == tidy(own.value):
        return None
    returns: list[VatReturn | IncomeTaxReturn] = [*application.vat_returns, *application.income_tax_returns]
    if len(returns) > 1 and len({tidy(each.taxpayer_id) for each in returns}) == 1:
        return hit(own, theirs)
    first, *others = [each for each in alike if tidy(each.taxpayer_id) == number]
    return hit(theirs, own, *(each / "taxpayer_id" for each in others)) if first is tax_return else None
