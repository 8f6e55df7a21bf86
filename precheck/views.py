"""Sections assembled from several sources, so that figures of the same period meet.

`Year` is one calendar year, `Trailing` the last months of each source for a declared year that no source covers,
`Span` the longest run of whole periods that two sources both cover. A figure that no source gives is None;
touching a figure that a gap spoils raises that gap, and the other figures stay.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from .application import Application, DeclaredRevenue, Gap, Ref, Section
from .figure import Figure, total
from .series import SALES_BOXES, SERIES, TAX_BOXES, Series, common_run

LEAST_SPAN = 3
"""Months. Two sources over a shorter run differ by timing alone."""
LEAST_TRAILING = 6
"""Months. A shorter run says too little about a year."""
AllSeries = dict[str, Series | Gap]


class View:
    """Figures that several sources give for one stretch of time; each is an attribute, in yuan, or None."""

    is_view: ClassVar[bool] = True
    rounding: ClassVar[float] = 0.01
    sources: ClassVar[dict[str, str]] = {}
    """Every figure, and the list of the application that it comes from."""

    def __init__(self, words: str, makers: Mapping[str, Callable[[], Figure | None]]) -> None:
        self.words = words
        self.figures: dict[str, Figure | None] = {}
        self.gaps: dict[str, Gap] = {}
        self.__dict__.update(dict.fromkeys(self.sources))
        for name, make in makers.items():
            try:
                figure = self.figures[name] = make()
                self.__dict__[name] = figure and figure.value
            except Gap as gap:
                self._spoil(name, gap)

    def _spoil(self, name: str, gap: Gap) -> None:
        self.gaps[name] = gap
        del self.__dict__[name]
        self.__class__ = SPOILED.get(type(self), type(self))  # type: ignore[arg-type]

    def __truediv__(self, name: str) -> Ref:
        return Ref(self, name)

    def origins(self, name: str) -> tuple[Ref, ...]:
        """The fields of the draft that a figure was summed from; none when no source gives it."""
        figure = self.figures.get(name)
        return figure.refs() if figure else ()


def _spoiled(view: type[View]) -> type[View]:
    class Spoiled(view):  # type: ignore[valid-type,misc]
        def __getattr__(self, name: str) -> Any:
            gap = self.__dict__.get("gaps", {}).get(name)
            raise gap if gap else AttributeError(name)

    Spoiled.__name__ = Spoiled.__qualname__ = view.__name__
    return Spoiled


def _closing(items: Iterable[Any], year: int) -> Any:
    """The statement or return whose year-to-date figures are the year's; the later one of two, None of none."""
    found = None
    for each in items:
        if each.period.closes_year and each.period.year == year:
            found = each
    return found


def _one(section: Section, *names: str) -> Figure:
    return Figure(sum([getattr(section, name) for name in names]), [section], names)


def _books(*names: str) -> "YearMaker":
    def make(application: Application, year: int, series: AllSeries) -> Figure | None:
        books = _closing(application.statements, year)
        return books and _one(books.income_statement.year_to_date, *names)

    return make


def _assets(application: Application, year: int, series: AllSeries) -> Figure | None:
    books = _closing(application.statements, year)
    return books and _one(books.balance_sheet.closing, "total_assets")


def _retained(application: Application, year: int, series: AllSeries) -> Figure | None:
    books = _closing(application.statements, year)
    if not books:
        return None
    sheet = books.balance_sheet
    opening = sheet.opening.surplus_reserve + sheet.opening.retained_earnings
    closing = _one(sheet.closing, "surplus_reserve", "retained_earnings")
    return closing._replace(value=closing.value - opening)


def _vat(*names: str) -> "YearMaker":
    def make(application: Application, year: int, series: AllSeries) -> Figure | None:
        closing = _closing(application.vat_returns, year)
        return closing and _one(closing.year_to_date, *names)

    return make


def _income_tax(name: str) -> "YearMaker":
    def make(application: Application, year: int, series: AllSeries) -> Figure | None:
        found = _closing((each for each in application.income_tax_returns if each.period.months == 12), year)
        return found and _one(found, name)

    return make


def _declared(application: Application, year: int, series: AllSeries) -> Figure | None:
    return total([each for each in application.revenue if each.year == year][-1:], "amount")


def _scale(name: str) -> "YearMaker":
    def make(application: Application, year: int, series: AllSeries) -> Figure | None:
        scale = application.scale
        at_year_end = scale.as_of.year == year and scale.as_of.month == 12
        return _one(scale, name) if at_year_end and getattr(scale, name) else None

    return make


def _of_series(name: str) -> "YearMaker":
    def make(application: Application, year: int, series: AllSeries) -> Figure | None:
        return _between(series[name], year * 12, year * 12 + 12) if name in series else None

    return make


YearMaker = Callable[[Application, int, AllSeries], Figure | None]
YEAR: dict[str, tuple[str, YearMaker]] = {
    "declared": ("revenue", _declared),
    "scale_revenue": ("scale", _scale("operating_revenue")),
    "scale_assets": ("scale", _scale("total_assets")),
    "revenue": ("statements", _books("revenue")),
    "cost": ("statements", _books("cost_of_sales")),
    "profit": ("statements", _books("total_profit")),
    "net_profit": ("statements", _books("net_profit")),
    "assets": ("statements", _assets),
    "retained_change": ("statements", _retained),
    "vat_sales": ("vat_returns", _vat(*SALES_BOXES)),
    "vat_gross": ("vat_returns", _vat(*SALES_BOXES, *TAX_BOXES)),
    "tax_revenue": ("income_tax_returns", _income_tax("revenue")),
    "tax_cost": ("income_tax_returns", _income_tax("cost_of_sales")),
    "tax_profit": ("income_tax_returns", _income_tax("total_profit")),
    "invoice_sales": ("invoices", _of_series("invoice_sales")),
    "purchases": ("invoices", _of_series("purchases")),
    "bank_receipts": ("bank_accounts", _of_series("bank_receipts")),
    "platform_sales": ("platforms", _of_series("platform_sales")),
}
"""The figures of a year, the list of the application each is read from, and how."""

