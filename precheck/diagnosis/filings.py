"""What returns, invoices and flows ask of one another over time, as ties."""

from functools import partial
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Any

from ..application import Application, BankAccount, VatColumn
from ..facts.income_tax import OPERATING_INCOME, SMALL_ENTERPRISE, most_tax
from .expectations import WIDE, Expectations, of_one_size
from .ties import EACH


def vat_bands(make: Expectations, application: Application) -> None:
    """The year to date of each VAT return goes on; every box is about what it is in the others."""
    returns = sorted(
        (each for each in application.vat_returns if "period" in each.__dict__),
        key=attrgetter("period.first"),
    )
    for earlier, filed in pairwise([None, *returns]):
        if filed is None:
            continue
        first = filed.period.first % 12 == 0
        follows = earlier is not None and earlier.period.after == filed.period.first
        same_form = earlier is not None and earlier.__dict__.get("form") == filed.__dict__.get("form")
        current, whole = (filed.current, EACH), (filed.year_to_date, EACH)
        if first:
            make.equal("TAX021", [whole], [current], weight=6.0, lines=VatColumn.names)
        elif earlier and follows and same_form:
            sums = [(earlier.year_to_date, EACH), current]
            make.equal("TAX021", [whole], sums, weight=6.0, lines=VatColumn.names)
        else:
            make.within("TAX022" if earlier is None else "", [current], [whole], lines=VatColumn.names)
    for box in ("standard_sales", "simplified_sales", "output_tax", "simplified_tax"):
        of_one_size(make, [each.current for each in returns], box)
    columns = [column for each in returns for column in (each.current, each.year_to_date)]
    for names in (("output_tax", "standard_sales"), ("simplified_tax", "simplified_sales")):
        make.ties.later(columns, names, len(columns), partial(_one_rate, make, columns, *names))


def _one_rate(
    make: Expectations, columns: list[Any], tax: str, sales: str, low: float = 0.93, high: float = 1.07
) -> None:
    """A business sells at much the same rate in all periods, and is given about as much back."""
    given = [column for column in columns if column.__dict__.get(tax) and column.__dict__.get(sales)]
    if len(given) > 2:
        rate = median(getattr(column, tax) / getattr(column, sales) for column in given)
        for column in given if rate > 0 else ():
            make.about("", [(column, tax)], [(column, sales)], rate * low, rate * high, 3.0)


def income_tax_bands(make: Expectations, application: Application) -> None:
    """The tax of a return fits its income, and the income its profit."""
    for filed in application.income_tax_returns:
        tax, income = [(filed, "tax_payable")], [(filed, "taxable_income")]
        if filed.__dict__.get("form") == "enterprise":
            make.about("TAX041", tax, income, 0.0499, 0.2501, 5.0)
            make.part("", tax, income, SMALL_ENTERPRISE, slack=1.0, weight=0.5)
        else:
            _owners_tax(make, filed)
        make.about("", income, [(filed, "total_profit")], 0.8, 1.25, 2.0, same=True)


def _owners_tax(make: Expectations, filed: Any) -> None:
    """The tax of an owner by the bracket of the income, in full or halved."""
    income = filed.__dict__.get("taxable_income")
    if income and (most := most_tax("operating_income", income)):
        share = most / income
        make.about(
            "TAX041", [(filed, "tax_payable")], [(filed, "taxable_income")], share * 0.499, share * 1.001, 5.0
        )
    for relief in (0.5, 1.0) if income else ():
        bracket = next(each for each in OPERATING_INCOME if income <= each.most)
        owed = [(filed, "tax_payable")]
        make.part(
            "",
            owed,
            [(filed, "taxable_income")],
            relief * bracket.rate,
            slack=1.0,
            weight=0.5,
            less=relief * bracket.deduction,
        )


def invoice_bands(make: Expectations, application: Application) -> None:
    """Amounts and tax of the rates are the total of the month."""
    for month in application.invoices:
        parts = [(rate, name) for rate in month.__dict__.get("rates", ()) for name in ("net", "tax")]
        slack = 0.02 * (1 + len(parts) // 2)
        for rate in month.__dict__.get("rates", ()):
            if "rate" in rate.__dict__:
                make.part("", [(rate, "tax")], [(rate, "net")], rate.rate, slack=0.3, weight=1.5)
        if parts:
            make.equal("TAX001", [(month, "gross")], parts, slack=slack, weight=9.0)
    for direction in ("issued", "received"):
        months = [each for each in application.invoices if each.__dict__.get("direction") == direction]
        of_one_size(make, months, "gross", 2.0)


def bank_bands(make: Expectations, application: Application) -> None:
    """The months of each account."""
    for account in application.bank_accounts:
        _account(make, account)


def _account(make: Expectations, account: BankAccount) -> None:
    """Every month opens with what the last one closed with."""
    months = [each for each in account.months if "month" in each.__dict__]
    months.sort(key=attrgetter("month.first"))
    for before, each in pairwise(months):
        if each.month.first == before.month.after:
            make.equal("BNK001", [(each, "opening")], [(before, "closing")], weight=9.0)
    for name in ("inflow", "outflow"):
        of_one_size(make, months, name)
    for each in months:
        make.about("", [(each, "outflow")], [(each, "inflow")], 1 / WIDE, WIDE, 2.0)


def platform_bands(make: Expectations, application: Application) -> None:
    """Every month of a shop sells about as much as the others, and about as much of it comes back."""
    for platform in application.platforms:
        months = list(platform.months)
        for name in ("gross", "refunds"):
            of_one_size(make, months, name)
        shares = partial(_one_rate, make, months, "refunds", "gross", 1 / WIDE, WIDE)
        make.ties.later(months, ("refunds", "gross"), len(months), shares)
