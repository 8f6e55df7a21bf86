"""Claims of papers of running text: licence, articles, identity cards, accounts, contracts, authorisations."""

from collections.abc import Callable, Iterator

from ..documents.papers.facts import Day, Kind, Words
from ..documents.papers.facts.deeds import Deed, Event, Role
from ..facts.identifiers import resident_id_shape, uscc_shape
from .claims import Claim, Key, Says, bare

Claims = Callable[[Says, Deed], Iterator[Claim]]
INDIVIDUAL = "92"
"""How the codes of individual businesses begin."""


def claims(says: Says) -> Iterator[Claim]:
    """What the texts of a paper claim."""
    for deed in says.facts.deeds:
        if deed.kind in BY_KIND:
            yield from BY_KIND[deed.kind](says, deed)


def party(deed: Deed, *roles: Role) -> Words | None:
    """The first one named in one of these roles; earlier roles are preferred."""
    found = (each.name for role in roles for each in deed.parties if each.role == role)
    return next(found, None)


def day(deed: Deed, *events: Event) -> Day | None:
    """The day of one of these events, if the text has just one of it; earlier events are preferred."""
    for event in events:
        days = [each.on for each in deed.dates if each.event == event]
        if len({each.day for each in days}) == 1:
            return days[0]
    return None


def _code(deed: Deed, shape: Callable[[str], bool]) -> Words | None:
    found = [each for each in deed.codes if shape(each.text)]
    return found[0] if len(found) == 1 else None


def _licence(says: Says, deed: Deed) -> Iterator[Claim]:
    code = _code(deed, uscc_shape)
    yield from says.words(("applicant", "name"), party(deed, "holder"))
    yield from says.words(("applicant", "uscc"), code)
    yield from says.day(("applicant", "established"), day(deed, "established"))
    yield from says.day(("applicant", "licence", "issued"), day(deed, "issued"))
    yield from says.day(("applicant", "licence", "valid_until"), day(deed, "ends"))
    yield from _seat(says, deed)
    head = party(deed, "legal_representative")
    if head and code:
        role = "operator" if code.text.startswith(INDIVIDUAL) else "legal_representative"
        yield from says.word(("people", head.text, "role"), role, head.place)
        yield from says.words(("people", head.text, "name"), head)


def _seat(says: Says, deed: Deed) -> Iterator[Claim]:
    yield from says.words(("applicant", "address"), deed.address)
    if deed.capital:
        yield from says.amount(("applicant", "registered_capital"), deed.capital.fen, deed.capital.place)


def _articles(says: Says, deed: Deed) -> Iterator[Claim]:
    yield from says.words(("applicant", "name"), party(deed, "holder"))
    yield from _seat(says, deed)
    for each in deed.parties:
        if each.role == "shareholder" and each.share is not None:
            item: Key = ("applicant", "shareholders", each.name.text)
            yield from says.words((*item, "name"), each.name)
            yield Claim((*item, "share"), each.share / 10_000, says.path, each.name.place)


def _id_card(says: Says, deed: Deed) -> Iterator[Claim]:
    name, number = party(deed, "holder"), _code(deed, resident_id_shape)
    if not name or not number:
        return
    item: Key = ("people", name.text)
    yield from says.words((*item, "name"), name)
    yield from says.word((*item, "id_kind"), "resident_id", number.place)
    yield from says.words((*item, "id_number"), number)
    yield from says.day((*item, "valid_from"), day(deed, "starts"))
    yield from says.day((*item, "valid_until"), day(deed, "ends"))


def _basic_account(says: Says, deed: Deed) -> Iterator[Claim]:
    yield from says.words(("applicant", "name"), party(deed, "holder"))
    if deed.account:
        item: Key = ("accounts", bare(deed.account.text))
        yield from says.word((*item, "kind"), "basic", deed.account.place)
        yield from says.words((*item, "bank"), deed.bank)
        yield from says.number((*item, "number"), deed.account)
        yield from says.words((*item, "holder"), party(deed, "holder"))


def _contract(says: Says, deed: Deed) -> Iterator[Claim]:
    item: Key = ("loan", "contracts", says.path)
    yield from says.words((*item, "buyer"), party(deed, "buyer"))
    yield from says.words((*item, "seller"), party(deed, "seller"))
    if len({each.fen for each in deed.amounts}) == 1:
        yield from says.amount((*item, "amount"), deed.amounts[0].fen, deed.amounts[0].place)
    yield from says.day((*item, "signed"), day(deed, "signed"))
    yield from says.day((*item, "valid_until"), day(deed, "ends"))


def _credit_authorisation(says: Says, deed: Deed) -> Iterator[Claim]:
    for each in deed.parties:
        if each.role == "subject":
            item: Key = ("consents", each.name.text)
            yield from says.word((*item, "kind"), "credit_query", each.name.place)
            yield from says.words((*item, "subject"), each.name)
            yield from says.words((*item, "purpose"), deed.purpose)
            yield from says.day((*item, "signed"), day(deed, "signed"))


BY_KIND: dict[Kind, Claims] = {
    "licence": _licence,
    "articles": _articles,
    "id_card": _id_card,
    "basic_account": _basic_account,
    "contract": _contract,
    "credit_authorisation": _credit_authorisation,
}
