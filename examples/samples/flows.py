"""Statements of banks and platforms: rows that come to the months of the draft to the fen, in several layouts."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import NOTICE, Draft, Paper, Part, Row, yuan

IN_DAYS, OUT_DAYS, OWN_DAY, LOAN_DAY = (3, 9, 16, 23), (5, 12, 19, 27), 25, 10
WEIGHTS = ((31, 27, 24, 18), (22, 34, 19, 25), (28, 17, 33, 22))
"""Hundredths of a month's sum; the months take them in turns."""
CUSTOMERS = ("示例商行甲", "示例商行乙", "示例商行丙", "示例商行丁")
SUPPLIERS = ("示例供应商子", "示例供应商丑", "示例供应商寅", "示例供应商卯")
PURPOSES = ("货款", "销售款", "货款", "货款"), ("采购款", "采购款", "费用", "采购款")


class Movement(NamedTuple):
    """A row, in fen."""

    day: str
    purpose: str
    party: str
    signed: int
    balance: int


def movements(account: Draft) -> list[Movement]:
    """The rows of an account, the oldest first."""
    rows: list[Movement] = []
    for number, month in enumerate(account["months"]):
        balance = _fen(month["opening"])
        for day, purpose, party, signed in sorted(_month(account, month, WEIGHTS[number % len(WEIGHTS)])):
            balance += signed
            if balance < 0:
                raise ValueError(f"{month['month']}: the invented rows overdraw the account")
            rows.append(Movement(f"{month['month']}-{day:02}", purpose, party, signed, balance))
        if balance != _fen(month["closing"]):
            raise ValueError(f"{month['month']}: the draft's own balance does not follow from its sums")
    return rows


def _month(account: Draft, month: Draft, weights: tuple[int, ...]) -> Iterator[tuple[int, str, str, int]]:
    own, lent = _fen(month.get("own_transfers", 0)), _fen(month.get("loan_receipts", 0))
    inward = split(_fen(month["inflow"]) - own - lent, weights)
    outward = split(_fen(month["outflow"]), weights[::-1])
    yield from zip(IN_DAYS, PURPOSES[0], CUSTOMERS, inward, strict=True)
    yield from zip(OUT_DAYS, PURPOSES[1], SUPPLIERS, (-fen for fen in outward), strict=True)
    if own:
        yield OWN_DAY, "本单位账户转入", account["holder"], own
    if lent:
        yield LOAN_DAY, "贷款发放", "示例村镇银行", lent


