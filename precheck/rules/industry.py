"""The industry code names a trade that exists, fits the business scope, is not restricted, and has its permits."""

from functools import lru_cache
from typing import Any

from ..application import Applicant, Application
from ..facts.industry import Industry
from ..facts.industry_names import SECTIONS
from ..facts.industry_words import industry_words
from ..facts.purposes import shares_a_word
from ..facts.regions import province_named_in
from ..policy import Policy
from ..policy.requirements import SEVERITY, applying
from ..policy.rows import Permit, Restriction
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from ..text import Text
from .documents import any_of


@lru_cache(4096)
def _rows_naming(industry: str, table: str, policy: Policy) -> tuple[Any, ...]:
    """The rows of a table that name an industry of this code: none for most, so that most drafts stop here."""
    known = Industry.of(industry)
    digits = known.digits if known else ""
    rows: tuple[Any, ...] = policy.tables()[table]
    return tuple(row for row in rows if digits.startswith(row.industries))


def _trade(code: str) -> Text:
    """What the division or section of a code is called. The code must be a known one."""
    industry = Industry.of(code)
    return Text(industry.zh, industry.en) if industry else Text("", "")


@error(
    "IND001",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="GB/T 4754-2017：20 个门类、97 个大类（E、V1）",
    zh="""行业代码在国民经济行业分类（GB/T 4754-2017）里查不到。
          请按营业执照的主营项目查四位代码，例如 5137、C3011；前两位是大类，01 到 97。""",
    en="""The industry code is not in the national classification (GB/T 4754-2017).
          Look up the four digits of your main business, such as 5137 or C3011; the first two are 01 to 97.""",
)
def industry_code_exists(applicant: Applicant, context: Context) -> Found:
    """行业决定划型标准、许可和限制，代码错了后面都对不上。

    The industry decides size class, permits and restrictions; with a wrong code none of them fits."""
    if Industry.of(applicant.industry) is None:
        return hit(applicant / "industry")


@error(
    "IND002",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="GB/T 4754-2017：门类与大类的对应（E、V1）",
    zh="""行业代码的字母和数字对不上：字母是“{typed}”，数字属于“{section}”里的“{trade}”。
          请核对代码；也可以只填四位数字。""",
    en="""Letter and digits of the industry code disagree: the letter is {typed}, the digits are {trade} in {section}.
          Check the code; the four digits alone will do.""",
)
def industry_letter_agrees_with_the_digits(applicant: Applicant, context: Context) -> Found:
    """字母是门类，由数字就能推出；不一致，说明抄错了一处。

    The letter follows from the digits, so if they disagree one of them was copied wrongly."""
    industry = None if applicant.industry.isdigit() else Industry.of(applicant.industry)
    if industry and industry.letter_contradicts:
        typed, section = Text.of(SECTIONS[industry.letter]), Text.of(SECTIONS[industry.section])
        trade = Text(industry.zh, industry.en)
        return hit(applicant / "industry", typed=typed, section=section, trade=trade)


@warning(
    "IND003",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING,),
    source="政策表 restrictions：两高、金融、房地产等（V2、K）",
    zh="""所属行业“{trade}”受机构限制：{reason}。
          请先核对行业代码；属实的，先问清该机构能否受理。""",
    en="""The lender restricts this industry, {trade}: {reason}.
          Check the industry code first; if it is right, ask the lender before you apply.""",
)
def industry_is_not_restricted(application: Application, context: Context) -> Found:
    """机构按监管要求和自己的偏好限制一些行业，政策性排查会直接拦下。

    Lenders restrict some industries, by regulation or by choice, and screening stops them at once."""
    applicant = application.applicant
    rows = _rows_naming(applicant.industry, "restrictions", context.policy)
    if rows:
        return [
            _restricted(row, applicant, "industry")
            for row in applying(rows, application)
            if not row.regions or _region(applicant).startswith(row.regions)
        ] or None


