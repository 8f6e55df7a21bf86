"""Invoices: as XML leaves, as the named data of OFD, as the text of a PDF, as a QR code."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from ..content import Content
from .cells import day_of, fen_of, has_fen, plain, spaced
from .facts import Amount, Day, Invoice, Place, Words
from .labels import Label, labels_of
from .rows import LONGEST, Row, tables_of

ELEMENTS: Final = {
    "number": "InvoiceNumber 发票号码 InvoiceNo EIid",
    "code": "发票代码 InvoiceCode",
    "issued": "IssueTime 开票日期 IssueDate RequestTime",
    "net": "TotalAmWithoutTax 合计金额 TaxExclusiveTotalAmount",
    "tax": "TotalTaxAm 合计税额 TaxTotalAmount",
    "gross": "TotalTax-includedAmount 价税合计 TaxInclusiveTotalAmount",
    "buyer": "BuyerName 购买方名称",
    "buyer_id": "BuyerIdNum BuyerTaxID 购买方纳税人识别号",
    "seller": "SellerName 销售方名称",
    "seller_id": "SellerIdNum SellerTaxID 销售方纳税人识别号",
}
"""Leaves of the digital invoice (EInvoice), of OFD (CustomData, CustomTag) and of the file inside older OFD, by field."""
_FIELD: Final = {
    name: (field, rank) for field, names in ELEMENTS.items() for rank, name in enumerate(names.split())
}
DIGITAL: Final = frozenset({"31", "32"})
"""Kinds of the QR code whose amount is the one with tax."""
QR: Final = re.compile(
    r"01,(?P<kind>[0-9]{2}),(?P<code>[0-9]{0,12}),(?P<number>[0-9]{8}|[0-9]{20}),(?P<amount>-?[0-9]+(?:\.[0-9]{1,2})?),"
    r"(?P<day>[0-9]{8}),[^,]{0,20},[0-9A-Fa-f]{4},?"
)
_NAME: Final = re.compile("(?:购买?方|销售?方|购货单位|销货单位)?(?:信息)?名称")
_NUMBER: Final = re.compile("(?:纳税人识别号|统一社会信用代码)$")
_WITH_TAX: Final = re.compile(r"\(小写\)[^-0-9]{0,3}(-?[0-9,]+\.[0-9]{2})")


def invoices_of(content: Content) -> tuple[Invoice, ...]:
    """Every invoice that the file shows; one that it shows as text and as a code comes twice, to be compared."""
    return (*_of_elements(content), *_of_pages(content), *_of_codes(content))


def _of_elements(content: Content) -> Iterator[Invoice]:
    best: dict[str, tuple[int, str, Place]] = {}
    for index, (path, text) in enumerate(content.elements, 1):
        found = _FIELD.get(re.split(r"[/:}]", path)[-1])
        if found and text.strip() and (found[0] not in best or found[1] < best[found[0]][0]):
            best[found[0]] = (found[1], text, Place("element", index))
    invoice = _invoice({field: (text, place) for field, (_, text, place) in best.items()})
    if invoice.number and (invoice.net or invoice.gross or invoice.seller_id):
        yield invoice


def _invoice(texts: dict[str, tuple[str, Place]]) -> Invoice:
    """An invoice from the texts of its fields; what is no amount or no day is left out."""
    return Invoice(**{field: _value(field, text, place) for field, (text, place) in texts.items()})


def _value(field: str, text: str, place: Place) -> Any:
    """A day, an amount or words, as the field has it; None when the text is none."""
    if field == "issued":
        day = day_of(text)
        return day and Day(day, place)
    if field in ("net", "tax", "gross"):
        fen = fen_of(text)
        return None if fen is None else Amount(fen, place)
    return Words(spaced(text)[:LONGEST], place)


def _of_pages(content: Content) -> Iterator[Invoice]:
    """One invoice a page: the buyer stands before the seller, above it or to its left."""
    for table in tables_of(content._replace(sheets=())):
        for _, rows in groupby(table.rows, key=lambda row: row.place.number):
            page = list(rows)
            if any("发票" in row.text for row in page[:8]):
                yield from _of_page(page)


def _of_page(rows: Sequence[Row]) -> Iterator[Invoice]:
    labels = labels_of(rows)
    names = [label for label in labels if _NAME.fullmatch(label.name)]
    numbers = [label for label in labels if _NUMBER.search(label.name)]
    labelled = {
        "number": _named(labels, "发票号码"),
        "code": _named(labels, "发票代码"),
        "issued": _named(labels, "开票日期"),
        "buyer": names[:1],
        "seller": names[1:2],
        "buyer_id": numbers[:1],
        "seller_id": numbers[1:2],
    }
    texts = {
        field: (found[0].line, found[0].value.place)
        for field, found in labelled.items()
        if found and found[0].line
    }
    if "number" in texts:
        yield _invoice(texts | dict(_sums(rows)))


def _named(labels: Sequence[Label], name: str) -> list[Label]:
    return [label for label in labels if label.name == name]


def _sums(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, Place]]]:
    """The line of sums, and the total with tax in figures."""
    for row in rows:
        with_tax = _WITH_TAX.search(row.text)
        if with_tax and "价税合计" in row.text:
            yield "gross", (with_tax[1], row.place)
        elif row.text.startswith("合计"):
            amounts = [plain(cell) for cell in row.cells if has_fen(cell)]
            yield from (
                (field, (text, row.place)) for field, text in zip(("net", "tax"), amounts, strict=False)
            )


def _of_codes(content: Content) -> Iterator[Invoice]:
    """What the QR code of an invoice says. That of older ones gives the amount without tax."""
    for index, code in enumerate(content.codes, 1):
        found = QR.fullmatch(code.strip())
        if found:
            place = Place("code", index)
            field = "gross" if found["kind"] in DIGITAL else "net"
            texts = {
                "number": found["number"],
                "code": found["code"],
                "issued": found["day"],
                field: found["amount"],
            }
            yield _invoice({name: (text, place) for name, text in texts.items() if text})
