"""Attached papers as what rules run on: the draft's entry for a paper together with what was found in the file.

A rule touches `paper.file` or `paper.says` and never asks whether the paper was opened: touching what was not read
raises `Unread`, and the rule is listed as not opened.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from ..application import Application, Document, Gap
from ..text import Text

if TYPE_CHECKING:
    from ..documents.file_facts import FileFacts
    from ..documents.papers.facts import PaperFacts, Place
    from ..documents.papers.facts.deeds import Deed
    from ..documents.papers.facts.forms import Form
    from ..documents.papers.facts.invoices import Invoice
    from ..documents.papers.facts.prints import Recognised
    from ..documents.papers.facts.statements import Flow

FLOWS = frozenset({"bank_statement", "platform_statement"})
"""Kinds of paper that are statements of accounts."""
FORMS = frozenset({"balance_sheet", "income_statement", "vat_return", "income_tax_return"})
"""Kinds of paper that are forms with figures of the data interface."""
F = TypeVar("F")
Read = Callable[[Sequence[str]], "Sequence[FileFacts]"]
"""What is known of the papers at some paths, in their order; nothing when none of them is there."""


class Unread(Gap):
    """A rule speaks of a paper that was not read."""


class Paper:
    """An attached paper. `document` is what the draft says of it; `others` are all papers of the draft, itself too."""

    is_view: ClassVar[bool] = True
    sources: ClassVar[dict[str, str]] = {}

    def __init__(self, document: Document, file: "FileFacts", others: "Sequence[Paper]") -> None:
        self.document, self._file, self.others = document, file, others

    @property
    def file(self) -> "FileFacts":
        """What became of opening it. Raises Unread when nothing here can."""
        if self._file.verdict == "unavailable":
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
    def flows(self) -> "tuple[Flow, ...]":
        """The statements of accounts in it; none in a paper of another kind. Raises Unread."""
        return self._understood(self.says.flows) if self.document.kind in FLOWS else ()

    @property
    def forms(self) -> "tuple[Form, ...]":
        """Its statements or returns of the kind that the draft says it is; none in a paper of another kind. Raises
        Unread."""
        kind = self.document.kind
        if kind not in FORMS:
            return ()
        return self._understood(tuple(each for each in self.says.forms if each.kind == kind))

    @property
    def invoices(self) -> "tuple[Invoice, ...]":
        """The invoices in it; none in a paper of another kind. Raises Unread."""
        return self._understood(self.says.invoices) if self.document.kind == "invoice" else ()

    @property
    def deeds(self) -> "tuple[Deed, ...]":
        """The texts in it that are of the kind which the draft gives. Raises Unread: of a photo, to begin with."""
        return self._understood(tuple(each for each in self.says.deeds if each.kind == self.document.kind))

    @property
    def recognised(self) -> "tuple[Recognised, ...]":
        """The print of a photo or scan of the kind which the draft gives, as hints; none of a paper that has text.
        Raises Unread when it was not recognised."""
        if not self.whole.has_print:
            return ()
        found = self.file.recognised or ()
        return self._understood(tuple(each for each in found if each.kind == self.document.kind))

    def _understood(self, found: "tuple[F, ...]") -> "tuple[F, ...]":
        if not found:
            raise Unread(self.document, "path")
        return found

    @property
    def is_read(self) -> bool:
        """Whether it was opened and read to its end."""
        return self._file.verdict == "ok"

    @property
    def was_opened(self) -> bool:
        """Whether there is something here that can open it."""
        return self._file.verdict != "unavailable"


def inspect(application: Application, read: Read | None) -> list[Paper]:
    """The papers that the draft names, opened. None when they are to stay closed, or when none of them stands beside
    the draft: such a draft is on its own, and its papers are elsewhere."""
    if read is None:
        return []
    listed = [each for each in _listed(application) if "path" in each.__dict__]
    facts = read([each.path for each in listed]) if listed else []
    if all(_is_elsewhere(file, document.path) for document, file in zip(listed, facts, strict=False)):
        return []
    papers: list[Paper] = []
    papers += (Paper(document, file, papers) for document, file in zip(listed, facts, strict=True))
    return papers


def _is_elsewhere(file: "FileFacts", path: str) -> bool:
    """Whether nothing stands where a path leads, or it does not lead below the draft's folder at all."""
    if file.verdict != "outside":
        return file.verdict == "missing"
    from ..documents.opening import leads_out  # only here: few drafts name such a path

    return leads_out(path)


def _listed(application: Application) -> Iterable[Document]:
    documents: Iterable[Document] = application.__dict__.get("documents", ())
    return documents


def where(place: "Place") -> Text:
    """A place in a paper, in words."""
    if place.kind == "sheet" and not place.column:
        return Text(f"第 {place.number} 张表第 {place.line} 行", f"table {place.number}, row {place.line}")
    if place.kind == "sheet":
        return Text(f"第 {place.number} 张表 {place.cell}", f"table {place.number}, cell {place.cell}")
    if place.kind == "page":
        return Text(f"第 {place.number} 页第 {place.line} 行", f"page {place.number}, line {place.line}")
    if place.kind == "print":
        return Text(f"识别出的第 {place.line} 行字", f"line {place.line} of the recognised print")
    return CODE if place.kind == "code" else ELEMENT


CODE = Text("二维码", "the QR code")
ELEMENT = Text("电子凭证的数据", "the data of the voucher")
"""Places that nobody has to look for."""
