"""Amounts typed finer than the fen, where nothing else is broken: a digit too many behind the point, a point that moved
to the left, or a whole paper in 万元."""

from collections.abc import Iterator
from contextlib import suppress
from math import exp, log
from typing import Final

from ..application import Gap
from ..application.structure import walk
from ..case import Case, Judgement
from ..reading import FINER_THAN_FEN
from .layout import Paper
from .search import Part, Search
from .slips import COST, Proposal, Typed
from .suspects import Suspect

MOST: Final = 1
"""Amount. Several of them are no slip of a digit, but a paper in another unit, or computed."""
SHARE: Final = 0.6
"""Of the amounts of a paper in 万元 more than this have decimals beyond the fen."""
UNIT: Final = -2.5
"""Nats in favour of the unit of a paper full of such amounts."""
WAN, THOUSAND = 1e4, 1e3
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
    """A suspect for every amount finer than the fen that no other slip explains, or one for a paper full of them."""
    fields = [each for each in _fields(search, case, judgement) if each not in accused]
    if len(fields) > MOST:
        return list(_papers(search, set(fields), group))
    found = [_suspect(search, field, group + number) for number, field in enumerate(fields)]
    return [each for each in found if each]


def _fields(search: Search, case: Case, judgement: Judgement) -> Iterator[int]:
    """The amounts that are finer than the fen."""
    for each in judgement.traces:
        if each.rule.code == FINER_THAN_FEN:
            sections = {standing.pointer: standing.section for standing in walk(case.application)}
            for pointer in (*each.blamed, *each.others):
                above, _, name = pointer.rpartition("/")
                with suppress(Gap, KeyError):
                    yield search.system.number(sections[above], name)


def _papers(search: Search, fields: set[int], group: int) -> Iterator[Suspect]:
    """Papers in which as many amounts are finer than the fen as happens when all of them are in 万元 or in thousands;
    of a paper and a part of it the whole one."""
    state = search.begin()
    sections = [search.system.field(field).section for field in fields]
    papers = [_given(search, paper) for paper in search.system.layout.papers(sections)]
    for given in sorted(papers, key=len, reverse=True):
        fine = [field for field in given if field in fields and _decimals(search, field) <= len("000000")]
        if len(fine) > MOST and len(fine) > SHARE * len(given):
            factor = WAN if any(_decimals(search, field) > len("000") for field in fine) else THOUSAND
            changes = {field: round(state.x[field] * factor, 2) for field in given}
            gain = search.change(state, Part("unit_document", changes))
            sure = 1 / (1 + exp(min(50.0, UNIT + gain)))
            yield Suspect("unit_document", changes, sure, sure, group)
            fields = fields.difference(given)


def _given(search: Search, paper: Paper) -> list[int]:
    return [field for field in search.system.given(*paper.sections) if search.system.touching(field)]


def _decimals(search: Search, field: int) -> int:
    typed = search.typed(field)
    return typed.decimals if typed else 0


def _suspect(search: Search, field: int, group: int) -> Suspect | None:
    typed = search.typed(field)
    if typed is None or typed.decimals < len("000"):
        return None
    state = search.begin()
    now = search.cost(field, state.x[field], state)
    costs = {each: each.cost + search.cost(field, each.value, state) - now for each in _meant(typed)}
    least = min(COMPUTED, *costs.values())
    weights = {each: exp(least - cost) for each, cost in costs.items()}
    total = sum(weights.values()) + exp(least - COMPUTED)
    best = max(weights, key=lambda each: (weights[each], each.kind))
    value_share = sum(weight for each, weight in weights.items() if abs(each.value - best.value) < 1)
    return Suspect(best.kind, {field: best.value}, sum(weights.values()) / total, value_share / total, group)


def _meant(typed: Typed) -> Iterator[Proposal]:
    sign = -1 if typed.negative else 1
    for kind, places, cost in SHIFTS:
        if typed.decimals - places <= len("00"):
            yield Proposal(kind, round(typed.value * 10**places, 2), COST[kind] + cost)
    if typed.decimals == len("000"):
        text = str(typed.digits).zfill(len("0.000"))
        kind = "doubled_digit" if text[-1] == text[-2] or text[-2] == text[-3] else "extra_digit"
        yield Proposal(kind, sign * (typed.digits // 10) / 100, COST[kind] + log(len(text) / 3))
