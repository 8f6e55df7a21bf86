"""Two fields in each other's place, or two columns of one form."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

from .copies import ONE_OF_THE_LINES
from .fields import amounts_of, model_of
from .search import POOR, Explanation, Part, Search, State
from .slips import COST
from .units import HOPELESS, RARE

MOST_PAIRED: Final = 12
"""Fields of broken bands that are tried in each other's place, whether or not they stand side by side."""
COLUMNS: Final = RARE + COST["swapped_columns"]
"""Nats: what it costs that two columns are in each other's place."""
TOO_DEAR: Final = 18.0
"""Nats. Two fields are not in each other's place when a sum that holds would cost so much then."""
NOT_READ: Final = (0.0, 0.0)


def swaps(search: Search, state: State, broken: list[int]) -> Iterator[Explanation]:
    """Explanations by two fields: next to one another, or lines of one form that broken bands read."""
    for one, other in _pairs(search, state, broken):
        if state.x[one] != state.x[other] and state.x[one] and state.x[other]:
            part = Part("swapped", {one: state.x[other], other: state.x[one]})
            if _mends(search, state, part, broken) and _spares(search, state, one, other, broken):
                weight = max(search.system.field(one).weight, search.system.field(other).weight)
                cost = weight + COST["swapped"] + ONE_OF_THE_LINES + search.change(state, part)
                if cost < POOR:
                    yield Explanation(cost, (part,))


def swapped_columns(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    """Explanations by two columns of a form, each of which was typed in the other one's place."""
    layout = search.system.layout
    sections = {search.system.field(field).section for field in search.fields_of(broken)}
    pairs = {
        frozenset((id(one), id(other))): (one, other)
        for paper in layout.papers(sections)
        for one in paper.sections
        for other in layout.beside(one)
        if paper.is_column
    }
    found = list[Explanation]()
    for one, other in pairs.values():
        part = _exchanged(search, state, one, other)
        if len(part.changes) > 2 and _mends(search, state, part, broken):
            cost = search.change(state, part, most=HOPELESS)
            found += [Explanation(COLUMNS + cost, (part,))] if cost < -COLUMNS else []
    return found


def _exchanged(search: Search, state: State, one: Any, other: Any) -> Part:
    """Two columns with every line that differs in the other one's place."""
    changes = dict[int, float]()
    for name in amounts_of(model_of(type(one))):
        here, there = search.system.known(one, name), search.system.known(other, name)
        if here is not None and there is not None and state.x[here] != state.x[there]:
            changes |= {here: state.x[there], there: state.x[here]}
    return Part("swapped_columns", changes)


def _pairs(search: Search, state: State, broken: list[int]) -> list[tuple[int, int]]:
    fields, kind = search.fields_of(broken), search.system.field
    near = [(one, other) for one in fields if state.x[one] for other in search.system.neighbours(one)]
    near += [
        (one, other)
        for one, other in combinations(fields[:MOST_PAIRED], 2)
        if _on_one_form(kind(one).section, kind(other).section)
    ]
    near += [(one, other) for one in fields for other in _due(search, one)]
    return sorted({(one, other) if one < other else (other, one) for one, other in near})


def _due(search: Search, one: int) -> Iterator[int]:
    """The other lines of a form for which a paper states the figure that stands in this one."""
    section = search.system.field(one).section
    for twin in search.copies.twins(one):
        for other in search.copies.compared_with(twin):
            if other != one and search.system.field(other).section is section:
                yield other


def _on_one_form(one: Any, other: Any) -> bool:
    """Whether two sections are one, or a month of invoices and one of its rates."""
    parts = (*one.__dict__.get("rates", ()), *other.__dict__.get("rates", ()))
    return one is other or any(each is one or each is other for each in parts)


def _mends(search: Search, state: State, part: Part, broken: list[int]) -> bool:
    """Whether the broken bands cost less once the two are exchanged."""
    steps = {field: value - state.x[field] for field, value in part.changes.items()}
    touched = [each for each in broken if not steps.keys().isdisjoint(search.system.reads(each))]
    return sum(search.difference(each, state, part, steps) for each in touched) < 0


def _spares(search: Search, state: State, one: int, other: int, broken: list[int]) -> bool:
    """Whether the sums that vouch for two fields still hold once they are exchanged. Both stand in bands."""
    bands, gap, known = search.system.bands, abs(state.x[one] - state.x[other]), set(broken)
    vouching = (*search.vouching(one, state, known), *search.vouching(other, state, known))
    if any(bands[each].cost(gap, 0.0) > TOO_DEAR and _differ(search, each, one, other) for each in vouching):
        return False
    return bool(search.system.touching(one) and search.system.touching(other))


def _differ(search: Search, band: int, one: int, other: int) -> bool:
    """Whether it matters to a sum which field has which value."""
    reads = search.system.reads(band)
    here, there = reads.get(one, NOT_READ), reads.get(other, NOT_READ)
    return here[0] - here[1] != there[0] - there[1]
