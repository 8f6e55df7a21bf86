"""Claims of statements and tax returns."""

from collections.abc import Iterator, Mapping
from itertools import chain

from ..application.types import Period
from ..documents.papers.facts import Place
from ..documents.papers.facts.forms import Form
from .claims import Claim, Key, Says

LISTS = {"vat_return": "vat_returns", "income_tax_return": "income_tax_returns"}
AFTER_RELIEF = "tax_after_relief"
"""A figure of returns that the data interface has no field for."""


def claims(says: Says) -> Iterator[Claim]:
    """Every statement and return of a paper."""
    for form in says.facts.forms:
        yield from _statement(says, form) if form.kind not in LISTS else _filed(says, form)


def _top(form: Form) -> Place:
    """Where a form says of what time it is, or its first figure."""
    return form.ends.place if form.ends else form.figures[0].place


def _statement(says: Says, form: Form) -> Iterator[Claim]:
    """Without a last day they are of no period."""
    if not form.ends or not form.figures:
        return
    of = "" if form.kind == "balance_sheet" else f" {form.period}"
    item: Key = ("statements", form.ends.day.isoformat() + of)
    section = (*item, form.kind)
    yield from says.word((*item, "period"), form.period, form.ends.place)
    yield from says.word((*item, "form"), form.form, form.ends.place)
    yield from says.words((*item, "entity"), form.holder)
    if form.unit_place:
        yield from says.word((*item, "unit"), form.unit, form.unit_place)
    yield from says.day((*section, "date" if form.kind == "balance_sheet" else "ends"), form.ends)
    for figure in form.figures:
        yield from says.amount((*item, *figure.name.split(".")), figure.fen, figure.place)
    if form.kind == "income_statement":
        yield from _whole_year(says, form, item)
    yield from _applicant(says, form)


def joined(by_key: Mapping[Key, list[Claim]]) -> dict[Key, list[Claim]]:
    """The same claims with those of a balance sheet beside every income statement that ends on its day: a month and
    the year that it closes are two statements."""
    items = dict.fromkeys(key[1] for key in by_key if key[0] == "statements")
    periods = {day: [each for each in items if each.startswith(f"{day} ")] for day in items}
    found: dict[Key, list[Claim]] = {}
    for key, claims in by_key.items():
        for item in (periods[key[1]] or [key[1]]) if key[0] == "statements" else [""]:
            at = ("statements", item, *key[2:]) if item else key
            found.setdefault(at, []).extend(each._replace(key=at) for each in claims)
    return found


def _whole_year(says: Says, form: Form, item: Key) -> Iterator[Claim]:
    """The statement of a year prints the year to date only: that is the year."""
    names = {figure.name for figure in form.figures}
    if not form.period or Period.of(form.period).months != 12:
        return
    for figure in form.figures:
        other = figure.name.replace(".year_to_date.", ".current.")
        if other not in names:
            yield from says.amount((*item, *other.split(".")), figure.fen, figure.place)


def _filed(says: Says, form: Form) -> Iterator[Claim]:
    if not form.period or not form.figures:
        return
    item: Key = (LISTS[form.kind], form.period)
    yield from says.word((*item, "period"), form.period, _top(form))
    yield from says.word((*item, "form"), form.form, _top(form))
    yield from says.number((*item, "taxpayer_id"), form.taxpayer_id)
    for figure in form.figures:
        if figure.name != AFTER_RELIEF:
            yield from says.amount((*item, *figure.name.split(".")), figure.fen, figure.place)
    yield from _applicant(says, form)


def _applicant(says: Says, form: Form) -> Iterator[Claim]:
    name = says.words(("applicant", "name"), form.holder)
    number = says.number(("applicant", "uscc"), form.taxpayer_id)
    yield from chain(name, number)
