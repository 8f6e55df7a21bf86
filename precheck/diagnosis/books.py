"""What statements ask of one another and of their own two columns, as ties."""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Final

from ..application import Application, Statement
from ..application.statements import BalanceSheetColumn, IncomeColumn
from .expectations import WIDE, Expectations
from .ties import EACH, Fields

BY_DATE: Final = attrgetter("balance_sheet.date")
CODES: Final = "AMT005 FIN016 FIN017 FIN018 FIN020 FIN025 FIN026 FIN028"
"""The rules on statements that are said here."""
CARRIED_CODES: Final = dict.fromkeys(
    ("total_assets", "total_liabilities", "cash", "retained_earnings"), "FIN026"
)
FIRST_CODES: Final = dict.fromkeys(("revenue", "net_profit"), "FIN017")
GOES_ON_CODES: Final = {"revenue": "FIN025"}


def statement_bands(make: Expectations, application: Application) -> None:
    """The columns of each statement, and what goes on from one to the next."""
    ordered = [each for each in application.statements if "period" in each.__dict__]
    ordered.sort(key=lambda each: (each.period.after, each.period.first))
    for each in ordered:
        _columns(make, each)
        _shape(make, each)
    for earlier, later in pairwise(ordered):
        _goes_on(make, earlier, later)
    for each, other in _carried(ordered):
        _carry(make, each, other)


def _columns(make: Expectations, statement: Statement) -> None:
    """The period and the year to date: equal from January on, a part of it later."""
    part, whole = statement.income_statement.current, statement.income_statement.year_to_date
    from_january = statement.period.first % 12 == 0
    if from_january:
        slack = make.rounding(1.5, part)
        make.equal(
            FIRST_CODES, [(part, EACH)], [(whole, EACH)], lines=IncomeColumn.names, slack=slack, weight=5.0
        )
        return
    share = statement.period.months / (statement.period.after % 12 or 12)
    for name in ("revenue", "cost_of_sales"):
        make.within("FIN016", [(part, name)], [(whole, name)])
        make.about("", [(part, name)], [(whole, name)], share / 2, share * 2, 3.0)


def _shape(make: Expectations, statement: Statement) -> None:
    """What the sheets of one statement say of one another."""
    year, sheet = statement.income_statement.year_to_date, statement.balance_sheet
    make.within("FIN018", [(year, "cost_of_sales")], [(year, "revenue")])
    make.within("FIN020", [(year, "total_profit")], [(year, "revenue")])
    make.within(
        "FIN028", [(sheet.closing, "total_liabilities")], [(sheet.closing, "total_assets")], weight=3.0
    )
    make.about("AMT005", [(sheet.closing, "total_assets")], [(year, "revenue")], 1 / 50, 50, 3.0)
    columns = [(sheet.closing, EACH)], [(sheet.opening, EACH)]
    make.about("", *columns, 1 / WIDE, WIDE, 2.5, lines=BalanceSheetColumn.names)
    kept = [(sheet.closing, "retained_earnings"), (sheet.closing, "surplus_reserve")]
    before = [(sheet.opening, "retained_earnings"), (sheet.opening, "surplus_reserve")]
    make.equal("", kept, [*before, (year, "net_profit")], slack=make.rounding(3, year), weight=0.5)


def _goes_on(make: Expectations, earlier: Statement, later: Statement) -> None:
    """The year to date is the last one and the period; the lines of two years are of one size."""
    before, columns = earlier.income_statement.year_to_date, later.income_statement
    if later.period.year == earlier.period.year and later.period.first == earlier.period.after:
        make.equal(
            GOES_ON_CODES,
            [(columns.year_to_date, EACH)],
            [(before, EACH), (columns.current, EACH)],
            lines=IncomeColumn.names,
            slack=make.rounding(2, before, columns.current),
            weight=4.5,
        )
    elif later.period.year != earlier.period.year:
        months = [(each.period.after % 12 or 12) for each in (earlier, later)]
        share = months[1] / months[0]
        years = [(columns.year_to_date, EACH)], [(before, EACH)]
        make.about("", *years, share / 3, share * 3, 2.5, lines=IncomeColumn.names)


def _carried(ordered: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the one that its opening column repeats: last year's closing one, else one of its year."""
    closing = {each.period.after: each for each in ordered if each.period.closes_year}
    first_of: dict[int, Statement] = {}
    for each in ordered:
        other = closing.get(each.period.year * 12) or first_of.setdefault(each.period.year, each)
        if other is not each:
            yield each, other


def _carry(make: Expectations, statement: Statement, earlier: Statement) -> None:
    opening = statement.balance_sheet.opening
    same_year = earlier.period.year == statement.period.year
    expected = earlier.balance_sheet.opening if same_year else earlier.balance_sheet.closing
    make.equal(
        CARRIED_CODES,
        [(opening, EACH)],
        [(expected, EACH)],
        lines=BalanceSheetColumn.names,
        slack=make.rounding(1.5, opening, expected),
        weight=4.0,
    )


def capital_bands(make: Expectations, application: Application) -> None:
    """The capital paid in is that of the balance sheets."""
    for each in application.statements:
        sheet = [(each.balance_sheet.closing, "paid_in_capital")]
        make.equal("", [(application.applicant, "paid_in_capital")], sheet, weight=0.5)


def loan_bands(make: Expectations, application: Application) -> None:
    """The loans that are declared are those of the last balance sheet."""
    if not application.statements:
        return
    sheet = max(application.statements, key=BY_DATE).balance_sheet.closing
    declared: Fields = [(each, "balance") for each in application.debts if each.kind == "loan"]
    borrowed: Fields = [(sheet, "short_term_loans"), (sheet, "long_term_loans")]
    if declared:
        gap = make.context.policy.limit["debt_gap"]
        make.about("DBT003", declared, borrowed, 1 - gap, 1 / (1 - gap), 3.0, same=True)
        make.within("DBT004", declared, borrowed, 1 + gap, weight=0.5)
