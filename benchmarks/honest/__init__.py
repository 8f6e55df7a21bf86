"""Drafts of honest small businesses, for 2026-11-20: what an application looks like when nobody made a mistake.

All of it is invented. No code is shared with the product: an error of one would otherwise hide in the other.

What is drawn (shares are of the drafts that the line applies to):

- 29 trades with the kinds of business usual in them: companies, individual businesses, sole proprietorships,
  partnerships, cooperatives; six months to 22 years old; sales of a year lognormal (sigma 0.8) around the trade's
  usual ones; growth 5 % a year, sd 18 %; every month's sales gamma(12); a slow first half-year.
- Employees by the trade's sales per head: lognormal 0.3 between firms, sd 12 % within a year.
- General and small-scale taxpayers, some general ones only since April 2026; taxed by books, assessed, or at a fixed amount.
- 15 % of online drafts are the smallest application; the others add statements, VAT and income tax returns, invoices,
  bank and platform flows, each or not. 35 % go to a branch, which asks for more papers.

What makes honest sources differ (sd of the ratio; three times as wide in 5 % of the draws):

- VAT sales and books 3.5 % a year; up to 30 % of a month's sales filed a month later; of those who pay a fixed amount
  30 % file up to a fifth less than they sell.
- Income tax return and books: equal for half of the firms, sd 1.2 % for the others.
- Bank receipts 10 %, and 6 % by month; up to 60 % of the sales arrive a month later; in trades where customers still
  pay in cash one business in 25 banks a quarter to a half of its sales.
- Declared figures: 30 % to the nearest 10,000 yuan, 15 % from memory within 1.5 %.
- Platforms carry 8 to 55 % of sales, of an online shop 85 to 100 %; refunds 0.5 to 12 %.
- Invoices cover 10 to 100 % of sales by trade; a third of the firms have 0.2 to 6 % of red letters; their tax is a sum
  of roundings (sd 3 fen); 1 % have a month in which red letters exceed sales.
- Statements: a quarter print whole yuan, those of larger firms also 千元 or 万元, every figure rounded by itself; 15 %
  have a total one last unit off; 1.5 % an item that is on no line; 2 % a correction of last year in the opening column.
- 8 % lose money; taxes are given back when profit falls; a third of the owners pay out 60 % of what is not needed.
- Three businesses of ten have more than one account: of an individual business the spouse's, and three of ten such
  accounts were opened within the year. One shop on a platform in ten is in the owner's name.
- 4 % have moved to another place, 8 % have changes on record, 4 % had another name. Systems of others print narrow
  brackets in a quarter of the names; three addresses of ten on leases and titles leave out the province or the city.
- One person in 16 has a passport or a permit; a quarter of the papers that end within 14 months have not been renewed
  yet; one lease in twenty ends within the year.

Papers and consents are complete for the common policy (`generic-cn`); what only some lenders ask for may be missing.
"""

from collections.abc import Iterator
from typing import Any

from .dice import Dice
from .drafts import draft

__all__ = ["businesses", "honest_draft"]


def businesses(seed: int, count: int, noise: float = 1.0) -> Iterator[dict[str, Any]]:
    """So many complete drafts, as JSON would have them. The same seed gives the same drafts, whatever the count."""
    for number in range(count):
        yield honest_draft(seed, number, noise)


def honest_draft(seed: int, number: int, noise: float = 1.0) -> dict[str, Any]:
    """The draft of this number. `noise` is how many times as far as usual its sources differ: VAT sales, income tax,
    bank receipts, platform sales, employees, and what is declared from memory."""
    dice = Dice(f"{seed}/{number}")
    dice.noise = noise
    return draft(dice)
