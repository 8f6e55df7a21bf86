"""A whole paper typed in another unit, or some lines of one column of it."""

from collections.abc import Iterator
from math import log
from typing import Final

from .search import Explanation, Part, Search, State
from .slips import COST

RARE: Final = 4.5
"""Nats: what it costs that a paper was typed in another unit, of all papers."""
A_LINE: Final = 0.7
"""Nats for each line of a column that was in another unit: there are many ways to choose some."""
FACTORS: Final = ((1e4, 0.3), (1e3, 1.5), (1e-4, 5.0))
"""What turns a paper into yuan again, and the cost of each in nats."""
WAN: Final = 1e4
ROUNDED: Final = 0.01
"""So close two figures come, as a fraction, when one of them was rounded in another unit."""
SMALL: Final = 1 / 300
"""A line that is less than this share of what it should be like may be in 万元."""


def in_other_units(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    """Papers, and lines of columns, whose figures in another unit explain broken bands; the likeliest first."""
    fields = {field for band in broken for field in search.system.fields_of(band)}
    found = list[Explanation]()
    for paper in search.system.papers:
        if fields.intersection(paper):
            found += _whole(search, state, paper, broken)
    for column in search.system.columns:
        if fields.intersection(column):
            found += _parts(search, state, column)
    return sorted((each for each in found if each.cost < 0), key=lambda each: each.cost)


def _whole(search: Search, state: State, paper: list[int], broken: list[int]) -> Iterator[Explanation]:
    given = [field for field in paper if state.x[field]]
    if len(given) < 2:
        return
    for factor, cost in FACTORS:
        if _mends_one(search, state, set(given), factor, broken):
            part = _scaled("unit_document", state, given, factor)
            yield Explanation(RARE + COST["unit_document"] + cost + search.change(state, part), (part,))


def _mends_one(search: Search, state: State, fields: set[int], factor: float, broken: list[int]) -> bool:
    """Whether a broken band that reads other fields too holds once some fields are multiplied."""
    for number in broken:
        band = search.system.bands[number]
        left = sum(each * state.x[field] for field, each in band.left if field in fields)
        right = sum(each * state.x[field] for field, each in band.right if field in fields)
        inner = fields.issuperset(search.system.fields_of(number))
        more = factor - 1
        if (left or right) and not inner and band.kind != "limit":
            left, right = state.left[number] + more * left, state.right[number] + more * right
            if band.holds(left, right) or abs(left - right) <= ROUNDED * abs(right):
                return True
    return False


def _scaled(kind: str, state: State, fields: list[int], factor: float) -> Part:
    return Part(kind, {field: round(state.x[field] * factor, 2) for field in fields})


def _parts(search: Search, state: State, column: list[int]) -> Iterator[Explanation]:
    """Lines of one column in 万元: those that are too small beside what they should be like, first one by one,
    then each put in or left out as long as it helps."""
    likely = _suspects(search, state, column)
    if len(likely) < 2:
        return
    cost, chosen = min((_cost(search, state, likely[:count]), count) for count in range(2, len(likely) + 1))
    lines, better = set(likely[:chosen]), True
    while better:
        better = False
        for each in likely:
            other = lines ^ {each}
            if len(other) > 1 and (now := _cost(search, state, sorted(other))) < cost:
                cost, lines, better = now, other, True
    part = _scaled("unit_part", state, sorted(lines), WAN)
    yield Explanation(RARE + COST["unit_part"] + cost, (part,))


def _cost(search: Search, state: State, fields: list[int]) -> float:
    return A_LINE * len(fields) + search.change(state, _scaled("unit_part", state, fields, WAN))


def _suspects(search: Search, state: State, column: list[int]) -> list[int]:
    """The lines that may be in 万元, the smallest beside their like first."""
    given = {field: abs(state.x[field]) for field in column if state.x[field]}
    largest = max(given.values(), default=0.0)
    sizes = {}
    for field, amount in given.items():
        beside = max((abs(state.x[each]) for each in search.system.like(field)), default=0.0)
        if amount < SMALL * (beside or largest):
            sizes[field] = log(amount) - log(beside or largest)
    return sorted(sizes, key=lambda field: (sizes[field], field))
