"""Figures of papers as sources: what a paper says and the draft does not type joins the draft's statements, returns and
flows, so that every cross-check sees it. What both give is compared instead, and joins nothing.

A source has all that the data interface requires of it, or it is none: half a statement would only make rules wait.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..application import Application, Section, Statement
from ..application.flows import BankAccount, Platform
from ..application.structure import ROUNDING, Collected, models, nested
from ..application.taxes import IncomeTaxReturn, VatReturn
from ..facts.masks import may_be, may_be_account
from ..record import remembered
from ..shape import Parsed
from . import Paper

if TYPE_CHECKING:
    from ..documents.papers.facts import Figure, Flow, Form

Data = dict[str, Any]


class Source(NamedTuple):
    """A section made from a paper, the list of the application that it joins, and where its parts come from."""

    name: str
    section: Section
    places: Mapping[str, str]
    """Pointers of papers by the part of the section that comes from them, "" for all of it."""


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
        ("bank_accounts", _bank_accounts),
        ("platforms", _platforms),
    ):
        typed = application.__dict__.get(name)
        if typed is not None:
            yield from make(application, typed, read, at)


At = Mapping[int, str]


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
        made = _made(Statement, head | {"entity": holder.text if holder else _name(application)} | data)
        if made:
            _hand_down_rounding(made)
            pointers = {"": at[id(paper)], "/balance_sheet": at[id(sheet[1])]}
            yield Source("statements", made, pointers)


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
        made = _made(VatReturn, head | _taxpayer(form, application) | _nested(form.figures))
        if made:
            yield Source("vat_returns", made, {"": at[id(paper)]})


def _income_tax_returns(
    application: Application, typed: Any, papers: list[Paper], at: At
) -> Iterator[Source]:
    for form, paper in _not_typed(_forms(papers, "income_tax_return"), typed):
        known = [each for each in form.figures if each.name in IncomeTaxReturn.names]
        head = {"period": form.period, "form": form.form or "enterprise"}
        made = _made(IncomeTaxReturn, head | _taxpayer(form, application) | _nested(known))
        if made:
            yield Source("income_tax_returns", made, {"": at[id(paper)]})


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


def _bank_accounts(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    """Statements of accounts that the draft names and gives no months of. One that breaks off, or moves money with
    somebody who may be the holder but is not named as it is, is none: what of it is income cannot be told."""
    have = [each.__dict__.get("number", "") for each in typed]
    for paper in papers:
        for flow in paper.says.flows if paper.document.__dict__.get("kind") == "bank_statement" else ():
            account = _account(flow, application)
            if account is None or account.number in have or not _is_plain(flow, account.holder):
                continue
            have.append(account.number)
            head = {name: getattr(account, name) for name in ("bank", "number", "holder", "kind")}
            made = _made(BankAccount, head | {"months": [_bank_month(each) for each in flow.months]})
            if made:
                yield Source("bank_accounts", made, {"": at[id(paper)]})


def _account(flow: "Flow", application: Application) -> Any:
    accounts = [
        each for each in application.__dict__.get("accounts", ()) if len(each.__dict__) == len(each.names)
    ]
    fitting = [each for each in accounts if flow.account and may_be_account(flow.account.text, each.number)]
    return fitting[0] if len({each.number for each in fitting}) == 1 else None


def _is_plain(flow: "Flow", holder: str) -> bool:
    printed = flow.holder.text if flow.holder else ""
    doubtful = any(may_be(each.name, holder) and each.name != printed for each in flow.counterparties)
    return not (doubtful or flow.breaks or flow.unread or flow.filtered or flow.missing)


def _bank_month(month: Any) -> Data:
    """Money given back counts among the own transfers: it is no income either."""
    fen = {name: getattr(month, name) for name in ("inflow", "outflow", "opening", "closing")}
    fen |= {"own_transfers": month.own + month.returned, "loan_receipts": month.loans}
    return {"month": month.month} | {name: each / 100 for name, each in fen.items() if each is not None}


def _platforms(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    """Exports of platforms, when the draft gives no months of any."""
    for paper in papers if not typed else ():
        for flow in paper.says.flows if paper.document.__dict__.get("kind") == "platform_statement" else ():
            if flow.holder and not (flow.filtered or flow.unread or flow.missing):
                months = [
                    {"month": each.month, "gross": each.income / 100, "refunds": each.refunds / 100}
                    for each in flow.months
                ]
                head = {"platform": flow.provider or "other", "holder": flow.holder.text}
                made = _made(Platform, head | {"months": months})
                if made:
                    yield Source("platforms", made, {"": at[id(paper)]})


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


@remembered
def _adapter(model: type[Section]) -> TypeAdapter[Any]:
    made = TypeAdapter(model)
    for each in models(model):
        each.forget_defaults()
    return made


def _made(model: type[Section], data: Data) -> Any:
    """The section, as if the draft had typed it; None when it lacks what the data interface requires."""
    try:
        return _adapter(model).validate_json(json.dumps(data))
    except ValidationError:
        return None
