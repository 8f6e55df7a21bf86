"""Typing slips: what may have been meant, when one of them happened to a number as it was typed.

A slip happens to the text: `1.50` has two decimals, and a digit may have been lost after the last one that was typed.
So every proposal starts from the digits typed, never from the value. Each knows what it costs in nats: how seldom the
kind is (shares of slips of Verhoeff 1969 and Scholtus 2009, and units, which are the ones of this field), and among
how many outcomes of its kind it was one. Values are solved for, place by place, and never tried one after the other.
"""

import re
from collections.abc import Iterator
from math import ceil, floor, inf, log, pi, sqrt
from typing import Final, NamedTuple

KINDS: Final = {
    "unit_ten_thousand": 0.14,
    "unit_thousand": 0.04,
    "decimal_point": 0.15,
    "sign": 0.04,
    "month_for_year": 0.03,
    "year_for_month": 0.01,
    "with_tax": 0.03,
    "transposed": 0.13,
    "substituted": 0.15,
    "missing_digit": 0.08,
    "extra_digit": 0.04,
    "doubled_digit": 0.04,
    "swapped": 0.05,
    "swapped_columns": 0.02,
    "copied": 0.02,
    "left_at_zero": 0.02,
    "unit_document": 0.03,
    "unit_part": 0.02,
    "unknown": 0.03,
}
"""How often each kind is, of all slips."""
COST: Final = {kind: -log(share) for kind, share in KINDS.items()}
MOST_DIGITS: Final = 15
NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class Typed(NamedTuple):
    """A number as it was typed: its sign, its digits as one number, and how many of them are decimals."""

    negative: bool
    digits: int
    decimals: int

    @classmethod
    def of(cls, text: str) -> "Typed | None":
        """The parts of a JSON number; None when it is none. Of one with more digits than an amount can have, which a
        spreadsheet's arithmetic leaves, the fen are the last ones."""
        if len(text) > MOST_DIGITS and NUMBER.fullmatch(text):
            text = f"{float(text):.2f}".removesuffix("0").removesuffix(".0")
        whole, _, decimals = text.removeprefix("-").partition(".")
        if not NUMBER.fullmatch(text) or len(whole + decimals) > MOST_DIGITS:
            return None
        return cls(text[0] == "-", int(whole + decimals), len(decimals))

    @property
    def value(self) -> float:
        """The number."""
        return float(-self.digits if self.negative else self.digits) / float(10**self.decimals)

    @property
    def half_step(self) -> float:
        """Half of what the last digit typed counts."""
        return 0.5 / float(10**self.decimals)


class Proposal(NamedTuple):
    """A value that may have been meant, the slip that made it what was typed, and its cost in nats."""

    kind: str
    value: float
    cost: float


class Target(NamedTuple):
    """Between which values a band would have the field; `exact` bands pin it to the fen, and of some it is told on
    another paper."""

    low: float
    high: float
    exact: bool
    told: bool = False


def scaled(typed: Typed, target: Target, *, is_count: bool, is_flow: bool) -> Iterator[Proposal]:
    """Slips that multiply: a unit, the decimal point, the sign, a month for a year.

    A figure typed in 万元 was rounded on the way: what was meant lies within half its last digit, and a band that
    pins it says where. Nothing is nothing in any unit.
    """
    value = typed.value
    if not value:
        return
    if value < 0 or target.exact:  # a limit holds for any amount that is negative
        yield from _fitting("sign", -value, 0.0, 0.0, target)
    for power, cost in POWERS:
        if is_count and not (value * power).is_integer():
            continue  # of people only zeros can be too many
        rounded = typed.half_step * power if power > 1 and typed.decimals else 0.0
        yield from _fitting("decimal_point", value * power, rounded, cost, target)
    if is_flow:
        yield from _of_a_part_of_the_year(value, target)
    if not is_count:
        for kind, factor, cost in UNITS:
            rounded = typed.half_step * factor if factor > 1 and typed.decimals <= DECIMALS_KEPT else 0.0
            yield from _fitting(kind, value * factor, rounded, cost, target)


def _of_a_part_of_the_year(value: float, target: Target) -> Iterator[Proposal]:
    """A month or quarter typed for the year, or the other way round: by twelve when it was an average one, else by
    about that, and a band must say by how much."""
    for kind, factor in (("month_for_year", 12.0), ("year_for_month", 1 / 12)):
        yield from _fitting(kind, value * factor, abs(value * factor) * ROUGH, 0.7, target)
    meant = (target.low + target.high) / 2
    if target.high - target.low < inf and meant / value > 1:
        off = (log(abs(meant)) - log(abs(value)) - log(12)) / SEASONS
        outcomes = log(1 + abs(meant) * SEASONS * sqrt(2 * pi) / max(target.high - target.low, 0.01))
        if abs(off) < FARTHEST:
            yield Proposal(
                "month_for_year", round(meant, 2), COST["month_for_year"] + 0.7 + outcomes + off * off / 2
            )


