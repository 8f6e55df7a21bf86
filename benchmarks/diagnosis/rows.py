"""The rows of the table: which drafts each is measured on. The same seed gives the same drafts and slips."""

from collections.abc import Callable
from multiprocessing import Pool
from typing import Any

from benchmarks.diagnosis import identifiers, inject
from benchmarks.diagnosis.outcome import Outcome, honest_outcome, outcome
from benchmarks.diagnosis.slips import UNKNOWN
from benchmarks.diagnosis.typed import Page
from benchmarks.honest import honest_draft
from benchmarks.honest.dice import Dice

NOISE = 3.0
MOST_AT_ONCE = 400
Maker = Callable[[Any, Dice, int], inject.Wrong | None]


def _unknown(draft: Any, dice: Dice, number: int) -> inject.Wrong | None:
    """The unknown kinds in turn."""
    return inject.unknown(draft, dice, list(UNKNOWN)[number % len(UNKNOWN)])


def _uscc(draft: Any, dice: Dice, number: int) -> inject.Wrong:
    return (identifiers.uscc_swapped if number % 2 else identifiers.uscc_substituted)(draft, dice)


def _mixture(draft: Any, dice: Dice, number: int) -> inject.Wrong | None:
    """Half of the drafts honest, 35 % with one slip, 15 % with two."""
    luck = dice.random()
    if luck < 0.5:
        return inject.Wrong(Page(draft, dice), ())
    return inject.single(draft, dice) if luck < 0.85 else inject.double(draft, dice)


ROWS: dict[str, Maker] = {
    "single": lambda draft, dice, number: inject.single(draft, dice),
    "two": lambda draft, dice, number: inject.double(draft, dice),
    "part": lambda draft, dice, number: inject.part(draft, dice),
    "unknown": _unknown,
    "uscc": _uscc,
    "days": lambda draft, dice, number: identifiers.day(draft, dice),
    "mixture": _mixture,
}
CLEAN = {"clean": 1.0, "noise": NOISE}
"""The rows without slips, and how far the sources of their businesses differ."""


def wrong_draft(row: str, seed: int, number: int) -> inject.Wrong | None:
    """The draft of this number of a row; None when the business has nothing that the slip can happen to."""
    dice = Dice(f"{row}/{seed}/{number}")
    return ROWS[row](honest_draft(seed, number), dice, number)


def clean_text(row: str, seed: int, number: int) -> str:
    """The honest draft of this number of a row without slips."""
    return Page(honest_draft(seed, number, CLEAN[row]), Dice(f"{row}/{seed}/{number}")).json()


def measured(task: tuple[str, int, int]) -> Outcome | None:
    """What was said of one draft: row, seed, number."""
    row, seed, number = task
    try:
        if row in CLEAN:
            return honest_outcome(clean_text(row, seed, number))
        wrong = wrong_draft(row, seed, number)
        return outcome(wrong) if wrong else None
    except Exception as fault:
        fault.add_note(f"draft {number} of the row {row}, seed {seed}")
        raise


def outcomes(row: str, seed: int, count: int, jobs: int) -> list[Outcome]:
    """Outcomes of a row until `count` of the main group are among them."""
    found: list[Outcome] = []
    first, missing, batch = 0, count, min(count, MOST_AT_ONCE)
    with Pool(jobs) as pool:
        while missing:
            tasks = [(row, seed, number) for number in range(first, first + batch)]
            for each in filter(None, pool.imap(measured, tasks, chunksize=20)):
                if missing:
                    found.append(each)
                    missing -= each.group == "main"
            first += batch
    return found
