"""What may have been meant by a day or period, by one slip of the hand."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import log
from typing import Any, Final, NamedTuple

from ..application import Period

KINDS: Final = {
    "day_and_month": -log(0.25),
    "wrong_year": -log(0.35),
    "transposed": -log(0.1),
    "substituted": -log(0.2),
}
"""What each kind costs in nats."""
YEARS: Final = range(1950, 2080)
Dated = date | Period


class Edit(NamedTuple):
    """What may have been meant, by which slip it became what was typed, and the cost of that in nats."""

    kind: str
    value: Dated
    cost: float


def edits(value: Dated) -> Iterator[Edit]:
    """Everything that may have been meant by a day or period, by one slip of the hand."""
    text = value.isoformat() if isinstance(value, date) else value.text
    seen = {text}
    for kind, other, cost in _texts(text):
        if other not in seen and (meant := _read(value, other)):
            seen.add(other)
            yield Edit(kind, meant, KINDS[kind] + cost)


def _texts(text: str) -> Iterator[tuple[str, str, float]]:
    year, rest = text[:4], text[4:]
    if len(text) == len("2026-01-31"):
        yield "day_and_month", f"{year}-{text[8:]}-{text[5:7]}", 0.0
    for step in (-1, 1):
        yield "wrong_year", f"{int(year) + step}{rest}", log(2)
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    for one, other in pairwise(places):
        yield "transposed", _swapped(text, one, other), log(len(places))
    for at in places[2:]:
        for digit in "0123456789":
            yield "substituted", text[:at] + digit + text[at + 1 :], log(9 * len(places))


def _swapped(text: str, one: int, other: int) -> str:
    return text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]


def _read(value: Dated, text: str) -> Dated | None:
    """The day or period of a text, if it is one and of our time."""
    try:
        made: Any = date.fromisoformat(text) if isinstance(value, date) else type(value).of(text)
    except ValueError:
        return None
    return made if made.year in YEARS else None
