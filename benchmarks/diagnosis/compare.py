"""The diagnosis beside error localisation by Fellegi and Holt, on the same wrong drafts that the rules flag."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count as numbers
from multiprocessing import Pool
from statistics import mean, quantiles
from typing import NamedTuple

from benchmarks.diagnosis import metrics
from benchmarks.diagnosis.edits import Record
from benchmarks.diagnosis.localise import Located, by_reliability, located, unit
from benchmarks.diagnosis.measure import Line, Run, Section
from benchmarks.diagnosis.metrics import CERTAIN, LIKELY
from benchmarks.diagnosis.outcome import DAY, POLICY, Accusation, Outcome, outcome
from benchmarks.diagnosis.rows import wrong_draft
from benchmarks.diagnosis.timing import seconds_to_diagnose
from precheck.policy.file import load

METHODS: dict[str, Callable[[Record], Located]] = {
    "Fellegi-Holt, unit weights, all edits": partial(located, weights=unit, hard_only=False),
    "Fellegi-Holt, unit weights, hard edits": partial(located, weights=unit, hard_only=True),
    "Fellegi-Holt, by reliability, all edits": partial(located, weights=by_reliability, hard_only=False),
    "Fellegi-Holt, by reliability, hard edits": partial(located, weights=by_reliability, hard_only=True),
}
OURS = {"precheck, at >= .5": LIKELY, "precheck, at >= .9": CERTAIN}


class Compared(NamedTuple):
    """One wrong draft: what we say, what each method says, and the seconds that each took."""

    own: Outcome
    seconds: float
    others: dict[str, Located]


def comparison(run: Run) -> Section:
    """Tables for one slip and for two."""
    tables = [
        _table(words, _compared(row, run)) for row, words in (("single", "One slip"), ("two", "Two slips"))
    ]
    return list[Line](), tables


def _compared(row: str, run: Run) -> list[Compared]:
    """So many wrong drafts that the rules flag."""
    found: list[Compared] = []
    with Pool(run.jobs) as pool:
        for first in numbers(0, run.drafts):
            tasks = [(row, run.seed, number) for number in range(first, first + run.drafts)]
            found += filter(None, pool.imap(_one, tasks, chunksize=10))
            if len(found) >= run.drafts:
                return found[: run.drafts]
    return found


def _one(task: tuple[str, int, int]) -> Compared | None:
    wrong = wrong_draft(*task)
    own = outcome(wrong) if wrong else None
    if wrong is None or own is None or own.group != "main" or not own.flagged:
        return None
    record = Record.of(wrong.json, load(POLICY), DAY)
    others = {name: method(record) for name, method in METHODS.items()}
    return Compared(own, seconds_to_diagnose(wrong.json), others)


def _table(words: str, found: list[Compared]) -> str:
    head = f"{'':<44}{'exact set':>10}{'precision':>10}{'recall':>8}{'ms mean':>9}{'p95':>9}"
    return "\n".join([f"{words}, {len(found)} flagged drafts", head, *_rows(found)])


def _rows(found: list[Compared]) -> Iterator[str]:
    for name, least in OURS.items():
        yield _row(name, [each.own for each in found], least, [each.seconds for each in found])
    for name in METHODS:
        theirs = [each.others[name] for each in found]
        told = [_told(each.own, other) for each, other in zip(found, theirs, strict=True)]
        yield _row(name, told, CERTAIN, [other.seconds for other in theirs])


def _told(own: Outcome, other: Located) -> Outcome:
    """The outcome if the diagnosis had said what another method says, without a doubt."""
    slips = tuple(Accusation((pointer,), "", ("-",), 1.0) for pointer in sorted(other.pointers))
    return own._replace(slips=slips, candidates=slips)


def _row(name: str, told: list[Outcome], least: float, seconds: list[float]) -> str:
    exact = metrics.share(told, lambda each: metrics.is_exact(each, least)).value
    right, all_wrong = metrics.precision(told, least).value, metrics.recall(told, least).value
    slow = quantiles(seconds, n=20, method="inclusive")[18]
    return f"{name:<44}{exact:10.3f}{right:10.3f}{all_wrong:8.3f}{mean(seconds) * 1e3:9.2f}{slow * 1e3:9.2f}"
