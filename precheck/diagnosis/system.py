"""The fields and bands of one draft: what there is to be consistent with."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final, get_type_hints

from ..application import Section
from ..application.types import Yuan
from ..record import remembered
from .bands import Band, Terms


class Field:
    """One number of the draft: where it stands and what kind of number it is."""

    __slots__ = ("is_count", "model", "name", "section", "weight")

    def __init__(self, section: Any, name: str) -> None:
        self.section, self.name = section, name
        self.model = model_of(type(section))
        self.is_count = name not in amounts_of(self.model)
        self.weight = SELDOM_WRONG.get(self.model.__name__, 4.0)


SELDOM_WRONG: Final = {
    "Scale": 3.5,
    "DeclaredRevenue": 3.5,
    "Loan": 3.5,
    "VatColumn": 4.6,
    "IncomeTaxReturn": 4.6,
    "BankMonth": 5.0,
    "PlatformMonth": 5.0,
    "RateSum": 5.0,
    "InvoiceMonth": 5.0,
}
"""What it costs, in nats, that a field of a section was mistyped: more where figures are exported than where they are
typed by hand. The search hardly depends on it."""


@remembered
def model_of(kind: type[Any]) -> type[Section]:
    """The model of a section; one with gaps is of a class below it."""
    return next(each for each in kind.__mro__ if "names" in each.__dict__)


@remembered
def amounts_of(model: type[Section]) -> frozenset[str]:
    """The fields of a model that hold amounts in yuan."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name in model.names if hints[name] == Yuan)


FEW: Final = 6
"""Amounts. Fewer of them are whole by chance."""
WITH_FEN: Final = 0.4
"""Of the figures of a form in whole yuan, at most this share gets a fen by slips."""
ONE: Final = 0
"""The field that is no field but the number 1, for bounds that are known amounts."""


class System:
    """Fields by number, their values, and the bands that each stands in. A band with a gap is left out."""

    def __init__(self) -> None:
        self.fields: list[Field] = [Field(Section(), "")]
        self.x: list[float] = [1.0]
        self.bands: list[Band] = []
        self.touching: list[list[tuple[int, float, float]]] = [[]]
        """For each field its bands, with what the field is multiplied with on their left and right sides."""
        self.left: list[float] = []
        self.right: list[float] = []
        self.sources: dict[int, tuple[str, str]] = {}
        """Of bands on views, by number: the lists of the application that the two sides come from."""
        self.beside: dict[int, list[Any]] = {}
        """By the id of a section: those in which the eye may slip to the same line."""
        self.papers: list[list[int]] = []
        """The amounts of every paper or part of one that may have been typed in another unit as a whole."""
        self.columns: list[list[int]] = []
        """The amounts of every column of a form."""
        self._numbers: dict[tuple[int, str], int] = {}
        self._last_digits: dict[int, float] = {}

    def number(self, section: Any, name: str) -> int:
        """The number of a field. Raises Gap."""
        key = id(section), name
        found = self._numbers.get(key)
        if found is None:
            value = getattr(section, name)
            found = self._numbers[key] = len(self.fields)
            self.fields.append(Field(section, name))
            self.x.append(float(value))
            self.touching.append([])
        return found

    def known(self, section: Any, name: str) -> int | None:
        """The number of a field that stands in a band; None of any other."""
        return self._numbers.get((id(section), name))

    def add(self, band: Band) -> None:
        """Take in a band."""
        x, number = self.x, len(self.bands)
        self.bands.append(band)
        factors: dict[int, tuple[float, float]] = {}
        for field, factor in band.left:
            on_left, on_right = factors.get(field, (0.0, 0.0))
            factors[field] = on_left + factor, on_right
        for field, factor in band.right:
            on_left, on_right = factors.get(field, (0.0, 0.0))
            factors[field] = on_left, on_right + factor
        for field, (on_left, on_right) in factors.items():
            self.touching[field].append((number, on_left, on_right))
        self.left.append(_sum(band.left, x))
        self.right.append(_sum(band.right, x))

    def extend(self, bands: Iterable[Band]) -> None:
        """Take in several bands."""
        for each in bands:
            self.add(each)

    def amounts(self, *sections: Any) -> list[int]:
        """The amounts of some sections that stand in bands."""
        found = [
            self.known(section, name)
            for section in sections
            for name in model_of(type(section)).names
            if name in amounts_of(model_of(type(section)))
        ]
        return [each for each in found if each is not None]

    def like(self, field: int) -> list[int]:
        """The same line in what stands beside."""
        section, name = self.fields[field].section, self.fields[field].name
        near = [self.known(other, name) for other in self.beside.get(id(section), ())]
        return [each for each in near if each is not None]

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

    def put_beside(self, sections: Iterable[Any]) -> None:
        """Say that sections stand side by side, such as the two columns of a form or the months of a list."""
        for one, other in pairwise(sections):
            self.beside.setdefault(id(one), []).append(other)
            self.beside.setdefault(id(other), []).append(one)

    def neighbours(self, field: int) -> list[int]:
        """The fields next to one on its form: the lines above and below that are filled in, the same line beside."""
        section, name = self.fields[field].section, self.fields[field].name
        names = [
            each for each in self.fields[field].model.names if section.__dict__.get(each) or each == name
        ]
        at = names.index(name)
        near = [self.known(section, each) for each in names[max(0, at - 1) : at] + names[at + 1 : at + 2]]
        return [each for each in near if each is not None] + self.like(field)

    def fields_of(self, band: int) -> list[int]:
        """The fields that a band reads."""
        return [field for field, _ in (*self.bands[band].left, *self.bands[band].right) if field != ONE]


def _sum(terms: Terms, x: list[float]) -> float:
    return sum([factor * x[field] for field, factor in terms])
