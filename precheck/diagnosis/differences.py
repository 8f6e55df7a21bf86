"""That two sources honestly differ is an explanation too: no slip, just timing, cash, or a missing account."""

from collections.abc import Iterator
from math import exp, log
from typing import Final, NamedTuple

from .search import Explanation, State
from .system import System


class Honesty(NamedTuple):
    """How far the figures of a source honestly lie from those of others: what it costs that they do at all, and
    what each natural logarithm of the factor between them costs."""

    cost: float
    slope: float


HONESTY: Final = {
    "revenue": Honesty(7.0, 25.0),
    "scale": Honesty(7.0, 25.0),
    "statements": Honesty(6.0, 20.0),
    "income_tax_returns": Honesty(5.0, 20.0),
    "vat_returns": Honesty(3.0, 12.0),
    "invoices": Honesty(2.5, 6.0),
    "bank_accounts": Honesty(2.0, 4.0),
    "platforms": Honesty(2.0, 4.0),
}


def differences(system: System, state: State, broken: list[int]) -> Iterator[Explanation]:
    """For each source of the broken comparisons: that it differs from all others by one factor."""
    ratios = [each for each in broken if system.views.compares(each)]
    sources = system.views.comparisons if ratios else {}
    for source in dict.fromkeys(name for each in ratios for name in sources[each]):
        found = _best(system, state, source, [each for each in ratios if source in sources[each]])
        if found < 0:
            yield Explanation(found, (), source)


def _best(system: System, state: State, source: str, ratios: list[int]) -> float:
    """The lowest cost of a difference of a source, over the factors that the broken bands ask for."""
    own = [
        each for each, names in system.views.comparisons.items() if source in names and names[0] != names[1]
    ]
    factors = [factor for each in ratios if (factor := _factor(system, state, source, each))]
    now = sum(_cost(system, state, source, each, 1.0) for each in own)
    return min(
        (
            HONESTY[source].cost
            + HONESTY[source].slope * abs(log(factor))
            + sum(_cost(system, state, source, each, factor) for each in own)
            - now
            for factor in factors
        ),
        default=0.0,
    )


def _factor(system: System, state: State, source: str, number: int) -> float:
    """By what the source's side would have to be multiplied to stand where the other one has it; 0 for by nothing."""
    band, left, right = system.bands[number], state.left[number], state.right[number]
    if left <= 0 or right <= 0:
        return 0.0
    if band.kind != "ratio":
        return 0.0
    factor = exp(band.centre) * right / left
    return factor if system.views.comparisons[number][0] == source else 1 / factor


def _cost(system: System, state: State, source: str, number: int, factor: float) -> float:
    left, right = state.left[number], state.right[number]
    if system.views.comparisons[number][0] == source:
        left *= factor
    else:
        right *= factor
    return system.bands[number].cost(left, right)
