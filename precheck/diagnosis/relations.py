"""The bands of the relations that the rules declare: on sections as they stand, on views by the fields behind them."""

import ast
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from ..application import Gap, Ref, Section
from ..policy import Policy
from ..relation import EQUAL, Relation
from ..views import MONTHLY, YEARLY, Span, Trailing, View
from ..views.figure import Sum
from ..views.series import SERIES, Series
from .bands import Band
from .system import System

EXACT, USUAL, SOFT = 10.0, 4.5, 5.0
"""Nats: what it costs that a sum is broken which the form prints, one that other forms may break, and a comparison."""
ONE_FIGURE: Final = 1.07
"""Bands narrower than this compare one figure told twice."""


class Term(NamedTuple):
    """A figure of a relation's side, what it is multiplied with, and a rate that it is multiplied with too."""

    factor: float
    name: str
    rate: str = ""


@cache
def sides(relation: Relation) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The two sides of a relation as sums."""
    left, _, right, _ = relation.parts
    return tuple(_sum(ast.parse(left, mode="eval").body, 1)), tuple(
        _sum(ast.parse(right, mode="eval").body, 1)
    )


def _sum(node: ast.expr, factor: float) -> Iterator[Term]:
    match node:
        case ast.BinOp(left, ast.Add() | ast.Sub() as sign, right):
            yield from _sum(left, factor)
            yield from _sum(right, factor if isinstance(sign, ast.Add) else -factor)
        case ast.BinOp(ast.Constant(value), ast.Mult(), inner):
            yield from _sum(inner, factor * float(value))  # type: ignore[arg-type]
        case ast.BinOp(ast.Name(rate), ast.Mult(), ast.Name(name)):
            yield Term(factor, name, rate)
        case ast.UnaryOp(_, inner):
            yield from _sum(inner, -factor)
        case ast.Name(name):
            yield Term(factor, name)
        case _:
            raise SyntaxError(f"not a sum: {ast.unparse(node)}")


def section_bands(
    system: System, section: Section, relations: list[Relation], policy: Policy
) -> Iterator[Band]:
    """The bands of the relations on one section that can be told, the gaps left out."""
    last_digit = system.last_digit(section)
    for each in relations:
        try:
            if each.given and not getattr(section, each.given):
                continue
            left, right = (
                [
                    (system.number(section, term.name), term.factor * _rate(section, term.rate))
                    for term in side
                ]
                for side in sides(each)
            )
        except Gap:
            continue
        slack = max(each.slack(section), each.digits * last_digit)
        band = _band(each, left, right, slack, policy)
        if band:
            yield band


def _rate(section: Section, name: str) -> float:
    return float(getattr(section, name)) if name else 1.0


def _band(relation: Relation, left: Any, right: Any, slack: float, policy: Policy) -> Band | None:
    """A band of the narrower of the policy's two tolerances."""
    tolerance = relation.tolerance(policy)
    narrow = tolerance.warn or tolerance.error
    if narrow is None:
        return None
    if narrow == EQUAL:
        return Band(relation.code, left, right, slack=slack, weight=USUAL if tolerance.warn else EXACT)
    same = narrow.low > 0 and narrow.high <= narrow.low * ONE_FIGURE
    return Band(
        relation.code, left, right, low=narrow.low, high=narrow.high, slack=slack, weight=SOFT, same=same
    )


def view_bands(
    system: System, view: View, relations: list[Relation], policy: Policy
) -> Iterator[tuple[Band, tuple[str, str]]]:
    """The bands of the relations on one view, each with the sources of its two sides."""
    known: dict[str, Any] = {}
    for each in relations:
        names = each.names
        if not all(view.gives(name) for name in names) or (each.given and not getattr(view, each.given)):
            continue
        for name in names:
            if name not in known:
                known[name] = [(system.number(*ref[:2]), factor) for ref, factor in lines(view, name)]
        left, right = (
            [(number, factor * term.factor) for term in side for number, factor in known[term.name]]
            for side in sides(each)
        )
        band = _band(each, left, right, each.slack(view), policy)
        if band:
            yield band, (view.sources[names[0]], view.sources[names[-1]])


def lines(view: View, name: str) -> list[tuple[Ref, float]]:
    """Every field behind a figure of a view, lines that are 0 too, each with what it is multiplied with."""
    made_of, sections, factor = _made_of(view, name)
    return [(ref, sign * factor) for ref, sign in made_of.lines(sections)]


def _made_of(view: Any, name: str) -> tuple[Sum, list[Any], float]:
    if isinstance(view, Trailing):
        series = view.series.get(name) if name in SERIES else None
        if not isinstance(series, Series):
            return _made_of(view.of, name)
        first, after = series.last_run(12)
        return *_of_months(view, name, first, after), 12 / (after - first)
    if isinstance(view, Span):
        return *_of_months(view, name, view.first, view.after), 1.0
    if name in MONTHLY:
        return *_of_months(view, name, view.year * 12, view.year * 12 + 12), 1.0
    source = view.sources[name]
    return YEARLY[source][name], [view.closing[source]], 1.0


def _of_months(view: Any, name: str, first: int, after: int) -> tuple[Sum, list[Any]]:
    series: Series = view.series.get(name)
    return series.made_of, [section for start, _, section in series.items if first <= start < after]
