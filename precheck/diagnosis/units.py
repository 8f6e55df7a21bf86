"""A whole paper typed in another unit, or some lines of one column of it."""

from collections.abc import Iterator, Sequence
from math import log
from typing import Any, Final, NamedTuple

from .fields import Field, amounts_of, model_of
from .search import Explanation, Part, Search, State
from .slips import COST

RARE: Final = 4.5
"""Nats: what it costs that a paper was typed in another unit, of all papers."""
HOPELESS: Final = 40.0
"""Nats. When a paper in another unit costs so much after some of its figures, the others are not looked at."""
A_LINE: Final = 0.7
"""Nats for each line of a column that was in another unit: there are many ways to choose some."""
FACTORS: Final = ((1e4, 0.3), (1e3, 1.5), (1e-4, 5.0))
"""What turns a paper into yuan again, and the cost of each in nats."""
WAN: Final = 1e4
ROUNDED: Final = 0.01
"""So close two figures come, as a fraction, when one of them was rounded in another unit."""
SMALL: Final = 1 / 300
"""A line that is less than this share of what it should be like may be in 万元."""


class Shares(NamedTuple):
    """A band, how many fields it reads, and the amounts that sections add to its two sides: left, right, how many."""

    band: int
    fields: int
    amounts: dict[int, tuple[float, float, int]]


def in_other_units(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    """Papers, and lines of columns, whose figures in another unit explain broken bands; the likeliest first."""
    shares = [_shares(search, state, band) for band in broken]
    sections = {field.section for band in broken for field in _amounts(search, band)}
    found, papers = list[Explanation](), search.system.layout.papers(sections)
    for paper in papers:
        found += _whole(search, state, paper.sections, shares)
    for paper in papers:
        if paper.is_column:
            found += _parts(search, state, *paper.sections)
    return sorted((each for each in found if each.cost < 0), key=lambda each: each.cost)


def _amounts(search: Search, band: int) -> list[Field]:
    fields = map(search.system.field, search.system.fields_of(band))
    return [each for each in fields if not each.is_count]


def _shares(search: Search, state: State, band: int) -> Shares:
    amounts: dict[int, tuple[float, float, int]] = {}
    fields = search.system.fields_of(band)
    for number in fields:
        field, x = search.system.field(number), state.x[number]
        if x and not field.is_count:
            left, right, count = amounts.get(id(field.section), (0.0, 0.0, 0))
            on_left, on_right = search.system.reads(band)[number]
            amounts[id(field.section)] = left + on_left * x, right + on_right * x, count + 1
    return Shares(band, len(fields), amounts)


def _whole(search: Search, state: State, paper: Sequence[Any], shares: list[Shares]) -> Iterator[Explanation]:
    factors = _factors(search, state, set(map(id, paper)), shares)
    given = search.system.given(*paper) if factors else []
    for factor, cost in factors:
        # What would be less than a fen in the other unit was not typed in it.
        lines = [field for field in given if round(state.x[field] * factor, 2)]
        part = _scaled("unit_document", state, lines, factor)
        change = search.change(state, part, most=HOPELESS) if len(lines) > 1 else 0.0
        if change < 0:
            known = [field for field in lines if search.system.touching(field)]
            part = _scaled("unit_document", state, known, factor)
            yield Explanation(RARE + COST["unit_document"] + cost + change, (part,))


def _factors(
    search: Search, state: State, paper: set[int], shares: list[Shares]
) -> list[tuple[float, float]]:
    """The factors with which a broken band that reads other fields too holds, once the amounts of a paper are
    multiplied."""
    found = set[tuple[float, float]]()
    for band, fields, amounts in shares:
        own = [amounts[section] for section in amounts.keys() & paper]
        left, right, count = (
            sum(each[0] for each in own),
            sum(each[1] for each in own),
            sum(each[2] for each in own),
        )
        if (left or right) and count < fields and search.system.bands[band].kind != "limit":
            found |= {each for each in FACTORS if _mends(search, state, band, each[0] - 1, left, right)}
    return [each for each in FACTORS if each in found]


def _mends(search: Search, state: State, band: int, more: float, left: float, right: float) -> bool:
    left, right = state.left[band] + more * left, state.right[band] + more * right
    return search.system.bands[band].holds(left, right) or abs(left - right) <= ROUNDED * abs(right)


def _scaled(kind: str, state: State, fields: list[int], factor: float) -> Part:
    return Part(kind, {field: round(state.x[field] * factor, 2) for field in fields})


def _parts(search: Search, state: State, column: Any) -> Iterator[Explanation]:
    """Lines of one column in 万元: those that are too small beside what they should be like, first one by one,
    then each put in or left out as long as it helps."""
    likely = _suspects(search, column)
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


def _suspects(search: Search, column: Any) -> list[int]:
    """The lines that may be in 万元, the smallest beside their like first."""
    system, names = search.system, amounts_of(model_of(type(column)))
    given = {name: abs(column.__dict__[name]) for name in names if column.__dict__.get(name)}
    largest = max(given.values(), default=0.0)
    others = [each.__dict__ for each in system.layout.beside(column)]
    sizes = {}
    for name, amount in given.items():
        beside = max((abs(each.get(name, 0.0)) for each in others), default=0.0)
        if amount < SMALL * (beside or largest) and (field := system.known(column, name)):
            sizes[field] = log(amount) - log(beside or largest)
    return sorted(sizes, key=lambda field: (sizes[field], field))
