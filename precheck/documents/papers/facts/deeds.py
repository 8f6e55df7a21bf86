"""What papers of running text say."""

from typing import Literal, NamedTuple

from . import Amount, Day, Kind, Place, Words

Role = Literal[
    "holder", "lessor", "lessee", "buyer", "seller", "subject", "agent", "shareholder", "legal_representative"
]
"""What somebody named in a deed is to it."""
Event = Literal["issued", "signed", "starts", "ends", "established", "found"]
"""What happens on a day that a deed states; `found` is any other day."""


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
