"""A draft as somebody typed it: every figure keeps its own digits, and slips happen to these."""

import json
from collections.abc import Mapping
from copy import deepcopy
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from benchmarks.figures import Figure, at, figures, put
from benchmarks.honest.dice import Dice


class Typed(str):
    """A number as it was typed: written into the JSON as it stands."""


class Page:
    """A draft as one operator types it; each has a habit of writing amounts: 295000, or 295000.00 as papers print it."""

    def __init__(self, draft: Mapping[str, Any], dice: Dice) -> None:
        self.draft = draft
        self.figures: list[Figure] = figures(draft)
        self.by_pointer = {each.pointer: each for each in self.figures}
        self._tree = deepcopy(draft)
        cents = dice.choice(("none", "none", "none", "where_any", "always"))
        for each in self.figures:
            put(
                self._tree,
                each.pointer,
                Typed(each.value if each.counts_people else amount(each.value, cents)),
            )

    def text(self, pointer: str) -> str:
        """What stands at a JSON Pointer, as it was typed."""
        return str(at(self._tree, pointer))

    def json(self, changes: Mapping[str, str] | None = None) -> str:
        """The whole draft as JSON, with other texts at some pointers."""
        before = {pointer: at(self._tree, pointer) for pointer in changes or ()}
        for pointer, text in (changes or {}).items():
            put(self._tree, pointer, type(before[pointer])(text))
        written = dumps(self._tree)
        for pointer, value in before.items():
            put(self._tree, pointer, value)
        return written


def dumps(value: Any) -> str:
    """JSON, with typed numbers as they were typed."""
    if isinstance(value, Typed):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{dumps(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumps, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def amount(yuan: float, cents: str = "none") -> str:
    """An amount as it is typed. `cents`: `always` two decimals, two `where_any` fen are, or `none` that say nothing."""
    fixed = f"{yuan:.2f}"
    bare = fixed.removesuffix(".00")
    if cents == "always" or (cents == "where_any" and bare == fixed):
        return fixed
    return bare.rstrip("0") if "." in bare else bare


def plain(number: Decimal) -> str:
    """A number in digits, without zeros that say nothing."""
    return format(number.normalize(), "f") if number else "0"


def moved(text: str, places: int, decimals: int | None = None) -> str:
    """The number with its point moved to the right (or, below 0, to the left), rounded to so many decimals."""
    number = Decimal(text).scaleb(places)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return plain(number)


def negated(text: str) -> str:
    """A minus sign too many, or one forgotten."""
    return text[1:] if text.startswith("-") else f"-{text}"


def substituted(text: str, dice: Dice) -> str:
    """One digit typed as another."""
    place = dice.choice(_digits(text))
    other = dice.choice([digit for digit in "0123456789" if digit != text[place]])
    return _tidy(text[:place] + other + text[place + 1 :])


def transposed(text: str, dice: Dice, apart: int = 1) -> str:
    """Two digits in each other's place, so many places apart; the same text where all digits are alike."""
    places = _digits(text)
    pairs = [(a, b) for a, b in zip(places, places[apart:], strict=False) if text[a] != text[b]]
    if not pairs:
        return text
    a, b = dice.choice(pairs)
    return _tidy(text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :])


def missing(text: str, dice: Dice) -> str:
    """One digit left out; the same text where there is only one."""
    places = _digits(text)
    place = dice.choice(places)
    return _tidy(text[:place] + text[place + 1 :]) if len(places) > 1 else text


def extra(text: str, dice: Dice) -> str:
    """One digit too many, anywhere."""
    place = dice.choice([*_digits(text), len(text)])
    return _tidy(text[:place] + dice.choice("0123456789") + text[place:])


def doubled(text: str, dice: Dice) -> str:
    """One digit typed twice."""
    place = dice.choice(_digits(text))
    return _tidy(text[:place] + text[place] + text[place:])


def _digits(text: str) -> list[int]:
    return [place for place, mark in enumerate(text) if mark.isdigit()]


def _tidy(text: str) -> str:
    """The text as a form keeps it: no zeros in front, no point with nothing behind or before it."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return sign + (whole.lstrip("0") or "0") + (point + rest if rest else "")
