"""The invented papers of the examples: what they say is what the drafts beside them say."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from precheck.documents.content import Content, Page, Sheet
from precheck.documents.papers import PaperFacts, facts_of
from precheck.documents.papers.facts.forms import Form
from tests.conftest import READY, ROOT

sys.path.append(str(ROOT / "examples"))
from make_papers import SAYS

TABLES = (".xlsx", ".csv")
PICTURES = (".jpg", ".png")
PAPERS = [
    (name, paper)
    for name, draft in READY.items()
    for paper in draft["documents"]
    if not paper["path"].endswith(PICTURES)
]


def _of(*kinds: str) -> Callable[[Any], Any]:
    found = [(name, paper) for name, paper in PAPERS if paper["kind"] in kinds]
    return pytest.mark.parametrize(
        ("name", "paper"), found, ids=[f"{name}-{paper['path']}" for name, paper in found]
    )


def facts_of_example(name: str, paper: dict[str, Any]) -> PaperFacts:
    """Of what the paper says, before it is written as a file: as a table or as text, in which empty cells vanish."""
    parts = SAYS[paper["kind"]](READY[name] | {"folder": name}, paper)
    if paper["path"].endswith(TABLES):
        sheets = [
            Sheet(part, [[c if isinstance(c, str) else float(c) for c in row] for row in rows])
            for part, rows in parts
        ]
        return facts_of(Content(sheets=tuple(sheets)))
    pages = [
        Page(number, [[str(c) for c in row if c != ""] for row in rows])
        for number, (_, rows) in enumerate(parts, 1)
    ]
    return facts_of(Content(pages=tuple(pages)))


@pytest.mark.parametrize(("name", "paper"), PAPERS, ids=[f"{name}-{paper['path']}" for name, paper in PAPERS])
def test_every_paper_is_recognised_as_its_kind(name: str, paper: dict[str, Any]) -> None:
    assert (ROOT / "examples" / name / paper["path"]).is_file()
    assert facts_of_example(name, paper).kinds == (paper["kind"],)


@_of("bank_statement")
def test_a_bank_statement_comes_to_the_months_of_the_draft(name: str, paper: dict[str, Any]) -> None:
    facts = facts_of_example(name, paper)

    for account, flow in zip(READY[name]["bank_accounts"], facts.flows, strict=True):
        stated = [
            (m["month"], m["inflow"], m["outflow"], m["opening"], m["closing"]) for m in account["months"]
        ]
        summed = [
            (m.month, m.inflow / 100, m.outflow / 100, (m.opening or 0) / 100, (m.closing or 0) / 100)
            for m in flow.months
        ]
        assert summed == stated
        assert flow.holder
        assert (flow.holder.text, flow.account and flow.account.text) == (
            account["holder"],
            account["number"],
        )
        assert not (flow.breaks)
        assert not (flow.missing)
        assert not (flow.unread)
        assert not (flow.filtered)
        assert not flow.round_trips
        assert all(total.stated == total.summed for total in flow.totals)


@_of("platform_statement")
def test_a_platform_statement_comes_to_the_months_of_the_draft(name: str, paper: dict[str, Any]) -> None:
    (flow,) = facts_of_example(name, paper).flows

    stated = [(m["month"], m["gross"], m["refunds"]) for m in READY[name]["platforms"][0]["months"]]
    assert [(m.month, m.inflow / 100, m.refunds / 100) for m in flow.months] == stated
    assert flow.totals
    assert all(total.stated == total.summed for total in flow.totals)


def _same(form: Form, figures: dict[str, float]) -> None:
    read = {figure.name: figure.yuan for figure in form.figures}
    assert {name: amount for name, amount in read.items() if amount} == {
        n: a for n, a in figures.items() if a
    }
    assert not form.misread
    assert not form.unknown_lines


@_of("balance_sheet", "income_statement")
def test_a_statement_says_every_figure_of_the_draft(name: str, paper: dict[str, Any]) -> None:
    (form,) = facts_of_example(name, paper).forms
    statement = next(each for each in READY[name]["statements"] if each["period"] == paper["period"])

    columns = {column: lines for column, lines in statement[paper["kind"]].items() if isinstance(lines, dict)}
    _same(
        form,
        {
            f"{paper['kind']}.{c}.{line}": amount
            for c, lines in columns.items()
            for line, amount in lines.items()
        },
    )
    assert (form.form, form.unit, form.holder and form.holder.text) == (
        statement["form"],
        statement["unit"],
        statement["entity"],
    )


@_of("vat_return")
def test_vat_returns_say_every_figure_of_the_draft(name: str, paper: dict[str, Any]) -> None:
    for form, filed in zip(facts_of_example(name, paper).forms, READY[name]["vat_returns"], strict=True):
        assert (form.period, form.form) == (filed["period"], filed["form"])
        assert form.taxpayer_id
        assert form.taxpayer_id.text == filed["taxpayer_id"]
        columns = {column: filed[column] for column in ("current", "year_to_date")}
        _same(form, {f"{c}.{line}": amount for c, lines in columns.items() for line, amount in lines.items()})


@_of("income_tax_return")
def test_income_tax_returns_say_every_figure_of_the_draft(name: str, paper: dict[str, Any]) -> None:
    """The draft gives the tax before or after relief; the paper gives both."""
    (form,) = facts_of_example(name, paper).forms
    filed = next(each for each in READY[name]["income_tax_returns"] if each["period"] == paper["period"])

    read = {figure.name: figure.yuan for figure in form.figures}
    assert filed["tax_payable"] in (read.pop("tax_payable"), read.pop("tax_after_relief", None))
    assert read == {
        key: amount for key, amount in filed.items() if isinstance(amount, float) and key != "tax_payable"
    }
    assert (form.period, form.form) == (filed["period"], filed["form"])


@_of("lease")
def test_a_lease_ends_when_and_stands_where_the_draft_says(name: str, paper: dict[str, Any]) -> None:
    (deed,) = facts_of_example(name, paper).deeds

    assert paper["valid_until"] in [dated.on.day.isoformat() for dated in deed.dates if dated.event == "ends"]
    assert paper["holder"] in [party.name.text for party in deed.parties if party.role == "lessee"]
    assert deed.address
    assert deed.address.text == paper["address"]
    assert not deed.unsigned


@_of("credit_authorisation")
def test_an_authorisation_names_everyone_who_consents(name: str, paper: dict[str, Any]) -> None:
    (deed,) = facts_of_example(name, paper).deeds

    consents = [each for each in READY[name]["consents"] if each["kind"] == "credit_query"]
    assert [party.name.text for party in deed.parties] == [each["subject"] for each in consents]
    assert [dated.on.day.isoformat() for dated in deed.dates] == [each["signed"] for each in consents]


@_of("invoice")
def test_an_invoice_is_issued_by_the_applicant(name: str, paper: dict[str, Any]) -> None:
    invoice = facts_of_example(name, paper).invoices[0]

    assert invoice.seller_id
    assert invoice.seller_id.text == READY[name]["applicant"]["uscc"]
    assert invoice.seller
    assert invoice.seller.text == READY[name]["applicant"]["name"]
    assert invoice.net
    assert invoice.tax
    assert invoice.gross
    assert invoice.net.fen + invoice.tax.fen == invoice.gross.fen
    assert invoice.issued
    assert invoice.issued.day.isoformat() == paper["issued"]
