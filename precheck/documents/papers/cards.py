"""Bills of credit cards, which are no accounts: what is owed more is money out, whatever the sign says."""

import re
from collections.abc import Sequence
from typing import Final

from .columns import Header
from .facts import Words
from .printed_rows import Movement
from .rows import Row

_TITLE: Final = "信用卡.{0,4}(?:账单|对账单|明细)"


def card_of(head: Sequence[Row], names: Row, header: Header, movements: Sequence[Movement]) -> Words | None:
    """What shows that a statement is the bill of a credit card: its title, or its header where the rows do."""
    titled = next(
        (row.words(0) for row in head if "信用卡" in row.text and re.search(_TITLE, row.text)), None
    )
    return titled or (names.words(0) if _is_bill(header, movements) else None)


def _is_bill(header: Header, movements: Sequence[Movement]) -> bool:
    """Whether, without balances, what was spent is above nothing and what was paid back below."""
    if "balance" in header.columns:
        return False
    spent = [each.amount or 0 for each in movements if "消费" in each.purpose]
    paid = [each.amount or 0 for each in movements if "还款" in each.purpose]
    return bool(spent and paid) and max(paid) < 0 < min(spent)


def owed(movement: Movement) -> Movement:
    """A row of a bill as one of an account."""
    return movement._replace(amount=None if movement.amount is None else -movement.amount, explicit=True)
