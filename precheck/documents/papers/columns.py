"""The header of a table of movements: which column is which, whatever a bank or platform calls it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..content import Cell, Span
from .cells import day_of, has_fen, plain
from .rows import Row

NAMES: Final = {
    "date": "记账日期 记账日 交易日期 交易日 交易时间 入账日期 入账日 入账时间 记账时间 日期 时间 交易创建时间 交易成功时间"
    " 银行记账日 发生日期 交易日期时间 交易发生时间 付款时间 记账日期时间 创建时间 起息日",
    "signed": "交易金额 金额 发生额 收入/支出金额 收支金额 人民币金额 交易额 发生金额 订单金额 实付金额",
    "inflow": "记账金额(收入) 交易金额(收入) 收入 收入金额 存入金额 存入 存入额 贷方发生额 贷方金额 贷方 贷方发生金额 收入(贷) 转入金额"
    " 收方金额 收入(+) 贷方发生额(收入) 贷方发生额/收入",
    "outflow": "记账金额(支出) 交易金额(支出) 支出 支出金额 取出金额 支取金额 支取 支出额 借方发生额 借方金额 借方 借方发生金额 支出(借)"
    " 转出金额 付方金额 支出(-) 借方发生额(支出) 借方发生额/支出",
    "direction": "收/支 收支 借贷 借贷标志 借/贷 借贷方向 收支类型 收支方向 收付标志 收付方向 收支标志 借贷标识 收付款标志 资金方向",
    "balance": "余额 账户余额 联机余额 本次余额 当前余额 可用余额 交易后余额 账面余额 结余 账户余额(元)",
    "party": "对方户名 对方账户名 对方账户名称 交易对手名称 交易对手 对手信息 对方户名/账号 对方账号与户名 交易对方 对方名称 对方单位"
    " 对方单位名称 商户名称 对方姓名 收(付)方名称 收/付方名称 对方帐户名称 对方户名称 对方账户户名",
    "party_account": "对方账户 对方账号 对方帐号 对方卡号/账号 交易对手账号 对方卡号 收(付)方账号 收/付方账号 对方账户账号",
    "purpose": "摘要 交易摘要 交易名称 附言 交易附言 客户摘要 交易详情 商品说明 商品 用途 交易说明 备注 摘要/附言 交易地点/附言"
    " 交易类型 交易分类 类型 业务类型 订单标题 业务摘要",
    "status": "交易状态 当前状态 状态",
    "currency": "记账币种 币别 币种 交易币种 货币 货币种类",
    "serial": "序号 顺序号 日志号 流水号 交易流水号 交易订单号 交易单号 交易号 凭证号 凭证种类 业务流水号 核心流水号",
}
"""What the columns of statements are called, by what they hold; the first column of a kind that a table has wins in
the order of the names, not of the table. Layouts of fourteen providers, as two importers of statements know them."""

_ORDER: Final = {
    name: (kind, rank) for kind, names in NAMES.items() for rank, name in enumerate(names.split())
}
_UNIT: Final = r"\((?:单位[::]?)?(?:人民币)?(?:元|RMB|CNY|￥|¥|人民币)?\)|[:*]$"
_MONEY: Final = ("signed", "inflow", "outflow")
_AMOUNTS: Final = (*_MONEY, "balance")
DEEPEST: Final = 60
"""Rows among which a header is looked for."""
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


def canonical(cell: Cell) -> tuple[str, int] | None:
    """What a column of that name holds, and how much the name is preferred (less is more)."""
    name = plain(cell)
    return _ORDER.get(name) or _ORDER.get(re.sub(_UNIT, "", name))


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


def find_header(rows: Sequence[Row]) -> Header | None:
    """The header with the most columns that are known, among the first rows; the first of them."""
    best: Header | None = None
    for index, row in enumerate(rows[:DEEPEST]):
        columns = columns_of(row.cells)
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
    """The row above the first of three rows that have a day and an amount each: the header that nobody knows."""
    for index in range(min(len(rows) - 2, MOST_SEARCHED)):
        if all(_moves(row.cells) for row in rows[index : index + 3]):
            return rows[max(index - 1, 0)]
    return None


def _moves(cells: Iterable[Cell]) -> bool:
    cells = list(cells)
    return any(map(day_of, cells)) and any(isinstance(c, float) or has_fen(c) for c in cells if not day_of(c))
