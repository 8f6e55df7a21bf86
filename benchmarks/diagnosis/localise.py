"""Error localisation by Fellegi and Holt (1976): the lightest set of figures that can be changed so that every edit holds.

As a mixed integer program (de Waal, Pannekoek, Scholtus 2011, chapter 3), solved by HiGHS through scipy.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import log
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from benchmarks.diagnosis.edits import Record
from benchmarks.diagnosis.inject import UNRELIABLE
from benchmarks.diagnosis.linear import Edit

OFTEN = 0.01
"""How often a figure of the least reliable source is wrong: the weight of a field is minus the logarithm of its share."""
MOST_SECONDS = 5.0
Weights = Callable[[str], float]


class Located(NamedTuple):
    """The figures to change, and what it cost to find them."""

    pointers: frozenset[str]
    seconds: float


def unit(pointer: str) -> float:
    """Every figure is as likely to be wrong as any other."""
    return 1.0


def by_reliability(pointer: str) -> float:
    """Figures of reliable sources weigh more."""
    return -log(OFTEN * UNRELIABLE.get(pointer.split("/")[1], 1.0))


def located(record: Record, weights: Weights, hard_only: bool) -> Located:
    """The figures of a record to change; none when all edits hold, or when no solution was found in time."""
    start = time.perf_counter()
    edits = [each for each in record.edits if each.is_hard or not hard_only]
    names = list(dict.fromkeys(at for each in edits for at in each.sum.terms))
    found = frozenset[str]()
    if not (_all_hold(edits, record) and all(record.values[at] >= 0 for at in record.never_negative)):
        found = _solved(record, names, edits, weights)
    return Located(found, time.perf_counter() - start)


def _all_hold(edits: list[Edit], record: Record) -> bool:
    return all(each.holds(record.values) for each in edits)


def _solved(record: Record, names: list[str], edits: list[Edit], weights: Weights) -> frozenset[str]:
    """Variables: what is added to each figure (in units of `scale`), and whether it is changed at all."""
    count = len(names)
    typed = np.array([record.values[name] for name in names])
    sizes = np.sort(np.abs(typed))
    scale = float(sizes[-2:][0]) or 1.0  # the largest figure may be the wrong one
    reach = 2 * (np.abs(typed) / scale + 1)
    lowest = np.array(
        [-typed[i] / scale if n in record.never_negative else -np.inf for i, n in enumerate(names)]
    )
    with _silence():
        solution = milp(
            c=np.concatenate([np.zeros(count), [weights(name) for name in names]]),
            integrality=np.concatenate([np.zeros(count), np.ones(count)]),
            bounds=Bounds(np.concatenate([lowest, np.zeros(count)]), np.concatenate([reach, np.ones(count)])),
            constraints=[*_switches(reach), _rows(record, names, edits, scale)],
            options={"time_limit": MOST_SECONDS},
        )
    if solution.x is None:
        return frozenset()
    return frozenset(
        name for name, is_changed in zip(names, solution.x[count:], strict=True) if is_changed > 0.5
    )


def _switches(reach: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[LinearConstraint]:
    """A figure moves only when it counts as changed."""
    count = len(reach)
    ones = csr_array((np.ones(count), (range(count), range(count))), shape=(count, 2 * count))
    switch = csr_array((reach, (range(count), range(count, 2 * count))), shape=(count, 2 * count))
    return [LinearConstraint(ones - switch, ub=0.0), LinearConstraint(ones + switch, lb=0.0)]


def _rows(record: Record, names: list[str], edits: list[Edit], scale: float) -> LinearConstraint:
    """The edits: what is added must make up for what each is off by."""
    place = {name: number for number, name in enumerate(names)}
    entries = [(row, place[at], factor) for row, e in enumerate(edits) for at, factor in e.sum.terms.items()]
    rows, columns, factors = zip(*entries, strict=True)
    matrix = csr_array((factors, (rows, columns)), shape=(len(edits), 2 * len(names)))
    return LinearConstraint(matrix, ub=np.array([-each.sum.at(record.values) / scale for each in edits]))


@contextmanager
def _silence() -> Iterator[None]:
    """HiGHS writes a line of its own debugging past Python to the standard output."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
