"""Bank flows: every month adds up and follows the one before; none is missing, and they are not old."""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from ..application import Application, BankAccount, BankMonth
from ..relation import relation
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from .shared.sequence import is_stale, latest, out_of_step, unbroken

FEN = 0.02
"""Yuan. A balance carried to the next month is the same to the fen; two roundings are forgiven."""
REFUSED = (Trigger.ACCOUNT, Trigger.LIMIT)


@error(
    "BNK001",
    cause=Cause.WRONG_FIGURE,
    triggers=REFUSED,
    source="本月期初余额等于上月期末余额，恒等（V2）",
    zh="""{month} 的月初余额 {opening}，与上个月的月末余额 {closing} 不相等。
          请对照流水核对这两个数；中间缺页的请补齐。""",
    en="""{month} opens with {opening}, but the month before closes with {closing}.
          Check both against the statement; add the pages that are missing between them.""",
    mutes=("BNK002",),
)
def bank_month_opens_where_the_last_closed(account: BankAccount, context: Context) -> Found:
    """前后月份接不上，说明抄错或缺页，流水就不能作为收入证明。

    Months that do not join mean a slip or a missing page: the statement then proves nothing."""
    reached, closing = 0, 0.0
    for each in account.months:
        if reached and (each.month.first != reached or abs(each.opening - closing) > FEN):
            return list(_apart(sorted(account.months, key=attrgetter("month.first")))) or None
        reached, closing = each.month.after, each.closing


def _apart(months: list[BankMonth]) -> Iterator[Hit]:
    """Blames the balance whose own month does not add up; the opening one where both months do."""
    for before, each in pairwise(months):
        if each.month.first == before.month.after and abs(each.opening - before.closing) > FEN:
            refs = (each / "opening", before / "closing")
            yield hit(*(refs if _adds_up(before) else refs[::-1]), month=each.month)


def _adds_up(month: BankMonth) -> bool:
    return abs(month.opening + month.inflow - month.outflow - month.closing) <= FEN


balance_follows = relation(
    "BNK002",
    BankMonth,
    "closing == opening + inflow - outflow",
    triggers=REFUSED,
    name="bank-month-adds-up",
    source="期末余额等于期初余额加收入减支出，恒等（V2）",
    zh="""月末余额 {closing}，按月初余额加收入减支出应为 {right}，差 {gap}。
          请对照流水核对这个月的四个数，单位元。""",
    en="""The closing balance is {closing}, but opening balance plus money in less money out makes {right}: {gap} apart.
          Check the four figures of the month against the statement, in yuan.""",
    why="""流水自身必须平：不平说明抄错、缺页，或者流水被改过，机构会直接退回。

    A bank statement balances: when not, a figure is wrong, a page is missing, or it was altered.""",
)
parts_of_inflow = relation(
    "BNK003",
    BankMonth,
    "own_transfers + loan_receipts <= inflow",
    name="own-transfers-and-loans-are-part-of-money-in",
    source="其中项不大于合计（K）",
    zh="""本人账户间转入和收到的贷款合计 {left}，大于全月收入合计 {inflow}。
          请核对三个数；这两项是收入合计的其中项。""",
    en="""Own transfers and loans received, {left}, exceed all money in, {inflow}.
          Check the three figures; the two are parts of the money in.""",
    why="""其中项超过合计，扣减后经营收入会变成负数。

    Parts above the total would leave negative receipts.""",
)


@error(
    "BNK004",
    cause=Cause.INCOMPLETE,
    triggers=REFUSED,
    source="流水应连续，缺月即退回（V2）",
    zh="""银行流水的月份不连续：{problem}：{months}。
          请从最早一个月到最近一个月逐月填写，每月一行；没有发生额的月份也填一行。""",
    en="""The months of the bank flows are not in step: {problem}: {months}.
          Give one line for each month from the first to the last, also where nothing moved.""",
)
def bank_months_follow_one_another(account: BankAccount, context: Context) -> Found:
    """银行导出的流水每个月都有，缺月只能是没传全；重复的月份会让收入翻倍。

    A bank prints every month: one that lacks was not attached, and one given twice doubles the receipts."""
    months = account.months
    if not unbroken([each.month for each in months]):
        return out_of_step(months, "month", Severity.ERROR) or None


@error(
    "BNK005",
    cause=Cause.WRONG_FIGURE,
    triggers=REFUSED,
    source="每个账户一份流水（K）",
    zh="""同一个账号的流水填了两份。
          请把各月并到一份里；两份相同的请删去一份，否则收入会重复计算。""",
    en="""The flows of one account number are given twice.
          Put all months in one list; delete one of two equal ones, or the receipts count twice.""",
)
def bank_account_stands_once(account: BankAccount, context: Context) -> Found:
    """同一账户的流水重复，收入会翻倍，看起来像虚增流水。

    One account given twice doubles the receipts and looks like inflated flows."""
    for other in context.application.bank_accounts:
        if other is account:
            return None
        if other.number == account.number:
            return hit(account / "number", other / "number")


@warning(
    "BNK006",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="多数机构要求 6 或 12 个月流水（V2）；政策限额 bank_months",
    zh="""银行流水只有 {covered} 个月，至少要 {least} 个月。
          请补齐较早的月份；开业不久的从开户起全部提供。""",
    en="""The bank flows cover {covered} months; at least {least} are asked for.
          Add the earlier months; a new business gives all since the account was opened.""",
)
def bank_flows_cover_enough_months(application: Application, context: Context) -> Found:
    """流水太短，看不出淡旺季，机构一般要半年到一年。

    A short run shows no seasons: lenders mostly ask for half a year or a year."""
    accounts, least = application.bank_accounts, context.policy.limit["bank_months"]
    if accounts and len(accounts[0].months) < least:
        months = len({each.month.first for account in accounts for each in account.months})
        if months < min(least, _months_in_business(application, context)):
            return hit(accounts[0] / "number", covered=months, least=int(least))


def _months_in_business(application: Application, context: Context) -> int:
    """Whole months between the founding and the month of the check."""
    established, day = application.applicant.established, context.on
    return 12 * (day.year - established.year) + day.month - established.month - 1


@warning(
    "BNK007",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="流水截止日距今不超过 31 天的常见要求（K）；政策时效 bank_flows",
    zh="""这个账户的流水只到 {month}，旧了。
          请补上之后各月的流水；账户已经停用的请附说明。""",
    en="""The flows of this account end with {month}: that is out of date.
          Add the months since then; attach a note if the account is no longer used.""",
)
def bank_flows_are_recent(account: BankAccount, context: Context) -> Found:
    """机构要看最近的收支，过期的流水会被要求重新打印。

    Lenders look at recent movements: an old statement must be printed again."""
    if account.months:
        last = latest(account.months, "month")
        if is_stale(last.month, context.on, context.policy.days["bank_flows"]):
            return hit(last / "month")


@error(
    "BNK008",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="流水按月填写（K）",
    zh="""银行流水的 {month} 不是一个月份。
          请逐月填写，月份写成 2026-10。""",
    en="""{month} in the bank flows is not a month.
          Give one line a month, written 2026-10.""",
    mutes=("BNK001", "BNK004"),
)
def bank_flows_are_by_month(month: BankMonth, context: Context) -> Found:
    """一行放一年或一季，就没法与申报和平台逐月比对。

    A year or a quarter in one line cannot be compared month by month."""
    if month.month.months > 1:
        return hit(month / "month")
