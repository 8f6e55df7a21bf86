"""Figures of papers as sources: what a paper says and the draft does not type joins the draft's statements, returns and
flows, so that every cross-check sees it. What both give is compared instead, and joins nothing.

A source has all that the data interface requires of it, or it is none: half a statement would only make rules wait.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from ..application import Application, Section, Statement
from ..application.structure import ROUNDING, Collected, nested
from ..application.taxes import IncomeTaxReturn, VatReturn
from ..shape import Parsed
from . import Paper
from .flows import bank_accounts, platforms
from .made import At, Data, Source, made

if TYPE_CHECKING:
    from ..documents.papers.facts.forms import Figure, Form


def with_papers(parsed: Parsed, papers: Sequence[Paper]) -> tuple[Parsed, dict[str, str]]:
    """The draft together with what only its papers say, and for every place of a section that was added the pointer of
    the paper that it comes from."""
    sources = list(_sources(parsed.application, papers)) if papers else []
    if not sources:
        return parsed, {}
    application = copy(parsed.application)
    sections = {model: list(found) for model, found in parsed.sections.items()}
    origins: dict[str, str] = {}
    for each in sources:
        items = [*application.__dict__[each.name], each.section]
        application.__dict__[each.name] = items
        at = f"/{each.name}/{len(items) - 1}"
        origins |= {at + part: pointer for part, pointer in each.places.items()}
        _collect(each.section, type(each.section), sections)
    sections[Application] = [application]
    return parsed._replace(application=application, sections=sections), origins


def _collect(section: Section, model: type[Section], sections: Collected) -> None:
    sections[model].append(section)
    for each in nested(model):
        value = section.__dict__[each.name]
        for item in value if each.many else [value]:
            _collect(item, each.model, sections)


def _sources(application: Application, papers: Sequence[Paper]) -> Iterator[Source]:
    read = [each for each in papers if each.is_read]
    numbers = {id(each): number for number, each in enumerate(application.documents)}
    at = {id(each): f"/documents/{numbers[id(each.document)]}/path" for each in papers}
    for name, make in (
        ("statements", _statements),
        ("vat_returns", _vat_returns),
        ("income_tax_returns", _income_tax_returns),
        ("bank_accounts", bank_accounts),
        ("platforms", platforms),
    ):
        typed = application.__dict__.get(name)
        if typed is not None:
            yield from make(application, typed, read, at)


def _forms(papers: Iterable[Paper], kind: str) -> "Iterator[tuple[Form, Paper]]":
    """The forms of a kind, without those of another time than the draft gives the paper: that is the wrong paper."""
    return (
        (form, paper)
        for paper in papers
        for form in paper.says.forms
        if form.kind == kind and _is_of_its_period(form, paper)
    )


def _is_of_its_period(form: "Form", paper: Paper) -> bool:
    period = paper.document.__dict__.get("period")
    if not period or not period.months or not form.ends:
        return True
    ends: bool = period.starts <= form.ends.day <= period.ends
    return ends


def _statements(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    """A balance sheet and an income statement of one period make a statement."""
    have = {each.__dict__["period"].ends for each in typed if "period" in each.__dict__}
    sheets = {form.ends.day: (form, paper) for form, paper in _forms(papers, "balance_sheet") if form.ends}
    for income, paper in _forms(papers, "income_statement"):
        sheet = sheets.get(income.ends.day) if income.ends and income.period else None
        if sheet is None or income.ends is None or income.ends.day in have:
            continue
        have.add(income.ends.day)
        data = _nested((*sheet[0].figures, *income.figures))
        ends = income.ends.day.isoformat()
        for part, day in (("balance_sheet", "date"), ("income_statement", "ends")):
            data.setdefault(part, {})[day] = ends
        _fill_in_the_only_column(data["income_statement"], income.period)
        holder = income.holder or sheet[0].holder
        head = {
            "period": income.period,
            "form": income.form or "small",
            "unit": income.unit,
            "audited": False,
        }
        section = made(Statement, head | {"entity": holder.text if holder else _name(application)} | data)
        if section:
            _hand_down_rounding(section)
            pointers = {"": at[id(paper)], "/balance_sheet": at[id(sheet[1])]}
            yield Source("statements", section, pointers)


def _fill_in_the_only_column(data: Data, period: str) -> None:
    """A statement of a whole year may print the year once."""
    if len(period) == len("2025"):
        data.setdefault("current", data.get("year_to_date", {}))
        data.setdefault("year_to_date", data["current"])


def _hand_down_rounding(statement: Any) -> None:
    for part in (statement.balance_sheet, statement.income_statement):
        for column in part.__dict__.values():
            if isinstance(column, Section) and statement.unit != "yuan":
                column.__dict__["rounding"] = ROUNDING[statement.unit]


def _vat_returns(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    for form, paper in _not_typed(_forms(papers, "vat_return"), typed):
        head = {"period": form.period, "form": "small_scale" if form.form == "small_scale" else "general"}
        section = made(VatReturn, head | _taxpayer(form, application) | _nested(form.figures))
        if section:
            yield Source("vat_returns", section, {"": at[id(paper)]})


def _income_tax_returns(
    application: Application, typed: Any, papers: list[Paper], at: At
) -> Iterator[Source]:
    for form, paper in _not_typed(_forms(papers, "income_tax_return"), typed):
        known = [each for each in form.figures if each.name in IncomeTaxReturn.names]
        head = {"period": form.period, "form": form.form or "enterprise"}
        section = made(IncomeTaxReturn, head | _taxpayer(form, application) | _nested(known))
        if section:
            yield Source("income_tax_returns", section, {"": at[id(paper)]})


def _not_typed(forms: "Iterator[tuple[Form, Paper]]", typed: Any) -> "Iterator[tuple[Form, Paper]]":
    """The forms of periods that the draft does not have, each period once."""
    have = {each.__dict__["period"].text for each in typed if "period" in each.__dict__}
    for form, paper in forms:
        if form.period and form.period not in have:
            have.add(form.period)
            yield form, paper


def _taxpayer(form: "Form", application: Application) -> Data:
    own = application.applicant.__dict__.get("uscc", "")
    return {"taxpayer_id": form.taxpayer_id.text if form.taxpayer_id else own}


def _name(application: Application) -> str:
    name: str = application.applicant.__dict__.get("name", "")
    return name


def _nested(figures: "Iterable[Figure]") -> Data:
    """Figures under dotted names as objects within objects, in yuan."""
    data: Data = {}
    for figure in figures:
        *way, name = figure.name.split(".")
        inner = data
        for step in way:
            inner = inner.setdefault(step, {})
        inner[name] = figure.yuan
    return data
