"""Of which account a row is, where columns of the table say so: several accounts in one table are several statements."""

import re
from typing import Final

from .cells import day_of, plain
from .columns import Header
from .facts import Words
from .placing import TOTALS
from .rows import Row, Table

MOST: Final = 50
"""Accounts in one table; a column with more of them is of something else."""
_NUMBER: Final = re.compile("[0-9]{4}")
OTHERS: Final = {"own_account": "party_account", "own_name": "party"}
"""Columns without which it cannot be told whether an account or a name is the holder's or the other party's."""


def by_account(table: Table, header: Header) -> list[Table]:
    """The table once for every account, with that account's rows alone; as it is where no column tells accounts."""
    column = _column(table, header, "own_account")
    if column is None:
        return [table]
    head, body = table.rows[: header.row + 1], table.rows[header.row + 1 :]
    latest = next((number for row in body if (number := _number(row, column))), "")
    accounts: dict[str, list[Row]] = {}
    for row in body:
        number = _number(row, column)
        latest = number or latest
        if number or not any(word in row.text[:40] for word in TOTALS):
            accounts.setdefault(latest, []).append(row)
    if not 1 < len(accounts) <= MOST:
        return [table]
    return [table._replace(rows=[*head, *rows]) for rows in accounts.values()]


def own(table: Table, header: Header, kind: str) -> Words | None:
    """What the rows say in the column of the holder's own account or name; None where they do not all say the same."""
    column = _column(table, header, kind)
    if column is None:
        return None
    at = header.columns["date"]
    moved = (row for row in table.rows[header.row + 1 :] if at < len(row.cells) and day_of(row.cells[at]))
    said = [row.words(column) for row in moved if column < len(row.cells) and row.cells[column] != ""]
    return said[0] if said and all(each.text == said[0].text for each in said) else None


def _column(table: Table, header: Header, kind: str) -> int | None:
    is_told = table.aligned and OTHERS[kind] in header.columns
    return header.columns.get(kind) if is_told else None


def _number(row: Row, column: int) -> str:
    """The number of an account in a cell; empty where there is none, as in rows of totals or under joined cells."""
    number = plain(row.cells[column]) if column < len(row.cells) else ""
    return number if _NUMBER.search(number) else ""
