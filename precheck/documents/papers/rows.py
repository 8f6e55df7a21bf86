"""One way to look at tables and at text: rows of cells that know where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count, repeat, zip_longest
from typing import Any, Literal, NamedTuple, TypeVar

from ..content import Cell, Content, Span
from ..limits import MOST_COLUMNS
from .cells import plain, spaced
from .facts import Place, Words

R = TypeVar("R", bound=tuple[Any, ...])
LONGEST = 160
"""Characters of a text that are kept."""
MOST = 100
"""Places, names or days of one sort that are kept: whoever looks has found what is wrong long before."""


class Row(NamedTuple):
    """A row of a table or a line of text."""

    kind: Literal["sheet", "page"]
    number: int
    """Of the sheet or page."""
    line: int
    cells: Sequence[Cell]
    spans: Sequence[Span] = ()
    """Where the words of a line of text stand on the page, where that is known."""

    @property
    def place(self) -> Place:
        """Where it stands. Made when it is asked for: few of the rows of a long table are spoken of."""
        return Place(self.kind, self.number, self.line)

    def at(self, column: int) -> Place:
        """The place of a cell; of the line where the paper is text."""
        return self.place._replace(column=column + 1) if self.kind == "sheet" else self.place

    def words(self, column: int) -> Words:
        """The text of a cell, with its place."""
        return Words(plain(self.cells[column])[:LONGEST], self.at(column))

    @property
    def is_placed(self) -> bool:
        """Whether it is known where each word of a line of text stands, and they are no more than a table has columns."""
        return len(self.spans) == len(self.cells) <= MOST_COLUMNS

    def only(self, words: Sequence[int]) -> "Row":
        """The same line with these of its words alone."""
        return self._replace(cells=[self.cells[at] for at in words], spans=[self.spans[at] for at in words])

    def without(self, word: int) -> "Row":
        """The same line without one of its words."""
        return self.only([at for at in range(len(self.cells)) if at != word])

    def with_words(self, words: Iterable[tuple[Span, Cell]]) -> "Row":
        """The same line with other words, each with its place, from left to right."""
        in_order = sorted(words, key=_left)
        return self._replace(cells=[cell for _, cell in in_order], spans=[span for span, _ in in_order])

    @property
    def text(self) -> str:
        """All cells as one text without blanks."""
        return "".join(map(plain, self.cells))

    @property
    def spaced_text(self) -> str:
        """All cells that say something as one text, blanks within and between them kept."""
        return " ".join(filter(None, map(spaced, self.cells)))


def _left(word: tuple[Span, Cell]) -> float:
    return word[0][0]


class Table(NamedTuple):
    """The rows of a sheet, or of all pages of a text one after the other."""

    name: str
    rows: list[Row]
    aligned: bool
    """Whether columns are columns; in a text an empty cell leaves no trace."""


def records(kind: type[R], *fields: Iterable[Any]) -> list[R]:
    """Many records of a kind from all values of each of its fields, in less than half of the time that each takes alone."""
    return list(map(partial(tuple.__new__, kind), zip(*fields, strict=False)))


def tables_of(content: Content) -> Iterator[Table]:
    """Every sheet, then the text of the pages."""
    for number, sheet in enumerate(content.sheets, 1):
        rows = records(Row, repeat("sheet"), repeat(number), count(1), sheet.rows, repeat(()))
        yield Table(sheet.name, rows, aligned=True)
    lines = [
        Row("page", page.number, line, words, spans or ())
        for page in content.pages
        for line, (words, spans) in enumerate(zip_longest(page.lines, page.spans), 1)
    ]
    if lines:
        yield Table("", lines, aligned=False)
