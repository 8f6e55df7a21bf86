"""Attached papers as what rules run on: the draft's entry for a paper together with what was found in the file.

A rule touches `paper.file` or `paper.says` and never asks whether the paper was opened: touching what was not read
raises `Unread`, and the rule is listed as not opened.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from .application import Application, Document, Gap
from .text import Text

if TYPE_CHECKING:
    from .documents.file_facts import FileFacts
    from .documents.papers.facts import PaperFacts, Place

Read = Callable[[Sequence[str]], "Sequence[FileFacts]"]
"""What is known of the papers at some paths, in their order."""


class Unread(Gap):
    """A rule speaks of a paper that was not read."""


class Paper:
    """An attached paper. `document` is what the draft says of it; `others` are all papers of the draft, itself too."""

    is_view: ClassVar[bool] = True
    sources: ClassVar[dict[str, str]] = {}

    def __init__(self, document: Document, file: "FileFacts | None", others: "Sequence[Paper]") -> None:
        self.document, self._file, self.others = document, file, others

    @property
    def file(self) -> "FileFacts":
        """What became of opening it. Raises Unread when nobody tried, or nobody here can."""
        if self._file is None or self._file.verdict == "unavailable":
            raise Unread(self.document, "path")
        return self._file

    @property
    def whole(self) -> "FileFacts":
        """The same of a paper that was read to its end. Raises Unread."""
        if self.file.verdict != "ok":
            raise Unread(self.document, "path")
        return self.file

    @property
    def says(self) -> "PaperFacts":
        """What it says. Raises Unread."""
        return self.whole.says

    @property
    def was_opened(self) -> bool:
        """Whether somebody tried who could."""
        return self._file is not None and self._file.verdict != "unavailable"


def inspect(application: Application, read: Read | None) -> list[Paper]:
    """The papers that the draft names, opened. None when they are to stay closed, or when none of them stands beside
    the draft: such a draft is on its own, and its papers are elsewhere."""
    if read is None:
        return []
    listed = [each for each in _listed(application) if "path" in each.__dict__]
    facts = read([each.path for each in listed]) if listed else []
    if all(each.verdict in ("missing", "refused") for each in facts):
        return []
    papers: list[Paper] = []
    papers += (Paper(document, file, papers) for document, file in zip(listed, facts, strict=True))
    return papers


def _listed(application: Application) -> Iterable[Document]:
    documents: Iterable[Document] = application.__dict__.get("documents", ())
    return documents


def where(place: "Place") -> Text:
    """A place in a paper, in words."""
    if place.kind == "sheet":
        return Text(f"第 {place.number} 张表 {place.cell}", f"table {place.number}, cell {place.cell}")
    if place.kind == "page":
        return Text(f"第 {place.number} 页第 {place.line} 行", f"page {place.number}, line {place.line}")
    return CODE if place.kind == "code" else ELEMENT


CODE = Text("二维码", "the QR code")
ELEMENT = Text("电子凭证的数据", "the data of the voucher")
"""Places that nobody has to look for."""
