"""What the statements say of the business as a whole: its debts, what it kept of its profits, its cash."""

from ..application import Application, BankAccount, Statement
from ..facts.names import same_name
from ..relation import LEAST_SLACK
from ..rule import Cause, Context, Found, Percent, Severity, Trigger, hit, warning
from ..text import Text
from ..views import Year
from .shared.comparison import comparison
from .shared.sequence import latest

ROUNDED = 3
"""Last digits that the rounding of five figures can add up to: four of the change, and the profit."""


@warning(
    "FIN027",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="资产负债率 70% 为常见询问线（V2）",
    zh="""{period} 的资产负债率 {share}，高于 {most}。
          请核对负债和资产；无误则准备说明，例如旺季备货、股东借款。""",
    en="""At {period} liabilities are {share} of the assets, above {most}.
          Check both; if they are right, be ready to explain, for instance seasonal stock or loans by the owners.""",
)
def liabilities_are_a_bearable_share_of_assets(application: Application, context: Context) -> Found:
    """负债率高，机构会压低额度或要求担保。只看最近一期。

    With high liabilities lenders cut the limit or ask for a guarantee. Only the latest statements count."""
    if application.statements:
        last = latest(application.statements, "period")
        sheet, most = last.balance_sheet.closing, context.policy.limit["leverage_most"]
        if sheet.total_assets * most < sheet.total_liabilities <= sheet.total_assets:
            share = Percent(sheet.total_liabilities / sheet.total_assets)
            refs = (sheet / "total_liabilities", sheet / "total_assets")
            return hit(*refs, period=last.period, share=share, most=Percent(most))


@warning(
    "FIN028",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="资不抵债，所有者权益为负（V2）",
    zh="""{period} 的负债 {total_liabilities} 超过资产 {total_assets}，资不抵债。
          请核对两个合计数；无误的很难获批，可先把股东借款转为投入，或增加担保。""",
    en="""At {period} liabilities of {total_liabilities} are above the assets of {total_assets}.
          Check both totals; if they are right few lenders agree: turn loans by the owners into capital, or offer a guarantee.""",
)
def assets_cover_liabilities(application: Application, context: Context) -> Found:
    """资不抵债的企业，多数机构不予授信。只看最近一期。

    Most lenders give no credit to a business whose debts are above its assets. Only the latest statements count."""
    if application.statements:
        last = latest(application.statements, "period")
        sheet = last.balance_sheet.closing
        if sheet.total_liabilities > sheet.total_assets:
            return hit(sheet / "total_liabilities", sheet / "total_assets", period=last.period)


@warning(
    "FIN029",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="盈余公积与未分配利润的增加来自净利润（K）；容差（K）",
    zh="""{year} 年盈余公积和未分配利润共变动 {retained_change}，当年净利润是 {net_profit}。
          {advice}""",
    en="""In {year} surplus reserve and retained earnings changed by {retained_change}; the net profit was {net_profit}.
          {advice}""",
)
def retained_earnings_move_with_profit(year: Year, context: Context) -> Found:
    """留存收益只因净利润、分红和以前年度调整而变动。多出来的要解释，少的通常是分红。

    Retained earnings move by profit, dividends and adjustments of earlier years. What is more needs explaining;
    what is less is usually a dividend."""
    change, profit = year.retained_change, year.net_profit
    if change is not None and profit is not None:
        printed = ROUNDED * year.origins("net_profit")[0].section.last_digit
        allowed = max(abs(profit) * context.policy.limit["retained_gap"], printed)
        if not -allowed <= change - profit <= allowed:
            severity, advice = (Severity.WARNING, ADJUSTED) if change > profit else (Severity.NOTE, PAID_OUT)
            refs = (year / "retained_change", year / "net_profit")
            return hit(*refs, severity=severity, year=Text(year.words, year.words), advice=advice)


ADJUSTED = Text(
    "请核对两张报表；有以前年度调整的，请附说明。",
    "Check both statements; attach a note if earlier years were adjusted.",
)
PAID_OUT = Text(
    "少的部分如果是分红或业主提款，备好决议或说明；否则请核对报表。",
    "If the rest was paid out to the owners, keep the resolution or a note at hand; otherwise check the statements.",
)


@warning(
    "FIN030",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="账上货币资金应包含本企业账户余额（K）；容差（K）",
    zh="""{period} 报表的货币资金 {cash}，少于本企业银行账户当月末余额合计 {balance}。
          请核对报表日与流水；账上没有记的账户，请补记或说明。""",
    en="""The cash in the statements of {period}, {cash}, is less than the {balance} in the bank accounts of the business.
          Check the dates of both; enter or explain accounts that the books do not have.""",
)
def cash_in_the_books_covers_the_bank_balances(statement: Statement, context: Context) -> Found:
    """企业自己账户里的钱都在账上。账上反而少，说明有账户没入账，或报表是估的。

    Money in the accounts of the business is in its books. If the books have less, an account is not in them, or
    the statement is a guess."""
    accounts, month = context.application.bank_accounts, statement.period.after - 1
    if accounts:
        sheet, gap = statement.balance_sheet.closing, context.policy.limit["cash_gap"]
        most = sheet.cash * (1 + gap)
        if _balance(accounts, month) > most:  # only then is it worth asking whose they are
            balance = _balance([each for each in accounts if _is_own(each, context.application)], month)
            if balance > most + max(sheet.last_digit, LEAST_SLACK):
                return hit(sheet / "cash", period=statement.period, balance=balance)


def _balance(accounts: list[BankAccount], month: int) -> float:
    """What some accounts hold at the end of a month counted like `Period.first`, in yuan."""
    return sum([each.closing for account in accounts for each in account.months if each.month.first == month])


def _is_own(account: BankAccount, application: Application) -> bool:
    return account.kind != "personal" and same_name(account.holder, application.applicant.name)


scale_assets = comparison(
    "FIN031",
    Year,
    "scale_assets ~ assets within declared_assets",
    typed="scale_assets",
    given="scale_assets",
    name="declared-assets-are-those-of-the-statements",
    source="同一时点的资产总额抄自报表（K）",
    zh="""业务规模里的资产总额 {scale_assets}，{period} 年末报表上是 {assets}，相差 {share}。
          请按年末资产负债表的“资产总计”填写，单位是元。""",
    en="""The scale section has total assets of {scale_assets}, the statements at the end of {period} have {assets}: {share} apart.
          Use total assets of the balance sheet at the end of the year, in yuan.""",
    why="""资产总额决定企业规模划分，应与报表一致。

    Total assets decide the size class of the business, and should be those of the statements.""",
)
