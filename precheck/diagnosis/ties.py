"""What belongs together besides the relations that rules declare: kept by field, compared when a field is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from math import isfinite
from typing import Any, Final, NamedTuple

from ..application import Gap
from ..record import remembered
from ..relation import LEAST_SLACK
from .bands import CERTAIN, Band, holds
from .fields import model_of
from .system import ONE, Made, Reads, System, joined

FIRST: Final = 1 << 51
"""The first number of a tie: they come after the relations."""
EACH: Final = ""
"""In the place of a field's name: every line that the sections have in common."""
ONE_LINE: Final = {EACH: 0}
Fields = list[tuple[Any, str]]
"""Sections with the names of fields."""
Codes = str | Mapping[str, str]
"""The rule that reports a band, "" for none; of several lines by the line."""
Slack = float | Callable[[], float]
"""Yuan."""


class Tie(NamedTuple):
    """Two sums of fields that belong together; of sections with EACH, two sums of each of some lines."""

    first: int
    codes: Codes
    one: Fields
    other: Fields
    lines: Mapping[str, int]
    low: float
    high: float
    weight: float
    slack: Slack
    same: bool
    rate: float
    """What the other sum is multiplied with."""
    known: tuple[float, float]
    """Amounts that are added to the two sums."""

    def code(self, line: str) -> str:
        """The rule that reports a line."""
        return self.codes if isinstance(self.codes, str) else self.codes.get(line, "")

    @property
    def is_certain(self) -> bool:
        """Whether it is a sum that honest papers always keep."""
        return self.low == self.high and self.weight >= CERTAIN

    def sides(self, line: str) -> tuple[float, float]:
        """The two sums of a line. Raises Gap."""
        left = sum([getattr(section, name or line) for section, name in self.one])
        right = sum([self.rate * getattr(section, name or line) for section, name in self.other])
        return left + self.known[0], right + self.known[1]

    def rounding(self) -> float:
        """What rounding explains, in yuan."""
        return self.slack if isinstance(self.slack, float) else self.slack()


@remembered
def places(lines: Sequence[str]) -> dict[str, int]:
    """The place of every line."""
    return {line: at for at, line in enumerate(lines)}


class Ties:
    """All ties of a draft that were declared so far."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.next = FIRST
        """The number of the tie that is declared next."""
        self._of_field: dict[tuple[int, str], list[Tie]] = {}
        self._of_section: dict[int, list[Tie]] = {}
        self._asked: dict[tuple[int, str], list[tuple[Tie, str]]] = {}
        self._coded: dict[str, list[Tie]] = {}
        self._later: dict[tuple[type[Any], str], list[Callable[[], None]]] = {}

    def add(
        self,
        codes: Codes,
        one: Fields,
        other: Fields,
        *,
        lines: Sequence[str] = (),
        low: float = 1.0,
        high: float = 1.0,
        weight: float = 6.0,
        slack: Slack = LEAST_SLACK,
        same: bool = False,
        rate: float = 1.0,
        known: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """Declare a tie: `low * other - slack <= one <= high * other + slack`."""
        by_line = places(lines) if lines else ONE_LINE
        tie = Tie(self.next, codes, one, other, by_line, low, high, weight, slack, same, rate, known)
        self.next += len(by_line)
        for section, name in (*one, *other):
            if name:
                self._of_field.setdefault((id(section), name), []).append(tie)
            else:
                self._of_section.setdefault(id(section), []).append(tie)
        for code in filter(None, {codes} if isinstance(codes, str) else set(codes.values())):
            self._coded.setdefault(code, []).append(tie)

    def later(
        self, sections: Sequence[Any], names: Sequence[str], most: int, declare: Callable[[], None]
    ) -> None:
        """Declare at most so many ties not before one of some fields of sections of this kind is asked for."""
        waiting: list[Callable[[], None]] = [partial(self._declare, self.next, declare)]
        self.next += most
        for name in names if sections else ():
            key = model_of(type(sections[0])), name
            self._later.setdefault(key, []).append(partial(_once, waiting))

    def _declare(self, first: int, declare: Callable[[], None]) -> None:
        after, self.next = self.next, first
        with suppress(Gap):
            declare()
        self.next = after

    def coded(self, code: str) -> Iterator[int]:
        """The bands that do not hold of those that a rule reports."""
        for tie in self._coded.get(code, ()):
            for line in tie.lines:
                if tie.code(line) == code and not self._holds(tie, line):
                    yield from self._there(tie, line)

    def _holds(self, tie: Tie, line: str) -> bool:
        """Asked for every line of a whole list: without a band."""
        with suppress(Gap):
            return holds(tie.low, tie.high, tie.rounding(), *tie.sides(line))
        return True

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The ties that read a field."""
        for tie, line in self._ties(section, name):
            for band in self._there(tie, line):
                yield band, _times(tie.one, section, name), tie.rate * _times(tie.other, section, name)

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """Those of them that honest papers always keep."""
        for tie, line in self._ties(section, name):
            if tie.is_certain:
                yield from self._there(tie, line)

    def _ties(self, section: Any, name: str) -> list[tuple[Tie, str]]:
        """The ties that read a field, and as which line. Whoever asks has declared all of them."""
        key = id(section), name
        if key not in self._asked:
            self._asked[key] = self._found(section, name)
        return self._asked[key]

    def _found(self, section: Any, name: str) -> list[tuple[Tie, str]]:
        for declare in self._later.pop((model_of(type(section)), name), ()):
            declare()
        own = [(tie, EACH) for tie in self._of_field.get((id(section), name), ())]
        shared = [(tie, name) for tie in self._of_section.get(id(section), ()) if name in tie.lines]
        return sorted([*own, *shared], key=_first) if own and shared else own or shared

    def _there(self, tie: Tie, line: str) -> Iterator[int]:
        """The number of a band, if there is such a band."""
        band = tie.first + tie.lines[line]
        if band in self.system.bands or self.system.has(band, partial(self._made, tie, line)):
            yield band

    def _made(self, tie: Tie, line: str) -> Made | None:
        """The band of a line. Of the usual ratio of two figures nothing is known where one of them is 0."""
        code, sides = tie.code(line), tie.sides(line)
        if not code and tie.low != tie.high and tie.low > 0 and isfinite(tie.high) and 0 in sides:
            return None
        band = Band(code, low=tie.low, high=tie.high, slack=tie.rounding(), weight=tie.weight, same=tie.same)
        return Made(band, sides, partial(self._reads, tie, line))

    def _reads(self, tie: Tie, line: str) -> Reads:
        number, (left, right) = self.system.number, tie.known
        return joined(
            [*((number(section, name or line), 1.0) for section, name in tie.one), (ONE, left)],
            [*((number(section, name or line), tie.rate) for section, name in tie.other), (ONE, right)],
        )


def _first(each: tuple[Tie, str]) -> int:
    return each[0].first


def _times(fields: Fields, section: Any, name: str) -> float:
    """How often a field stands among some."""
    return float(sum(each is section and own in (name, EACH) for each, own in fields))


def _once(waiting: list[Callable[[], None]]) -> None:
    if waiting:
        waiting.pop()()
