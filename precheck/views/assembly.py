"""Which views an application has: its years, the last months of a year without a source, the spans of its sources."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..application import Application, Gap
from . import YEARLY, Span, Trailing, View, Year
from .series import AllSeries, common_run

LEAST_SPAN = 3
"""Months. Two sources over a shorter run differ by timing alone."""

PAIRS = (
    ("statement_sales", "vat_sales"),
    ("invoice_sales", "vat_sales"),
    ("bank_receipts", "vat_gross"),
    ("bank_receipts", "statement_sales"),
    ("platform_sales", "vat_gross"),
    ("platform_sales", "bank_receipts"),
)
"""The pairs of sources that a relation compares."""


def views_of(application: Application) -> dict[type[View], Sequence[View]]:
    """Every view of the application, by its kind."""
    series = AllSeries(application)
    by_year = [Year(year, closing, series) for year, closing in sorted(_closings(application).items())]
    return {Year: by_year, Trailing: _trailing(by_year, series), Span: _spans(series)}


def _closings(application: Application) -> dict[int, dict[str, Any]]:
    """For every year that is declared or that a statement or return closes: what closes it, by source."""
    found: dict[int, dict[str, Any]] = {}
    hidden: dict[str, Gap] = {}
    for source in YEARLY:
        try:
            for year, item in _CLOSING[source](application):
                found.setdefault(year, {})[source] = item
        except Gap as gap:
            hidden[source] = gap
    for closing in found.values() if hidden else ():
        closing |= hidden
    return found


def _declared(application: Application) -> Iterable[tuple[int, Any]]:
    return [(each.year, each) for each in application.revenue]


def _scale(application: Application) -> Iterable[tuple[int, Any]]:
    as_of = application.scale.as_of
    return [(as_of.year, application.scale)] if as_of.month == 12 else ()


def _statements(application: Application) -> Iterable[tuple[int, Any]]:
    return [(each.period.year, each) for each in application.statements if each.period.closes_year]


def _vat_returns(application: Application) -> Iterable[tuple[int, Any]]:
    return [(each.period.year, each) for each in application.vat_returns if each.period.closes_year]


def _income_tax_returns(application: Application) -> Iterable[tuple[int, Any]]:
    return [(each.period.year, each) for each in application.income_tax_returns if each.period.months == 12]


_CLOSING = {
    "revenue": _declared,
    "scale": _scale,
    "statements": _statements,
    "vat_returns": _vat_returns,
    "income_tax_returns": _income_tax_returns,
}


def readable(application: Application, name: str) -> Sequence[Any]:
    """A list of the application, empty when a gap stands in its place."""
    try:
        items: Sequence[Any] = getattr(application, name)
    except Gap:
        return ()
    return items


def _trailing(years: Iterable[Year], series: AllSeries) -> list[Trailing]:
    """A view for the latest declared year, if no source covers that year."""
    declared = [year for year in years if year.gives("declared")][-1:]
    return [Trailing(year, series) for year in declared if not year.covered]


def _spans(series: AllSeries) -> list[Span]:
    """A view for every pair of sources that a relation compares and that share a run of months."""
    return [Span(names, series, *run) for names in PAIRS if (run := _shared(series, *names))]


def _shared(series: AllSeries, one_name: str, other_name: str) -> tuple[int, int] | None:
    one, other = series.get(one_name), series.get(other_name)
    if one is None or other is None:
        return None
    if isinstance(one, Gap) or isinstance(other, Gap):
        return 0, 0  # the view must raise the gap, whatever months it would have
    run = common_run(one, other)
    return run if run and run[1] - run[0] >= LEAST_SPAN else None
