"""Equations between rows and columns of a draft, which the product's rules check in functions, as linear edits.

Rules BNK001, FIN017, FIN026, TAX001 and TAX021, and the four that one figure is within another.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from benchmarks.diagnosis.linear import Edit, Linear

FEN = 0.02
CARRIED = ("total_assets", "total_liabilities", "cash", "retained_earnings")
REPEATED = ("revenue", "net_profit")


def equations(draft: Any) -> Iterator[Edit]:
    """All of them."""
    for number, account in enumerate(draft.get("bank_accounts", ())):
        yield from _months_join(account, f"/bank_accounts/{number}/months")
    for number, month in enumerate(draft.get("invoices", ())):
        yield from _invoices_add_up(month, f"/invoices/{number}")
    yield from _vat_goes_on(draft.get("vat_returns", ()))
    yield from _statements_agree(draft.get("statements", ()))
    yield from _within(draft)


def _months_join(account: Any, at: str) -> Iterator[Edit]:
    for number in range(1, len(account["months"])):
        yield from _equal(_one(f"{at}/{number}/opening"), _one(f"{at}/{number - 1}/closing"), FEN)


def _invoices_add_up(month: Any, at: str) -> Iterator[Edit]:
    parts = Linear()
    for number in range(len(month["rates"])):
        parts = parts + _one(f"{at}/rates/{number}/net") + _one(f"{at}/rates/{number}/tax")
    yield from _equal(_one(f"{at}/gross"), parts, FEN * (1 + len(month["rates"])))


def _vat_goes_on(returns: Any) -> Iterator[Edit]:
    """Every box of the year to date is the one before plus the period's."""
    for number, (before, filed) in enumerate(pairwise([None, *returns])):
        starts_year = filed["period"][5:] in ("01", "Q1")
        if not starts_year and (before is None or before["form"] != filed["form"]):
            continue
        earlier = {} if starts_year else before["year_to_date"]
        for box in {*filed["year_to_date"], *filed["current"], *earlier}:
            expected = _line(filed["current"], f"/vat_returns/{number}/current", box)
            expected += _line(earlier, f"/vat_returns/{number - 1}/year_to_date", box)
            to_date = _line(filed["year_to_date"], f"/vat_returns/{number}/year_to_date", box)
            yield from _equal(to_date, expected, FEN)


def _statements_agree(statements: Any) -> Iterator[Edit]:
    """A year opens with what the last one closed with; the period of a whole year is its year to date."""
    closing = {each["period"][:4]: number for number, each in enumerate(statements) if _closes_year(each)}
    for number, each in enumerate(statements):
        slack = 1.5 * _digit(each)
        before = closing.get(str(int(each["period"][:4]) - 1))
        if before is not None:
            closed = (
                statements[before]["balance_sheet"]["closing"],
                f"/statements/{before}/balance_sheet/closing",
            )
            opening = each["balance_sheet"]["opening"], f"/statements/{number}/balance_sheet/opening"
            for line in CARRIED:
                yield from _equal(_line(*opening, line), _line(*closed, line), slack)
        if len(each["period"]) == 4:
            at = f"/statements/{number}/income_statement"
            for line in REPEATED:
                yield from _equal(_one(f"{at}/current/{line}"), _one(f"{at}/year_to_date/{line}"), slack)


def _within(draft: Any) -> Iterator[Edit]:
    loan, applicant = draft["loan"], draft["applicant"]
    if "paid_in_capital" in applicant:
        yield _at_most(_one("/applicant/paid_in_capital"), _one("/applicant/registered_capital"))
    yield _at_most(_one("/scale/insured_employees"), _one("/scale/employees"))
    payees = [_one(f"/loan/payees/{number}/amount") for number in range(len(loan.get("payees", ())))]
    contracts = [_one(f"/loan/contracts/{number}/amount") for number in range(len(loan.get("contracts", ())))]
    if payees and contracts:
        yield _at_most(sum(payees, Linear()), _one("/loan/amount"))
        yield _at_most(sum(payees, Linear()), sum(contracts, Linear()))


def _closes_year(statement: Any) -> bool:
    return len(statement["period"]) == 4 or statement["period"].endswith(("-12", "-Q4"))


def _digit(statement: Any) -> float:
    """The last digit printed: that of the unit, or whole yuan where no figure has a fen."""
    column = statement["balance_sheet"]["closing"]
    printed = {"thousand_yuan": 1000.0, "ten_thousand_yuan": 10_000.0}.get(statement["unit"], FEN)
    return max(printed, 1.0) if all(value % 1 == 0 for value in column.values()) else printed


def _one(pointer: str) -> Linear:
    return Linear({pointer: 1.0})


def _line(column: Any, at: str, name: str) -> Linear:
    """A line of a column; one that is left blank is 0."""
    return _one(f"{at}/{name}") if name in column else Linear()


def _equal(one: Linear, other: Linear, slack: float) -> Iterator[Edit]:
    yield _at_most(one, other + slack)
    yield _at_most(other, one + slack)


def _at_most(one: Linear, other: Linear) -> Edit:
    return Edit(one - other, is_hard=True)
