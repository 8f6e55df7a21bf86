"""What a paper says: figures, names, days and numbers, each with its place in the paper.

These records cross from the process that read the paper to the one that checks the draft; `exchange` turns them into
JSON and back. Amounts are whole fen, converted from the unit that the paper prints, so that sums are exact.
"""

from datetime import date
from typing import Literal, NamedTuple

Kind = Literal[
    "bank_statement", "platform_statement", "balance_sheet", "income_statement", "cash_flow_statement",
    "vat_return", "income_tax_return", "tax_payment", "invoice", "lease", "land_contract", "contract", "articles",
    "resolution", "credit_authorisation", "agent_authorisation", "licence", "basic_account", "premises_ownership",
    "food_permit", "credit_report", "audit_report", "id_card", "marriage",
]  # fmt: skip
"""What a paper was recognised as: some of the kinds of the data interface."""
Unit = Literal["yuan", "thousand_yuan", "ten_thousand_yuan"]
Role = Literal[
    "holder", "lessor", "lessee", "buyer", "seller", "subject", "agent", "shareholder", "legal_representative"
]
"""What somebody named in a deed is to it."""
Event = Literal["issued", "signed", "starts", "ends", "established", "found"]
"""What happens on a day that a deed states; `found` is any other day."""


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


class Figure(NamedTuple):
    """An amount under its name in the data interface: `income_statement.year_to_date.revenue`, `current.output_tax`.

    A figure that is the sum of several lines of the form has the place of the first of them.
    """

    name: str
    fen: int
    place: Place

    @property
    def yuan(self) -> float:
        """The amount as the data interface has it."""
        return self.fen / 100


class Form(NamedTuple):
    """One statement or return of one period. A line that it leaves blank has no figure."""

    kind: Literal["balance_sheet", "income_statement", "vat_return", "income_tax_return"]
    form: Literal["", "small", "general", "cooperative", "small_scale", "enterprise", "operating_income"] = ""
    """As the data interface names the form of that kind; empty when the paper does not tell."""
    period: str = ""
    """As the data interface writes periods; empty when the paper states none."""
    ends: Day | None = None
    """The date of a balance sheet, or the last day of the period."""
    holder: Words | None = None
    taxpayer_id: Words | None = None
    unit: Unit = "yuan"
    unit_place: Place | None = None
    """Where the unit is printed; without it the amounts are taken for yuan."""
    figures: tuple[Figure, ...] = ()
    misread: tuple[Place, ...] = ()
    """Where a figure is due and what stands there is no amount, or does not tell its column."""
    unknown_lines: tuple[Words, ...] = ()
    """Lines of a statement with figures that no field of the data interface stands for."""


class Month(NamedTuple):
    """A month of an account: sums in fen."""

    month: str
    inflow: int
    outflow: int
    neutral: int
    """What a platform counts as neither."""
    refunds: int
    """Of the money out: refunds to customers."""
    rows: int
    opening: int | None
    closing: int | None
    """None when the statement prints no balance, or its chain is broken within the month."""
    place: Place
    """The first row of the month."""
    own: int = 0
    loans: int = 0
    returned: int = 0
    """Of the money in, what the rows call a transfer from the holder's own account, a loan paid out, or money given
    back."""

    @property
    def income(self) -> int:
        """The money in without what is known to be none."""
        return self.inflow - self.own - self.loans - self.returned


class Break(NamedTuple):
    """A row whose balance does not follow from its amount and the balance of the row before it in time."""

    place: Place
    expected: int
    stated: int


class Stated(NamedTuple):
    """A total that the statement states, beside the sum of its rows, both in fen."""

    name: Literal["inflow", "outflow", "neutral", "rows"]
    stated: int
    """For `rows` a number of rows, no amount."""
    summed: int
    place: Place


class Counterparty(NamedTuple):
    """What moved between the account and one other party, in fen."""

    name: str
    inflow: int
    outflow: int


class RoundTrip(NamedTuple):
    """Money that came from a party and went back to it, or the other way round, within days."""

    name: str
    came: Amount
    went: Amount
    days: int


class Flow(NamedTuple):
    """The statement of one account of a bank or platform."""

    kind: Literal["bank_statement", "platform_statement"]
    provider: str = ""
    """Which bank or platform: a word of ours (`icbc`, `alipay`), empty when its name is not found."""
    holder: Words | None = None
    account: Words | None = None
    """The account number as it is printed, often masked."""
    credit_card: Words | None = None
    """The bill of a credit card says that it is one: what is spent is money out, though it is printed without a sign."""
    starts: Day | None = None
    ends: Day | None = None
    """The period that the statement says it covers."""
    first: Day | None = None
    last: Day | None = None
    """The earliest and the latest row."""
    months: tuple[Month, ...] = ()
    missing: tuple[str, ...] = ()
    """Months within the period that have no row."""
    filtered: Words | None = None
    """The statement says that it shows only some of the rows."""
    breaks: tuple[Break, ...] = ()
    totals: tuple[Stated, ...] = ()
    counterparties: tuple[Counterparty, ...] = ()
    """Those with the most money in, at most twenty."""
    round_trips: tuple[RoundTrip, ...] = ()
    unread: tuple[Place, ...] = ()
    """Rows with a day whose amount or direction cannot be told; they are in no sum."""


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


class Party(NamedTuple):
    """Somebody named in a deed."""

    role: Role
    name: Words
    share: int | None = None
    """Of a shareholder: hundredths of a percent."""


class Dated(NamedTuple):
    """A day that a deed states."""

    event: Event
    on: Day


class Deed(NamedTuple):
    """A paper of running text: a contract, a licence, an authorisation."""

    kind: Kind
    parties: tuple[Party, ...] = ()
    codes: tuple[Words, ...] = ()
    """Unified social credit codes and resident identity numbers whose check character is right."""
    dates: tuple[Dated, ...] = ()
    address: Words | None = None
    account: Words | None = None
    """The number of a bank account."""
    bank: Words | None = None
    """Where that account is."""
    purpose: Words | None = None
    """What an authorisation is given for."""
    capital: Amount | None = None
    """Registered capital."""
    amounts: tuple[Amount, ...] = ()
    signed: tuple[Place, ...] = ()
    unsigned: tuple[Place, ...] = ()
    """Lines for a signature or a date with something, or nothing, behind them."""


class Recognised(NamedTuple):
    """What the print on a picture was recognised as: hints, where a figure of a text would be a fact."""

    kind: Literal["licence", "id_card"]
    code: Words | None = None
    """The unified social credit code of a licence, both of its check characters right, or the number of an identity
    card, its check character right."""
    name: Words | None = None
    ends: Day | None = None
    """The last day of an identity card."""


class PaperFacts(NamedTuple):
    """All that is understood of one file. Nothing recognised leaves `kinds` empty."""

    kinds: tuple[Kind, ...] = ()
    """In the order of the paper, each once."""
    flows: tuple[Flow, ...] = ()
    forms: tuple[Form, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    deeds: tuple[Deed, ...] = ()
    unknown_headers: tuple[Words, ...] = ()
    """First rows of tables of money whose layout is not known: nothing was read of them."""
