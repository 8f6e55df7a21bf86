"""Sections assembled from several sources, so that figures of the same period meet.

`Year` is one calendar year, `Trailing` the last months of each source for a declared year that no source covers,
`Span` the longest run of whole periods that two sources both cover. A figure that no source gives is None;
touching a figure that a gap spoils raises that gap, and the other figures stay.
"""

from typing import TYPE_CHECKING, Any, ClassVar

from ..application import Gap, Ref
from .figure import Sum
from .series import SALES, SALES_AND_TAX, SERIES, AllSeries, Series

LEAST_TRAILING = 6
"""Months. A shorter run says too little about a year."""


class View:
    """Figures that several sources give for one stretch of time; each is an attribute, in yuan, or None."""

    gaps: dict[str, Gap]
    """The gaps that hide figures, by figure."""
    is_view: ClassVar[bool] = True
    rounding: ClassVar[float] = 0.01
    sources: ClassVar[dict[str, str]] = {}
    """Every figure, and the list of the application that it comes from."""

    _none: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls._none = dict.fromkeys(cls.sources) | {"gaps": {}}

    def __init__(self) -> None:
        self.__dict__ |= self._none

    @property
    def words(self) -> str:
        """Which stretch of time it speaks of."""
        raise NotImplementedError

    def origins(self, name: str) -> tuple[Ref, ...]:
        """The fields of the draft that a figure was summed from; none when no source gives it."""
        raise NotImplementedError

    def gives(self, name: str) -> bool:
        """Whether a source gives a figure, and no gap hides it."""
        return self.__dict__.get(name) is not None

    def spoil(self, name: str, gap: Gap) -> None:
        """Say that a gap hides a figure: touching it raises the gap from now on."""
        self.gaps = {**self.gaps, name: gap.with_traceback(None)}
        self.__dict__.pop(name, None)
        self.__class__ = SPOILED.get(type(self), type(self))  # type: ignore[arg-type]

    def __truediv__(self, name: str) -> Ref:
        return Ref(self, name)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A figure in yuan, or None."""


def _spoiled(view: type[View]) -> type[View]:
    class Spoiled(view):  # type: ignore[valid-type,misc]
        def __getattr__(self, name: str) -> Any:
            gap = self.__dict__.get("gaps", {}).get(name)
            raise gap if gap else AttributeError(name)

    Spoiled.__name__ = Spoiled.__qualname__ = view.__name__
    return Spoiled


YEARLY: dict[str, dict[str, Sum]] = {
    "revenue": {"declared": Sum("amount")},
    "scale": {"scale_revenue": Sum("operating_revenue"), "scale_assets": Sum("total_assets")},
    "statements": {
        "revenue": Sum("income_statement.year_to_date.revenue"),
        "cost": Sum("income_statement.year_to_date.cost_of_sales"),
        "profit": Sum("income_statement.year_to_date.total_profit"),
        "net_profit": Sum("income_statement.year_to_date.net_profit"),
        "assets": Sum("balance_sheet.closing.total_assets"),
        "retained_change": Sum(
            "balance_sheet.closing.retained_earnings",
            "balance_sheet.closing.surplus_reserve",
            "-balance_sheet.opening.retained_earnings",
            "-balance_sheet.opening.surplus_reserve",
        ),
    },
    "vat_returns": {
        "vat_sales": Sum(*(f"year_to_date.{box}" for box in SALES)),
        "vat_gross": Sum(*(f"year_to_date.{box}" for box in SALES_AND_TAX)),
    },
    "income_tax_returns": {
        "tax_revenue": Sum("revenue"),
        "tax_cost": Sum("cost_of_sales"),
        "tax_profit": Sum("total_profit"),
    },
}
"""The figures that a source gives for a whole year: its declared entry, closing statement or closing return."""

MONTHLY = ("invoice_sales", "purchases", "bank_receipts", "platform_sales")
"""The figures of a year that are summed from its twelve months."""

COVERING = ("revenue", "vat_sales", "tax_revenue", "invoice_sales", "bank_receipts", "platform_sales")
"""The figures that confirm a declared year; when all are absent the trailing months stand in."""


class Year(View):
    """One calendar year: the year-to-date column of December or of the fourth quarter is the year's figure."""

    sources = {name: source for source, sums in YEARLY.items() for name in sums} | {
        name: SERIES[name][0] for name in MONTHLY
    }

    def __init__(self, year: int, closing: dict[str, Any], series: AllSeries) -> None:
        """`closing` holds, by source, what closes the year, or the gap that hides whether anything does."""
        super().__init__()
        self.year, self.closing, self.series = year, closing, series
        figures = self.__dict__
        for source, item in closing.items():
            for name, made_of in YEARLY[source].items():
                try:
                    figures[name] = made_of.of(item) if item.__class__ is not Gap else _raised(item)
                except Gap as gap:
                    self.spoil(name, gap)
        for name in MONTHLY:
            try:
                figures[name] = series.between(name, year * 12, year * 12 + 12)
            except Gap as gap:
                self.spoil(name, gap)

    def origins(self, name: str) -> tuple[Ref, ...]:
        """The fields of the statement, return or months that a figure was summed from."""
        if not self.gives(name):
            return ()
        if name in MONTHLY:
            return self.series.refs(name, self.year * 12, self.year * 12 + 12)
        source = self.sources[name]
        return YEARLY[source][name].refs([self.closing[source]])

    @property
    def words(self) -> str:
        """The year."""
        return str(self.year)

    @property
    def covered(self) -> bool:
        """Whether any source says what the year's sales were, or a gap hides whether one does."""
        return any(name in self.gaps or self.gives(name) for name in COVERING)


