"""The fields and bands of one draft: what there is to be consistent with.

Nothing is written down before it is asked for: a draft has hundreds of bands, and a slip has to do with a few of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple, Protocol

from ..application import Gap, Section
from .bands import Band
from .fields import Field, amounts_of, model_of
from .layout import Layout

FEW: Final = 6
"""Amounts. Fewer of them are whole by chance."""
WITH_FEN: Final = 0.4
"""Of the figures of a form in whole yuan, at most this share gets a fen by slips."""
ONE: Final = 0
"""The field that is no field but the number 1, for bounds that are known amounts."""
MET, LATER = 1 << 40, 1 << 41
"""The first numbers of fields that no relation of their own section reads: of those met in the first place, and others."""
MOST_FIELDS: Final = 1 << 10
"""No section has more fields, and no kind of section more relations."""
Reads = dict[int, tuple[float, float]]
"""The fields of a band, each with what it is multiplied with on the left and on the right side."""
Touching = list[tuple[int, float, float]]
"""The bands of a field, each with what the field is multiplied with on its left and right sides."""


class Numbers(NamedTuple):
    """What numbers the fields of a model have: of its first section from a number on, one after the other."""

    first: int
    places: Mapping[str, int]


class Made(NamedTuple):
    """A band with its two sides, in yuan, and what tells the fields that it reads."""

    band: Band
    sides: tuple[float, float]
    reads: Callable[[], Reads]


class Source(Protocol):
    """Where bands come from: relations of sections, relations of views, and what else is expected."""

    def reported(self) -> Iterator[int]:
        """The bands that a finding may tell of."""

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The bands that read a field, by their numbers, each with what the field is multiplied with on both sides."""

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """Those of them that honest papers always keep."""


class Comparisons(Protocol):
    """The bands on views."""

    @property
    def comparisons(self) -> Mapping[int, tuple[str, str]]:
        """All of them, each with the lists of the application that its two sides come from."""

    def compares(self, band: int) -> bool:
        """Whether a band is one of them."""

    def meet_what_is_declared(self) -> None:
        """Give numbers to the figures that the form itself asks."""


