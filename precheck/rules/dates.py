"""Nothing has happened after the day of the check, and nothing of a business before it was founded."""

from ..application import (
    Applicant,
    Application,
    BankAccount,
    Change,
    Consent,
    Contract,
    Document,
    Licence,
    OtherApplication,
    Person,
    Platform,
    Scale,
    Statement,
)
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from .shared.future import beginning_later, ending_later, month_of, not_in_future

HAPPENED = "已经发生的事（K）"
AFTER_FOUNDING = "成立之前没有经营记录；个转企等沿用旧记录的除外（K）"

established = not_in_future(
    "DAT001",
    Applicant,
    "established",
    name="business-is-already-established",
    source="营业执照（V1）",
    mutes=("DAT016", "DAT017", "DAT018", "ENT003", "ENT004", "REV004"),
)
licence_issued = not_in_future(
    "DAT002", Licence, "issued", name="licence-is-already-issued", source="营业执照（V1）"
)
changed = not_in_future("DAT003", Change, "on", name="change-is-already-registered", source=HAPPENED)
id_begins = not_in_future(
    "DAT004",
    Person,
    "valid_from",
    name="identity-paper-is-already-valid",
    source="居民身份证（V1）",
    mutes=("PER013", "PER016"),
)
scale_as_of = not_in_future("DAT005", Scale, "as_of", name="scale-is-of-a-past-day", source=HAPPENED)
submitted = not_in_future(
    "DAT006", OtherApplication, "submitted", name="other-application-is-already-submitted", source=HAPPENED
)
contract_signed = not_in_future(
    "DAT007", Contract, "signed", name="contract-is-already-signed", source=HAPPENED
)
consent_signed = not_in_future("DAT008", Consent, "signed", name="consent-is-already-signed", source=HAPPENED)
paper_issued = not_in_future("DAT009", Document, "issued", name="paper-is-already-issued", source=HAPPENED)


@error(
    "DAT010",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=HAPPENED,
    zh="""材料“{kind}”的所属期间 {period} 还没有到。
          请对照材料核对起止月份。""",
    en="""The paper “{kind}” is said to cover {period}, which lies ahead.
          Compare its first and last month with the paper.""",
)
def months_of_a_paper_have_begun(document: Document, context: Context) -> Found:
    """流水和报表只能覆盖已经过去的月份；本月的流水可以只到今天。

    Flows and statements cover months that have passed; those of this month may end today."""
    if document.period.after > context.on.year * 12 + context.on.month:
        return hit(document / "period", document / "kind")


@error(
    "DAT011",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=HAPPENED,
    zh="""银行流水填了还没有到的月份 {month}。
          请对照流水核对年份和月份。""",
    en="""The bank flows have a month that lies ahead, {month}.
          Compare the year and the month with the bank's statement.""",
)
def bank_months_have_begun(account: BankAccount, context: Context) -> Found:
    """未来的流水不可能存在，多半是年份填错。

    There are no flows of the future; the year is most likely mistyped."""
    return beginning_later(account.months, "month", month_of(context.on))


@error(
    "DAT012",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=HAPPENED,
    zh="""平台流水填了还没有到的月份 {month}。
          请对照平台的账单核对年份和月份。""",
    en="""The platform flows have a month that lies ahead, {month}.
          Compare the year and the month with the platform's statement.""",
    mutes=("BNK012",),
)
def platform_months_have_begun(platform: Platform, context: Context) -> Found:
    """未来的销售不可能存在，多半是年份填错。

    There are no sales of the future; the year is most likely mistyped."""
    return beginning_later(platform.months, "month", month_of(context.on))


@error(
    "DAT013",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=HAPPENED,
    zh="""发票汇总填了还没有到的月份 {month}。
          请对照开票系统核对年份和月份。""",
    en="""The invoices have a month that lies ahead, {month}.
          Compare the year and the month with the invoicing system.""",
    mutes=("TAX006",),
)
def invoice_months_have_begun(application: Application, context: Context) -> Found:
    """发票不能开在未来，多半是年份填错。

    Nobody invoices in the future; the year is most likely mistyped."""
    return beginning_later(application.invoices, "month", month_of(context.on))


@error(
    "DAT014",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="所属期结束后申报，增值税法（V1）",
    zh="""增值税申报的所属期 {period} 还没有结束，不可能已经申报。
          请对照申报表核对所属期。""",
    en="""The period of a VAT return, {period}, is not over, so the return cannot have been filed.
          Compare the period with the return.""",
    mutes=("TAX024",),
)
def vat_periods_are_over(application: Application, context: Context) -> Found:
    """一期结束之后才能申报，期间填错会让所有按期核对落空。

    A return is filed after its period; a wrong period spoils every comparison by period."""
    return ending_later(application.vat_returns, "period", month_of(context.on))


@error(
    "DAT015",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="所属期结束后申报（V1）",
    zh="""所得税申报的所属期 {period} 还没有结束，不可能已经申报。
          请对照申报表核对所属期；年报填年度。""",
    en="""The period of an income tax return, {period}, is not over, so the return cannot have been filed.
          Compare the period with the return; the annual return has the year.""",
)
def income_tax_periods_are_over(application: Application, context: Context) -> Found:
    """一期结束之后才能申报，期间填错会让所有按期核对落空。

    A return is filed after its period; a wrong period spoils every comparison by period."""
    return ending_later(application.income_tax_returns, "period", month_of(context.on))


@warning(
    "DAT016",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.ACCOUNT,),
    source=AFTER_FOUNDING,
    zh="""变更登记的日期 {on} 早于企业的成立日期 {established}。
          请核对两个日期。""",
    en="""A change was registered on {on}, before the business was established on {established}.
          Check both dates.""",
)
def change_is_after_founding(change: Change, context: Context) -> Found:
    """企业成立之后才有变更登记，日期倒过来说明有一个填错。

    Only a business that exists can register a change; otherwise one of the dates is wrong."""
    applicant = context.application.applicant
    if change.on < applicant.established:
        return hit(change / "on", applicant / "established")


@warning(
    "DAT017",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=AFTER_FOUNDING,
    zh="""业务规模的数据截至 {as_of}，早于企业的成立日期 {established}。
          请核对两个日期。""",
    en="""The scale is given as of {as_of}, before the business was established on {established}.
          Check both dates.""",
    mutes=("SIZ008",),
)
def scale_is_of_a_day_after_founding(scale: Scale, context: Context) -> Found:
    """成立之前没有经营规模可言。

    Before it was founded a business had no scale."""
    applicant = context.application.applicant
    if scale.as_of < applicant.established:
        return hit(scale / "as_of", applicant / "established")


@warning(
    "DAT018",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=AFTER_FOUNDING,
    zh="""报表期间 {period} 在企业成立日期 {established} 之前。
          请核对期间和成立日期；由个体工商户等转来的，请附说明。""",
    en="""The statements are those of {period}, before the business was established on {established}.
          Check both; if it continues an earlier business, attach a note.""",
)
def statements_are_after_founding(statement: Statement, context: Context) -> Found:
    """成立之前的报表不是这家企业的。

    Statements of a time before the founding are not those of this business."""
    applicant = context.application.applicant
    if statement.period.ends < applicant.established:
        return hit(statement / "period", applicant / "established")
