"""Statements as they are printed: units, rounding, totals one unit off, lines that the form does not have."""

from dataclasses import dataclass
from typing import Any

from .books import Books, Line
from .dice import Dice, fen, to_unit
from .months import LAST, end_of, january, month_text, quarter_text

TOTALS = (
    "current_assets",
    "non_current_assets",
    "total_assets",
    "current_liabilities",
    "total_liabilities",
    "total_equity",
)
REQUIRED = frozenset((*TOTALS, "revenue", "operating_profit", "total_profit", "net_profit"))
"""Figures that a form prints even when they are nothing."""
UNLISTED = (("other_receivables", "current_assets"), ("payroll_payable", "current_liabilities"))
"""Lines that may be missing from a print, and the totals in which they still count."""
OFF_BY_ONE = 0.15
UNLISTED_ITEM = 0.015
PRIOR_YEAR = 0.02


@dataclass
class Print:
    """How one business prints its statements."""

    dice: Dice
    form: str
    entity: str
    unit: str
    digit: float
    unlisted: str

    def column(self, line: Line) -> Line:
        """A column with every figure rounded by itself; blank lines are left out."""
        rounded = {key: to_unit(value, self.digit) for key, value in line.items() if key != self.unlisted}
        return {key: value for key, value in rounded.items() if value or key in REQUIRED}


def printed(books: Books) -> list[dict[str, Any]]:
    """The statements of 2024 and 2025 and of the last month or quarter, as far as they exist."""
    business, dice = books.business, books.business.dice
    style = _style(books)
    spans = [
        (f"{year}", year * 12, year * 12 + 11) for year in (2024, 2025) if year * 12 + 11 in books.sheets
    ]
    if len(spans) == 2 and dice.chance(0.4):
        del spans[0]
    if spans and dice.chance(0.2):
        spans[-1] = ("2025-12", 2025 * 12 + 11, 2025 * 12 + 11)
    spans.append(_latest(dice))
    found = [_statement(books, style, *span) for span in spans if span[2] in business.sales]
    _blemish(dice, style, found)
    return found


def _latest(dice: Dice) -> tuple[str, int, int]:
    return dice.choice(
        (
            (month_text(LAST), LAST, LAST),
            (month_text(LAST - 1), LAST - 1, LAST - 1),
            (quarter_text(LAST - 1), LAST - 3, LAST - 1),
        )
    )


def _style(books: Books) -> Print:
    business, dice = books.business, books.business.dice
    form = "cooperative" if business.kind == "cooperative" else dice.choice(("small",) * 6 + ("general",))
    units = [("yuan", 0.01)] * 6 + [("yuan", 1.0)] * 2
    if business.monthly > 800_000:
        units += [("thousand_yuan", 1000.0), ("ten_thousand_yuan", 10_000.0), ("ten_thousand_yuan", 100.0)]
    unit, digit = dice.choice(units)
    sheets = books.sheets.values()
    small = [
        line for line, total in UNLISTED if all(each.get(line, 0.0) <= each[total] * 0.04 for each in sheets)
    ]
    unlisted = dice.choice(small) if small and dice.chance(UNLISTED_ITEM) else ""
    return Print(dice, form, business.called_by(dice), unit, digit, unlisted)


def _statement(books: Books, style: Print, period: str, first: int, last: int) -> dict[str, Any]:
    opening, closing = books.sheets[january(last) - 1], books.sheets[last]
    return {
        "period": period,
        "form": style.form,
        "entity": style.entity,
        "unit": style.unit,
        "audited": books.business.monthly > 1_000_000 and last % 12 == 11 and len(period) == 4,
        "balance_sheet": {
            "date": end_of(last).isoformat(),
            "closing": style.column(closing),
            "opening": style.column(opening),
        },
        "income_statement": {
            "ends": end_of(last).isoformat(),
            "current": style.column(books.profit(first, last)),
            "year_to_date": style.column(books.profit(january(last), last)),
        },
    }


def _blemish(dice: Dice, style: Print, statements: list[dict[str, Any]]) -> None:
    """What honest forms have: a total one last unit off, or a correction of last year in the opening column."""
    if not statements:
        return
    sheet = dice.choice(statements)["balance_sheet"]
    if dice.chance(OFF_BY_ONE):
        column, key = sheet[dice.choice(("closing", "opening"))], dice.choice(TOTALS)
        column[key] = fen(column[key] + dice.choice((-1, 1)) * style.digit)
    if dice.chance(PRIOR_YEAR):
        corrected = statements[-1]["balance_sheet"]
        amount = to_unit(corrected["opening"]["total_assets"] * dice.uniform(-0.01, 0.01), style.digit)
        _correct(corrected["opening"], amount)
        _correct(corrected["closing"], amount)


def _correct(column: Line, amount: float) -> None:
    """More tax owed for last year, and less profit kept."""
    for key, change in (
        ("taxes_payable", amount),
        ("current_liabilities", amount),
        ("total_liabilities", amount),
    ):
        column[key] = fen(column.get(key, 0.0) + change)
    for key in ("retained_earnings", "total_equity"):
        column[key] = fen(column.get(key, 0.0) - amount)


def working_capital_need(books: Books, growth: float) -> float:
    """Yuan of working capital by the annex of the 2024 rules on working capital loans, before what it has already."""
    year = books.profit(2025 * 12, 2025 * 12 + 11)
    opening, closing = books.sheets[2025 * 12 - 1], books.sheets[2025 * 12 + 11]
    sales, cost = year["revenue"], year["cost_of_sales"]
    days = 0.0
    for key, sign, base in (
        ("receivables", 1, sales),
        ("inventory", 1, cost),
        ("prepayments", 1, cost),
        ("payables", -1, cost),
        ("advances_received", -1, sales),
    ):
        days += sign * 360 * (opening.get(key, 0.0) + closing.get(key, 0.0)) / 2 / base
    return max(0.0, sales * (1 - year["total_profit"] / sales) * (1 + growth) * days / 360)
