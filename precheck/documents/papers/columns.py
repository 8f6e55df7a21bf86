"""The header of a table of movements: which column is which, whatever a bank or platform calls it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..content import Cell, Span
from .cells import day_of, has_fen, plain
from .rows import Row

NAMES: Final = {
    "date": "记账日期 记账日 交易日期 交易日 会计日期 交易时间 入账日期 入账日 入账时间 记账时间 日期 时间 交易创建时间 交易成功时间 银行记账日 发生日期 交易日期时间 交易发生时间"
    " 付款时间 记账日期时间 完成时间 创建时间 起息日 记帐日期 入帐日期 交易时间/入账时间 发生时间 动账时间 业务日期 原交易日期 起息日期 订单付款时间",
    "signed": "交易金额 金额 发生额 收入/支出金额 收支金额 人民币金额 交易额 发生金额 商家实收 订单金额 实付金额 借方/贷方金额 动账金额 交易发生金额 交易发生额 本次发生额"
    " 记账金额",
    "inflow": "记账金额(收入) 交易金额(收入) 收入 收入金额 存入金额 存入 存入额 贷方发生额 贷方金额 贷方 贷方发生金额 转入金额 收方金额 收款金额 贷方发生额/收入 转入额 转入"
    " 贷 汇入金额 应结订单金额 贷方交易金额 来账金额 发生额收入 收入发生额 入账金额 买家实际支付金额 买家实付金额",
    "outflow": "记账金额(支出) 交易金额(支出) 支出 支出金额 取出金额 支取金额 支取 支出额 借方发生额 借方金额 借方 借方发生金额 转出金额 付方金额 付款金额 付出金额"
    " 借方发生额/支出 转出额 转出 借 汇出金额 退款金额 借方交易金额 往账金额 发生额支出 支出发生额 出账金额",
    "direction": "收/支 收支 借贷 借贷标志 借/贷 借贷方向 收支类型 收支方向 收付标志 收付方向 收支标志 借贷标识 收付款标志 资金方向 动账方向 借贷标记 借贷类型 收支标识"
    " 交易方向 收/付 收付 收/支/其他 收支或其他 收支状态 收入/支出 收入支出 借贷状态",
    "balance": "余额 账户余额 联机余额 本次余额 当前余额 可用余额 交易后余额 账面余额 结余 账户结余 账户余额(元) 活期账面余额 期末金额 交易余额 期末余额 帐户余额",
    "party": "对方户名 对方账户名 对方账户名称 交易对手名称 交易对手 对手信息 对方户名/账号 对方账号与户名 交易对方 对方名称 对方单位 对方单位名称 商户名称 对方姓名 收(付)方名称"
    " 收/付方名称 对方帐户名称 对方户名称 对方账户户名 对方账号名称 对方客户名称 对手户名 对手方 对手方户名 对手方名称 交易对手户名 收付方名称 收付方户名 收(付)方户名 对方账号/户名"
    " 对手名称 收付款方名称 对方客户名 对手账户名 交易对手信息 对方交易对手信息",
    "party_account": "对方账户 对方账号 对方帐号 对方卡号/账号 交易对手账号 对方卡号 收(付)方账号 收/付方账号 对方账户账号 收付方账号 对方账户号 对方账号/卡号 对手账号"
    " 对手方账号 收付款方账号 交易对手账卡号 对手账户",
    "payer": "付款人名称 付款人户名 付款方名称 付款方户名 付款单位名称 付款人",
    "payee": "收款人名称 收款人户名 收款方名称 收款方户名 收款单位名称 收款人",
    "own_account": "本方账号 本方账户 本方帐号 交易账号 账户账号 账户号 账号 帐号 客户账号 客户帐号 银行账号 账户号码 企业账号",
    "own_name": "本方账户名称 本方户名 账户名称 账号名称 账户名 户名 单位名称 本方名称 客户名称",
    "purpose": "摘要 交易摘要 交易名称 附言 交易附言 客户摘要 交易详情 商品说明 商品 用途 交易说明 备注 摘要/附言 交易地点/附言 交易类型 交易分类 类型 业务类型 订单标题"
    " 业务摘要 业务名称 业务描述 账务类型 动账场景 商品名称 交易用途 交易描述 客户附言 宝贝标题 商品标题 其它摘要 其他摘要 票据号/摘要 摘要/备注 交易类型/摘要 摘要描述 摘要说明 附言摘要 交易备注"
    " 交易种类 用途/摘要 附言/用途",
    "status": "交易状态 当前状态 状态",
    "funds": "资金状态",
    "currency": "记账币种 币别 币种 交易币种 货币 货币种类",
    "serial": "序号 顺序号 日志号 流水号 交易流水号 交易订单号 交易单号 交易号 凭证号 凭证种类 业务流水号 核心流水号",
}
"""What the columns of statements are called, by what they hold; the first column of a kind that a table has wins in
the order of the names, not of the table. As some sixty layouts of banks and platforms have them."""
ENGLISH: Final = {
    "date": "transactiondate postingdate bookingdate date valuedate transactiontime",
    "signed": "transactionamount amount",
    "inflow": "creditamount credit deposits deposit paidin moneyin",
    "outflow": "debitamount debit withdrawals withdrawal paidout moneyout",
    "direction": "dr/cr cr/dr d/c debit/credit",
    "balance": "balance runningbalance accountbalance closingbalance",
    "party": "counterparty counterpartyname",
    "party_account": "counterpartyaccount counterpartyaccountnumber",
    "purpose": "description particulars narration remarks remark summary details transactiontype transactiondetails",
    "currency": "currency",
    "serial": "reference referenceno. transactionreference",
}
"""The same in English, as statements for abroad have them, in small letters without blanks."""

_ORDER: Final = {
    name: (kind, rank)
    for table in (ENGLISH, NAMES)
    for kind, names in table.items()
    for rank, name in enumerate(names.split())
}
_UNIT: Final = r"\([-+]?(?:单位[::]?)?(?:人民币)?(?:元|RMB|CNY|￥|¥|人民币)?\)|/(?:人民币)?元|\($|[:*]$"
_FOREIGN: Final = r"\[[^\[\]]*\]$"
"""The English name behind a Chinese one."""
_NOTED: Final = r"(?P<name>[^()]+)\((?P<note>[^()]+)\)"
_PLAIN: Final = {
    **dict.fromkeys(["收入", "收", "收款", "入账", "存入", "转入"], "inflow"),
    **dict.fromkeys(["支出", "支", "支取", "付", "付款", "出账", "转出"], "outflow"),
}
"""Notes behind the names of columns that say which way the money went, whoever's debit and credit it is."""
_LAST: Final = 1000
"""The rank of a name that is known by its parts alone."""
_MONEY: Final = ("signed", "inflow", "outflow")
_SIDES_OF_MONEY: Final = frozenset({"inflow", "outflow"})
_OTHER: Final = {"inflow": "outflow", "outflow": "inflow"}
_AMOUNTS: Final = (*_MONEY, "balance")
DEEPEST: Final = 60
"""Rows among which a header is looked for."""
_DATED: Final = r"[0-9]{1,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}"
_WHOLE: Final = "[-+]?[1-9][0-9]{0,8}"
"""An amount without its fen: longer numbers are those of orders and accounts."""
NEARBY: Final = 4
"""Rows."""
MOST_SEARCHED: Final = 2000
"""Rows among which movements under an unknown header are looked for."""


