"""The bands of the relations on views, by the fields behind their figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, Final, NamedTuple

from ..engine import Outcome
from ..relation import Relation
from ..views import MONTHLY, YEARLY, Span, Trailing, View, Year
from ..views.figure import Sum
from ..views.series import SERIES, Series
from .relations import Asked, Form, Reading, Term
from .system import MOST_FIELDS, Made, Reads, System, joined

VIEWS: Final[tuple[type[View], ...]] = (Year, Trailing, Span)
FIRST: Final = 1 << 50
"""The first number of a band on a view: they come after those on sections."""
DECLARED: Final = ("declared", "scale_revenue", "scale_assets")
"""The figures that the form itself asks, each of one field."""


class Line(NamedTuple):
    """A field behind a figure of a view, and what it is multiplied with."""

    section: Any
    name: str
    factor: float


class Way(NamedTuple):
    """How a sum gets from its sections to a field, and the sign of it."""

    below: Callable[[Any], Any] | None
    name: str
    sign: int


@cache
def ways(made_of: Sum) -> list[Way]:
    """The fields of each section of a sum."""
    paths = [path.rpartition(".")[::2] for path in made_of.paths]
    signed = zip(paths, made_of.signs, strict=True)
    return [Way(attrgetter(below) if below else None, name, sign) for (below, name), sign in signed]


class Behind(NamedTuple):
    """What is behind a figure of a view: sections, the fields of them that are summed, and a factor."""

    made_of: Sum
    sections: list[Any]
    factor: float

    def lines(self) -> list[Line]:
        """Every field, those that are 0 too."""
        return [
            Line(way.below(section) if way.below else section, way.name, way.sign * self.factor)
            for section in self.sections
            for way in ways(self.made_of)
        ]

    def factor_of(self, section: Any, name: str) -> float:
        """What a field is multiplied with; 0 for one that is not there."""
        for way in ways(self.made_of):
            if way.name == name:
                for each in self.sections:
                    if section is (way.below(each) if way.below else each):
                        return way.sign * self.factor
        return 0.0


class Seen(NamedTuple):
    """A view, the first number of its bands, and what is asked of it."""

    view: View
    first: int
    form: Form


@cache
def figures_of(name: str) -> tuple[str, ...]:
    """The figures that are made of fields of this name, among others."""
    sums = [(figure, made_of) for of_source in YEARLY.values() for figure, made_of in of_source.items()]
    sums += [(figure, made_of) for figure, (_, _, made_of) in SERIES.items()]
    found = (
        figure for figure, made_of in sums if name in {path.rpartition(".")[2] for path in made_of.paths}
    )
    return tuple(dict.fromkeys(found))


class OnViews:
    """Relations between figures of several sources for one stretch of time."""

    def __init__(
        self,
        system: System,
        views: Mapping[Any, Sequence[Any]],
        forms: Mapping[type[Any], Form],
        lists: set[str],
        outcome: Outcome,
    ) -> None:
        """Relations that read none of the `lists` of the application are left out."""
        self.system, self.lists, self.outcome = system, lists, outcome
        self._views, self._forms = views, forms
        self._behind: dict[tuple[int, str], Behind] = {}

    @cached_property
    def _seen(self) -> dict[int, Seen]:
        """The views by their ids."""
        seen = [
            (view, self._forms[kind])
            for kind in VIEWS
            for view in self._views.get(kind, ())
            if kind in self._forms
        ]
        return {
            id(view): Seen(view, FIRST + number * MOST_FIELDS, form)
            for number, (view, form) in enumerate(seen)
        }

    def reported(self) -> Iterator[int]:
        """The bands of the relations that were found broken: no others can be."""
        for rule, hit in self.outcome.found:
            seen = self._seen.get(id(hit.refs[0].section)) if isinstance(rule, Relation) else None
            if seen and rule.code in seen.form.by_code:
                yield from self._there(seen, seen.form.by_code[rule.code])

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The relations on figures that a field is part of."""
        found: dict[int, tuple[float, float]] = {}
        for figure in figures_of(name):
            for seen, reading, factor in self._reading(figure, section, name):
                for band in self._there(seen, reading.at):
                    on_left, on_right = found.get(band, (0.0, 0.0))
                    found[band] = (
                        on_left + factor * _factor(reading.left),
                        on_right + factor * _factor(reading.right),
                    )
        return iter([(band, *found[band]) for band in sorted(found)])

    def _reading(self, figure: str, section: Any, name: str) -> Iterator[tuple[Seen, Reading, float]]:
        """The relations that read a figure, on views in which a field is part of it, with what it is multiplied with."""
        for seen in self._seen.values():
            readings = seen.form.reading.get(figure, ()) if seen.view.gives(figure) else ()
            factor = self._behind_of(seen.view, figure).factor_of(section, name) if readings else 0.0
            if factor:
                yield from ((seen, each, factor) for each in readings)

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """None: figures of several sources honestly differ."""
        return iter(())

    def meet_what_is_declared(self) -> None:
        """Figures of the form itself are met here first, in the order of the years."""
        for seen in self._seen.values():
            missing = {name for name in DECLARED if seen.view.gives(name)}
            for asked in seen.form.asked if missing else ():
                if missing.intersection(asked.relation.names) and self._is_asked(seen.view, asked):
                    for name in asked.relation.names:
                        if name in missing:
                            missing.remove(name)
                            for line in self._behind_of(seen.view, name).lines():
                                self.system.meet(line.section, line.name)

    @cached_property
    def comparisons(self) -> dict[int, tuple[str, str]]:
        """All bands on views, each with the lists of the application that its first and its last figure come from."""
        found = {}
        for seen in self._seen.values():
            for at, asked in enumerate(seen.form.asked):
                names = asked.relation.names
                for band in self._there(seen, at):
                    found[band] = seen.view.sources[names[0]], seen.view.sources[names[-1]]
        return found

    def compares(self, band: int) -> bool:
        """Whether a band is on a view."""
        return FIRST <= band < 2 * FIRST

    def _there(self, seen: Seen, at: int) -> Iterator[int]:
        """The number of a band, if there is such a band."""
        band = seen.first + at
        if band in self.system.bands or self.system.has(
            band, partial(self._made, seen.view, seen.form.asked[at])
        ):
            yield band

    def _made(self, view: View, asked: Asked) -> Made | None:
        sides = asked.relation.sides(view) if self._is_asked(view, asked) else None
        return sides and Made(
            asked.band(asked.relation.slack(view)), sides, partial(self._reads, view, asked)
        )

    def _is_asked(self, view: View, asked: Asked) -> bool:
        """Whether a view has all figures of a relation, and findings speak of one of them."""
        names = asked.relation.names
        return any(view.sources[name] in self.lists for name in names) and all(map(view.gives, names))

    def _reads(self, view: View, asked: Asked) -> Reads:
        return joined(self._side(view, asked.left), self._side(view, asked.right))

    def _side(self, view: View, terms: Sequence[Term]) -> list[tuple[int, float]]:
        number = self.system.number
        return [
            (number(line.section, line.name), line.factor * term.factor)
            for term in terms
            for line in self._behind_of(view, term.name).lines()
        ]

    def _behind_of(self, view: View, figure: str) -> Behind:
        key = id(view), figure
        if key not in self._behind:
            self._behind[key] = behind(view, figure)
        return self._behind[key]


def _factor(terms: Sequence[Term]) -> float:
    return sum([term.factor for term in terms])


def behind(view: Any, name: str) -> Behind:
    """What is behind a figure of a view."""
    if isinstance(view, Trailing):
        series = view.series.get(name) if name in SERIES else None
        if not isinstance(series, Series):
            return behind(view.of, name)
        first, after = series.last_run(12)
        return Behind(*_of_months(view, name, first, after), 12 / (after - first))
    if isinstance(view, Span):
        return Behind(*_of_months(view, name, view.first, view.after), 1.0)
    if name in MONTHLY:
        return Behind(*_of_months(view, name, view.year * 12, view.year * 12 + 12), 1.0)
    source = view.sources[name]
    return Behind(YEARLY[source][name], [view.closing[source]], 1.0)


def _of_months(view: Any, name: str, first: int, after: int) -> tuple[Sum, list[Any]]:
    series: Series = view.series.get(name)
    return series.made_of, [section for start, _, section in series.items if first <= start < after]
