"""What a business files and invoices."""

from typing import Any

from .books import Books
from .business import Business
from .dice import fen
from .months import FIRST, LAST, january, month_text, quarter_text

Boxes = dict[str, float]
QUARTER_EXEMPT = 300_000
"""Yuan of sales in a quarter up to which a small-scale taxpayer pays no VAT (until the end of 2027)."""
BANDS = (
    (30_000, 0.05, 0),
    (90_000, 0.1, 1_500),
    (300_000, 0.2, 10_500),
    (500_000, 0.3, 40_500),
    (1e15, 0.35, 65_500),
)
"""Tax on operating income: up to so many yuan, the rate and the quick deduction (个人所得税法)."""


def taxable_sales(business: Business) -> dict[int, float]:
    """Sales by month as they are declared for VAT: some a month later, and 3.5 % off in a year (timing, margins)."""
    dice = business.dice
    late = dice.choice((0.0, 0.0, dice.uniform(0, 0.3)))
    level = {year: dice.spread(0.035) for year in (2024, 2025, 2026)}
    if business.collection == "fixed_amount" and dice.chance(0.3):
        level = dict.fromkeys(level, dice.uniform(0.8, 1.0))  # what was fixed, not what was sold
    sales = business.sales
    found = {
        month: fen(
            (sales[month] * (1 - late) + sales.get(month - 1, sales[month] * 0.9) * late) * level[month // 12]
        )
        for month in sales
    }
    if dice.chance(0.01):
        found[dice.choice(list(found))] *= -0.05  # a month in which red letters exceeded what was sold
    return {month: fen(amount) for month, amount in found.items()}


def vat_returns(business: Business, taxed: dict[int, float]) -> list[dict[str, Any]]:
    """The returns of the last twelve months or four quarters, with the year to date.

    Who became a general taxpayer within the year filed quarters before that; each form counts its own year to date."""
    since = business.general_since
    if business.taxpayer == "small_scale":
        return _filed(business, _quarters(business, taxed), 3)
    before = {month: amount for month, amount in taxed.items() if month < since}
    months = {month: _general(business, amount) for month, amount in taxed.items() if month >= since}
    return (_filed(business, _quarters(business, before), 3) if since else []) + _filed(business, months, 1)


def _filed(business: Business, periods: dict[int, Boxes], step: int) -> list[dict[str, Any]]:
    """Returns from the boxes of each period, by its last month."""
    last = LAST if step == 1 else LAST - 1
    return [
        {
            "period": month_text(end) if step == 1 else quarter_text(end),
            "form": "general" if step == 1 else "small_scale",
            "taxpayer_id": business.code,
            "current": _printed(periods[end]),
            "year_to_date": _printed(
                _sum([boxes for each, boxes in periods.items() if january(end) <= each <= end])
            ),
        }
        for end in range(last - 12 + step, last + 1, step)
        if end in periods
    ]


def _sum(columns: list[Boxes]) -> Boxes:
    return {key: fen(sum(column.get(key, 0.0) for column in columns)) for column in columns for key in column}


def _printed(boxes: Boxes) -> Boxes:
    return {key: value for key, value in boxes.items() if value or key == "tax_payable"}


def _general(business: Business, amount: float) -> Boxes:
    """A month of a general taxpayer: output tax less input tax, never below nothing."""
    dice = business.dice
    if business.is_exempt:
        return {"exempt_sales": amount, "tax_payable": 0.0}
    simple = fen(amount * 0.1) if dice.chance(0.02) else 0.0
    standard = fen(amount - simple)
    output = fen(standard * business.rate)
    deducted = fen(min(output, output * dice.uniform(0.6, 1.1))) if output > 0 else output
    simple_tax = fen(simple * 0.03)
    return {
        "standard_sales": standard,
        "simplified_sales": simple,
        "output_tax": output,
        "deducted_input_tax": deducted,
        "simplified_tax": simple_tax,
        "tax_payable": fen(output - deducted + simple_tax),
    }


def _quarters(business: Business, taxed: dict[int, float]) -> dict[int, Boxes]:
    """The quarters of a small-scale taxpayer, by their last month."""
    ends = [end for end in range(FIRST + 2, LAST, 3) if end in taxed]
    return {
        end: _small(business, fen(sum(taxed.get(month, 0.0) for month in (end - 2, end - 1, end))))
        for end in ends
    }


def _small(business: Business, amount: float) -> Boxes:
    """A quarter of a small-scale taxpayer: exempt up to 300,000 yuan, else 3 % less 2 %."""
    if business.is_exempt or amount <= QUARTER_EXEMPT:
        return {"exempt_sales": amount, "tax_payable": 0.0}
    tax, less = fen(amount * 0.03), fen(amount * 0.02)
    return {
        "simplified_sales": amount,
        "simplified_tax": tax,
        "tax_reduction": less,
        "tax_payable": fen(tax - less),
    }


def income_tax_returns(business: Business, books: Books | None) -> list[dict[str, Any]]:
    """The annual return of 2025, and of firms that keep books the prepayment of the third quarter.

    Who pays a fixed amount files none."""
    if business.collection == "fixed_amount":
        return []
    year = business.last_closed_year
    found = [_income_tax(business, books, f"{year}", year * 12, year * 12 + 11)] if year else []
    if books and business.kind in ("company", "cooperative") and business.dice.chance(0.5):
        found.append(_income_tax(business, books, "2026-Q3", 2026 * 12, LAST - 1))
    return found


def _income_tax(
    business: Business, books: Books | None, period: str, first: int, last: int
) -> dict[str, Any]:
    enterprise = business.kind in ("company", "cooperative")
    common = {
        "period": period,
        "form": "enterprise" if enterprise else "operating_income",
        "taxpayer_id": business.code,
    }
    return common | (_by_books(business, books, first, last) if books else _assessed(business, first, last))


def _by_books(business: Business, books: Books, first: int, last: int) -> Boxes:
    """The return repeats the books; every other one differs by about 1.2 % (adjustments after the books were closed)."""
    dice, line = business.dice, books.profit(first, last)
    off = dice.spread(0.012) if dice.chance(0.5) else 1.0
    revenue, cost = fen(line["revenue"] * off), fen(line["cost_of_sales"] * off)
    profit = fen(line["total_profit"] + (revenue - line["revenue"]) - (cost - line["cost_of_sales"]))
    adjusted = profit * (dice.uniform(1, 1.1) if dice.chance(0.5) else 1)
    taxable = fen(max(0.0, adjusted))
    return {"revenue": revenue, "cost_of_sales": cost, "total_profit": profit} | _due(business, taxable)


def _assessed(business: Business, first: int, last: int) -> Boxes:
    """Without books the office sets the income: a share of sales."""
    sales = fen(sum(amount for month, amount in business.sales.items() if first <= month <= last))
    taxable = fen(sales * business.dice.choice((0.05, 0.07, 0.1)))
    return {"revenue": sales, "total_profit": taxable} | _due(business, taxable)


def _due(business: Business, taxable: float) -> Boxes:
    if business.kind in ("company", "cooperative"):
        rate = 0.05 if business.is_small and taxable <= 3_000_000 and business.dice.chance(0.85) else 0.25
        return {"taxable_income": taxable, "tax_payable": fen(taxable * rate)}
    taxable = fen(max(0.0, taxable - 60_000)) if business.dice.chance(0.5) else taxable
    rate, less = next((rate, less) for most, rate, less in BANDS if taxable <= most)
    return {"taxable_income": taxable, "tax_payable": fen(taxable * rate - less)}


def invoices(business: Business, taxed: dict[int, float]) -> list[dict[str, Any]]:
    """Invoices of the last twelve months, red letters taken off; the rest of the sales was declared without one."""
    dice = business.dice
    usual = min(1.0, business.trade.invoiced * dice.uniform(0.85, 1.15))
    red = dice.choice((0.0, 0.0, dice.uniform(0.002, 0.06)))
    months = [month for month in range(LAST - 11, LAST + 1) if month in taxed]
    issued = [
        _invoices(business, month, "issued", taxed[month] * _part(business, usual), red) for month in months
    ]
    if usual < 0.3:
        issued = [each for each in issued if not dice.chance(0.1)]  # in some months nobody asks for one
    if dice.chance(0.4):
        return issued
    bought = (1 - business.trade.margin) * dice.uniform(0.5, 0.98)
    received = [
        _invoices(business, month, "received", taxed[month] * bought * dice.gauss(1, 0.15), 0.0)
        for month in months
    ]
    return issued + received


def _part(business: Business, usual: float) -> float:
    return 1.0 if usual >= 0.99 else min(1.0, max(0.0, usual * business.dice.gauss(1, 0.1)))


def _invoices(business: Business, month: int, direction: str, net: float, red: float) -> dict[str, Any]:
    rates = _rates(business, direction, fen(net), month)
    gross = fen(sum(each["net"] + each["tax"] for each in rates))
    largest = fen(max(0.0, gross) * business.dice.betavariate(2, 5))
    row: dict[str, Any] = {
        "month": month_text(month),
        "direction": direction,
        "count": max(1, int(abs(net) / business.dice.uniform(800, 20_000))),
        "rates": rates,
        "gross": gross,
    }
    extra = {"red_letter": fen(max(0.0, net) * red), "largest_counterparty": largest}
    return row | {key: value for key, value in extra.items() if value}


def _rates(business: Business, direction: str, net: float, month: int) -> list[dict[str, float]]:
    """One rate, or a tenth at another; the tax is a sum of many roundings, so it is some fen off."""
    own = 0.01 if month < business.general_since else business.rate
    rate = own if direction == "issued" else 0.13
    if business.is_exempt and direction == "issued":
        rate = 0.0
    other = fen(net * 0.1) if rate > 0.03 and business.dice.chance(0.2) else 0.0
    parts = ((rate, fen(net - other)), (0.09 if rate == 0.13 else 0.06, other))
    return [
        {
            "rate": each,
            "net": amount,
            "tax": fen(amount * each + (business.dice.gauss(0, 0.03) if each else 0)),
        }
        for each, amount in parts
        if amount
    ]
