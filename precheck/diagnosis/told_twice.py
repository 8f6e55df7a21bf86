"""One misunderstanding in the figure that the form asks for twice: the revenue of a year, declared and under scale."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from ..application import Gap
from .copies import ASKED
from .search import POOR, Explanation, Part, Search, State

MISUNDERSTOOD: Final = frozenset({"unit_ten_thousand", "unit_thousand", "month_for_year", "year_for_month"})
"""Slips that whoever makes them makes again; a slip of the finger happens once, and by the tax papers differ honestly."""
AGAIN: Final = 0.5
"""Nats: what it costs that the second figure was misunderstood like the first."""


def told_twice(search: Search, state: State, broken: list[int]) -> Iterator[Explanation]:
    """Explanations by both of two equal figures, misunderstood in one way."""
    bands, read = set(broken), set(search.fields_of(broken))
    asked = any(search.system.field(each).model in ASKED for each in read)
    for both in _pairs(search, state) if asked else ():
        found = dict[tuple[str, float], float]()
        for field in read.intersection(both):
            for target in search.targets(field, state, bands):
                for kind, value, cost in search.proposals(field, state, target):
                    if kind in MISUNDERSTOOD:
                        found[kind, value] = min(cost, found.get((kind, value), cost))
        weight = max(search.system.field(field).weight for field in both)
        for (kind, value), cost in found.items():
            part = Part(kind, dict.fromkeys(both, value))
            cost += weight + AGAIN + search.change(state, part)
            if cost < POOR:
                yield Explanation(cost, (part,))


def _pairs(search: Search, state: State) -> Iterator[tuple[int, int]]:
    """The declared revenue of a year and that of the scale section, where one was written like the other."""
    application, known = search.system.layout.application, search.system.known
    with suppress(Gap):
        scale = known(application.scale, "operating_revenue")
        for each in application.revenue:
            declared = known(each, "amount")
            if scale and declared and state.x[scale] == state.x[declared] != 0:
                yield declared, scale
