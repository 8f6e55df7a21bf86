"""What papers say, as claims on fields of a draft. Only what a paper states is claimed; nothing is concluded."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from ..documents.papers.facts import Day, PaperFacts, Place, Words

Key = tuple[str, ...]
"""The way to a field: the names of sections, and behind the name of a list what tells its items apart."""
FOREVER: Final = "长期"
HIDDEN: Final = "*"
"""Stands for characters of a name or number that the paper does not print."""


class Claim(NamedTuple):
    """One paper's word on one field."""

    key: Key
    value: Any
    """As JSON has it."""
    path: str
    place: Place


class Says(NamedTuple):
    """One paper, while its claims are made."""

    path: str
    facts: PaperFacts

    def words(self, key: Key, words: Words | None) -> Iterator[Claim]:
        """A claim of a text, unless there is none, or some of it is hidden."""
        if words and words.text and HIDDEN not in words.text:
            yield Claim(key, words.text, self.path, words.place)

    def number(self, key: Key, words: Words | None) -> Iterator[Claim]:
        """A claim of the number of an account, a business or a person, which papers print with blanks in it or without."""
        return self.words(key, words and words._replace(text=bare(words.text)))

    def day(self, key: Key, day: Day | None) -> Iterator[Claim]:
        """A claim of a day, unless there is none."""
        if day:
            text = FOREVER if day.day == day.day.max else day.day.isoformat()
            yield Claim(key, text, self.path, day.place)

    def amount(self, key: Key, fen: int | None, place: Place) -> Iterator[Claim]:
        """A claim of an amount, unless there is none."""
        if fen is not None:
            yield Claim(key, yuan(fen), self.path, place)

    def word(self, key: Key, word: str, place: Place) -> Iterator[Claim]:
        """A claim of a word of ours, unless it is empty."""
        if word:
            yield Claim(key, word, self.path, place)


def bare(number: str) -> str:
    """The digits and letters of a number, and what hides them, without what stands between or behind."""
    return "".join(each for each in number if each == HIDDEN or (each.isascii() and each.isalnum()))


def yuan(fen: int) -> float | int:
    """An amount as the data interface has it; whole yuan without decimals."""
    return fen // 100 if fen % 100 == 0 else fen / 100
