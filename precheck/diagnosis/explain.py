"""From broken bands to what explains them: apart where they have nothing in common, and how likely each one is."""

from dataclasses import dataclass
from functools import cached_property
from math import exp
from typing import Final

from .differences import differences
from .search import Explanation, Search, State
from .swaps import swapped_columns, swaps
from .told_twice import told_twice
from .units import in_other_units

WIDTH: Final = 6
"""Explanations that are gone on with, when one slip does not explain everything."""
DEEPEST: Final = 3
"""Slips in one explanation at most."""
ALL_BUT_CERTAIN: Final = 0.9
WORTH: Final = 4.0
"""Nats. What is left unexplained and costs less may be honest."""


@dataclass
class Diagnosis:
    """Broken bands that hang together, and everything that may explain them, the likeliest first."""

    bands: list[int]
    explanations: list[Explanation]

    @cached_property
    def shares(self) -> list[float]:
        """How likely each explanation is; what is left to 1 is that there was no slip."""
        least = min([0.0, *(each.cost for each in self.explanations)])
        weights = [exp(least - each.cost) for each in self.explanations]
        total = exp(least) + sum(weights)
        return [each / total for each in weights]


def explain(search: Search, broken: list[int]) -> list[Diagnosis]:
    """A diagnosis for every group of broken bands."""
    state = search.begin()
    papers = _papers(search, state, broken) if broken else []
    found = []
    for group in sorted(_groups(search, broken, papers), key=len, reverse=True):
        if left := search.broken(state, group):
            made = _diagnosis(search, state, left, papers)
            found.append(made)
            state = _settled(search, state, made)
    return found


def _papers(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    """Explanations by many figures of one paper at once."""
    return [*in_other_units(search, state, broken), *swapped_columns(search, state, broken)]


def _settled(search: Search, state: State, diagnosis: Diagnosis) -> State:
    """The state to go on with: what is all but certain would otherwise mislead the search elsewhere."""
    if diagnosis.explanations and diagnosis.shares[0] >= ALL_BUT_CERTAIN:
        return _after(search, state, diagnosis.explanations[0])
    return state


def _groups(search: Search, broken: list[int], papers: list[Explanation]) -> list[list[int]]:
    """The broken bands by what hangs together: bands that share a field, or that one slip in a whole paper breaks."""
    leader = {each: each for each in broken}

    def top(each: int) -> int:
        while leader[each] != each:
            each = leader[each]
        return each

    first_of: dict[int, int] = {}
    for band in broken:
        for field in search.system.fields_of(band):
            leader[top(band)] = top(first_of.setdefault(field, band))
    for paper in papers:
        touched = [first_of[field] for field in paper.changes if field in first_of]
        for one in touched:
            leader[top(one)] = top(touched[0])
    groups: dict[int, list[int]] = {}
    for band in broken:
        groups.setdefault(top(band), []).append(band)
    return list(groups.values())


def _diagnosis(search: Search, state: State, group: list[int], papers: list[Explanation]) -> Diagnosis:
    fields = {field for band in group for field in search.system.fields_of(band)}
    own_papers = [each for each in papers if fields & each.changes.keys()]
    singles = sorted([*_singles(search, state, group), *own_papers], key=lambda each: each.cost)
    pool = [*singles, *differences(search.system, state, group)]
    beam = _leaders(singles)
    for _ in range(DEEPEST - 1):
        beam = _leaders(sorted(_longer(search, state, group, beam), key=lambda each: each.cost))
        if not beam:
            break
        pool += beam
    return Diagnosis(group, _distinct(pool))


def _singles(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    """Explanations by a single slip, the likeliest first."""
    found = [
        *search.singles(state, broken),
        *swaps(search, state, broken),
        *told_twice(search, state, broken),
    ]
    return sorted(found, key=lambda each: each.cost)


def _leaders(explanations: list[Explanation]) -> list[Explanation]:
    """The likeliest explanation of each of the likeliest sets of fields."""
    best: dict[frozenset[int], Explanation] = {}
    for each in explanations:
        best.setdefault(frozenset(each.changes), each)
        if len(best) == WIDTH:
            break
    return list(best.values())


def _longer(search: Search, state: State, group: list[int], beam: list[Explanation]) -> list[Explanation]:
    """Explanations with one slip more, where something is left to explain."""
    if not beam or not _leaves_much(search, _after(search, state, beam[0]), group):
        return []
    return [
        Explanation(each.cost + more.cost, each.parts + more.parts)
        for each in beam
        for more in _left_over(search, _after(search, state, each), group)
        if more.cost < 0 and not more.changes.keys() & each.changes.keys()
    ]


def _left_over(search: Search, state: State, group: list[int]) -> list[Explanation]:
    """Single slips for what is still broken."""
    left = search.broken(state, group)
    return _singles(search, state, left)[: 2 * WIDTH] if left else []


def _after(search: Search, state: State, explanation: Explanation) -> State:
    for part in explanation.parts:
        state = search.after(state, part)
    return state


def _leaves_much(search: Search, state: State, group: list[int]) -> bool:
    left = search.broken(state, group)
    bands = search.system.bands
    return sum(bands[each].cost(state.left[each], state.right[each]) for each in left) > WORTH


def _distinct(pool: list[Explanation]) -> list[Explanation]:
    """Each explanation once, in whatever order its slips were found, the likeliest first."""
    best: dict[object, Explanation] = {}
    for each in sorted(pool, key=lambda each: each.cost):
        key = frozenset((part.kind, *(sorted(part.changes.items()))) for part in each.parts) or id(each)
        best.setdefault(key, each)
    return list(best.values())
