"""Slips in dates and in identifiers: one character typed as another, or two swapped."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from benchmarks.diagnosis.inject import Change, Happened, Wrong
from benchmarks.diagnosis.typed import Page
from benchmarks.honest.codes import LETTERS
from benchmarks.honest.dice import Dice

USCC = "/applicant/uscc"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_YEAR, LAST_YEAR = 1950, 2060


def uscc_substituted(draft: Any, dice: Dice) -> Wrong:
    """One character of the unified social credit code typed as another of its alphabet."""
    code = draft["applicant"]["uscc"]
    place = dice.randrange(len(code))
    other = dice.choice([letter for letter in LETTERS if letter != code[place]])
    return _wrong(
        draft, dice, "uscc_substituted" + _copied(draft), USCC, code, code[:place] + other + code[place + 1 :]
    )


def uscc_swapped(draft: Any, dice: Dice) -> Wrong:
    """Two characters of the code side by side, each in the other's place."""
    code = draft["applicant"]["uscc"]
    place = dice.choice([at for at in range(len(code) - 1) if code[at] != code[at + 1]])
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    return _wrong(draft, dice, "uscc_swapped" + _copied(draft), USCC, code, typed)


def _copied(draft: Any) -> str:
    """Says when the code stands on a tax return as well, where the diagnosis may read it."""
    return "_copied_on_returns" if draft.keys() & {"vat_returns", "income_tax_returns"} else ""


def day(draft: Any, dice: Dice) -> Wrong | None:
    """A date with day and month swapped, another year, two digits swapped or one substituted; still a date."""
    places = list(_days(draft, ""))
    for _ in range(100):
        pointer, true = dice.choice(places)
        kind = dice.choice(list(DAY_SLIPS))
        typed = DAY_SLIPS[kind](true, dice)
        if typed != true and _is_day(typed):
            return _wrong(draft, dice, kind, pointer, true, typed)
    return None


def _day_and_month(true: str, dice: Dice) -> str:
    return f"{true[:4]}-{true[8:]}-{true[5:7]}"


def _other_year(true: str, dice: Dice) -> str:
    return f"{int(true[:4]) + dice.choice((-10, -1, -1, 1, 1, 10))}{true[4:]}"


def _transposed(true: str, dice: Dice) -> str:
    at = dice.choice((0, 1, 2, 5, 8))
    return true[:at] + true[at + 1] + true[at] + true[at + 2 :]


def _substituted(true: str, dice: Dice) -> str:
    at = dice.choice((0, 1, 2, 3, 5, 6, 8, 9))
    return true[:at] + dice.choice("0123456789") + true[at + 1 :]


DAY_SLIPS: dict[str, Callable[[str, Dice], str]] = {
    "day_and_month": _day_and_month,
    "other_year": _other_year,
    "day_transposed": _transposed,
    "day_substituted": _substituted,
}


def _is_day(text: str) -> bool:
    """Whether it is a day of a year that a form takes."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return False
    return FIRST_YEAR <= found.year <= LAST_YEAR


def _days(draft: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """All dates of a draft and where they stand."""
    if isinstance(draft, str):
        if DAY.fullmatch(draft):
            yield pointer, draft
    elif isinstance(draft, dict | list):
        items = draft.items() if isinstance(draft, dict) else enumerate(draft)
        for key, inner in items:
            yield from _days(inner, f"{pointer}/{key}")


def _wrong(draft: Any, dice: Dice, kind: str, pointer: str, true: str, typed: str) -> Wrong:
    return Wrong(Page(draft, dice), (Happened(kind, (Change(pointer, true, typed),)),))
