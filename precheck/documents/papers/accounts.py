"""Of which account a row is: several accounts in one table are several statements, one below the other or told apart by
a column. And what labels say of the account: its number and currency, and the rows that the statement leaves out."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..content import Cell
from .cells import day_of, plain
from .columns import Header
from .facts import Words
from .labels import Label, first, labels_of
from .placing import is_total
from .rows import Row, Table

MOST: Final = 50
"""Accounts in one table; a column with more of them is of something else."""
_NUMBER: Final = "[0-9]{4}"
OTHERS: Final = {"own_account": "party_account", "own_name": "party"}
"""Columns without which it cannot be told whether an account or a name is the holder's or the other party's."""
MOST_ABOVE: Final = 30
"""Rows above the names of columns that may speak of an account."""
HOLDERS: Final = (
    "户名", "账户名称", "账户户名", "客户名称", "客户姓名", "姓名", "账户名", "户主", "单位名称", "公司名称", "名称", "持卡人", "账号名", "账号名称", "本方账户名称", "本方户名", "本方账号户名",
    "客户名", "企业名称", "用户所属公司", "AccountName", "AccountHolder", "CustomerName",
)  # fmt: skip
ACCOUNTS: Final = (
    "账号", "卡号", "卡号/账号", "账号/卡号", "帐号", "账户号", "客户账号", "账户账号", "支付宝账户", "账户", "微信号", "借记卡号", "查询账号", "银行账号", "本方账号", "AccountNumber", "AccountNo.", "AccountNo",
)  # fmt: skip
NAMES: Final = frozenset({*HOLDERS, *ACCOUNTS})
FILTERS: Final = (
    "导出交易类型",
    "导出类型",
    "交易类型",
    "收支类型",
    "收支方向",
    "借贷方向",
    "筛选条件",
    "查询条件",
    "借贷标志",
    "摘要关键字",
    "交易方向",
    "借贷类型",
    "收支标识",
)
CURRENCIES: Final = ("币种", "币别", "货币", "账户币种", "交易币种", "Currency")
FOREIGN: Final = "^(?!.*人民币).*(?:美元|欧元|英镑|日元|日圆|港币|港元|澳元|加元|USD|EUR|GBP|JPY|HKD|AUD|CAD|SGD|CHF|MOP|TWD)"
UNFILTERED: Final = frozenset(
    {"全部", "全部类型", "不限", "所有", "全部交易", "全部收支", "收入和支出", "收支", "无", ""}
)


def by_statement(table: Table, header: Header) -> list[tuple[Table, Header]]:
    """The statements that stand one below the other, each with its header: where the columns are named again below the
    number of another account."""
    rows, names = table.rows, table.rows[header.row].cells
    again = [index for index in range(header.row + 1, len(rows)) if rows[index].cells == names]
    if not again:
        return [(table, header)]
    account, starts = _number_in(rows[: header.row]), [(0, header.row)]
    for index in again:
        start = _start_of(rows, index, header)
        other = _number_in(rows[start:index]) if _names_holder(rows[start:index]) else ""
        if other and account and _is_another(other, account):
            account = other
            starts.append((start, index))
    stops = [start for start, _ in starts[1:]] + [len(rows)]
    return [
        (table._replace(rows=rows[start:stop]), header._replace(row=head - start))
        for (start, head), stop in zip(starts, stops, strict=True)
    ]


def _start_of(rows: Sequence[Row], head: int, header: Header) -> int:
    """Where the lines begin above a header that say whose the account is: below the last row with a day."""
    first_line, date = max(head - MOST_ABOVE, 0), header.columns["date"]
    dated = (i for i in range(head - 1, first_line - 1, -1) if any(map(day_of, rows[i].cells[: date + 1])))
    start = next(dated, first_line - 1) + 1
    told = (i for i in range(start, head) if any(each.name in NAMES for each in labels_of([rows[i]])))
    return next(told, head)


def _is_another(number: str, account: str) -> bool:
    """Whether two numbers are of two accounts; one may hide what the other prints."""
    if number == account:
        return False
    from ...facts.masks import may_be_account  # only here: most files are of one account

    return not may_be_account(number, account) and not may_be_account(account, number)


def _names_holder(rows: Sequence[Row]) -> bool:
    """Whether lines name the holder of an account: the number of another party may stand in what a row is for."""
    return first(labels_of(rows), *HOLDERS) is not None


def _number_in(rows: Sequence[Row]) -> str:
    number = first(labels_of(rows), *ACCOUNTS)
    return "".join(number.text.split()) if number else ""


def by_account(table: Table, header: Header) -> list[Table]:
    """The table once for every account, with that account's rows alone; as it is where no column tells accounts."""
    column = _column(table, header, "own_account")
    if column is None:
        return [table]
    said = _firsts(table, header, column)
    numbers = {cell: number for cell in said if re.search(_NUMBER, number := plain(cell))}
    if not 1 < len(set(numbers.values())) <= MOST:
        return [table]
    latest = next(iter(numbers.values()))
    accounts: dict[str, list[Row]] = {}
    for row in table.rows[header.row + 1 :]:
        number = numbers.get(row.cells[column], "") if column < len(row.cells) else ""
        latest = number or latest
        if number or not is_total(row):
            accounts.setdefault(latest, []).append(row)
    head = table.rows[: header.row + 1]
    return [table._replace(rows=[*head, *rows]) for rows in accounts.values()]


def own(table: Table, header: Header, kind: str) -> Words | None:
    """What the rows say in the column of the holder's own account or name; None where they do not all say the same."""
    column = _column(table, header, kind)
    if column is None:
        return None
    said = [row.words(column) for cell, row in _firsts(table, header, column).items() if cell != ""]
    return said[0] if len({each.text for each in said}) == 1 else None


def _firsts(table: Table, header: Header, column: int) -> dict[Cell, Row]:
    """What rows with a day say in a column, each with the first row that says it."""
    at = header.columns["date"]
    firsts: dict[Cell, Row] = {}
    for row in table.rows[header.row + 1 :]:
        if max(at, column) < len(row.cells) and row.cells[column] not in firsts and day_of(row.cells[at]):
            firsts[row.cells[column]] = row
    return firsts


def _column(table: Table, header: Header, kind: str) -> int | None:
    is_told = table.aligned and OTHERS[kind] in header.columns
    return header.columns.get(kind) if is_told else None


def is_foreign(labels: Sequence[Label]) -> bool:
    """Whether the account is kept in another currency, whose amounts are no yuan."""
    currency = first(labels, *CURRENCIES)
    return currency is not None and re.search(FOREIGN, currency.text, re.IGNORECASE) is not None


def filter_of(labels: Iterable[Label]) -> Words | None:
    """What a label says of the rows that were left out."""
    for label in labels:
        if label.name in FILTERS and label.value.text.replace(" ", "") not in UNFILTERED:
            return label.value
    return None