def _raised(gap: Gap) -> float:
    raise gap


class Trailing(View):
    """The declared revenue of a year that no source covers, and a year's sales by the last months of each source."""

    sources = {"declared": "revenue"} | {name: entry[0] for name, entry in SERIES.items()}

    def __init__(self, year: Year, series: AllSeries) -> None:
        super().__init__()
        self.of, self.year, self.series = year, year.year, series
        figures = self.__dict__
        figures["declared"] = year.declared
        for name in SERIES:
            found = series.get(name)
            if isinstance(found, Gap):
                self.spoil(name, found)
            elif found:
                figures[name] = _yearly(found)

    def origins(self, name: str) -> tuple[Ref, ...]:
        """The fields of the declared year, or of the last months of a source."""
        found = self.series.get(name) if name in SERIES else None
        return found.refs(*found.last_run(12)) if isinstance(found, Series) else self.of.origins(name)

    @property
    def words(self) -> str:
        """The declared year; the trailing months differ from source to source."""
        return str(self.year)


def _yearly(series: Series) -> float | None:
    first, after = series.last_run(12)
    amount = series.between(first, after) if after - first >= LEAST_TRAILING else None
    return None if amount is None else amount * 12 / (after - first)


class Span(View):
    """The longest run of whole periods that two sources both cover: two figures, the others None."""

    sources = {name: entry[0] for name, entry in SERIES.items()}

    def __init__(self, names: tuple[str, str], series: AllSeries, first: int, after: int) -> None:
        super().__init__()
        self.series, self.first, self.after = series, first, after
        for name in names:
            try:
                self.__dict__[name] = series.between(name, first, after)
            except Gap as gap:
                self.spoil(name, gap)

    def origins(self, name: str) -> tuple[Ref, ...]:
        """The fields of the months from the first to the last."""
        return self.series.refs(name, self.first, self.after) if self.gives(name) else ()

    @property
    def words(self) -> str:
        """The months from the first to the last."""
        start, last = divmod(self.first, 12), divmod(self.after - 1, 12)
        return f"{start[0]}-{start[1] + 1:02}/{last[0]}-{last[1] + 1:02}"


SPOILED = {view: _spoiled(view) for view in (Year, Trailing, Span)}
