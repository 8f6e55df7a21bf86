"""What the rules that are functions ask of figures, as bands, and what is usual in any books.

A rule that compares figures in code is said here once more as a band, under its own code; bands without a code report
nothing, they only tell which of several explanations is more likely.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
from operator import attrgetter
from statistics import median
from typing import Any, Final

from ..application import Application, BankAccount, Gap, Statement, VatColumn
from ..application.statements import BalanceSheetColumn, IncomeColumn
from ..facts.income_tax import SMALL_ENTERPRISE
from ..relation import LEAST_SLACK
from ..rule import Context
from ..rules.scale import INSURING, usual_per_head
from .bands import Band
from .system import ONE, System

CARRIED_CODES: Final = dict.fromkeys(
    ("total_assets", "total_liabilities", "cash", "retained_earnings"), "FIN026"
)
FIRST_CODES: Final = dict.fromkeys(("revenue", "net_profit"), "FIN017")
WIDE: Final = 4.0
"""So many times a line of the books honestly differs from the same line of another time."""
Lines = Iterable[tuple[Any, str]]


class Expectations:
    """Makes bands of fields; what a gap hides is left out."""

    def __init__(self, system: System, context: Context) -> None:
        self.system, self.context = system, context

    def equal(
        self, code: str, one: Lines, other: Lines, *, slack: float = LEAST_SLACK, weight: float
    ) -> None:
        """Two sums that are one figure."""
        self._add(code, one, other, slack=slack, weight=weight)

    def about(
        self, code: str, one: Lines, other: Lines, low: float, high: float, weight: float, same: bool = False
    ) -> None:
        """Two sums whose ratio lies between two values; of two figures of which one is 0 nothing is known."""
        self._add(code, one, other, low=low, high=high, weight=weight, same=same)

    def part(self, code: str, one: Lines, whole: Lines, rate: float, *, slack: float, weight: float) -> None:
        """A sum that is a rate of another one."""
        try:
            left, right = ([(self.system.number(*each), 1.0) for each in side] for side in (one, whole))
        except Gap:
            return
        scaled = [(number, rate) for number, _ in right]
        self.system.add(Band(code, left, scaled, slack=slack, weight=weight))

    def within(self, code: str, part: Lines, whole: Lines, ratio: float = 1.0, weight: float = 4.5) -> None:
        """A sum that is no more than so many times another one."""
        self._add(code, part, whole, low=-inf, high=ratio, slack=LEAST_SLACK, weight=weight)

    def bounded(
        self, code: str, field: tuple[Any, str], low: float, high: float, weight: float = 5.0
    ) -> None:
        """A figure between two known amounts."""
        try:
            number = self.system.number(*field)
        except Gap:
            return
        if low > -inf:
            self.system.add(Band(code, [(ONE, low)], [(number, 1.0)], low=-inf, weight=weight))
        if high < inf:
            self.system.add(Band(code, [(number, 1.0)], [(ONE, high)], low=-inf, weight=weight))

    def _add(self, code: str, one: Lines, other: Lines, **more: Any) -> None:
        try:
            left, right = ([(self.system.number(*each), 1.0) for each in side] for side in (one, other))
        except Gap:
            return
        band = Band(code, left, right, **more)
        if band.kind != "ratio" or code or self._both_given(left, right):
            self.system.add(band)

    def _both_given(self, left: Any, right: Any) -> bool:
        x = self.system.x
        return all(any(x[number] for number, _ in side) for side in (left, right))


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
    slack = max(1.5 * part.last_digit, LEAST_SLACK)
    for name in IncomeColumn.names:
        if from_january:
            code = FIRST_CODES.get(name, "")
            make.equal(code, [(part, name)], [(whole, name)], slack=slack, weight=5.0)
        elif name in ("revenue", "cost_of_sales"):
            make.within("FIN016", [(part, name)], [(whole, name)])
            share = statement.period.months / (statement.period.after % 12 or 12)
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
    for name in BalanceSheetColumn.names:
        make.about("", [(sheet.closing, name)], [(sheet.opening, name)], 1 / WIDE, WIDE, 2.5)
    kept = [(sheet.closing, "retained_earnings"), (sheet.closing, "surplus_reserve")]
    before = [(sheet.opening, "retained_earnings"), (sheet.opening, "surplus_reserve")]
    slack = max(3 * year.last_digit, LEAST_SLACK)
    make.equal("", kept, [*before, (year, "net_profit")], slack=slack, weight=0.5)


def _goes_on(make: Expectations, earlier: Statement, later: Statement) -> None:
    """The year to date is the last one and the period; the lines of two years are of one size."""
    before, columns = earlier.income_statement.year_to_date, later.income_statement
    if later.period.year == earlier.period.year and later.period.first == earlier.period.after:
        slack = max(2 * before.last_digit, 2 * columns.current.last_digit, LEAST_SLACK)
        for name in IncomeColumn.names:
            code = "FIN025" if name == "revenue" else ""
            sums = [(before, name), (columns.current, name)]
            make.equal(code, [(columns.year_to_date, name)], sums, slack=slack, weight=4.5)
    elif later.period.year != earlier.period.year:
        months = [(each.period.after % 12 or 12) for each in (earlier, later)]
        share = months[1] / months[0]
        for name in IncomeColumn.names:
            make.about("", [(columns.year_to_date, name)], [(before, name)], share / 3, share * 3, 2.5)


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
    slack = max(1.5 * opening.last_digit, 1.5 * expected.last_digit, LEAST_SLACK)
    for name in BalanceSheetColumn.names:
        code = CARRIED_CODES.get(name, "")
        make.equal(code, [(opening, name)], [(expected, name)], slack=slack, weight=4.0)


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
        for box in VatColumn.names:
            current, whole = (filed.current, box), (filed.year_to_date, box)
            if first:
                make.equal("TAX021", [whole], [current], weight=6.0)
            elif earlier and follows and same_form:
                make.equal("TAX021", [whole], [(earlier.year_to_date, box), current], weight=6.0)
            else:
                make.within("TAX022" if earlier is None else "", [current], [whole])
    for box in ("standard_sales", "simplified_sales", "output_tax", "simplified_tax"):
        _of_one_size(make, [each.current for each in returns], box)
    columns = [column for each in returns for column in (each.current, each.year_to_date)]
    _one_rate(make, columns, "output_tax", "standard_sales")
    _one_rate(make, columns, "simplified_tax", "simplified_sales")


def _one_rate(make: Expectations, columns: list[Any], tax: str, sales: str) -> None:
    """A business sells at much the same rate in all periods."""
    given = [column for column in columns if column.__dict__.get(tax) and column.__dict__.get(sales)]
    if len(given) > 2:
        rate = median(getattr(column, tax) / getattr(column, sales) for column in given)
        for column in given if rate > 0 else ():
            make.about("", [(column, tax)], [(column, sales)], rate * 0.93, rate * 1.07, 3.0)


def _of_one_size(make: Expectations, sections: list[Any], name: str, weight: float = 2.5) -> None:
    """The same line of several periods, beside what is usual among them."""
    given = [each for each in sections if each.__dict__.get(name)]
    if len(given) > 2:
        usual = abs(median(each.__dict__[name] for each in given))
        for each in given if usual else ():
            number = make.system.number(each, name)
            ratio = Band("", [(number, 1.0)], [(ONE, usual)], low=1 / WIDE, high=WIDE, weight=weight)
            make.system.add(ratio)


def income_tax_bands(make: Expectations, application: Application) -> None:
    """The tax of a return fits its income, and the income its profit."""
    for filed in application.income_tax_returns:
        tax, income = [(filed, "tax_payable")], [(filed, "taxable_income")]
        if filed.__dict__.get("form") == "enterprise":
            make.about("TAX041", tax, income, 0.0499, 0.2501, 5.0)
            make.part("", tax, income, SMALL_ENTERPRISE, slack=1.0, weight=0.5)
        make.about("", income, [(filed, "total_profit")], 0.8, 1.25, 2.0, same=True)


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
        _of_one_size(make, months, "gross", 2.0)


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
        _of_one_size(make, months, name)
    for each in months:
        make.about("", [(each, "outflow")], [(each, "inflow")], 1 / WIDE, WIDE, 2.0)


def platform_bands(make: Expectations, application: Application) -> None:
    """Every month of a shop sells about as much as the others."""
    for platform in application.platforms:
        for name in ("gross", "refunds"):
            _of_one_size(make, list(platform.months), name)


def capital_bands(make: Expectations, application: Application) -> None:
    """The capital paid in is that of the balance sheets."""
    for each in application.statements:
        sheet = [(each.balance_sheet.closing, "paid_in_capital")]
        make.equal("", [(application.applicant, "paid_in_capital")], sheet, weight=0.5)


def form_bands(make: Expectations, application: Application) -> None:
    """What the form itself asks: scale, declared revenue, loan, capital, debts."""
    _staff(make, application)
    _growth(make, application)
    _loan(make, application)
    applicant, limit = application.applicant, make.context.policy.limit
    paid, registered = [(applicant, "paid_in_capital")], [(applicant, "registered_capital")]
    make.within("ENT009", paid, registered)
    make.about("", paid, registered, 0.1, 1.0001, 1.0, same=True)
    make.about(
        "", [(application.scale, "total_assets")], [(application.scale, "operating_revenue")], 0.04, 25, 3.0
    )
    for each in application.revenue:
        if applicant.taxpayer == "small_scale":
            make.bounded("TAX034", (each, "amount"), -inf, limit["small_scale_cap"])


def _staff(make: Expectations, application: Application) -> None:
    scale, context = application.scale, make.context
    limit, kind = context.policy.limit, application.applicant.kind
    people, insured = [(scale, "employees")], [(scale, "insured_employees")]
    make.bounded("SIZ002", (scale, "employees"), -inf, limit["employees_most"])
    make.within("SIZ004", insured, people)
    if kind in INSURING:
        make.within("SIZ005", people, insured, limit["insured_ratio"])
        make.about("", people, insured, 0.9, 2.2, 3.0, same=True)
    band = usual_per_head(application.applicant.industry, context.policy)
    if band.row:
        for code in ("SIZ007", "SIZ006"):
            revenue = [(scale, "operating_revenue")]
            make.about(code, revenue, people, band.low, band.high, 2.5)


def _growth(make: Expectations, application: Application) -> None:
    factor = make.context.policy.limit["growth_factor"]
    amounts = {each.year: each for each in application.revenue if "year" in each.__dict__}
    for year, each in amounts.items():
        if year - 1 in amounts:
            make.about("REV051", [(each, "amount")], [(amounts[year - 1], "amount")], 1 / factor, factor, 3.5)


def _loan(make: Expectations, application: Application) -> None:
    loan, limit = application.loan, make.context.policy.limit
    asked: Lines = [(loan, "amount")]
    make.bounded("LOA001", (loan, "amount"), limit["loan_least"], inf)
    make.bounded("LOA002", (loan, "amount"), limit["loan_least"], limit["loan_most"], weight=1.0)
    declared = [each for each in application.revenue if "year" in each.__dict__]
    if declared:
        latest = max(declared, key=attrgetter("year"))
        usual = limit["loan_to_revenue_usual"]
        make.about("LOA004", asked, [(latest, "amount")], usual / 100, usual, 3.0)
    paid = [(each, "amount") for each in loan.payees]
    if paid:
        make.within("LOA012", paid, asked)
        make.equal("", paid, asked, weight=0.5)
    agreed = [(each, "amount") for each in loan.contracts]
    if agreed:
        make.within("LOA015" if not paid else "LOA014", paid or asked, agreed)
        make.about("", agreed, asked, 1.0, 2.5, 2.0, same=True)


def sign_bands(make: Expectations, found: Iterable[tuple[str, Any, float]]) -> None:
    """A figure that a rule found negative should not be: the rule's code, the field, and what it costs."""
    for code, ref, weight in found:
        value = ref.section.__dict__.get(ref.name)
        if isinstance(value, float) and value < 0 and not ref.section.is_view:
            make.bounded(code, (ref.section, ref.name), 0.0, inf, weight)
