"""Invoices as text: what stands on a page, by its labels and its line of sums."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..content import Content, Page, Span
from .cells import has_fen, plain
from .facts import Place
from .facts.invoices import Invoice
from .invoices import invoice_from
from .labels import Label, labels_of
from .rows import Row, tables_of

NUMBERS: Final = "纳税人识别号|统一社会信用代码"
_NAME: Final = "(?:购买?方|销售?方|购货单位|销货单位)?(?:信息)?名称|[购买销售方信息]名称"
"""One character before it belongs to words that stand upright beside it."""
_WITH_TAX: Final = r"\(?小写\)?(-?)[^-0-9]{0,3}(-?[0-9,]+\.[0-9]{2})"
_BUYER: Final = "购(?:买方|货单位)"
_SELLER: Final = "销(?:售方|货单位)"
_NUMBER: Final = "[0-9A-Z]{15,20}"


def invoice_of(page: Page) -> Iterator[Invoice]:
    """The invoice on a page, if it has a number: the buyer stands before the seller, above it or to its left, unless
    the words beside them say otherwise."""
    rows = [row for table in tables_of(Content(pages=(page,))) for row in table.rows]
    labels = labels_of(rows)
    names = [label for label in labels if re.fullmatch(_NAME, label.name)]
    numbers = [label for label in labels if re.search(NUMBERS, label.name)]
    numbers = [each if re.match(_NUMBER, each.line) else each._replace(line="") for each in numbers]
    if len(numbers) < len(names):  # nobody can say whose the only one is
        numbers = []
    first, second = ("seller", "buyer") if _names_seller_first(rows) else ("buyer", "seller")
    labelled = {
        "number": _named(labels, "发票号码"),
        "code": _named(labels, "发票代码"),
        "issued": _named(labels, "开票日期"),
        first: names[:1],
        second: names[1:2],
        f"{first}_id": numbers[:1],
        f"{second}_id": numbers[1:2],
    }
    texts = {
        field: (found[0].line, found[0].value.place)
        for field, found in labelled.items()
        if found and found[0].line
    }
    if "number" in texts:
        yield invoice_from(texts | dict(_sums(rows)))


def _names_seller_first(rows: Sequence[Row]) -> bool:
    """Whether the words beside the parties name the seller before the buyer, above it or to its left, as on invoices for
    what farmers sell."""
    buyer, seller = (_first(rows, each) for each in (_BUYER, _SELLER))
    if buyer is None or seller is None:
        return False
    (place, (left, right)), (other, (start, stop)) = buyer, seller
    return stop <= left if right <= start or stop <= left else other < place


def _first(rows: Sequence[Row], words: str) -> tuple[tuple[int, int], Span] | None:
    """In which line, and as which word of it, the first word stands that names a party, and from where to where it goes,
    where that is known."""
    for line, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if re.search(words, plain(cell)):
                return (line, column), row.spans[column] if row.spans else (0, 1)
    return None


def _named(labels: Sequence[Label], name: str) -> list[Label]:
    return [label for label in labels if label.name == name]


def _sums(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, Place]]]:
    """The line of sums, and the total with tax in figures."""
    for row in rows:
        with_tax = re.search(_WITH_TAX, row.text) if "价税合计" in row.text else None
        if with_tax:
            yield "gross", (with_tax[1] + with_tax[2], row.place)
        elif row.text.startswith("合计"):
            amounts = [plain(cell) for cell in row.cells if has_fen(cell)]
            yield from (
                (field, (text, row.place)) for field, text in zip(("net", "tax"), amounts, strict=False)
            )
