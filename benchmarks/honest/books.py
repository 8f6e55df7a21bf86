"""The books of a business: every month's profit, and a balance sheet at any month's end."""

from dataclasses import dataclass

from .business import Business
from .character import Character, character
from .dice import fen, step_down
from .months import FIRST, LAST, january, month_of

EXPENSES = (
    "cost_of_sales",
    "taxes_and_surcharges",
    "selling_expenses",
    "administrative_expenses",
    "finance_expenses",
)
SMALL_PROFIT = 0.05
"""The enterprise income tax that small low-profit firms really pay, of their taxable income (until the end of 2027)."""
ASSETS = (
    "receivables",
    "prepayments",
    "other_receivables",
    "inventory",
    "other_current_assets",
    "fixed_assets_net",
    "intangible_assets",
    "long_term_deferred_expenses",
    "other_non_current_assets",
)
DEBTS = (
    "short_term_loans",
    "payables",
    "advances_received",
    "payroll_payable",
    "taxes_payable",
    "long_term_loans",
)

Line = dict[str, float]


@dataclass
class Books:
    """Months of profit and loss, balance sheets at the ends of months, and the loans that stand in them."""

    business: Business
    character: Character
    months: dict[int, Line]
    loans: dict[int, float]
    sheets: dict[int, Line]

    def profit(self, first: int, last: int) -> Line:
        """The income statement of a run of months."""
        keys = (
            "revenue",
            *EXPENSES,
            "investment_income",
            "non_operating_income",
            "non_operating_expenses",
            "income_tax",
        )
        inside = [line for month, line in self.months.items() if first <= month <= last]
        return results({key: fen(sum(line.get(key, 0.0) for line in inside)) for key in keys})


def results(line: Line) -> Line:
    """An income statement with its results: operating profit, total profit, net profit."""
    operating = fen(line["revenue"] - sum(line[key] for key in EXPENSES) + line["investment_income"])
    total = fen(operating + line["non_operating_income"] - line["non_operating_expenses"])
    return line | {
        "operating_profit": operating,
        "total_profit": total,
        "net_profit": fen(total - line["income_tax"]),
    }


def keep(business: Business, cash: dict[int, float], loans: dict[int, float]) -> Books:
    """The books of a business with so much cash at least, and such loans, at the end of each month."""
    own = character(business)
    months = {month: _month(business, own, month, loans.get(month, 0.0)) for month in business.sales}
    _tax(business, months)
    books = Books(business, own, months, loans, {})
    _balance(books, cash)
    return books


def _month(business: Business, own: Character, month: int, loan: float) -> Line:
    """One month before income tax."""
    dice, sales = business.dice, business.sales[month]
    recent = [business.sales[each] for each in range(month - 5, month + 1) if each in business.sales]
    steady = (sales + sum(recent) / len(recent)) / 2
    return {
        "revenue": sales,
        "cost_of_sales": fen(sales * (1 - own.margin) * dice.gauss(1, 0.01)),
        "taxes_and_surcharges": fen(sales * 0.003),
        "selling_expenses": fen(steady * own.selling * dice.gauss(1, 0.05)),
        "administrative_expenses": fen(steady * own.administration * dice.gauss(1, 0.05)),
        "finance_expenses": fen(loan * 0.0035 + 0.0002 * sales - 3.17),
        "investment_income": fen(sales * 0.02) if dice.chance(0.005) else 0.0,
        "non_operating_income": fen(dice.uniform(200, 20000)) if dice.chance(0.04) else 0.0,
        "non_operating_expenses": fen(dice.uniform(50, 6000)) if dice.chance(0.05) else 0.0,
    }


def _tax(business: Business, months: dict[int, Line]) -> None:
    """Income tax at the end of each quarter on the profit since January: less profit than before gives some back."""
    for month, line in months.items():
        line["income_tax"] = 0.0
        if business.kind in ("company", "cooperative") and (month % 3 == 2 or month == LAST):
            year = [months[each] for each in range(january(month), month + 1) if each in months]
            due = _enterprise_tax(
                business, sum(results(each | {"income_tax": 0.0})["total_profit"] for each in year)
            )
            line["income_tax"] = fen(due - sum(each["income_tax"] for each in year))


def _enterprise_tax(business: Business, profit: float) -> float:
    return max(0.0, profit) * (SMALL_PROFIT if business.is_small and profit <= 3_000_000 else 0.25)


def _balance(books: Books, cash: dict[int, float]) -> None:
    """A sheet for the ends of 2023 to 2025 and of every month of 2026; a young business starts from nothing."""
    founded = month_of(books.business.established)
    start = january(max(founded, FIRST)) - 1
    if founded < FIRST:
        last = books.sheets[start] = _first_sheet(books, start, cash)
    else:
        books.sheets[start] = _totals({})
        last = {"paid_in_capital": _capital(books, _operating(books, LAST))["paid_in_capital"]}
    ends = (FIRST + 11, FIRST + 23, *range(FIRST + 24, LAST + 1))
    since = start + 1
    for end in (each for each in ends if each > start):
        sheet = _operating(books, end) | _rolled(books, last, since, end)
        last = books.sheets[end] = _closed(books, sheet, end, cash)
        since = end + 1