class System:
    """Fields by number, their values, and the bands that each stands in. A band with a gap is left out."""

    def __init__(
        self,
        sections: Mapping[Any, Sequence[Any]],
        numbering: Mapping[type[Section], Numbers],
        layout: Layout,
    ) -> None:
        self.x: dict[int, float] = {ONE: 1.0}
        """The values of the fields that were asked for."""
        self.bands: dict[int, Band] = {}
        self.left: dict[int, float] = {}
        self.right: dict[int, float] = {}
        """The bands that were asked for, and their two sides."""
        self.sources: tuple[Source, ...] = ()
        self.views: Comparisons
        self.layout = layout
        self._sections, self._numbering = sections, numbering
        self._firsts: dict[int, int] = {}
        self._numbers: dict[tuple[int, str], int] = {}
        self._places: dict[int, tuple[Any, str]] = {}
        self._fields: dict[int, Field] = {}
        self._absent: set[int] = set()
        self._touching: dict[int, Touching] = {}
        self._reads: dict[int, Reads] = {}
        self._readers: dict[int, Callable[[], Reads]] = {}
        self._last_digits: dict[int, float] = {}
        self._names: dict[int, list[str]] = {}
        self._printed: dict[int, float] = {}

    def number(self, section: Any, name: str) -> int:
        """The number of a field. Raises Gap."""
        found = self._numbers.get((id(section), name))
        if found is None:
            found = self.first(section) + self._numbering[model_of(type(section))].places[name]
            self._count(found, section, name)
        return found

    def meet(self, section: Any, name: str) -> None:
        """Give a field that no relation of its section reads the next number. Raises Gap."""
        if (id(section), name) not in self._numbers:
            self._count(MET + len(self._numbers), section, name)

    def _count(self, number: int, section: Any, name: str) -> None:
        self.x[number] = float(getattr(section, name))
        self._numbers[id(section), name] = number
        self._places[number] = section, name

    def first(self, section: Any) -> int:
        """The first number of a section: they go on in the order of the draft."""
        if id(section) not in self._firsts:
            model = model_of(type(section))
            for number, each in enumerate(self._sections[model]):
                self._firsts[id(each)] = self._numbering[model].first + number * MOST_FIELDS
        return self._firsts[id(section)]

    def field(self, number: int) -> Field:
        """Where a field stands, and what kind of number it is."""
        if number not in self._fields:
            self._fields[number] = Field(*self._places[number])
        return self._fields[number]

    def known(self, section: Any, name: str) -> int | None:
        """The number of a field that stands in a band; None of any other."""
        if not isinstance(section.__dict__.get(name), float | int):
            return None
        number = self.number(section, name)
        return number if self.touching(number) else None

    def has(self, band: int, make: Callable[[], Made | None]) -> bool:
        """Whether there is a band of this number; it is made when it is first asked for."""
        if band in self.bands or band in self._absent:
            return band in self.bands
        made = None
        with suppress(Gap):
            made = make()
        if made is None:
            self._absent.add(band)
            return False
        self.bands[band], (self.left[band], self.right[band]), self._readers[band] = made
        return True

    def reads(self, band: int) -> Reads:
        """The fields of a band, in its order, each with what it is multiplied with on the left and on the right."""
        if band not in self._reads:
            self._reads[band] = self._readers[band]()
        return self._reads[band]

    def fields_of(self, band: int) -> list[int]:
        """The fields that a band reads."""
        return [field for field in self.reads(band) if field != ONE]

    def touching(self, field: int) -> Touching:
        """For a field its bands, with what the field is multiplied with on their left and right sides."""
        found = self._touching.get(field)
        if found is None:
            section, name = self._places[field]
            found = [each for source in self.sources for each in source.reading(section, name)]
            self._touching[field] = found
        return found

    def certain(self, field: int) -> Iterator[int]:
        """The bands of a field that honest papers always keep."""
        section, name = self._places[field]
        for source in self.sources:
            yield from source.certain(section, name)

    def broken(self) -> list[int]:
        """The bands that do not hold and that a finding tells of."""
        asked = {each for source in self.sources for each in source.reported()}
        if asked:
            self.views.meet_what_is_declared()
        return sorted(each for each in asked if not self.bands[each].holds(self.left[each], self.right[each]))

    def last_digit(self, section: Any) -> float:
        """What the last digit of a section counts, in yuan, if a few figures with a fen among whole ones are slips."""
        known = self._last_digits.get(id(section))
        if known is None:
            amounts = [each for each in section.__dict__.values() if isinstance(each, float) and each]
            with_fen = sum(each % 1 != 0 for each in amounts)
            is_whole = len(amounts) >= FEW and with_fen < WITH_FEN * len(amounts)
            known = max(1.0, section.rounding) if is_whole else float(section.rounding)
            self._last_digits[id(section)] = known
        return known

    def printed(self, *sections: Any) -> float:
        """What the last digit of the coarsest of some sections counts, in yuan, as it is printed."""
        for each in sections:
            if id(each) not in self._printed:
                self._printed[id(each)] = each.last_digit
        return max(self._printed[id(each)] for each in sections)

    def given(self, *sections: Any) -> list[int]:
        """The amounts of some sections that are not 0."""
        amounts = [(each, name) for each in sections for name in amounts_of(model_of(type(each)))]
        return [self.number(each, name) for each, name in amounts if each.__dict__.get(name)]

    def neighbours(self, field: int) -> list[int]:
        """The numbers next to one on its form: the lines above and below that are filled in, the same line beside."""
        section, name = self._places[field]
        filled_in = self._filled_in(section)
        names = (
            filled_in
            if name in filled_in
            else [each for each in model_of(type(section)).names if each in filled_in or each == name]
        )
        at = names.index(name)
        near = [(section, each) for each in names[max(0, at - 1) : at] + names[at + 1 : at + 2]]
        near += [(other, name) for other in self.layout.beside(section)]
        return [
            self.number(each, name) for each, name in near if isinstance(each.__dict__.get(name), float | int)
        ]

    def _filled_in(self, section: Any) -> list[str]:
        if id(section) not in self._names:
            given = section.__dict__
            self._names[id(section)] = [name for name in model_of(type(section)).names if given.get(name)]
        return self._names[id(section)]


def joined(left: Iterable[tuple[int, float]], right: Iterable[tuple[int, float]]) -> Reads:
    """The fields of two sides, each with what it is multiplied with on the left and on the right side."""
    found: Reads = {}
    for field, factor in left:
        on_left, on_right = found.get(field, (0.0, 0.0))
        found[field] = on_left + factor, on_right
    for field, factor in right:
        on_left, on_right = found.get(field, (0.0, 0.0))
        found[field] = on_left, on_right + factor
    return found
