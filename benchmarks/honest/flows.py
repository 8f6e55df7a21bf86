"""Money as it moved: bank accounts and selling platforms."""

from dataclasses import dataclass, field
from typing import Any

from . import codes
from .business import Business
from .debts import Debt
from .dice import fen
from .months import LAST, month_text

CASH_TRADES = ("5123", "5213", "5232", "5281", "6210", "6291", "0141", "0313", "8040", "8111")
"""Where customers still pay in cash; one such business in 25 banks little of it."""


@dataclass
class Flows:
    """Bank accounts and platforms as the form asks for them, and what the business's own accounts held."""

    accounts: list[dict[str, Any]] = field(default_factory=list)
    platforms: list[dict[str, Any]] = field(default_factory=list)
    cash: dict[int, float] = field(default_factory=dict)


def flow(business: Business, debts: list[Debt]) -> Flows:
    """The flows of the last twelve months, or six, of one to three accounts, and of a platform where the trade has one."""
    months = range(LAST - (11 if business.dice.chance(0.8) else 5), LAST + 1)
    months_there = [month for month in months if month in business.sales]
    found = Flows()
    shares = business.dice.choice(((1.0,),) * 14 + ((0.7, 0.3),) * 5 + ((0.6, 0.25, 0.15),))
    receipts = _receipts(business, months_there)
    for index, share in enumerate(shares):
        since = business.dice.choice(months_there) if index and business.dice.chance(0.3) else 0
        there = {month: amount for month, amount in receipts.items() if month >= since}
        found.accounts.append(_account(business, index, share, there, debts))
    for month in months_there:
        found.cash[month] = fen(sum(_held(each, month) for each in found.accounts) * 1.002 + 1000)
    if business.trade.platform:
        found.platforms = [_platform(business, months_there)]
    return found


def _held(account: dict[str, Any], month: int) -> float:
    """What an account held at the end of a month; nothing before it was opened."""
    return float(sum(each["closing"] for each in account["months"] if each["month"] == month_text(month)))


def _receipts(business: Business, months: list[int]) -> dict[int, float]:
    """What customers paid: sales with VAT, part of them a month late; far less at the bank where they pay in cash."""
    dice = business.dice
    late = dice.uniform(0, min(0.6, business.trade.credit_days / 90))
    level = dice.spread(0.1)
    if business.trade.code in CASH_TRADES and dice.chance(0.04):
        level = dice.uniform(0.25, 0.55)
    sales = business.sales
    return {
        month: (sales[month] * (1 - late) + sales.get(month - 1, 0.0) * late)
        * (1 + (0 if business.is_exempt else business.rate)) * level * dice.gauss(1, 0.06 * dice.noise)
        for month in months
    }  # fmt: skip


def _account(
    business: Business, index: int, share: float, receipts: dict[int, float], debts: list[Debt]
) -> dict[str, Any]:
    dice = business.dice
    usual = business.monthly * share * dice.uniform(0.15, 0.9)
    balance = fen(usual * dice.lognormvariate(0, 0.3))
    months = []
    for month, received in receipts.items():
        own = fen(received * share * dice.uniform(0.02, 0.3)) if index and dice.chance(0.5) else 0.0
        loans = (
            0.0
            if index or business.is_individual
            else sum(debt.amount for debt in debts if debt.since == month)
        )
        inflow = fen(max(0.0, received * share) + own + loans)
        closing = fen(min(usual * dice.lognormvariate(0, 0.3), balance + inflow * 0.97))
        months.append(_month(month, balance, inflow, closing, own, loans))
        balance = closing
    return _owner_of(business, index) | {"months": months}


def _month(
    month: int, opening: float, inflow: float, closing: float, own: float, loans: float
) -> dict[str, Any]:
    line: dict[str, Any] = {
        "month": month_text(month),
        "opening": opening,
        "inflow": inflow,
        "outflow": fen(opening + inflow - closing),
        "closing": closing,
    }
    return line | {key: value for key, value in (("own_transfers", own), ("loan_receipts", loans)) if value}


def _owner_of(business: Business, index: int) -> dict[str, Any]:
    """A firm's account, or the owner's card of an individual business."""
    dice = business.dice
    bank = dice.choice(("示例银行", "示例农商银行", "示例商业银行")) + "示例支行"
    if business.is_individual and (not business.name or dice.chance(0.8)):
        holder = business.spouse if index and business.spouse else business.owner
        return {
            "bank": bank,
            "number": codes.card(dice),
            "holder": holder["name"],
            "kind": "personal",
        }
    kind = "general" if index else "basic"
    return {
        "bank": bank,
        "number": codes.company_account(dice),
        "holder": business.called_by(dice),
        "kind": kind,
    }


def _platform(business: Business, months: list[int]) -> dict[str, Any]:
    """Sales over a platform, with refunds: nearly all sales of an online shop, a part of others'."""
    dice = business.dice
    share = dice.uniform(0.85, 1.0) if business.trade.code == "5292" else dice.uniform(0.08, 0.55)
    back = dice.uniform(0.005, 0.12)
    rows = []
    for month in months:
        net = business.sales[month] * (1 + business.rate) * share * max(0.3, dice.gauss(1, 0.06 * dice.noise))
        rows.append(
            {
                "month": month_text(month),
                "gross": fen(net / (1 - back)),
                "refunds": fen(net / (1 - back) * back),
            }
        )
    owned = business.is_individual or dice.chance(0.1)
    holder = business.owner["name"] if owned else business.called
    return {"platform": business.trade.platform, "holder": holder, "months": rows}