class Header(NamedTuple):
    """The columns of a table by what they hold, counted from 0."""

    row: int
    """Its index among the rows."""
    columns: dict[str, int]
    shared: tuple[int, ...] = ()
    """All columns that hold purposes or states."""
    amounts: tuple[tuple[str, int], ...] = ()
    """The columns of money, with what they hold."""
    spans: tuple[Span, ...] = ()
    """In a text, from where to where on the page each column goes; empty where that is not known."""

    @property
    def names_both_sides(self) -> bool:
        """Whether rows name who paid and who was paid instead of the other party."""
        return self.columns.keys() >= {"payer", "payee"} and "party" not in self.columns

    def turned(self) -> "Header":
        """The same with money in where money out is, and the other way round."""
        columns = {_OTHER.get(kind, kind): column for kind, column in self.columns.items()}
        return self._replace(
            columns=columns, amounts=tuple((_OTHER.get(kind, kind), column) for kind, column in self.amounts)
        )


def canonical(cell: Cell) -> tuple[str, int] | None:
    """What a column of that name holds, and how much the name is preferred (less is more)."""
    name = plain(cell)
    if name.isascii():  # figures and days, of which there are many
        return _ORDER.get(name.lower())
    if known := _ORDER.get(name):
        return known
    name = re.sub(_FOREIGN, "", name)
    bare = re.sub(_UNIT, "", name)
    return _ORDER.get(name) or _ORDER.get(bare) or _noted(bare)


