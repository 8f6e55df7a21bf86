"""What a business owes already."""

from datetime import date
from typing import Any, NamedTuple

from .business import Business
from .dice import Dice, step_down
from .months import FIRST, LAST, TODAY, end_of, month_of

LENDERS = ("示例银行", "示例农商银行", "示例村镇银行", "示例网络银行")


class Debt(NamedTuple):
    """A loan in yuan; `since` is the first month, `renewed` whether one of the same size was there before."""

    lender: str
    amount: float
    since: int
    due: date
    renewed: bool


def owed(business: Business) -> list[Debt]:
    """Four businesses of ten have one loan, a few have two; each is 2 to 12 % of a year's sales."""
    dice = business.dice
    count = dice.choice((0, 0, 0, 0, 0, 0, 1, 1, 1, 2))
    return [_debt(dice, business, lender) for lender in dice.sample(LENDERS, count)]


def _debt(dice: Dice, business: Business, lender: str) -> Debt:
    amount = step_down(business.monthly * 12 * dice.uniform(0.02, 0.12), 10_000)
    since = max(min(business.sales), LAST - dice.randint(1, 9))
    due = (
        dice.day(date(2026, 12, 5), end_of(since + 12)) if since + 12 > month_of(TODAY) else end_of(LAST + 3)
    )
    return Debt(lender, amount, since, due, since - 12 > min(business.sales) and dice.chance(0.6))


def outstanding(debts: list[Debt]) -> dict[int, float]:
    """What is owed at the end of each month."""
    return {
        month: sum(debt.amount for debt in debts if month >= debt.since or debt.renewed)
        for month in range(FIRST - 1, LAST + 1)
    }


def declared(debts: list[Debt], business: Business) -> list[dict[str, Any]]:
    """The debts as the form asks for them; one business in 30 also stands surety for another."""
    rows = [_row("loan", debt.lender, debt.amount, debt.due) for debt in debts]
    if business.dice.chance(1 / 30):
        rows.append(_row("guarantee", "示例银行", step_down(business.monthly, 10_000), date(2027, 6, 30)))
    return rows


def _row(kind: str, lender: str, amount: float, due: date) -> dict[str, Any]:
    return {"kind": kind, "lender": lender, "amount": amount, "balance": amount, "due": due.isoformat()}
