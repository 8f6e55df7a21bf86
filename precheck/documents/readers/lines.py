"""Words that stand anywhere on a page, put into lines and columns."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from ..content import Page

SAME_LINE = 0.5
"""Share of the height by which a word must overlap a line to belong to it."""
SAME_COLUMN = 0.8
"""Of the height: a wider gap parts two columns. A blank between two words is narrower."""
TOUCHING = 0.15
"""Of the height: a narrower gap is none, as between the characters of a word that were drawn one by one."""


NUMBER: Final = re.compile(r"[-+(]?[¥￥]?[0-9][0-9,]*\.[0-9]{2}\)?|[0-9]{12,}")
"""Beside an amount or the number of an account a narrow gap parts columns too: a full column nearly touches the next."""
DAY: Final = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
LABELS: Final = frozenset(":：")
"""What ends a label, which goes with the number behind it."""


class Word(NamedTuple):
    """A word and its box; `top` is smaller than `bottom`, whatever the format counts from."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def page_of(number: int, words: list[Word]) -> Page:
    """The page with its lines from top to bottom, each as its columns from left to right."""
    lines = _lines(words)
    spans = [[(word.left, word.right) for word in line] for line in lines]
    return Page(number, [[word.text for word in line] for line in lines], spans)


def lines_of(words: list[Word]) -> list[list[str]]:
    """The lines from top to bottom, each as its columns from left to right."""
    return page_of(1, words).lines


def _lines(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        if lines and _belongs(word, lines[-1][0]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_columns(sorted(line, key=lambda each: each.left)) for line in lines]


def _belongs(word: Word, first: Word) -> bool:
    overlap = min(word.bottom, first.bottom) - max(word.top, first.top)
    return overlap > SAME_LINE * min(word.bottom - word.top, first.bottom - first.top)


def _columns(line: list[Word]) -> list[Word]:
    """The words of a line, those of one column together."""
    columns = [line[0]]
    for before, word in pairwise(line):
        gap = (word.left - before.right) / max(word.bottom - word.top, before.bottom - before.top)
        texts = columns[-1].text, word.text
        if gap > SAME_COLUMN or (gap > TOUCHING and _is_beside_number(*texts)) or _is_day_and_number(*texts):
            columns.append(word)
        else:
            columns[-1] = _joined(columns[-1], word, "" if gap < TOUCHING else " ")
    return columns


def _is_beside_number(before: str, word: str) -> bool:
    if NUMBER.fullmatch(before.rpartition(" ")[2]):
        return True
    return NUMBER.fullmatch(word) is not None and LABELS.isdisjoint(before)


def _is_day_and_number(before: str, word: str) -> bool:
    """Whether two words that may touch are whole: `2026-01-17` and `606.26`."""
    is_day = len(before) == len("2026-01-17") and DAY.fullmatch(before) is not None
    return is_day and NUMBER.fullmatch(word) is not None


def _joined(one: Word, other: Word, between: str) -> Word:
    text, right = f"{one.text}{between}{other.text}", max(one.right, other.right)
    return Word(text, one.left, right, min(one.top, other.top), max(one.bottom, other.bottom))
