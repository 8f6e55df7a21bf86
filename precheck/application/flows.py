"""Money as it moved: bank accounts and selling platforms, by month."""

from . import choices
from .section import Section, blank, field, several
from .types import Code, Name, Period, Yuan


class BankMonth(Section):
    """一个月的账户流水 / one month of a bank account."""

    month: Period = field("月份 / Month", "2026-10")
    opening: Yuan = field("月初余额 / Opening balance", 1300000)
    inflow: Yuan = field("收入合计 / Money in", 1900000)
    outflow: Yuan = field("支出合计 / Money out", 1850000)
    closing: Yuan = field("月末余额 / Closing balance", 1350000)
    own_transfers: Yuan = blank("其中：本人账户间转入 / Of the money in: own transfers", 0)
    loan_receipts: Yuan = blank("其中：收到的贷款 / Of the money in: loans received", 0)


class BankAccount(Section):
    """一个账户的流水 / the flows of one bank account."""

    bank: Name = field("开户行 / Bank", "示例银行杭州分行")
    number: Code = field("账号 / Account number", "3301040160000000018")
    holder: Name = field("户名 / Account holder", "杭州示例电器批发有限公司")
    kind: choices.AccountKind = field("账户类型 / Kind of account", "basic")
    months: list[BankMonth] = several("各月流水 / Months")


class PlatformMonth(Section):
    """一个月的平台流水 / one month of a selling platform."""

    month: Period = field("月份 / Month", "2026-10")
    gross: Yuan = field("成交额 / Gross sales", 34687.81)
    refunds: Yuan = blank("退款 / Refunds", 548.59)


class Platform(Section):
    """一个平台店铺 / a shop on a platform."""

    platform: Name = field("平台 / Platform", "外卖平台")
    holder: Name = field("店铺主体 / Holder of the shop", "赵示例")
    months: list[PlatformMonth] = several("各月流水 / Months")