SEASONS: Final = 0.35
"""By so much, as a natural logarithm, a month's share of the year differs from a twelfth."""
FARTHEST: Final = 3.0
POWERS: Final = ((10.0, 1.0), (0.1, 1.0), (100.0, 1.6), (0.01, 1.6))
UNITS: Final = (
    ("unit_ten_thousand", 1e4, 0.4),
    ("unit_ten_thousand", 1e-4, 1.6),
    ("unit_thousand", 1e3, 0.7),
    ("unit_thousand", 1e-3, 1.4),
)
DECIMALS_KEPT: Final = 4
"""Decimals of 万元 up to which figures were rounded; more of them keep every fen."""
ROUGH: Final = 0.005


def _fitting(kind: str, value: float, rounded: float, cost: float, target: Target) -> Iterator[Proposal]:
    low, high = value - rounded, value + rounded
    if target.low <= high and low <= target.high:
        if rounded and target.exact:
            value = (max(low, target.low) + min(high, target.high)) / 2
        yield Proposal(kind, round(value, 2), COST[kind] + cost)


TAX_RATES: Final = (0.13, 0.09, 0.06, 0.03, 0.01)


def taxed(typed: Typed, target: Target) -> Iterator[Proposal]:
    """An amount with tax typed where it belongs without, and the other way round."""
    for rate in TAX_RATES:
        for factor, cost in ((1 / (1 + rate), 1.8), (1 + rate, 2.8)):
            value = round(typed.value * factor, 2)
            if target.low <= value <= target.high:
                yield Proposal("with_tax", value, COST["with_tax"] + cost)


def digit_slips(typed: Typed, target: Target) -> Iterator[Proposal]:
    """Slips of single digits whose correction lies in the target: changed, swapped, lost, added, doubled."""
    shift = 10**typed.decimals
    low, high = target.low * shift, target.high * shift
    if typed.negative:
        low, high = -high, -low
    low, high = max(low - 1e-6, 0.0), min(high + 1e-6, 1e17)
    if low > high or not typed.digits or not typed.digits / 200 <= high or low > typed.digits * 200:
        return
    sign, before_point = -1 if typed.negative else 1, len(str(typed.digits)) - typed.decimals
    least = 10 ** (len(str(typed.digits)) - 1) if before_point > 1 else 1
    for kind, digits, cost in _corrected(typed, low, high, target.exact):
        if kind in OF_ONE_LENGTH and digits < least:
            continue  # nobody means a number that begins with a 0
        yield Proposal(kind, sign * digits / shift, COST[kind] + cost)


OF_ONE_LENGTH: Final = frozenset({"substituted", "transposed"})
"""Slips that leave as many digits as were meant."""
Corrected = Iterator[tuple[str, float, float]]
"""The kind, the digits that were meant, and the cost of this outcome among those of its kind."""


def _corrected(typed: Typed, low: float, high: float, exact: bool) -> Corrected:
    """From the leading digit down, until a place is too small to tell in a wide band."""
    number = typed.digits
    length = len(str(number))
    places = log(length + 1)
    yield from _lost(number, 10**length, low, high, places, least=1)
    for place in range(length - 1, -1, -1):
        unit = 10**place
        digit = number // unit % 10
        yield from _changed(number - digit * unit, unit, digit, low, high, places)
        if place:
            yield from _exchanged(number, unit, digit, low, high, places)
        longer = number // unit * unit * 10 + number % unit
        if place >= typed.decimals:
            yield from _added(number, unit, digit, low, high, places)
            yield from _lost(longer, unit, low, high, places)
        else:
            yield from _of_decimals(_added(number, unit, digit, low / 10, high / 10, places), 10.0)
        if place <= typed.decimals and typed.decimals:
            yield from _of_decimals(_lost(longer, unit, low * 10, high * 10, places), 0.1)
        if not exact and 9 * unit < TOO_FINE * (high - low):
            return


TOO_FINE: Final = 0.02
"""Digits that change less than this share of a wide band cannot be told apart by it."""
NINE: Final = log(9)
TEN: Final = log(10)


def _of_decimals(corrected: Corrected, factor: float) -> Corrected:
    """A decimal more or less leaves the point where it was."""
    for kind, digits, cost in corrected:
        yield kind, digits * factor, cost


def _changed(rest: int, unit: int, digit: int, low: float, high: float, places: float) -> Corrected:
    for each in range(max(0, ceil((low - rest) / unit)), min(9, floor((high - rest) / unit)) + 1):
        if each != digit:
            yield "substituted", rest + each * unit, places + NINE


def _exchanged(number: int, unit: int, digit: int, low: float, high: float, places: float) -> Corrected:
    following = number // (unit // 10) % 10
    meant = number + (following - digit) * (unit - unit // 10)
    if following != digit and low <= meant <= high:
        yield "transposed", meant, places


def _added(number: int, unit: int, digit: int, low: float, high: float, places: float) -> Corrected:
    """A digit too many; of equal ones side by side only the first is taken away."""
    above = number // (unit * 10)
    meant = above * unit + number % unit
    if not meant or not low <= meant <= high or above % 10 == digit:
        return
    doubled = unit > 1 and number // (unit // 10) % 10 == digit
    yield ("doubled_digit", meant, places) if doubled else ("extra_digit", meant, places + TEN)


def _lost(base: int, unit: int, low: float, high: float, places: float, least: int = 0) -> Corrected:
    """A digit too few, at the place that counts `unit`; `base` has a 0 there."""
    first = max(least, ceil((low - base) / unit))
    for each in range(first, min(9, floor((high - base) / unit)) + 1):
        yield "missing_digit", base + each * unit, places
