"""What a paper says: figures, names, days and numbers, each with its place in the paper.

These records cross from the process that read the paper to the one that checks the draft; `exchange` turns them into
JSON and back. Amounts are whole fen, converted from the unit that the paper prints, so that sums are exact. Those of one
kind of paper have a module of their own, which is loaded by the first paper of that kind.
"""

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from .deeds import Deed
    from .forms import Form
    from .invoices import Invoice
    from .statements import Flow


Kind = Literal[
    "bank_statement", "platform_statement", "balance_sheet", "income_statement", "cash_flow_statement",
    "vat_return", "income_tax_return", "tax_payment", "invoice", "lease", "land_contract", "contract", "articles",
    "resolution", "credit_authorisation", "agent_authorisation", "licence", "basic_account", "premises_ownership",
    "food_permit", "credit_report", "audit_report", "id_card", "marriage",
]  # fmt: skip
"""What a paper was recognised as: some of the kinds of the data interface."""


class Place(NamedTuple):
    """Where a fact stands. All numbers count from 1."""

    kind: Literal["sheet", "page", "element", "code", "print"]
    """A table, a page of text, a leaf of an XML file, a QR code, print on a picture that was recognised."""
    number: int
    """Which one."""
    line: int = 0
    """The row of the table or the line of the page; 0 where there is none."""
    column: int = 0
    """The column of the table; 0 where there is none."""

    @property
    def cell(self) -> str:
        """The place in a table as a spreadsheet names it: `B7`."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"


class Words(NamedTuple):
    """A text of the paper, never to be shown unmasked."""

    text: str
    place: Place


class Day(NamedTuple):
    """A day of the paper; `date.max` stands for 长期, no end."""

    day: date
    place: Place


class Amount(NamedTuple):
    """An amount of the paper in fen."""

    fen: int
    place: Place

    @property
    def yuan(self) -> float:
        """The amount as the data interface has it."""
        return self.fen / 100


class PaperFacts(NamedTuple):
    """All that is understood of one file. Nothing recognised leaves `kinds` empty."""

    kinds: tuple[Kind, ...] = ()
    """In the order of the paper, each once."""
    flows: "tuple[Flow, ...]" = ()
    forms: "tuple[Form, ...]" = ()
    invoices: "tuple[Invoice, ...]" = ()
    deeds: "tuple[Deed, ...]" = ()
    unknown_headers: tuple[Words, ...] = ()
    """First rows of tables of money whose layout is not known: nothing was read of them."""