def _first_sheet(books: Books, end: int, cash: dict[int, float]) -> Line:
    line = _operating(books, end)
    return _closed(books, line | _capital(books, line), end, cash)


def _operating(books: Books, end: int) -> Line:
    """What the running business ties up: days of sales and of costs at that time."""
    own, dice = books.character, books.business.dice
    recent = [books.months[month] for month in range(end - 5, end + 1) if month in books.months]
    recent = recent or [books.months[month] for month in sorted(books.months)[:6]]
    sales = sum(line["revenue"] for line in recent) / len(recent) * 12
    cost = sum(line["cost_of_sales"] for line in recent) / len(recent) * 12
    months_of_use = end - min(books.months) + 40
    fixed = sales * own.fixed
    return {
        "receivables": fen(
            sales * (1 + books.business.rate) * own.receivable_days / 360 * dice.gauss(1, 0.1)
        ),
        "inventory": fen(cost * own.stock_days / 360 * dice.gauss(1, 0.1)),
        "prepayments": fen(cost * own.prepaid_days / 360),
        "other_receivables": fen(sales * 0.004),
        "fixed_assets_cost": fen(fixed),
        "accumulated_depreciation": fen(fixed * min(0.85, months_of_use / 120)),
        "long_term_deferred_expenses": fen(sales * own.premises),
        "short_term_loans": books.loans.get(end, 0.0),
        "payables": fen(cost * own.payable_days / 360 * dice.gauss(1, 0.1)),
        "advances_received": fen(sales * own.advance_days / 360),
        "payroll_payable": fen(recent[-1]["administrative_expenses"] * 0.4),
        "taxes_payable": fen(recent[-1]["revenue"] * 0.012 + max(0.0, recent[-1]["income_tax"])),
    }


def _capital(books: Books, line: Line) -> Line:
    """What the owners had put in and left in at the first sheet."""
    assets = sum(line.get(key, 0.0) for key in ASSETS) * 1.15 + line["fixed_assets_cost"] * 0.6
    equity = assets * books.character.equity_share
    paid = step_down(equity * books.business.dice.uniform(0.4, 0.95), 50_000)
    surplus = max(0.0, equity - paid)
    reserve = fen(surplus * 0.1) if books.business.kind == "company" else 0.0
    return {"paid_in_capital": paid, "surplus_reserve": reserve, "retained_earnings": fen(surplus - reserve)}


def _rolled(books: Books, before: Line, since: int, end: int) -> Line:
    """The owners' capital a while later: the profit is added, a tenth of a year's goes to the reserve."""
    profit = books.profit(since, end)["net_profit"]
    reserved = 0.0
    if end % 12 == 11 and profit > 0 and books.business.kind == "company":
        reserved = fen(books.profit(january(end), end)["net_profit"] * 0.1)
    return {
        "paid_in_capital": before["paid_in_capital"],
        "surplus_reserve": fen(before.get("surplus_reserve", 0.0) + max(0.0, reserved)),
        "retained_earnings": fen(before.get("retained_earnings", 0.0) + profit - max(0.0, reserved)),
    }


def _closed(books: Books, line: Line, end: int, cash: dict[int, float]) -> Line:
    """The sheet with both sides equal: the owner lends what is missing; what is too much is paid out or kept as cash."""
    line["cash"] = max(cash.get(end, 0.0), fen(line["receivables"] * 0.1 + 5000))
    line["fixed_assets_net"] = fen(line["fixed_assets_cost"] - line["accumulated_depreciation"])
    assets = sum(line.get(key, 0.0) for key in ("cash", *ASSETS))
    claims = sum(line.get(key, 0.0) for key in DEBTS)
    equity = line["paid_in_capital"] + line["surplus_reserve"] + line["retained_earnings"]
    missing = fen(assets - claims - equity)
    if missing < 0 and books.character.pays_out and end % 12 == 11:
        paid_out = fen(min(-missing, max(0.0, line["retained_earnings"]) * 0.6))
        line["retained_earnings"] = fen(line["retained_earnings"] - paid_out)
        missing += paid_out
    usual = fen(0.001 * assets)
    line["other_payables"] = fen(max(0.0, missing) + usual)
    line["cash"] = fen(line["cash"] + max(0.0, -missing) + usual)
    return _totals(line)


def _totals(line: Line) -> Line:
    """The sheet with the totals that the form prints."""
    current = fen(sum(line.get(key, 0.0) for key in ("cash", *ASSETS[:5])))
    long = fen(sum(line.get(key, 0.0) for key in ASSETS[5:]))
    debts = fen(sum(line.get(key, 0.0) for key in (*DEBTS[:-1], "other_payables")))
    lasting = line.get("long_term_loans", 0.0)
    equity = sum(line.get(key, 0.0) for key in ("paid_in_capital", "surplus_reserve", "retained_earnings"))
    return line | {
        "current_assets": current,
        "non_current_assets": long,
        "total_assets": fen(current + long),
        "current_liabilities": debts,
        "non_current_liabilities": lasting,
        "total_liabilities": fen(debts + lasting),
        "total_equity": fen(equity),
    }
