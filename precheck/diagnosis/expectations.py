"""What the rules that are functions ask of figures, as ties, and what is usual in any books.

A rule that compares figures in code is said here once more as a tie, under its own code; ties without a code report
nothing, they only tell which of several explanations is more likely.
"""

from collections.abc import Callable
from functools import partial
from math import inf
from operator import attrgetter
from typing import Any, Final

from ..application import Application
from ..facts.size import SIZES, Indicator, group_of
from ..relation import LEAST_SLACK
from ..rule import Context
from ..rules.scale import INSURING, usual_per_head
from .ties import Codes, Fields, Slack, Ties

CODES: Final = (
    "ENT009 LOA001 LOA002 LOA004 LOA012 LOA014 LOA015 REV051 SIZ002 SIZ004 SIZ005 SIZ006 SIZ007 SIZ012 TAX034"
)
"""The rules on what the form itself asks that are said here."""
WIDE: Final = 4.0
"""So many times a line of the books honestly differs from the same line of another time."""


class Expectations:
    """Declares ties; what a gap hides is left out. `lines` are those that sections named with EACH have in common."""

    def __init__(self, ties: Ties, context: Context) -> None:
        self.ties, self.context = ties, context

    def equal(
        self,
        codes: Codes,
        one: Fields,
        other: Fields,
        *,
        weight: float,
        slack: Slack = LEAST_SLACK,
        lines: tuple[str, ...] = (),
    ) -> None:
        """Two sums that are one figure."""
        self.ties.add(codes, one, other, lines=lines, slack=slack, weight=weight)

    def about(
        self,
        code: str,
        one: Fields,
        other: Fields,
        low: float,
        high: float,
        weight: float,
        *,
        same: bool = False,
        lines: tuple[str, ...] = (),
    ) -> None:
        """Two sums whose ratio lies between two values; of two figures of which one is 0 nothing is known."""
        self.ties.add(code, one, other, lines=lines, low=low, high=high, weight=weight, same=same)

    def part(
        self,
        code: str,
        one: Fields,
        whole: Fields,
        rate: float,
        *,
        slack: float,
        weight: float,
        less: float = 0.0,
    ) -> None:
        """A sum that is a rate of another one, less a known amount."""
        self.ties.add(code, one, whole, slack=slack, weight=weight, rate=rate, known=(0.0, -less))

    def within(
        self,
        code: str,
        part: Fields,
        whole: Fields,
        ratio: float = 1.0,
        weight: float = 4.5,
        *,
        lines: tuple[str, ...] = (),
    ) -> None:
        """A sum that is no more than so many times another one."""
        self.ties.add(code, part, whole, lines=lines, low=-inf, high=ratio, weight=weight)

    def bounded(
        self, code: str, field: tuple[Any, str], low: float, high: float, weight: float = 5.0
    ) -> None:
        """A figure between two known amounts."""
        if low > -inf:
            self.ties.add(code, [], [field], low=-inf, weight=weight, known=(low, 0.0))
        if high < inf:
            self.ties.add(code, [field], [], low=-inf, weight=weight, known=(0.0, high))

    def rounding(self, digits: float, *sections: Any) -> Callable[[], float]:
        """A slack of so many last digits of the coarsest of some sections."""
        return lambda: max(digits * self.ties.system.printed(*sections), LEAST_SLACK)


def form_bands(make: Expectations, application: Application) -> None:
    """What the form itself asks: scale, declared revenue, loan, capital, debts."""
    _staff(make, application)
    _size_class(make, application)
    _growth(make, application)
    _loan(make, application)
    applicant, limit = application.applicant, make.context.policy.limit
    paid, registered = [(applicant, "paid_in_capital")], [(applicant, "registered_capital")]
    make.within("ENT009", paid, registered)
    make.about("", paid, registered, 0.1, 1.0001, 1.0, same=True)
    make.about(
        "", [(application.scale, "total_assets")], [(application.scale, "operating_revenue")], 0.04, 25, 3.0
    )
    for debt in application.debts:
        make.about("", [(debt, "balance")], [(debt, "amount")], 0.1, 1.0001, 1.0, same=True)
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


def _size_class(make: Expectations, application: Application) -> None:
    """The figures are those of the declared size: all reach its bounds, and the one that decides stays below the next."""
    scale = application.scale
    group = group_of(application.applicant.industry)
    if group is None:
        return
    level = SIZES.index(scale.declared_size)
    for indicator, bounds in group.bounds.items():
        least = bounds[level] if level < len(bounds) else -inf
        others = [each for each in group.bounds if each != indicator]
        decides = level > 0 and all(
            getattr(scale, SIZE_FIELDS[each]) >= group.bounds[each][level - 1] for each in others
        )
        most = bounds[level - 1] if decides else inf
        make.bounded("SIZ012", (scale, SIZE_FIELDS[indicator]), least, most, weight=3.0)


SIZE_FIELDS: Final[dict[Indicator, str]] = {
    "employees": "employees",
    "revenue": "operating_revenue",
    "assets": "total_assets",
}
"""The field of the scale section for every figure of the size standard."""


def _growth(make: Expectations, application: Application) -> None:
    factor = make.context.policy.limit["growth_factor"]
    amounts = {each.year: each for each in application.revenue if "year" in each.__dict__}
    for year, each in amounts.items():
        if year - 1 in amounts:
            make.about("REV051", [(each, "amount")], [(amounts[year - 1], "amount")], 1 / factor, factor, 3.5)


def _loan(make: Expectations, application: Application) -> None:
    loan, limit = application.loan, make.context.policy.limit
    asked = [(loan, "amount")]
    make.bounded("LOA001", (loan, "amount"), limit["loan_least"], inf)
    make.bounded("LOA002", (loan, "amount"), limit["loan_least"], limit["loan_most"], weight=1.0)
    declared = [each for each in application.revenue if "year" in each.__dict__]
    if declared:
        latest = max(declared, key=attrgetter("year"))
        usual = limit["loan_to_revenue_usual"]
        make.about("LOA004", asked, [(latest, "amount")], usual / 10, usual, 3.0)
    paid = [(each, "amount") for each in loan.payees]
    if paid:
        make.within("LOA012", paid, asked)
        make.equal("", paid, asked, weight=0.5)
    agreed = [(each, "amount") for each in loan.contracts]
    if agreed:
        make.within("LOA015" if not paid else "LOA014", paid or asked, agreed)
        make.about("", agreed, asked, 1.0, 2.5, 2.0, same=True)


def of_one_size(make: Expectations, sections: list[Any], name: str, weight: float = 2.5) -> None:
    """The same line of several periods, beside the middle one of them."""
    make.ties.later(
        sections, [name], len(sections), partial(_beside_the_middle, make, sections, name, weight)
    )


def _beside_the_middle(make: Expectations, sections: list[Any], name: str, weight: float) -> None:
    given = sorted(
        (each for each in sections if each.__dict__.get(name)), key=lambda each: abs(each.__dict__[name])
    )
    if len(given) > 2:
        middle = given[len(given) // 2]
        for each in given:
            if each is not middle:
                make.about("", [(each, name)], [(middle, name)], 1 / WIDE, WIDE, weight)