def _noted(name: str) -> tuple[str, int] | None:
    """What a column holds whose name says in brackets, again or alone, which way the money went: `借方发生额(支取)`."""
    found = re.fullmatch(_NOTED, name) if name.endswith(")") else None
    if not found:
        return None
    (kind, _), (noted, _) = (_ORDER.get(found[part], ("", 0)) for part in ("name", "note"))
    side = _PLAIN.get(found["note"]) or (noted if kind == "signed" else kind)
    is_money = kind in _MONEY and side in _SIDES_OF_MONEY
    return (side, _LAST) if is_money else None


def columns_of(cells: Sequence[Cell]) -> dict[str, int]:
    """The columns of a header row by what they hold."""
    best: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells[:200]):
        found = canonical(cell)
        if found and (found[0] not in best or found[1] < best[found[0]][0]):
            best[found[0]] = (found[1], column)
    return {kind: column for kind, (_, column) in best.items()}


def is_header(columns: dict[str, int]) -> bool:
    """Whether these are columns of a table of movements: three kinds or more, a day and an amount among them."""
    return len(columns) >= 3 and "date" in columns and any(kind in columns for kind in _MONEY)


def _without_half(columns: dict[str, int]) -> dict[str, int]:
    """The columns without that of money in or out where the other is not known: half the money is no sum."""
    if len(_SIDES_OF_MONEY & columns.keys()) != 1:
        return columns
    return {kind: column for kind, column in columns.items() if kind not in _SIDES_OF_MONEY}


def _over(columns: dict[str, int], below: Row) -> dict[str, int]:
    """The columns of a header of a table over two rows, in which one amount stands over both sides of the money."""
    below_them = columns_of(below.cells) if "signed" in columns and below.kind == "sheet" else {}
    sides = {kind: below_them[kind] for kind in _SIDES_OF_MONEY & below_them.keys()}
    if len(sides) < len(_SIDES_OF_MONEY):
        return columns
    return {kind: column for kind, column in columns.items() if kind != "signed"} | sides


def find_header(rows: Sequence[Row]) -> Header | None:
    """The header with the most columns that are known, among the first rows; the first of them."""
    best: Header | None = None
    for index, row in enumerate(rows[:DEEPEST]):
        below = rows[index + 1] if index + 1 < len(rows) else row
        columns = _without_half(_over(columns_of(row.cells), below))
        if is_header(columns) and (best is None or len(columns) > len(best.columns)):
            shared = tuple(
                i
                for i, cell in enumerate(row.cells[:200])
                if (canonical(cell) or "x")[0] in ("purpose", "status")
            )
            amounts = tuple((kind, columns[kind]) for kind in _AMOUNTS if kind in columns)
            best = Header(index, columns, shared, amounts)
    return best


def unknown_header(rows: Sequence[Row]) -> Row | None:
    """The row with the most cells above the first of two rows nearby that have a day and an amount each: the header that
    nobody knows. In a text names and rows may go over several lines."""
    for index, row in enumerate(rows[:MOST_SEARCHED]):
        if _moves(row.cells) and any(_moves(each.cells) for each in rows[index + 1 : index + 1 + NEARBY]):
            return max(rows[max(index - 3, 0) : max(index, 1)], key=_width)
    return None


def _width(row: Row) -> int:
    return sum(cell != "" for cell in row.cells)


def _moves(cells: Iterable[Cell]) -> bool:
    """Whether cells may be those of a movement: a day, written in whatever order, an amount and something else."""
    said = [cell for cell in cells if cell != ""]
    others = [cell for cell in said if not (day_of(cell) or re.match(_DATED, plain(cell)))]
    return len(said) >= 3 and len(others) < len(said) and any(map(_is_amount, others))


def _is_amount(cell: Cell) -> bool:
    return isinstance(cell, float) or has_fen(cell) or re.fullmatch(_WHOLE, plain(cell)) is not None
