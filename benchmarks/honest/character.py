"""How a business differs from others of its trade."""

from typing import NamedTuple

from .business import Business


class Character(NamedTuple):
    """How this business differs from others of its trade; days of sales or of costs, shares as fractions."""

    margin: float
    selling: float
    administration: float
    receivable_days: float
    stock_days: float
    payable_days: float
    prepaid_days: float
    advance_days: float
    fixed: float
    premises: float
    equity_share: float
    pays_out: bool


def character(business: Business) -> Character:
    """What is usual in the trade, each figure with its own luck; about one business of twelve makes a loss."""
    dice, trade = business.dice, business.trade
    margin = min(0.85, trade.margin * dice.uniform(0.85, 1.25))
    profit = margin * dice.uniform(0.15, 0.45) if dice.chance(0.92) else -dice.uniform(0.005, 0.04)
    selling = (margin - profit) * dice.uniform(0.3, 0.6)
    return Character(
        margin=margin,
        selling=selling,
        administration=margin - profit - selling,
        receivable_days=trade.credit_days * dice.lognormvariate(0, 0.35),
        stock_days=trade.stock_days * dice.lognormvariate(0, 0.35),
        payable_days=trade.stock_days * dice.uniform(0.2, 0.5) + trade.credit_days * dice.uniform(0.1, 0.4),
        prepaid_days=dice.uniform(0, 12),
        advance_days=dice.choice((0.0, 0.0, dice.uniform(0, 8))),
        fixed=dice.uniform(0.02, 0.25),
        premises=dice.choice((0.0, 0.0, dice.uniform(0.005, 0.04))),
        equity_share=dice.uniform(0.5, 0.9),
        pays_out=dice.chance(0.35),
    )
