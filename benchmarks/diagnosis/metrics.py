"""Shares of outcomes: how often the right field and the right value are named, and what the probabilities are worth."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.diagnosis.outcome import Accusation, Outcome, are_likely

LIKELY, CERTAIN = 0.5, 0.9
"""From where on a slip is accused, and from where on it is beyond doubt."""


class Share(NamedTuple):
    """So many of so many."""

    of: float
    n: float

    @property
    def value(self) -> float:
        """As a fraction; 0 of nothing is 0."""
        return self.of / self.n if self.n else 0.0


class Observation(NamedTuple):
    """A probability that was stated, and whether what it was stated of is true."""

    stated: float
    true: bool


def share(outcomes: Iterable[Outcome], holds: Callable[[Outcome], bool]) -> Share:
    """In how many outcomes something holds."""
    found = [holds(each) for each in outcomes]
    return Share(sum(found), len(found))


def is_right(accusation: Accusation, outcome: Outcome) -> bool:
    """Whether everything that is accused is wrong."""
    return outcome.wrong.issuperset(accusation.pointers)


def has_right_value(accusation: Accusation, outcome: Outcome) -> bool:
    """Whether the field is right, and what is proposed for it is what was meant."""
    true = {each.pointer: each.true for each in outcome.changes}
    return is_right(accusation, outcome) and are_likely(
        accusation.likely, [true[pointer] for pointer in accusation.pointers]
    )


def first_is_right(outcome: Outcome) -> bool:
    """Whether the first slip names a field that is wrong."""
    return bool(outcome.slips) and is_right(outcome.slips[0], outcome)


def one_of_three_is_right(outcome: Outcome) -> bool:
    """Whether one of the three likeliest fields is wrong, runners-up counted."""
    fields = dict.fromkeys(each.pointers for each in outcome.candidates)
    first = list(fields)[:3]
    return any(outcome.wrong.issuperset(pointers) for pointers in first)


def first_value_is_right(outcome: Outcome) -> bool:
    """Whether the first slip names a field that is wrong, and proposes what was meant."""
    return bool(outcome.slips) and has_right_value(outcome.slips[0], outcome)


def accused(outcome: Outcome, least: float) -> frozenset[str]:
    """The pointers accused with at least this probability."""
    return frozenset(
        pointer for each in outcome.slips if each.probability >= least for pointer in each.pointers
    )


def is_exact(outcome: Outcome, least: float) -> bool:
    """Whether what is accused is what is wrong; figures too small to be counted may be accused or not."""
    found = accused(outcome, least)
    return outcome.counted <= found <= outcome.wrong if outcome.counted else found == outcome.wrong


def precision(outcomes: Sequence[Outcome], least: float) -> Share:
    """Of the fields accused, those that are wrong."""
    pairs = [(accused(each, least), each.wrong) for each in outcomes]
    return Share(sum(len(found & wrong) for found, wrong in pairs), sum(len(found) for found, _ in pairs))


def recall(outcomes: Sequence[Outcome], least: float) -> Share:
    """Of the fields that are wrong and count, those accused."""
    return Share(
        sum(len(accused(each, least) & each.counted) for each in outcomes),
        sum(len(each.counted) for each in outcomes),
    )


def slips_right(outcomes: Iterable[Outcome], least: float) -> Share:
    """Of the slips accused, those that name only fields that are wrong; a whole paper is one slip."""
    return _of_slips(outcomes, least, is_right)


def values_right(outcomes: Iterable[Outcome], least: float) -> Share:
    """Of the slips accused, those that propose what was meant as well."""
    return _of_slips(outcomes, least, has_right_value)


def _of_slips(
    outcomes: Iterable[Outcome], least: float, holds: Callable[[Accusation, Outcome], bool]
) -> Share:
    found = [holds(slip, each) for each in outcomes for slip in each.slips if slip.probability >= least]
    return Share(sum(found), len(found))


def reached(outcomes: Sequence[Outcome], least: float) -> Share:
    """Of the slips, how much of each is accused on average: a swap has two fields, a paper many."""
    shares = [
        len(accused(each, least) & each.counted) / len(each.counted) for each in outcomes if each.counted
    ]
    return Share(sum(shares), len(shares))


def wrongly_accused(outcome: Outcome, least: float) -> bool:
    """Whether a field is accused that is right."""
    return not accused(outcome, least) <= outcome.wrong


def of_fields(outcomes: Iterable[Outcome]) -> list[Observation]:
    """Every probability stated of a field."""
    return [Observation(slip.probability, is_right(slip, each)) for each in outcomes for slip in each.slips]


def of_values(outcomes: Iterable[Outcome]) -> list[Observation]:
    """Every probability stated of a value."""
    return [
        Observation(slip.value_probability, has_right_value(slip, each))
        for each in outcomes
        for slip in each.slips
        if slip.value_probability is not None
    ]


def calibration_error(observations: Sequence[Observation], bins: int = 10) -> float:
    """The expected calibration error: how far stated and observed shares differ, in ten equal bins, weighted."""
    error = 0.0
    for low in range(bins):
        inside = [each for each in observations if min(int(each.stated * bins), bins - 1) == low]
        error += abs(sum(each.stated - each.true for each in inside))
    return error / len(observations) if observations else 0.0
