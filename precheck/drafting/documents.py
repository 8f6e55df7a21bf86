"""Claims of every paper on its own entry in the list of documents."""

from collections.abc import Collection, Iterator

from ..application.types import Period
from ..documents.papers.facts import Day, Place, Words
from ..documents.papers.facts.deeds import Deed
from ..documents.papers.facts.forms import Form
from ..documents.papers.facts.invoices import Invoice
from ..documents.papers.facts.statements import Flow
from ..facts.names import same_name
from .claims import Claim, Key, Says
from .deeds import day, party

TOP = Place("page", 1)
"""Where a file as a whole speaks."""


def claims(says: Says, applicant: Collection[str]) -> Iterator[Claim]:
    """One entry for every kind of paper in the file; the kind of a file that is not recognised stays a gap. `applicant`
    are the names that papers give the applicant."""
    for kind in says.facts.kinds or ("",):
        item: Key = ("documents", f"{says.path} {kind}")
        yield from says.word((*item, "kind"), kind, TOP)
        yield from says.word((*item, "path"), says.path, TOP)
        for deed in says.facts.deeds:
            if deed.kind == kind:
                yield from _deed(says, deed, item)
        yield from _flows(says, [flow for flow in says.facts.flows if flow.kind == kind], item)
        yield from _forms(says, [form for form in says.facts.forms if form.kind == kind], item)
        for invoice in says.facts.invoices[:1] if kind == "invoice" else ():
            yield from says.words((*item, "holder"), _of(applicant, invoice))
            yield from says.day((*item, "issued"), invoice.issued)


def _of(names: Collection[str], invoice: Invoice) -> Words | None:
    """The seller or buyer of one of these names, if just one of them has it."""
    found = [
        each
        for each in (invoice.seller, invoice.buyer)
        if each and any(same_name(each.text, name) for name in names)
    ]
    return found[0] if len(found) == 1 else None


def _deed(says: Says, deed: Deed, item: Key) -> Iterator[Claim]:
    yield from says.words((*item, "holder"), party(deed, "lessee", "subject", "buyer", "holder"))
    issued: Day | None = day(deed, "issued", "signed", "starts")
    if deed.kind not in ("id_card", "articles"):
        yield from says.day((*item, "issued"), issued)
    if deed.kind not in ("licence", "contract"):
        yield from says.day((*item, "valid_until"), day(deed, "ends"))
    if deed.kind in ("lease", "premises_ownership"):
        yield from says.words((*item, "address"), deed.address)


def _flows(says: Says, flows: list[Flow], item: Key) -> Iterator[Claim]:
    """What all accounts of a file have in common; a file of several holders or periods is of none of them."""
    if len({flow.holder and flow.holder.text for flow in flows}) == 1:
        yield from says.words((*item, "holder"), flows[0].holder)
    runs = {_run_of(flow): flow.starts.place if flow.starts else TOP for flow in flows}
    if len(runs) == 1:
        ((run, place),) = runs.items()
        yield from says.word((*item, "period"), run, place)


def _run_of(flow: Flow) -> str:
    """From which month to which a statement says that it goes; empty when it does not."""
    if not flow.starts or not flow.ends:
        return ""
    return _run(flow.starts.day.isoformat()[:7], flow.ends.day.isoformat()[:7])


def _forms(says: Says, forms: list[Form], item: Key) -> Iterator[Claim]:
    """The holder, and the months from the first form to the last. A balance sheet tells only its day."""
    holder: Words | None = next((form.holder for form in forms if form.holder), None)
    yield from says.words((*item, "holder"), holder)
    periods = sorted((Period.of(form.period) for form in forms if form.period), key=lambda each: each.first)
    place = next((form.ends.place for form in forms if form.ends), TOP)
    if len(periods) == 1:
        yield from says.word((*item, "period"), periods[0].text, place)
    elif periods and periods[-1].after - periods[0].first == sum(each.months for each in periods):
        run = _run(periods[0].starts.isoformat()[:7], periods[-1].ends.isoformat()[:7])
        yield from says.word((*item, "period"), run, place)


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
