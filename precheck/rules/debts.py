"""What is owed already is told in full, is up to date, and is the same as in the balance sheet."""

from datetime import timedelta
from operator import attrgetter

from ..application import Application, Debt, Statement
from ..relation import relation
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, note, warning

BY_DATE = attrgetter("balance_sheet.date")

balance_within_amount = relation(
    "DBT001",
    Debt,
    "balance <= amount",
    name="balance-is-within-the-amount",
    severity=Severity.WARNING,
    source="余额由合同金额逐步归还而来（K）",
    zh="""现有贷款或担保的余额 {balance} 大于合同金额 {amount}。
          请核对两个金额，是不是填反了或单位不同。""",
    en="""The balance of an existing loan or guarantee, {balance}, is above its contract amount, {amount}.
          Check both: they may be swapped or in different units.""",
    why="""余额只会越还越少。两个数字填反，或一个用了万元，就会这样。

    A balance only shrinks. Figures that are swapped, or one in ten thousand yuan, look like this.""",
)


@error(
    "DBT002",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="逾期贷款未结清前不再授信（K）",
    zh="""一笔现有贷款或担保已于 {due} 到期，余额却还有 {balance}。
          已经还清或续贷的请更新；确实逾期的请先归还。""",
    en="""An existing loan or guarantee fell due on {due}, but {balance} is still owed.
          Update it if it was repaid or renewed; if it is overdue, repay it first.""",
)
def debt_is_not_overdue(debt: Debt, context: Context) -> Found:
    """到期仍有余额，要么逾期，要么信息没有更新；两种情况都会被拒。

    A balance after the due date is either overdue or out of date, and both are refused."""
    if debt.due < context.on and debt.balance > 0:
        return hit(debt / "due", debt / "balance")


@warning(
    "DBT003",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="隐瞒负债是常见的退回原因（K）；容差（K）",
    zh="""{period} 报表上的短期借款和长期借款合计 {borrowed}，申报的现有贷款余额只有 {declared}。
          请补上没有填的贷款；报表日之后已经归还的，准备结清证明。""",
    en="""The statements of {period} show short- and long-term loans of {borrowed}, but existing loans of only {declared} are declared.
          Add the loans left out; for those repaid since, prepare proof of repayment.""",
)
def loans_on_the_balance_sheet_are_declared(application: Application, context: Context) -> Found:
    """机构会把申报的负债与报表和征信报告核对，少报会被当作隐瞒。

    Lenders compare the debts declared with the statements and the credit report; what is left out looks hidden."""
    if application.statements:
        last, borrowed, declared = _compared(application)
        if borrowed - declared > _explained(last, borrowed, context):
            return _differ(application, last, borrowed, declared)


@note(
    "DBT004",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="负债与报表核对（K）；容差（K）",
    zh="""申报的现有贷款余额 {declared}，比 {period} 报表上的短期借款和长期借款合计 {borrowed} 多。
          报表日之后新借的或个人名下的贷款请说明；否则请核对报表。""",
    en="""Existing loans of {declared} are declared, more than the short- and long-term loans of {borrowed} in the statements of {period}.
          Explain loans taken since or in a person's name; otherwise check the statements.""",
)
def declared_loans_are_on_the_balance_sheet(application: Application, context: Context) -> Found:
    """多出来的部分可能是报表日之后新借的、个人名下的，也可能是报表漏记或金额填错。

    The rest may have been borrowed since or by a person; or the statements lack it, or an amount is mistyped."""
    if application.statements:
        last, borrowed, declared = _compared(application)
        if declared - borrowed > _explained(last, borrowed, context):
            return _differ(application, last, borrowed, declared)


def _compared(application: Application) -> tuple[Statement, float, float]:
    """The last statement, the loans on its balance sheet and the balances of the loans declared, in yuan."""
    last = max(application.statements, key=BY_DATE)
    sheet = last.balance_sheet.closing
    declared = sum([each.balance for each in application.debts if each.kind == "loan"], 0.0)
    return last, sheet.short_term_loans + sheet.long_term_loans, declared


def _explained(last: Statement, borrowed: float, context: Context) -> float:
    """The gap in yuan that repayments since and the rounding of the statement explain."""
    return borrowed * context.policy.limit["debt_gap"] + last.balance_sheet.closing.last_digit


def _differ(application: Application, last: Statement, borrowed: float, declared: float) -> Hit:
    sheet = last.balance_sheet.closing
    refs = (application / "debts", sheet / "short_term_loans", sheet / "long_term_loans")
    return hit(*refs, period=last.period, borrowed=borrowed, declared=declared)


@warning(
    "DBT005",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT, Trigger.ACCOUNT),
    source="在途申请是常见的退回原因（K）",
    zh="""还有一笔 {submitted} 提交的贷款申请正在审批。
          同一家机构的，请等结果或先撤回；其他机构的，准备说明两笔贷款的用途。""",
    en="""Another application, submitted on {submitted}, is still in progress.
          If it is with the same lender, wait or withdraw it first; otherwise be ready to explain both loans.""",
)
def no_other_application_is_in_progress(application: Application, context: Context) -> Found:
    """同一家机构不会同时受理两笔申请；其他机构的在途申请会占用额度测算。

    A lender does not take two applications at once, and one elsewhere counts against what can be lent."""
    if application.other_applications:
        return [
            hit(each / "progress", each / "submitted")
            for each in application.other_applications
            if each.progress == "in_progress"
        ] or None


@note(
    "DBT006",
    cause=Cause.POLICY,
    triggers=(Trigger.MODEL,),
    source="短期内多次申请会留下多条征信查询记录（K）；次数与天数（K）",
    zh="""最近 {days} 天内提交过 {count} 笔其他申请，超过 {most} 笔。
          每笔申请都会留下征信查询记录：先弄清被拒原因，隔一段时间再申请。""",
    en="""{count} other applications were submitted in the last {days} days, more than {most}.
          Each leaves a query on the credit report: find out why they were refused, and wait before the next one.""",
)
def other_applications_are_few(application: Application, context: Context) -> Found:
    """查询次数多会被看作资金紧张。

    Many queries look like a need for money at any price."""
    others = application.other_applications
    if others:
        days, most = context.policy.days["applications"], int(context.policy.limit["applications_most"])
        since = context.on - timedelta(days)
        recent = [each for each in others if each.submitted >= since]
        if len(recent) > most:
            return hit(application / "other_applications", count=len(recent), days=days, most=most)