def split(fen: int, weights: tuple[int, ...]) -> list[int]:
    """A sum in parts that come to it exactly."""
    parts = [fen * weight // 100 for weight in weights[:-1]]
    return [*parts, fen - sum(parts)]


def _fen(amount: float) -> int:
    return round(100 * amount)


def _sides(row: Movement) -> tuple[str, str]:
    """Money out, money in."""
    amount = yuan(abs(row.signed) / 100)
    return (amount, "") if row.signed < 0 else ("", amount)


def corporate(account: Draft) -> list[Row]:
    """An account of a firm: debit and credit, as text."""
    rows = movements(account)
    table: list[Row] = [
        [each.day.replace("-", ""), each.purpose, *_sides(each), yuan(each.balance / 100), each.party]
        for each in rows
    ]
    out, into = (sum(max(sign * each.signed, 0) for each in rows) for sign in (-1, 1))
    return [
        [f"{account['bank']} 单位账户交易明细"],
        [f"户名：{account['holder']}", f"账号：{account['number']}"],
        [
            f"起始日期：{_first_day(account)}",
            f"结束日期：{_last_day(account)}",
            f"期初余额：{_opening(account)}",
        ],
        ["交易日期", "摘要", "借方发生额", "贷方发生额", "余额", "对方户名"],
        *table,
        ["合计", "", yuan(out / 100), yuan(into / 100), "", ""],
    ]


def _first_day(account: Draft) -> str:
    return f"{account['months'][0]['month']}-01"


def _last_day(account: Draft) -> str:
    """All samples end with a month of 31 days."""
    return f"{account['months'][-1]['month']}-31"


def _opening(account: Draft) -> str:
    return yuan(account["months"][0]["opening"])


def workbook_numbers(account: Draft) -> list[Row]:
    """An account of a firm in a workbook: amounts are numbers."""
    return [[_number(cell) for cell in row] for row in corporate(account)]


def _number(cell: str | float) -> str | float:
    text = str(cell)
    return (
        float(text.replace(",", ""))
        if text.replace(",", "").replace(".", "").isdigit() and "." in text
        else cell
    )


def directions(account: Draft) -> list[Row]:
    """One column of amounts, and a column that says debit or credit."""
    table: list[Row] = [
        [number, each.day, "10:20:30", "贷" if each.signed > 0 else "借", yuan(abs(each.signed) / 100),
         yuan(each.balance / 100), each.party, each.purpose]
        for number, each in enumerate(movements(account), 1)
    ]  # fmt: skip
    return [
        ["账户名称", account["holder"], "账号", account["number"], "", "", "", ""],
        ["查询期间", f"{_first_day(account)} 至 {_last_day(account)}", "", "", "", "", "", ""],
        ["序号", "交易日期", "交易时间", "借贷标志", "交易金额", "账户余额", "对方户名", "摘要"],
        *table,
    ]


def signed(account: Draft) -> list[Row]:
    """A personal account, the newest row first, amounts with their signs."""
    table: list[Row] = [
        [each.day, "CNY", f"{each.signed / 100:,.2f}", yuan(each.balance / 100), each.purpose, each.party]
        for each in reversed(movements(account))
    ]
    return [
        [f"{account['bank']}交易流水"],
        [f"{_first_day(account)} -- {_last_day(account)}"],
        [f"户名：{account['holder']}", f"账号：{account['number']}"],
        ["记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息"],
        *table,
    ]


def padded(account: Draft) -> list[Row]:
    """A personal account, the newest row first, every cell filled up with blanks and a tab."""
    table: list[Row] = [
        [
            f"{cell:<12}\t"
            for cell in (each.day, each.purpose, *_sides(each)[::-1], yuan(each.balance / 100), each.party)
        ]
        for each in reversed(movements(account))
    ]
    return [
        ["明细查询文件下载"],
        [f"卡号: {account['number']}", f"户名: {account['holder']}"],
        [f"起始日期: {_first_day(account)}", f"截止日期: {_last_day(account)}"],
        ["交易日期", "摘要", "记账金额(收入)", "记账金额(支出)", "余额", "对方户名"],
        *table,
    ]


LAYOUTS: dict[str, Callable[[Draft], list[Row]]] = {
    "wholesale-company": workbook_numbers,
    "plastics-factory": directions,
    "mould-workshop": corporate,
    "restaurant": signed,
    "online-shop": padded,
    "vegetable-cooperative": corporate,
}
"""Which example banks where."""


def bank_statement(draft: Draft, paper: Paper) -> list[Part]:
    """A sheet or page for every account."""
    layout = LAYOUTS[draft["folder"]]
    return [(account["number"], [[NOTICE], *layout(account)]) for account in draft["bank_accounts"]]


def platform_statement(draft: Draft, paper: Paper) -> list[Part]:
    """Sales as money in, refunds as money out, the newest row first."""
    shop = draft["platforms"][0]
    rows = [
        row
        for number, month in enumerate(shop["months"])
        for row in _orders(month, WEIGHTS[number % len(WEIGHTS)])
    ]
    head: list[Row] = [
        [f"{shop['platform']}店铺交易账单明细"],
        [f"姓名：{shop['holder']}"],
        [f"起始时间：[{_first_day(shop)} 00:00:00]    终止时间：[{_last_day(shop)} 23:59:59]"],
        ["导出交易类型：[全部]"],
        [f"共{len(rows)}笔记录"],
        ["交易时间", "交易类型", "交易对方", "收/支", "金额", "交易状态", "交易订单号"],
    ]
    return [("账单", [[NOTICE], *head, *rows[::-1]])]


def _orders(month: Draft, weights: tuple[int, ...]) -> Iterator[Row]:
    for day, fen in zip(IN_DAYS, split(_fen(month["gross"]), weights), strict=True):
        yield _order(f"{month['month']}-{day:02}", "收入", "交易成功", "在线支付", fen)
    yield _order(f"{month['month']}-28", "支出", "退款成功", "退款", _fen(month["refunds"]))


def _order(day: str, side: str, state: str, kind: str, fen: int) -> Row:
    return [
        f"{day} 12:30:45",
        kind,
        "买家汇总",
        side,
        f"{fen / 100:.2f}",
        state,
        f"{day.replace('-', '')}00000001\t",
    ]
