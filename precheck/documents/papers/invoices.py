"""Invoices: as XML leaves, as the named data of OFD, as the text of a PDF, as a QR code."""

import re
from collections.abc import Iterator
from typing import Any, Final

from ..content import Content
from .cells import day_of, fen_of, plain, spaced
from .facts import Amount, Day, Place, Words
from .facts.invoices import Invoice
from .rows import LONGEST

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
QR: Final = (
    r"01,(?P<kind>[0-9]{2}),(?P<code>[0-9]{0,12}),(?P<number>[0-9]{8}|[0-9]{20}),(?P<amount>-?[0-9]+(?:\.[0-9]{1,2})?),"
    r"(?P<day>[0-9]{8}),[^,]{0,20},[0-9A-Fa-f]{4},?"
)
INVOICE: Final = "发票"
HEAD: Final = 8
"""Lines of a page among which its title stands."""


def invoices_of(content: Content) -> tuple[Invoice, ...]:
    """Every invoice that the file shows; one that it shows as text and as a code comes twice, to be compared."""
    return (*_of_elements(content), *_of_pages(content), *_of_codes(content))


def _of_elements(content: Content) -> Iterator[Invoice]:
    best: dict[str, tuple[int, str, Place]] = {}
    for index, (path, text) in enumerate(content.elements, 1):
        found = _FIELD.get(re.split(r"[/:}]", path)[-1])
        if found and text.strip() and (found[0] not in best or found[1] < best[found[0]][0]):
            best[found[0]] = (found[1], text, Place("element", index))
    invoice = invoice_from({field: (text, place) for field, (_, text, place) in best.items()})
    if invoice.number and (invoice.net or invoice.gross or invoice.seller_id):
        yield invoice


def invoice_from(texts: dict[str, tuple[str, Place]]) -> Invoice:
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
    for page in content.pages:
        if any(INVOICE in plain("".join(line)) for line in page.lines[:HEAD]):
            from .invoice_pages import invoice_of  # only here: vouchers and statements need none of it

            yield from invoice_of(page)


def _of_codes(content: Content) -> Iterator[Invoice]:
    """What the QR code of an invoice says. That of older ones gives the amount without tax."""
    for index, code in enumerate(content.codes, 1):
        found = re.fullmatch(QR, code.strip())
        if found:
            place = Place("code", index)
            field = "gross" if found["kind"] in DIGITAL else "net"
            texts = {
                "number": found["number"],
                "code": found["code"],
                "issued": found["day"],
                field: found["amount"],
            }
            yield invoice_from({name: (text, place) for name, text in texts.items() if text})
