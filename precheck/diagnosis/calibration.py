"""Probabilities that mean what they say: a map from what the search is sure of to how often it is right.

The map is `calibration.json`, fitted on synthetic drafts by `benchmarks/diagnosis`; between its points it is linear.
"""

import json
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import Final, Literal

AT_MOST: Final = 0.49
"""What a field is never said to exceed of which the search itself is less than half sure: nobody is accused by a map."""
Points = tuple[tuple[float, float], ...]


@cache
def _points(what: Literal["field", "value"]) -> Points:
    raw = json.loads((files(__package__) / "calibration.json").read_text("utf-8"))
    return tuple((float(x), float(y)) for x, y in raw[what])


def calibrated(share: float, what: Literal["field", "value"] = "field") -> float:
    """How likely it is that the accused field, or its proposed value, is right, from the search's own share of
    probability; both between 0 and 1, to three decimals."""
    points = _points(what)
    at = min(max(bisect_right(points, (share, 2.0)), 1), len(points) - 1)
    (left, low), (right, high) = points[at - 1], points[at]
    part = (share - left) / (right - left) if right > left else 1.0
    likely = min(1.0, max(0.0, low + part * (high - low)))
    return round(likely if share >= 0.5 else min(likely, AT_MOST), 3)
