"""One draft from one business: what it tells of itself, and which sources it adds."""

from datetime import date
from typing import Any

from . import books as bookkeeping
from . import taxes
from .business import Business, draw
from .codes import card
from .debts import declared, outstanding, owed
from .dice import Dice, step_down
from .flows import Flows, flow
from .loans import asked
from .months import LAST
from .papers import attach, consents
from .registration import applicant, as_declared, people, scale
from .statements import printed

Row = dict[str, Any]
SMALLEST = 0.15
"""The share of drafts with the applicant's own words only."""


def draft(dice: Dice) -> Row:
    """A complete draft."""
    business = draw(dice)
    debts = owed(business)
    flows = flow(business, debts)
    books = bookkeeping.keep(business, flows.cash, outstanding([] if business.is_individual else debts))
    kept = books if business.keeps_books and not (business.is_individual and dice.chance(0.6)) else None
    branch = bool(dice.chance(0.35) and business.last_closed_year and (kept or business.is_individual))
    sources = {} if not branch and dice.chance(SMALLEST) else _sources(business, kept, flows, branch)
    shown = kept if "statements" in sources else None
    told = _told(business, shown)
    row: Row = {"applicant": applicant(business, _paid_in(business, shown)), "people": []} | told
    row["loan"] = asked(business, shown, debts, told["revenue"][-1]["amount"], branch)
    holders = {account["holder"] for account in sources.get("bank_accounts", ())}
    row["people"] = people(business, row["applicant"].get("shareholders", []), row["loan"], holders)
    if sources or dice.chance(0.5):
        row["accounts"] = _accounts(business, flows, row["loan"]["borrower"])
    row["consents"] = consents(business, row)
    row["debts"] = declared(debts, business)
    row["documents"] = attach(business, row)
    return {key: value for key, value in (row | sources).items() if value}


def _told(business: Business, books: bookkeeping.Books | None) -> Row:
    """Declared revenue and scale: of closed years, or of this year so far where none is closed."""
    dice, last = business.dice, business.last_closed_year
    years = [year for year in (2024, 2025) if last and business.year(year)] or [2026]
    revenue = [{"year": year, "amount": as_declared(dice, business.year(year))} for year in years]
    assets = books.sheets[2025 * 12 + 11]["total_assets"] if books and last else 0.0
    if not assets and not business.is_individual:
        assets = business.monthly * 12 * dice.uniform(0.2, 0.6)
    on = date(2025, 12, 31) if last else date(2026, 10, 31)
    return {
        "scale": scale(business, revenue[-1]["amount"], as_declared(dice, round(assets, 2)), on),
        "revenue": revenue,
    }


def _paid_in(business: Business, books: bookkeeping.Books | None) -> float:
    if books:
        return books.sheets[LAST]["paid_in_capital"]
    return step_down(business.monthly * 12 * business.dice.uniform(0.02, 0.2), 50_000)


def _sources(business: Business, books: bookkeeping.Books | None, flows: Flows, branch: bool) -> Row:
    """Which sources are given; at a branch most of them."""
    dice, taxed = business.dice, taxes.taxable_sales(business)
    often = 0.25 if branch else 0.0
    found: Row = {}
    if books and (branch or dice.chance(0.6)):
        found["statements"] = printed(books)
    if dice.chance(0.6 + often):
        found["vat_returns"] = taxes.vat_returns(business, taxed)
    if business.last_closed_year and dice.chance(0.5 + often):
        found["income_tax_returns"] = taxes.income_tax_returns(business, books)
    if dice.chance(0.5):
        found["invoices"] = taxes.invoices(business, taxed)
    if dice.chance(0.65 + often):
        found["bank_accounts"] = flows.accounts
    if flows.platforms and dice.chance(0.7):
        found["platforms"] = flows.platforms
    return found


def _accounts(business: Business, flows: Flows, borrower: str) -> list[Row]:
    """The loan comes to the first account and is paid back from it; an owner who borrows uses a card of their own."""
    own = flows.accounts[0]
    common = {"kind": own["kind"], "bank": own["bank"], "number": own["number"], "holder": own["holder"]}
    if borrower == "owner" and own["kind"] != "personal":
        common |= {"kind": "personal", "number": card(business.dice), "holder": business.owner["name"]}
    return [{"role": role, **common, "status": "normal"} for role in ("collection", "repayment")]
