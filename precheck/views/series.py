"""Sources that speak of months and quarters, and the runs of months that two of them share."""

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import Any, Final

from ..application import Application, Gap, Ref
from .figure import Sum

SALES = ("standard_sales", "simplified_sales", "export_sales", "exempt_sales")
"""The boxes of a VAT return that make up its sales, without tax."""
SALES_AND_TAX = (*SALES, "output_tax", "simplified_tax")
NOWHERE: Final = (0.0, 1 << 30)
"""Where no period ends: nothing so far, and a run that starts later than any month."""
QUARTER = 3
"""Months. Statements of longer periods are those of years, and meet in `Year`."""

Items = list[tuple[int, int, Any]]
"""The first month of a period, the month after it, and the section that speaks of it."""


class Series:
    """One periodic source: the amount of every period, two accounts of one month added up."""

    __slots__ = ("after", "before", "items", "made_of", "until")

    def __init__(self, made_of: Sum, items: Items) -> None:
        """Raises Gap when an amount of an item is one."""
        items.sort(key=itemgetter(0))
        self.made_of, self.items = made_of, items
        self.after: dict[int, int] = {}
        """The month after each period, by the month that it starts with, in the order of time."""
        self.before: dict[int, float] = {}
        """What all periods before the start of each one add up to."""
        self.until: dict[int, tuple[float, int]] = {}
        """What all periods up to a month add up to, and the start of the unbroken run that ends there."""
        self._add_up(made_of.of)

    def _add_up(self, amount: Callable[[Any], float]) -> None:
        after, before, until = self.after, self.before, self.until
        total, reached, run = 0.0, 0, 0
        for first, end, section in self.items:
            if first not in after:
                before[first] = total
                if first != reached:
                    run = first
            total += amount(section)
            after[first] = reached = end
            until[end] = total, run

    def between(self, first: int, after: int) -> float | None:
        """The amount of a run of months, or None when the source does not cover all of it in whole periods."""
        if first not in self.before:
            return None
        total, run = self.until.get(after, NOWHERE)
        return total - self.before[first] if run <= first else None

    def refs(self, first: int, after: int) -> tuple[Ref, ...]:
        """The fields that the amount of a run of months was summed from."""
        return self.made_of.refs(section for start, _, section in self.items if first <= start < after)

    def last_run(self, most: int) -> tuple[int, int]:
        """The last unbroken run, of at most so many months: the month it starts with and the month after it."""
        before = {after: first for first, after in self.after.items()}
        first = after = max(before)
        while first in before and after - before[first] <= most:
            first = before[first]
        return first, after


def common_run(one: Series, other: Series) -> tuple[int, int] | None:
    """The longest run of months that two sources both cover in whole periods; the later of two equal ones."""
    best: tuple[int, int] | None = None
    reached = 0
    for first in one.after:
        if first < reached or first not in other.after:
            continue
        after = _shared_end(one.after, other.after, first)
        if after and (best is None or after - first >= best[1] - best[0]):
            best, reached = (first, after), after
    return best


def _shared_end(one: dict[int, int], other: dict[int, int], first: int) -> int | None:
    a, b, end = one.get(first), other.get(first), None
    while a is not None and b is not None:
        if a == b:
            end, a, b = a, one.get(a), other.get(b)
        elif a < b:
            a = one.get(a)
        else:
            b = other.get(b)
    return end


def _statements(application: Application) -> Items:
    return [
        (each.period.first, each.period.after, each.income_statement.current)
        for each in application.statements
        if each.period.months <= QUARTER
    ]


def _vat_returns(application: Application) -> Items:
    return [(each.period.first, each.period.after, each.current) for each in application.vat_returns]


def _invoices(direction: str, application: Application) -> Items:
    return [
        (each.month.first, each.month.after, rate)
        for each in application.invoices
        if each.direction == direction
        for rate in each.rates
    ]


def _bank(application: Application) -> Items:
    accounts = application.bank_accounts
    return [(each.month.first, each.month.after, each) for account in accounts for each in account.months]


def _platforms(application: Application) -> Items:
    platforms = application.platforms
    return [(each.month.first, each.month.after, each) for platform in platforms for each in platform.months]


SERIES: dict[str, tuple[str, Callable[[Application], Items], Sum]] = {
    "statement_sales": ("statements", _statements, Sum("revenue")),
    "vat_sales": ("vat_returns", _vat_returns, Sum(*SALES)),
    "vat_gross": ("vat_returns", _vat_returns, Sum(*SALES_AND_TAX)),
    "invoice_sales": ("invoices", partial(_invoices, "issued"), Sum("net")),
    "purchases": ("invoices", partial(_invoices, "received"), Sum("net")),
    "bank_receipts": ("bank_accounts", _bank, Sum("inflow", "-own_transfers", "-loan_receipts")),
    "platform_sales": ("platforms", _platforms, Sum("gross", "-refunds")),
}
"""The figure of each periodic source, the list of the application that it is read from, its items and their fields."""


class AllSeries:
    """The periodic sources of one application, each added up when it is first asked for."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self._found: dict[str, Series | Gap | None] = {}

    def get(self, name: str) -> Series | Gap | None:
        """A source by the name of its figure; None when it is not given, a Gap when a gap spoils it."""
        if name not in self._found:
            self._found[name] = self._add_up(*SERIES[name])
        return self._found[name]

    def _add_up(
        self, source: str, items: Callable[[Application], Items], made_of: Sum
    ) -> Series | Gap | None:
        try:
            series = Series(made_of, items(self.application)) if getattr(self.application, source) else None
        except Gap as gap:
            return gap
        return series if series and series.after else None

    def between(self, name: str, first: int, after: int) -> float | None:
        """The amount of a run of months of one source, or None. Raises Gap when a gap spoils the source."""
        found = self.get(name)
        if found is None:
            return None
        if isinstance(found, Gap):
            raise found
        return found.between(first, after)

    def refs(self, name: str, first: int, after: int) -> tuple[Ref, ...]:
        """The fields that an amount of one source was summed from."""
        found = self.get(name)
        return found.refs(first, after) if isinstance(found, Series) else ()
