"""What an industry code of GB/T 4754-2017 says: `C3011`, `3011`, `301`, `30` or `C`."""

from functools import lru_cache
from typing import NamedTuple

from .characters import visible
from .industry_names import DIVISIONS, LAST_DIVISION, SECTIONS


def section_of(division: str) -> str:
    """The letter of the section that a two-digit division belongs to. Raises KeyError when there is no such division."""
    return _SECTION_OF[division]


class Industry(NamedTuple):
    """An industry code taken apart. `digits` holds zero, two, three or four digits, and `letter` is "" if not typed.

    `section` follows from the digits where there are any: a typed letter may contradict it.
    """

    letter: str
    digits: str
    section: str

    @staticmethod
    def of(code: str) -> "Industry | None":
        """The industry of a code; None when the code has another form or names no division of the standard.

        Groups and classes (the third and fourth digit) are not looked up.
        """
        return _industry(code)

    @property
    def division(self) -> str:
        """The two digits of the division, or ""."""
        return self.digits[:2]

    @property
    def group(self) -> str:
        """The three digits of the group, or ""."""
        return self.digits[:3] if len(self.digits) > 2 else ""

    @property
    def code(self) -> str:
        """The digits, or the section's letter when there are none."""
        return self.digits or self.section

    @property
    def letter_contradicts(self) -> bool:
        """Whether the typed letter is not that of the division's section, as in `A3011`."""
        return self.letter not in ("", self.section)

    @property
    def zh(self) -> str:
        """The Chinese name of the division, or of the section when no division is given."""
        return _names(self)[0]

    @property
    def en(self) -> str:
        """The English name of the division, or of the section when no division is given."""
        return _names(self)[1]


def _names(industry: Industry) -> list[str]:
    return (DIVISIONS.get(industry.division) or SECTIONS[industry.section]).split(" / ")


@lru_cache(4096)
def _industry(code: str) -> Industry | None:
    seen = visible(code).upper()
    letter = seen[:1] if seen[:1] in SECTIONS else ""
    digits = seen[len(letter) :]
    if not digits:
        return Industry(letter, "", letter) if letter else None
    if digits[:2] not in DIVISIONS or len(digits) > 4 or not (digits.isascii() and digits.isdigit()):
        return None
    return Industry(letter, digits, section_of(digits[:2]))


def _sections_of_divisions() -> dict[str, str]:
    letters = iter(LAST_DIVISION.items())
    letter, last = next(letters)
    sections = {}
    for division in DIVISIONS:
        if int(division) > last:
            letter, last = next(letters)
        sections[division] = letter
    return sections


_SECTION_OF = _sections_of_divisions()
