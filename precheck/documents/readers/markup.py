"""XML that may have been made to do harm: read without entities of its own, no deeper and no longer than any paper."""

from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from ..limits import MOST_ELEMENTS
from ..reading import Unreadable

DEEPEST = 100
CHUNK = 65536


class Element(NamedTuple):
    """An element that has ended."""

    path: str
    """The local names that lead to it: `EInvoice/TaxSupervisionInfo/InvoiceNumber`."""
    attributes: dict[str, str]
    """By name; a name in a namespace follows that and `}`."""
    is_leaf: bool
    """Whether it has no other elements."""
    texts: list[str]
    """The text of the document, piece by piece."""
    start: int
    stop: int

    @property
    def name(self) -> str:
        """Its local name."""
        return self.path.rpartition("/")[2]

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(self.texts[self.start : self.stop])


def elements(data: bytes) -> Iterator[Element]:
    """Every element of an XML file as it ends.

    Raises Unreadable when it is damaged, has entities of its own, or is deeper or longer than any paper.
    """
    reading = _Elements()
    try:
        for start in range(0, len(data), CHUNK):
            reading.parser.Parse(data[start : start + CHUNK], False)
            yield from reading.taken()
        reading.parser.Parse(b"", True)
        yield from reading.taken()
    except ExpatError:
        raise Unreadable("damaged") from None


def leaves(data: bytes) -> list[tuple[str, str]]:
    """Path of names and text of every leaf, in order. Raises Unreadable as above."""
    return [(each.path, "".join(each.text.split("\n")).strip()) for each in elements(data) if each.is_leaf]


class _Elements:
    """Collects elements as they end."""

    def __init__(self) -> None:
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.texts: list[str] = []
        self.parser.CharacterDataHandler = self.texts.append
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._refuse
        self.parser.UnparsedEntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.parser.SkippedEntityHandler = self._miss
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.ended: list[Element] = []
        self.count = self.last_begun = 0

    def taken(self) -> list[Element]:
        """Those that have ended since the last time."""
        ended, self.ended = self.ended, []
        return ended

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.last_begun = len(self.open) + 1
        if self.last_begun > DEEPEST or self.count > MOST_ELEMENTS:
            raise Unreadable("too_large")
        name = tag.rpartition("}")[2]
        path = f"{self.open[-1][0]}/{name}" if self.open else name
        self.open.append((path, attributes, len(self.texts)))

    def _end(self, _: str) -> None:
        is_leaf = self.last_begun == len(self.open)
        path, attributes, start = self.open.pop()
        self.last_begun = 0
        self.ended.append(Element(path, attributes, is_leaf, self.texts, start, len(self.texts)))

    def _refuse(self, *_: Any) -> NoReturn:
        raise Unreadable("bomb")

    def _miss(self, *_: Any) -> NoReturn:
        raise Unreadable("damaged")
