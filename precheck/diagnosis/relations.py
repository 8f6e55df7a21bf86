"""What the relations that the rules declare ask under one policy: worked out once, and the same for every draft."""

import ast
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from ..application import Section
from ..application.structure import models
from ..engine import Plan
from ..policy import Policy
from ..relation import EQUAL, Relation
from .bands import Band
from .system import LATER, Numbers

EXACT, USUAL, SOFT = 10.0, 4.5, 5.0
"""Nats: what it costs that a sum is broken which the form prints, one that other forms may break, and a comparison."""
ONE_FIGURE: Final = 1.07
"""Bands narrower than this compare one figure told twice."""
A_MODEL: Final = 1 << 32
"""So many numbers are kept for the fields of a model."""


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


class Asked(NamedTuple):
    """What a relation asks: a band of the narrower of the policy's two tolerances."""

    relation: Relation
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    low: float
    high: float
    weight: float
    same: bool

    def band(self, slack: float) -> Band:
        """Its band, where rounding explains so many yuan."""
        return Band(
            self.relation.code, low=self.low, high=self.high, slack=slack, weight=self.weight, same=self.same
        )


class Reading(NamedTuple):
    """A relation that reads some figure: which one of its kind, and the figure's terms on both sides."""

    at: int
    left: tuple[Term, ...]
    right: tuple[Term, ...]


class Form:
    """The relations of one kind of section or view."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self.asked = asked
        self.by_code = {each.relation.code: at for at, each in enumerate(self.asked)}
        self.reading: dict[str, list[Reading]] = {}
        """By figure the relations that read it, in the order in which a reader of the relations meets the figures."""
        for at, each in enumerate(self.asked):
            for name in dict.fromkeys(term.name for term in (*each.left, *each.right)):
                terms = (
                    tuple(term for term in side if term.name == name) for side in (each.left, each.right)
                )
                self.reading.setdefault(name, []).append(Reading(at, *terms))
        self.certain = {
            name: [each.at for each in found if self.asked[each.at].band(0.0).is_certain]
            for name, found in self.reading.items()
        }
        """The same, of relations that honest papers always keep."""


NO_FORM: Final = Form(())


def _asked(relation: Relation, policy: Policy) -> Asked | None:
    tolerance = relation.tolerance(policy)
    narrow = tolerance.warn or tolerance.error
    if narrow is None:
        return None
    if narrow == EQUAL:
        return Asked(relation, *sides(relation), 1.0, 1.0, USUAL if tolerance.warn else EXACT, same=False)
    same = narrow.low > 0 and narrow.high <= narrow.low * ONE_FIGURE
    return Asked(relation, *sides(relation), narrow.low, narrow.high, SOFT, same)


@lru_cache(16)
def forms(plan: Plan, policy: Policy) -> dict[type[Any], Form]:
    """The relations of a plan by the kind of section or view that they are on."""
    found = {}
    for kind, rules in plan.by_section.items():
        if asked := [made for rule in rules if isinstance(rule, Relation) and (made := _asked(rule, policy))]:
            found[kind] = Form(asked)
    return found


@lru_cache(16)
def numbering(plan: Plan, policy: Policy) -> dict[type[Section], Numbers]:
    """The numbers of the fields, in the order in which the relations of their sections meet them."""
    known = forms(plan, policy)
    found = {}
    for number, model in enumerate(models(), 1):
        read = known[model].reading if model in known else ()
        names = enumerate(dict.fromkeys((*read, *model.names)))
        places = {name: at if name in read else LATER + at for at, name in names}
        found[model] = Numbers(number * A_MODEL, places)
    return found
