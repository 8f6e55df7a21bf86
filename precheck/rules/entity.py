"""The business is registered, allowed to trade, old enough, and its registration is stated without contradiction."""

from ..application import FOREVER, NO_REPORT, Applicant, Licence
from ..facts.calendar import months_later
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from ..text import Text

LAST_MONTH_TO_REPORT = 6
"""Annual reports of the year before are published from January to the end of June."""


@error(
    "ENT001",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT, Trigger.SCREENING),
    source="市场主体登记管理条例：营业期限为登记事项（V1）",
    zh="""营业执照的营业期限已于 {valid_until} 届满。
          请先到登记机关延长期限、换发执照；已经换发的，更新期限并上传新执照。""",
    en="""The term on the business licence ended on {valid_until}.
          Have it extended at the registry first; if it has been, enter the new term and attach the new licence.""",
    mutes=("ENT002",),
)
def licence_is_in_force(licence: Licence, context: Context) -> Found:
    """期限届满的企业不能继续经营，系统查到会直接退回。

    A business whose term has ended may not go on trading, and the lender's check shows it at once."""
    if licence.valid_until < context.on:
        return hit(licence / "valid_until")


@warning(
    "ENT002",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="营业期限应覆盖贷款期限（K）",
    zh="""营业执照 {valid_until} 到期，早于贷款到期日 {maturity}。
          请先延长营业期限，或缩短贷款期限。""",
    en="""The business licence ends on {valid_until}, before the loan does on {maturity}.
          Have its term extended first, or choose a shorter loan.""",
)
def licence_outlasts_the_loan(licence: Licence, context: Context) -> Found:
    """执照在贷款期内到期，还款前企业可能已不能经营。

    If the licence ends during the loan, the business may have to stop before it has repaid."""
    if licence.valid_until != FOREVER:
        loan = context.application.loan
        maturity = months_later(context.on, loan.term_months)
        if licence.valid_until < maturity:
            return hit(licence / "valid_until", loan / "term_months", maturity=maturity)


@error(
    "ENT003",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.ACCOUNT,),
    source="先成立、后发照（V1）",
    zh="""成立日期 {established} 晚于营业执照的发照日期 {issued}。
          请对照执照核对：成立日期在执照正文，发照日期在右下角登记机关印章处。""",
    en="""The date of establishment, {established}, is after the licence was issued on {issued}.
          Compare both with the licence: the first is in its text, the second beside the registry's seal.""",
    mutes=("ENT004",),
)
def business_is_established_before_its_licence_is_issued(applicant: Applicant, context: Context) -> Found:
    """执照最早在成立当天发出，换照只会更晚；日期倒过来，一定有一个填错。

    A licence is issued on the first day at the earliest, and a new one later: otherwise one date is wrong."""
    licence = applicant.licence
    if applicant.established > licence.issued:
        return hit(applicant / "established", licence / "issued")


@warning(
    "ENT004",
    cause=Cause.POLICY,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="多家线上经营贷：注册满一年（S）",
    zh="""企业 {established} 成立，还不满机构要求的 {months} 个月。
          请核对成立日期；确实不满的，等满期后再申请，或选择接受新设企业的产品。""",
    en="""The business was established on {established}; the lender asks for at least {months} months.
          Check the date; if it is right, wait, or choose a product for new businesses.""",
)
def business_is_old_enough(applicant: Applicant, context: Context) -> Found:
    """经营时间短，没有一整年的收入可看，多数产品不受理。

    With no whole year of revenue to look at, most products do not take the application."""
    months = int(context.policy.limit["business_months_least"])
    if months_later(context.on, -months) < applicant.established <= context.on:
        return hit(applicant / "established", months=months)


@error(
    "ENT005",
    cause=Cause.STALE,
    triggers=(Trigger.SCREENING, Trigger.ACCOUNT),
    source="市场主体登记管理条例：登记状态（V1）",
    zh="""登记状态是“{status}”，不是存续（在营、开业）。
          请到国家企业信用信息公示系统核对；恢复经营或办完迁入后再申请，状态已变的请更新。""",
    en="""The registration status is “{status}”, not active.
          Look it up in the national register; apply once the business is active again, or enter the new status.""",
)
def business_is_active(applicant: Applicant, context: Context) -> Found:
    """歇业、吊销、注销、清算或正在迁出的企业，机构查询登记信息后不予受理。

    A business that is suspended, revoked, deregistered, in liquidation or moving is turned away once the lender
    looks it up."""
    if applicant.status != "active":
        return hit(applicant / "status")


@warning(
    "ENT006",
    cause=Cause.STALE,
    triggers=(Trigger.SCREENING, Trigger.ACCOUNT),
    source="企业信息公示暂行条例第八条：每年 1 月 1 日至 6 月 30 日公示上一年度年报（V1）",
    zh="""{year} 年度的年报应已公示，而{reported}。
          请登录国家企业信用信息公示系统补报并公示；已经公示的，更新年度。""",
    en="""The annual report of {year} should have been published, but {reported}.
          Publish it in the national register; if it is there, enter its year.""",
)
def annual_report_is_published(applicant: Applicant, context: Context) -> Found:
    """逾期不报会被列入经营异常名录，机构查到就会停办。成立次年才报第一份。

    A business that does not report is put on the list of abnormal operation, which stops an application. The first
    report is due in the year after it was established."""
    day = context.on
    year = day.year - (1 if day.month > LAST_MONTH_TO_REPORT else 2)
    if applicant.last_annual_report < year and applicant.established.year <= year:
        last = applicant.last_annual_report
        reported = Text(f"最近一次填的是 {last} 年度", f"the last one given is of {last}")
        if last == NO_REPORT:
            reported = Text("申请里没有填写", "none is given")
        return hit(applicant / "last_annual_report", applicant / "established", year=year, reported=reported)


@warning(
    "ENT007",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.ACCOUNT,),
    source="年报在年度结束后公示（V1）",
    zh="""最近一次年报填的是 {last_annual_report} 年度，这一年还没有结束。
          请填年报所属的年度，不是公示的年份：{year} 年公示的是上一年度的年报。""",
    en="""The last annual report is given as that of {last_annual_report}, a year that has not ended.
          Enter the year that it speaks of, not the year in which it was published: reports published in {year} are of the year before.""",
)
def annual_report_is_of_a_past_year(applicant: Applicant, context: Context) -> Found:
    """把公示年份当成年报年度是常见的填法错误。

    The year of publication is often given for the year of the report."""
    if applicant.last_annual_report >= context.on.year:
        return hit(applicant / "last_annual_report", year=context.on.year)
