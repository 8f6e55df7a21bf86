"""Words that stand anywhere on a page, put into lines and columns."""

from itertools import pairwise
from typing import NamedTuple

SAME_LINE = 0.5
"""Share of the height by which a word must overlap a line to belong to it."""
SAME_COLUMN = 0.8
"""Of the height: a wider gap parts two columns. A blank between two words is narrower."""
TOUCHING = 0.15
"""Of the height: a narrower gap is none, as between the characters of a word that were drawn one by one."""


class Word(NamedTuple):
    """A word and its box; `top` is smaller than `bottom`, whatever the format counts from."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def lines_of(words: list[Word]) -> list[list[str]]:
    """The lines from top to bottom, each as its columns from left to right."""
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


def _columns(line: list[Word]) -> list[str]:
    columns = [line[0].text]
    for before, word in pairwise(line):
        gap = word.left - before.right
        height = max(word.bottom - word.top, before.bottom - before.top)
        if gap > SAME_COLUMN * height:
            columns.append(word.text)
        else:
            columns[-1] += ("" if gap < TOUCHING * height else " ") + word.text
    return columns