COVERING = ("revenue", "vat_sales", "tax_revenue", "invoice_sales", "bank_receipts", "platform_sales")
"""The figures that confirm a declared year; when all are absent the trailing months stand in."""


class Year(View):
    """One calendar year: the year-to-date column of December or of the fourth quarter is the year's figure."""

    sources = {name: source for name, (source, _) in YEAR.items()}  # noqa: RUF012

    def __init__(self, application: Application, year: int, series: AllSeries) -> None:
        self.year = year
        given = {name: make for name, (source, make) in YEAR.items() if _given(application, source)}
        super().__init__(str(year), {n: partial(m, application, year, series) for n, m in given.items()})

    @property
    def covered(self) -> bool:
        """Whether any source says what the year's sales were, or a gap hides whether one does."""
        return any(name in self.gaps or self.figures.get(name) for name in COVERING)


def _given(application: Application, source: str) -> bool:
    """Whether the application has the source; a gap in its place counts, for it must be seen."""
    try:
        return bool(getattr(application, source))
    except Gap:
        return True


class Trailing(View):
    """The declared revenue of a year that no source covers, and a year's sales by the last months of each source."""

    sources = {"declared": "revenue"} | {name: source for name, (source, _) in SERIES.items()}

    def __init__(self, year: Year, series: AllSeries) -> None:
        makers = {name: partial(_yearly, found) for name, found in series.items()}
        super().__init__(year.words, {"declared": lambda: year.figures.get("declared")} | makers)
        self.year = year.year


def _yearly(series: Series | Gap) -> Figure | None:
    if isinstance(series, Gap):
        raise series
    run = series.last_run(12)
    if run is None or run[1] - run[0] < LEAST_TRAILING:
        return None
    figure = series.between(*run)
    return figure and figure._replace(value=figure.value * 12 / (run[1] - run[0]))


class Span(View):
    """The longest run of whole periods that two sources both cover: two figures, the others None."""

    sources = {name: source for name, (source, _) in SERIES.items()}  # noqa: RUF012

    def __init__(self, names: tuple[str, str], series: AllSeries, first: int, after: int) -> None:
        makers = {name: partial(_between, series[name], first, after) for name in names}
        super().__init__(_months(first, after), makers)


def _between(series: Series | Gap, first: int, after: int) -> Figure | None:
    if isinstance(series, Gap):
        raise series
    return series.between(first, after)


def _months(first: int, after: int) -> str:
    start, last = divmod(first, 12), divmod(after - 1, 12)
    return f"{start[0]}-{start[1] + 1:02}/{last[0]}-{last[1] + 1:02}"


PAIRS = (
    ("statement_sales", "vat_sales"),
    ("invoice_sales", "vat_sales"),
    ("bank_receipts", "vat_gross"),
    ("bank_receipts", "statement_sales"),
    ("platform_sales", "vat_gross"),
    ("platform_sales", "bank_receipts"),
)
"""The pairs of sources that a relation compares."""


def years(application: Application, series: AllSeries) -> list[Year]:
    """One view for every year that is declared, or that a closing statement or return speaks of."""
    found = {year for items in YEARLY for each in readable(application, items) for year in _year(each)}
    return [Year(application, year, series) for year in sorted(found)]


YEARLY = ("revenue", "statements", "vat_returns", "income_tax_returns")


def _year(item: Any) -> tuple[int, ...]:
    """The year that an item speaks of as a whole; none when a gap hides it."""
    try:
        if isinstance(item, DeclaredRevenue):
            return (item.year,)
        return (item.period.year,) if item.period.closes_year else ()
    except Gap:
        return ()


def readable(application: Application, name: str) -> Sequence[Any]:
    """A list of the application, empty when a gap stands in its place."""
    try:
        items: Sequence[Any] = getattr(application, name)
    except Gap:
        return ()
    return items


def trailing(of: Iterable[Year], series: AllSeries) -> list[Trailing]:
    """A view for the latest declared year, if no source covers that year."""
    declared = [year for year in of if year.figures.get("declared")][-1:]
    return [Trailing(year, series) for year in declared if not year.covered]


def spans(series: AllSeries) -> list[Span]:
    """A view for every pair of sources that a relation compares and that share a run of months."""
    return [Span(names, series, *run) for names in PAIRS if (run := _shared(series, *names))]


def _shared(series: AllSeries, *names: str) -> tuple[int, int] | None:
    found = [series[name] for name in names if name in series]
    if len(found) < len(names):
        return None
    runs = [each.next for each in found if isinstance(each, Series)]
    if len(runs) < len(names):  # a gap: the view must raise it, whatever months it would have
        return 0, 0
    run = common_run(*runs)
    return run if run and run[1] - run[0] >= LEAST_SPAN else None


SPOILED = {view: _spoiled(view) for view in (Year, Trailing, Span)}
