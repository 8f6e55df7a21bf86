"""What papers of running text say of a business and its people, beside what the draft says of the same."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ...application import Application, Person, Section
from ...facts.addresses import same_place
from ...facts.masks import may_be

if TYPE_CHECKING:
    from ...documents.papers.facts import Place, Words
    from ...documents.papers.facts.deeds import Deed, Event, Role

HEADS = ("legal_representative", "operator")
AMOUNTS_EQUAL = 0.005
"""Half a fen."""


class Told(NamedTuple):
    """A value that a paper gives for a field of the draft."""

    section: Section
    field: str
    printed: Any
    place: "Place"

    @property
    def agrees(self) -> bool:
        """Whether the draft says the same. Raises Gap."""
        typed = getattr(self.section, self.field)
        if isinstance(typed, str):
            return (same_place if self.field == "address" else may_be)(self.printed, typed)
        if isinstance(typed, date):
            return bool(self.printed == typed)
        return bool(abs(self.printed - typed) < AMOUNTS_EQUAL)


def named(deed: "Deed", role: "Role") -> "Words | None":
    """The only one named in a role; None when nobody or several are."""
    found = [each.name for each in deed.parties if each.role == role]
    return found[0] if len(found) == 1 else None


def told(deed: "Deed", application: Application) -> Iterator[Told]:
    """Everything that a paper tells of what the draft has too. Raises Gap."""
    tell = TELLERS.get(deed.kind)
    if tell:
        yield from tell(deed, application)


def heads(application: Application) -> list[Person]:
    """Those who may stand for the business. Raises Gap."""
    return [each for each in application.people if each.role in HEADS]


def _name(deed: "Deed", role: "Role", section: Section, field: str) -> Iterator[Told]:
    found = named(deed, role)
    if found:
        yield Told(section, field, found.text, found.place)


def _day(deed: "Deed", event: "Event", section: Section, field: str) -> Iterator[Told]:
    days = [each.on for each in deed.dates if each.event == event]
    if len(days) == 1:
        yield Told(section, field, days[0].day, days[0].place)


def _applicant(deed: "Deed", application: Application) -> Iterator[Told]:
    applicant = application.applicant
    holder = named(deed, "holder")
    if holder and not any(may_be(holder.text, each) for each in applicant.former_names):
        yield Told(applicant, "name", holder.text, holder.place)


def _licence(deed: "Deed", application: Application) -> Iterator[Told]:
    applicant = application.applicant
    yield from _applicant(deed, application)
    yield from _day(deed, "established", applicant, "established")
    yield from _day(deed, "issued", applicant.licence, "issued")
    yield from _day(deed, "ends", applicant.licence, "valid_until")
    yield from _seat_and_capital(deed, applicant)
    yield from _head(deed, application)


def _seat_and_capital(deed: "Deed", applicant: Section) -> Iterator[Told]:
    if deed.address:
        yield Told(applicant, "address", deed.address.text, deed.address.place)
    if deed.capital:
        yield Told(applicant, "registered_capital", deed.capital.yuan, deed.capital.place)


def _head(deed: "Deed", application: Application) -> Iterator[Told]:
    several = heads(application)
    if len(several) == 1:
        yield from _name(deed, "legal_representative", several[0], "name")


def _articles(deed: "Deed", application: Application) -> Iterator[Told]:
    yield from _applicant(deed, application)
    yield from _seat_and_capital(deed, application.applicant)
    for party in deed.parties:
        for holder in application.applicant.shareholders:
            if (
                party.role == "shareholder"
                and party.share is not None
                and may_be(party.name.text, holder.name)
            ):
                yield Told(holder, "share", party.share / 10_000, party.name.place)


def _id_card(deed: "Deed", application: Application) -> Iterator[Told]:
    holder = named(deed, "holder")
    owners = [each for each in application.people if holder and may_be(holder.text, each.name)]
    if len(owners) != 1:
        return
    if len(deed.codes) == 1:
        yield Told(owners[0], "id_number", deed.codes[0].text, deed.codes[0].place)
    yield from _day(deed, "starts", owners[0], "valid_from")
    yield from _day(deed, "ends", owners[0], "valid_until")


def _basic_account(deed: "Deed", application: Application) -> Iterator[Told]:
    yield from _applicant(deed, application)
    yield from _head(deed, application)
    own = {each.number: each for each in application.accounts if each.kind == "basic"}
    for account in own.values() if len(own) == 1 else ():
        if deed.account:
            yield Told(account, "number", deed.account.text, deed.account.place)
        if deed.bank:
            yield Told(account, "bank", deed.bank.text, deed.bank.place)


def _contract(deed: "Deed", application: Application) -> Iterator[Told]:
    contracts = application.loan.contracts
    if len(contracts) != 1:
        return
    deal = contracts[0]
    yield from _name(deed, "buyer", deal, "buyer")
    yield from _name(deed, "seller", deal, "seller")
    if len(deed.amounts) == 1:
        yield Told(deal, "amount", deed.amounts[0].yuan, deed.amounts[0].place)
    yield from _day(deed, "signed", deal, "signed")
    yield from _day(deed, "ends", deal, "valid_until")


def _authorisation(deed: "Deed", application: Application) -> Iterator[Told]:
    """The day that stands on the page of a subject, if there is just one."""
    for party in deed.parties:
        signed = [
            each.on
            for each in deed.dates
            if each.event == "signed" and _beside(each.on.place, party.name.place)
        ]
        for consent in application.consents if party.role == "subject" and len(signed) == 1 else ():
            if consent.kind == "credit_query" and may_be(party.name.text, consent.subject):
                yield Told(consent, "signed", signed[0].day, signed[0].place)


def _beside(one: "Place", other: "Place") -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


TELLERS: dict[str, Callable[["Deed", Application], Iterator[Told]]] = {
    "licence": _licence,
    "articles": _articles,
    "id_card": _id_card,
    "basic_account": _basic_account,
    "contract": _contract,
    "credit_authorisation": _authorisation,
}
"""What each kind of paper tells."""
