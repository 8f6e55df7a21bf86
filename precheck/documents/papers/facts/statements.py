"""What the statements of accounts say."""

from typing import Literal, NamedTuple

from . import Amount, Day, Place, Words


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
