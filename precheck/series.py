"""Sources that speak of months and quarters, and the runs of months that two of them share."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from .application import Application, Gap, Period, Section
from .figure import Figure, total

SALES_BOXES = ("standard_sales", "simplified_sales", "export_sales", "exempt_sales")
TAX_BOXES = ("output_tax", "simplified_tax")
RECEIPTS_LESS = ("own_transfers", "loan_receipts")
QUARTER = 3
"""Months. Longer periods are years, and meet in `Year`."""


class Series:
    """One periodic source: its pieces in the order of time, and the fields to add and to take off."""

    def __init__(self, plus: tuple[str, ...], minus: tuple[str, ...] = ()) -> None:
        self.plus, self.minus = plus, minus
        self.by_period: dict[tuple[int, int], list[Section]] = {}

    def add(self, period: Period, sections: Sequence[Section]) -> None:
        """Put down what the source says of a period; two accounts of one month are added up."""
        self.by_period.setdefault((period.first, period.after), []).extend(sections)

    @cached_property
    def next(self) -> dict[int, int]:
        """The month after each piece, by the month that it starts with."""
        return dict(sorted(self.by_period))

    def between(self, first: int, after: int) -> Figure | None:
        """The figure of a run of months, or None when the source does not cover all of it in whole periods."""
        month, sections = first, list[Section]()
        while month < after:
            step = self.next.get(month)
            if step is None or step > after:
                return None
            sections += self.by_period[month, step]
            month = step
        return total(sections, *self.plus, minus=self.minus)

    def last_run(self, most: int) -> tuple[int, int] | None:
        """The last unbroken run, of at most so many months: the month it starts with and the month after it."""
        back = {after: first for first, after in self.by_period}
        if not back:
            return None
        first = after = max(back)
        while first in back and after - back[first] <= most:
            first = back[first]
        return first, after


def common_run(one: dict[int, int], other: dict[int, int]) -> tuple[int, int] | None:
    """The longest run of months that two sources both cover in whole periods; the later of two equal ones."""
    best, reached = None, -1
    for first in one:
        if first < reached or first not in other:
            continue
        after = _shared_end(one, other, first)
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


def all_series(application: Application) -> dict[str, "Series | Gap"]:
    """Every periodic source that the application gives, by the name of its figure; a gap spoils its source."""
    found: dict[str, Series | Gap] = {}
    for name, (source, make) in SERIES.items():
        try:
            if getattr(application, source):
                found[name] = make(application)
        except Gap as gap:
            found[name] = gap
    return found


def _statement_sales(application: Application) -> Series:
    series = Series(("revenue",))
    for each in application.statements:
        if each.period.months <= QUARTER:
            series.add(each.period, [each.income_statement.current])
    return series


def _vat_sales(application: Application) -> Series:
    series = Series(SALES_BOXES)
    for each in application.vat_returns:
        series.add(each.period, [each.current])
    return series


def _vat_gross(application: Application) -> Series:
    series = _vat_sales(application)
    series.plus += TAX_BOXES
    return series


def _invoices(direction: str, application: Application) -> Series:
    series = Series(("net",))
    for each in application.invoices:
        if each.direction == direction:
            series.add(each.month, each.rates)
    return series


def _bank_receipts(application: Application) -> Series:
    series = Series(("inflow",), RECEIPTS_LESS)
    for account in application.bank_accounts:
        for each in account.months:
            series.add(each.month, [each])
    return series


def _platform_sales(application: Application) -> Series:
    series = Series(("gross",), ("refunds",))
    for platform in application.platforms:
        for each in platform.months:
            series.add(each.month, [each])
    return series


SERIES: dict[str, tuple[str, Callable[[Application], Series]]] = {
    "statement_sales": ("statements", _statement_sales),
    "vat_sales": ("vat_returns", _vat_sales),
    "vat_gross": ("vat_returns", _vat_gross),
    "invoice_sales": ("invoices", partial(_invoices, "issued")),
    "purchases": ("invoices", partial(_invoices, "received")),
    "bank_receipts": ("bank_accounts", _bank_receipts),
    "platform_sales": ("platforms", _platform_sales),
}
"""The figure of each periodic source, the list of the application it is read from, and how."""