@warning(
    "IND004",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING,),
    source="政策表 restrictions：地区（K）",
    zh="""所在地区受机构限制：{reason}。
          请核对地址；属实的，先问清该机构能否受理，或换一家机构。""",
    en="""The lender restricts the region of the business: {reason}.
          Check the address; if it is right, ask the lender before you apply, or choose another.""",
)
def region_is_not_restricted(application: Application, context: Context) -> Found:
    """机构会暂停或限制一些地区的业务，与申请人自身无关。

    Lenders suspend or restrict some regions, whoever applies there."""
    rows = _rows_of_regions(context.policy)
    if rows:
        applicant = application.applicant
        return [
            _restricted(row, applicant, "address")
            for row in applying(rows, application)
            if _region(applicant).startswith(row.regions)
        ] or None


@lru_cache(64)
def _rows_of_regions(policy: Policy) -> tuple[Restriction, ...]:
    """The rows that restrict a region whatever the industry."""
    return tuple(row for row in policy.restrictions if row.regions and not row.industries)


def _region(applicant: Applicant) -> str:
    """The region of the code, or the province of the address for a business that has moved to another one."""
    region, province = applicant.uscc[2:], province_named_in(applicant.address)
    return region if province is None or region.startswith(province) else province


def _restricted(row: Restriction, applicant: Applicant, field: str) -> Hit:
    refs = (applicant / field, applicant / "uscc") if row.regions else (applicant / field,)
    reason, trade = Text.of(row.reason), _trade(applicant.industry)
    return hit(*refs, severity=SEVERITY[row.verdict], row=row.name, reason=reason, trade=trade)


@error(
    "IND005",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.SCREENING, Trigger.LIMIT),
    source="政策表 permits：行业许可（S、K）",
    zh="""“{trade}”需要{permit}，材料里没有。
          请上传；确实不需要许可的，备好说明或换成准确的四位行业代码。""",
    en="""The trade “{trade}” needs a {permit}, and none is attached.
          Attach it; if your business needs none, keep an explanation at hand or give the exact four-digit code.""",
)
def permits_of_the_industry_are_attached(application: Application, context: Context) -> Found:
    """没有许可就经营的，机构不能放款；许可到期的，按过期材料提示。

    No lender may pay out to a business without its permit. One that has expired is reported as an expired paper."""
    applicant = application.applicant
    rows = _rows_naming(applicant.industry, "permits", context.policy)
    if rows:
        attached = {each.kind for each in application.documents}
        absent = [row for row in rows if attached.isdisjoint(row.any_of)]
        return [
            _lacking(row, application)
            for row in (applying(absent, application) if absent else ())
            if not shares_a_word(applicant.business_scope, row.except_words)
        ] or None


def _lacking(row: Permit, application: Application) -> Hit:
    applicant = application.applicant
    refs = (application / "documents", applicant / "industry")
    trade, permit = _trade(applicant.industry), any_of(row.any_of)
    return hit(*refs, severity=SEVERITY[row.verdict], row=row.name, trade=trade, permit=permit)


@warning(
    "IND006",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="行业代码应与主营项目一致（K）；用词表为自有知识（K）",
    zh="""经营范围里看不出行业代码所说的“{trade}”。
          请按主营项目核对行业代码；经营范围与实际经营不符的，先办变更登记。""",
    en="""Nothing in the business scope speaks of {trade}, which the industry code names.
          Check the code against your main business; if the scope is out of date, have it changed first.""",
)
def industry_fits_the_business_scope(applicant: Applicant, context: Context) -> Found:
    """行业选错，划型和限制都会跟着错。经营范围里一个相关的字眼都没有时才提醒。

    A wrong industry gives a wrong size class and wrong restrictions. Only a scope without a single word of the
    trade is questioned."""
    scope, words = applicant.business_scope, _words_of(applicant.industry)
    for word in words:
        if word in scope:
            return None
    if words and not shares_a_word(scope, words):
        refs = (applicant / "industry", applicant / "business_scope")
        return hit(*refs, trade=_trade(applicant.industry))


@lru_cache(4096)
def _words_of(code: str) -> tuple[str, ...]:
    """The words of the trade of an industry code; none where it is unknown or names no division."""
    industry = Industry.of(code)
    return industry_words(industry.division) if industry and industry.division else ()
