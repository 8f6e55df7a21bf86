"""Sources that speak of months and quarters, and the runs of months that two of them share."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .application import Application, Gap, Period
from .figure import Figure, Sum

SALES = ("standard_sales", "simplified_sales", "export_sales", "exempt_sales")
"""The boxes of a VAT return that make up its sales, without tax."""
SALES_AND_TAX = (*SALES, "output_tax", "simplified_tax")
QUARTER = 3
"""Months. Statements of longer periods are those of years, and meet in `Year`."""

Items = Iterable[tuple[Period, Any]]


def _first_month(item: tuple[Period, Any]) -> int:
    return item[0].first


class Series:
    """One periodic source: the amount of every period, two accounts of one month added up."""

    __slots__ = ("after", "before", "items", "made_of", "until")

    def __init__(self, made_of: Sum, items: Items) -> None:
        """Raises Gap when the period or an amount of an item is one."""
        self.made_of = made_of
        self.items = sorted(items, key=_first_month)
        self.after: dict[int, int] = {}
        """The month after each period, by the month that it starts with, in the order of time."""
        self.before: dict[int, float] = {}
        """What all periods before the start of each one add up to."""
        self.until: dict[int, tuple[float, int]] = {}
        """What all periods up to a month add up to, and the start of the unbroken run that ends there."""
        self._add_up()

    def _add_up(self) -> None:
        amount, after, before, until = self.made_of.of, self.after, self.before, self.until
        total, reached, run = 0.0, 0, 0
        for period, section in self.items:
            first = period.first
            if first not in after:
                before[first] = total
                if first != reached:
                    run = first
            total += amount(section)
            reached = after[first] = first + period.months
            until[reached] = total, run

    def between(self, first: int, after: int) -> Figure | None:
        """The figure of a run of months, or None when the source does not cover all of it in whole periods."""
        if first not in self.after or after not in self.until or self.until[after][1] > first:
            return None
        value = self.until[after][0] - self.before[first]
        return Figure(value, self.made_of, lambda: self._sections(first, after))

    def _sections(self, first: int, after: int) -> list[Any]:
        return [section for period, section in self.items if first <= period.first < after]

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
        (s.period, s.income_statement.current) for s in application.statements if s.period.months <= QUARTER
    ]


def _vat_returns(application: Application) -> Items:
    return [(each.period, each.current) for each in application.vat_returns]


def _issued(application: Application) -> Iterator[tuple[Period, Any]]:
    return ((m.month, rate) for m in application.invoices if m.direction == "issued" for rate in m.rates)


def _received(application: Application) -> Iterator[tuple[Period, Any]]:
    return ((m.month, rate) for m in application.invoices if m.direction == "received" for rate in m.rates)


def _bank(application: Application) -> Items:
    return [(each.month, each) for account in application.bank_accounts for each in account.months]


def _platforms(application: Application) -> Items:
    return [(each.month, each) for platform in application.platforms for each in platform.months]


SERIES: dict[str, tuple[str, Callable[[Application], Items], Sum]] = {
    "statement_sales": ("statements", _statements, Sum("revenue")),
    "vat_sales": ("vat_returns", _vat_returns, Sum(*SALES)),
    "vat_gross": ("vat_returns", _vat_returns, Sum(*SALES_AND_TAX)),
    "invoice_sales": ("invoices", _issued, Sum("net")),
    "purchases": ("invoices", _received, Sum("net")),
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

    def between(self, name: str, first: int, after: int) -> Figure | None:
        """The figure of a run of months of one source, or None. Raises Gap when a gap spoils the source."""
        found = self.get(name)
        if isinstance(found, Gap):
            raise found
        return found.between(first, after) if found else None
