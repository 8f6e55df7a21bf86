"""What a business asks for: an amount that it can carry, for its own trade."""

from datetime import date
from typing import Any

from . import codes
from .books import Books
from .business import Business
from .debts import Debt
from .dice import fen, later, step_down
from .months import TODAY
from .statements import working_capital_need

LEAST = 10_000
"""Yuan. Nobody asks for less; an owner whose business needs no more by the formula borrows in person."""
GENERAL = ("补充流动资金", "日常经营周转", "支付货款", "经营周转，支付货款和工资", "购买原材料", "进货")
ENTRUSTED = {"owner": 500_000, "entity": 10_000_000}
"""Yuan above which a loan is paid to the seller and needs a contract, by who borrows."""


def asked(
    business: Business, books: Books | None, debts: list[Debt], declared: float, branch: bool
) -> dict[str, Any]:
    """The loan: 3 to 25 % of a year's revenue, and no more than the working capital that the books show a need for."""
    dice = business.dice
    growth = dice.choice((0.0, 0.0, 0.0, 0.05, 0.08, 0.1, 0.15))
    most = min(declared, business.monthly * 12) * dice.uniform(0.03, 0.25)
    borrower = _borrower(business, branch)
    if books and business.last_closed_year and borrower == "entity":
        need = working_capital_need(books, growth) * 0.97 - sum(debt.amount for debt in debts)
        borrower, most = ("entity", min(most, need)) if need >= LEAST else ("owner", most)
    amount = _rounded(max(LEAST, most))
    loan: dict[str, Any] = {
        "borrower": borrower,
        "channel": "branch" if branch else "online",
        "amount": amount,
        "term_months": dice.choice((6, 12, 12, 12, 12, 24)),
        "purpose": business.trade.purpose if dice.chance(0.65) else dice.choice(GENERAL),
        "repayment": dice.choice(("equal_instalments", "equal_principal", "interest_first", "revolving")),
    }
    if growth:
        loan["expected_growth"] = growth
    if amount > ENTRUSTED[borrower] or dice.chance(0.25):
        loan |= _contract(business, amount)
    return loan


def _rounded(amount: float) -> float:
    step = 10_000 if amount < 500_000 else 50_000
    return int(step_down(amount, step))


def _borrower(business: Business, branch: bool) -> str:
    if business.is_individual:
        return "owner" if not business.name or business.dice.chance(0.7) else "entity"
    return "owner" if not branch and business.dice.chance(0.05) else "entity"


def _contract(business: Business, amount: float) -> dict[str, Any]:
    """A purchase that the loan pays for, wholly or in part."""
    dice = business.dice
    seller = f"{dice.choice(('苏州', '佛山', '温州', '青岛'))}示例供应有限公司"
    paid = amount if dice.chance(0.7) else fen(amount * 0.8)
    signed = dice.day(date(2026, 9, 15), date(2026, 11, 18))
    contract = {
        "buyer": business.owner["name"] if business.is_individual and dice.chance(0.4) else business.called,
        "seller": seller,
        "amount": fen(amount * dice.uniform(1.05, 2.0)),
        "signed": signed.isoformat(),
        "valid_until": later(max(signed, TODAY), 1).isoformat(),
    }
    payee = {"name": seller, "account": codes.company_account(dice), "amount": paid}
    return {"payees": [payee], "contracts": [contract]}
