"""Isotonic regression by pooling adjacent violators, and the knots that a map is stored as."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from benchmarks.diagnosis.metrics import Observation

LEAST_IN_A_KNOT = 40
"""Observations. Fewer say little about a share."""
SURE = 0.999
"""No map promises more than this, or less than its complement."""
Knots = list[tuple[float, float]]
"""Raw and calibrated probabilities, both ascending; straight lines between."""


class Point(NamedTuple):
    """So many observations: the mean of what was stated, and the share that is true."""

    raw: float
    share: float
    weight: float

    def with_(self, other: "Point") -> "Point":
        """Both together."""
        weight = self.weight + other.weight
        raw = self.raw * self.weight + other.raw * other.weight
        return Point(raw / weight, (self.share * self.weight + other.share * other.weight) / weight, weight)


def fitted(observations: Sequence[Observation]) -> Knots:
    """The monotone map from stated to observed shares that fits best, as knots from 0, which stays 0, to 1. Raises
    ValueError when there is nothing to fit."""
    if not observations:
        raise ValueError("no probabilities were stated: there is nothing to fit")
    inner = [
        (round(each.raw, 4), round(min(max(each.share, 1 - SURE), SURE), 4))
        for each in pool(_gathered(observations))
    ]
    return [*dict([(0.0, 0.0), *inner, (1.0, inner[-1][1])]).items()]


def pool(points: Iterable[Point]) -> list[Point]:
    """Points with ascending raw: neighbours whose shares do not rise are taken together until all of them rise."""
    pooled: list[Point] = []
    for point in points:
        pooled.append(point)
        while len(pooled) > 1 and pooled[-2].share >= pooled[-1].share:
            after = pooled.pop()
            pooled[-1] = pooled[-1].with_(after)
    return pooled


def _gathered(observations: Sequence[Observation]) -> list[Point]:
    """One point for every probability stated, small ones taken together with the next; a small last one with the one
    before."""
    points: list[Point] = []
    for stated, same in groupby(sorted(observations), key=lambda each: each.stated):
        true = [each.true for each in same]
        point = Point(stated, sum(true) / len(true), len(true))
        if points and points[-1].weight < LEAST_IN_A_KNOT:
            points[-1] = points[-1].with_(point)
        else:
            points.append(point)
    if len(points) > 1 and points[-1].weight < LEAST_IN_A_KNOT:
        last = points.pop()
        points[-1] = points[-1].with_(last)
    return points
