"""Amounts typed finer than the fen, where nothing else is broken: a digit too many behind the point, or a point that
moved to the left."""

from collections.abc import Iterator
from math import exp, log
from typing import Final

from ..application import Gap
from ..application.structure import walk
from ..case import Case, Judgement
from ..reading import FINER_THAN_FEN
from .search import Search
from .slips import COST, Proposal, Typed
from .suspects import Suspect

MOST: Final = 3
"""Amounts. More of them were not typed but computed."""
COMPUTED: Final = -log(0.004)
"""Nats: what it costs that a spreadsheet left such an amount."""
SHIFTS: Final = (
    ("decimal_point", 1, 1.0),
    ("decimal_point", 2, 1.6),
    ("unit_thousand", 3, 1.4),
    ("unit_ten_thousand", 4, 0.7),
)
"""Slips that move the point, by how many places, and the cost of each in nats."""


def too_fine(
    search: Search, case: Case, judgement: Judgement, accused: set[int], group: int
) -> list[Suspect]:
    """A suspect for every amount finer than the fen that no other slip explains."""
    pointers = [
        pointer
        for each in judgement.traces
        if each.rule.code == FINER_THAN_FEN
        for pointer in (*each.blamed, *each.others)
    ]
    if len(pointers) > MOST:
        return []
    sections = {each.pointer: each.section for each in walk(case.application)}
    found = []
    for number, pointer in enumerate(pointers):
        above, _, name = pointer.rpartition("/")
        try:
            field = search.system.number(sections[above], name)
        except (Gap, KeyError):
            continue
        if field not in accused and (suspect := _suspect(search, field, group + number)):
            found.append(suspect)
    return found


def _suspect(search: Search, field: int, group: int) -> Suspect | None:
    typed = search.typed(field)
    if typed is None or typed.decimals < len("000"):
        return None
    state = search.begin()
    now = search.cost(field, state.x[field], state)
    weights = {each: exp(-each.cost - search.cost(field, each.value, state) + now) for each in _meant(typed)}
    total = sum(weights.values()) + exp(-COMPUTED)
    best = max(weights, key=lambda each: (weights[each], each.kind))
    value_share = sum(weight for each, weight in weights.items() if abs(each.value - best.value) < 1)
    return Suspect(best.kind, {field: best.value}, sum(weights.values()) / total, value_share / total, group)


def _meant(typed: Typed) -> Iterator[Proposal]:
    sign = -1 if typed.negative else 1
    for kind, places, cost in SHIFTS:
        if typed.decimals - places <= len("00"):
            yield Proposal(kind, round(typed.value * 10**places, 2), COST[kind] + cost)
    if typed.decimals == len("000"):
        text = str(typed.digits)
        kind = "doubled_digit" if text[-1] == text[-2] or text[-2] == text[-3] else "extra_digit"
        yield Proposal(kind, sign * (typed.digits // 10) / 100, COST[kind] + log(len(text) / 3))
