"""What invoices say."""

from typing import NamedTuple

from . import Amount, Day, Words


class Invoice(NamedTuple):
    """One invoice."""

    number: Words | None = None
    code: Words | None = None
    """Of invoices that are not fully digital."""
    issued: Day | None = None
    net: Amount | None = None
    tax: Amount | None = None
    gross: Amount | None = None
    buyer: Words | None = None
    buyer_id: Words | None = None
    seller: Words | None = None
    seller_id: Words | None = None
