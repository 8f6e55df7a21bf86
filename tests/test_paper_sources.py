"""Papers as sources: what only they say is checked like what the draft types."""

import json
from datetime import date

import pytest

from precheck.documents.children import read_all
from precheck.documents.file_facts import FileFacts
from precheck.documents.papers.facts import Day, PaperFacts, Place, Words
from precheck.documents.papers.facts.statements import Counterparty, Flow, Month
from precheck.flow import judge, policies
from precheck.papers import inspect
from precheck.papers.sources import with_papers
from precheck.privacy import Voice
from precheck.shape import parse
from precheck.source import from_object
from precheck.views.series import AllSeries
from tests.conftest import DAY, READY, ROOT

SOURCES = ("statements", "vat_returns", "income_tax_returns", "invoices", "bank_accounts", "platforms")
AT = Place("sheet", 1, 1, 1)
FOUND = {
    "plastics-factory": {"statements": 2, "vat_returns": 12, "income_tax_returns": 1, "bank_accounts": 1},
    "restaurant": {"bank_accounts": 1},
    "online-shop": {"platforms": 1},
}
"""For some examples, how much their papers alone say."""


@pytest.fixture(scope="module")
def read():
    """What was found in the papers of an example; each is opened once for all tests."""
    known = {}

    def facts(name):
        if name not in known:
            paths = [each["path"] for each in READY[name]["documents"]]
            known[name] = read_all(str(ROOT / "examples" / name), paths)
        return known[name]

    return facts


@pytest.fixture
def check(read):
    """`check(name, change)`: the report on an example that types no figures of sources, its papers attached."""

    def cut_down(name, change=lambda draft: None, typed=()):
        draft = json.loads(json.dumps(READY[name]))
        for each in set(SOURCES) - set(typed):
            draft.pop(each, None)
        change(draft)
        return judge(
            from_object(draft), policies("generic-cn"), DAY, Voice("en"), read_papers=lambda paths: read(name)
        )

    return cut_down


@pytest.mark.parametrize("name", READY)
def test_an_example_without_its_typed_figures_stays_ready_with_the_same_papers(check, name):
    report = check(name)
    assert [each.code for each in report.findings] == []
    assert report.ready


@pytest.mark.parametrize("name", FOUND)
def test_what_its_papers_say_confirms_the_declared_revenue(check, name):
    given = {each.source for each in check(name).evidence if each.state != "not_given"}
    assert given > {"scale_revenue"} or name == "online-shop"


@pytest.mark.parametrize("name", ["plastics-factory", "vegetable-cooperative", "wholesale-company"])
def test_a_month_declared_for_a_year_is_found_by_papers_alone(check, name):
    def month_for_year(draft):
        for entry in draft["revenue"]:
            entry["amount"] = round(entry["amount"] / 12, 2)
        draft["scale"]["operating_revenue"] = round(draft["scale"]["operating_revenue"] / 12, 2)

    report = check(name, month_for_year)
    assert not report.ready
    pointers = {place.pointer for each in report.findings for place in (each.place, *each.related)}
    assert any(pointer.startswith("/documents/") for pointer in pointers)


@pytest.mark.parametrize("name", ["plastics-factory", "restaurant", "wholesale-company"])
def test_revenue_in_ten_thousand_is_found_by_papers_alone(check, name):
    def in_ten_thousand(draft):
        for entry in draft["revenue"]:
            entry["amount"] = round(entry["amount"] / 10_000, 2)

    assert not check(name, in_ten_thousand).ready


@pytest.mark.parametrize("name", READY)
def test_every_place_of_a_finding_is_a_place_of_the_draft(check, name):
    def tenfold(draft):
        for entry in draft["revenue"]:
            entry["amount"] *= 10

    report = check(name, tenfold)
    for each in report.findings:
        for place in (each.place, *each.related):
            assert place.pointer.split("/")[1] not in SOURCES


def test_what_the_draft_types_is_compared_and_not_taken_twice(check):
    def a_thousand_more(draft):
        last = draft["bank_accounts"][0]["months"][-1]
        last["inflow"] += 1000
        last["closing"] += 1000

    report = check("plastics-factory", a_thousand_more, typed=SOURCES)
    assert {each.code for each in report.findings} == {"PAP046"}


def with_statements(*flows, kind="bank_statement"):
    """A draft without months of accounts, with a paper for every statement, and the places of what they make of it."""
    draft = json.loads(json.dumps(READY["mould-workshop"]))
    draft.pop("bank_accounts")
    draft.pop("platforms", None)
    others = [each for each in draft["documents"] if each["kind"] != kind]
    named = [{"kind": kind, "path": f"{number}.csv"} for number in range(len(flows))]
    draft["documents"] = [*named, *others]
    told = [
        FileFacts("ok", fingerprint=f"{number}", says=PaperFacts((kind,), (flow,)))
        for number, flow in enumerate(flows)
    ]
    files = [*told, *(FileFacts("ok", fingerprint=each["path"]) for each in others)]
    parsed = parse(from_object(draft))
    whole, origins = with_papers(parsed, inspect(parsed.application, lambda _: files))
    return whole.application, origins


def receipts(flow):
    """The accounts that a statement makes, and what counts as receipts of January."""
    application, _ = with_statements(flow)
    series = AllSeries(application).get("bank_receipts")
    return application.bank_accounts, series and series.between(2026 * 12, 2026 * 12 + 1)


ACCOUNT = READY["mould-workshop"]["accounts"][0]
MONTH = Month("2026-01", 100_000, 0, 0, 0, 9, 0, 100_000, AT, own=30_000, loans=20_000, returned=1_000)
FLOW = Flow(
    "bank_statement",
    holder=Words(ACCOUNT["holder"], AT),
    account=Words(ACCOUNT["number"], AT),
    months=(MONTH,),
)


def test_loans_own_transfers_and_money_given_back_are_no_receipts():
    (account,), received = receipts(FLOW)
    (month,) = account.months
    assert (month.inflow, month.own_transfers, month.loan_receipts) == (1000, 310, 200)
    assert received == 490


HOLDER, HIDDEN = ACCOUNT["holder"], "*" + ACCOUNT["holder"][1:]


@pytest.mark.parametrize(
    ("printed", "party", "accounts"),
    [
        (HOLDER, "某示例商行", 1),
        (HOLDER, HOLDER, 1),
        (HOLDER, HIDDEN, 0),
        (HIDDEN, HOLDER, 0),
        (HIDDEN, "某示例商行", 1),
    ],
)
def test_a_statement_with_somebody_who_only_may_be_the_holder_is_no_source(printed, party, accounts):
    flow = FLOW._replace(holder=Words(printed, AT), counterparties=(Counterparty(party, 5, 5),))
    assert len(receipts(flow)[0]) == accounts


def month(text, opening, inflow, outflow=0):
    return Month(text, inflow, outflow, 0, 0, 1, opening, opening + inflow - outflow, AT)


def statement(first, last, *months):
    days = {"starts": Day(date.fromisoformat(first), AT), "ends": Day(date.fromisoformat(last), AT)}
    return FLOW._replace(months=months, **days)


JANUARY = statement("2026-01-01", "2026-01-31", month("2026-01", 0, 50_000))
FEBRUARY = statement("2026-02-01", "2026-02-28", month("2026-02", 50_000, 20_000))


def test_statements_of_one_account_month_by_month_are_one_source():
    application, origins = with_statements(FEBRUARY, JANUARY)
    (account,) = application.bank_accounts
    assert [(each.month.text, each.inflow) for each in account.months] == [("2026-01", 500), ("2026-02", 200)]
    places = [origins[f"/bank_accounts/0/months/{number}"] for number in (0, 1)]
    assert places == ["/documents/1/path", "/documents/0/path"]


def test_a_month_that_two_statements_tell_in_parts_is_added_up():
    before = statement("2026-01-01", "2026-01-20", month("2026-01", 0, 30_000))
    after = statement(
        "2026-01-21", "2026-02-20", month("2026-01", 30_000, 5_000), month("2026-02", 35_000, 1_000)
    )
    (account,) = with_statements(after, before)[0].bank_accounts
    january = account.months[0]
    assert (january.opening, january.inflow, january.closing) == (0, 350, 350)


def test_a_statement_that_is_attached_twice_counts_once():
    (account,) = with_statements(JANUARY, JANUARY)[0].bank_accounts
    assert [each.inflow for each in account.months] == [500]


OTHER = statement("2026-01-01", "2026-01-31", month("2026-01", 0, 70_000))
CUT = FEBRUARY._replace(filtered=Words("收入", AT))


@pytest.mark.parametrize("second", [OTHER, CUT])
def test_of_statements_that_differ_or_are_cut_down_no_account_is_made(second):
    assert with_statements(JANUARY, second)[0].bank_accounts == ()


def test_exports_of_one_shop_month_by_month_are_one_source():
    shop = {"kind": "platform_statement", "provider": "alipay"}
    application, _ = with_statements(
        *(each._replace(**shop) for each in (JANUARY, FEBRUARY)), kind=shop["kind"]
    )
    (platform,) = application.platforms
    assert [each.gross for each in platform.months] == [500, 200]


def test_a_paper_without_a_path_does_not_shift_the_places_of_the_others(read):
    def kinds(draft, facts):
        report = judge(
            from_object(draft), policies("generic-cn"), DAY, Voice(), read_papers=lambda paths: facts
        )
        places = {place.pointer for each in report.findings for place in each.related}
        numbers = {int(place.split("/")[2]) for place in places if place.startswith("/documents/")}
        return {draft["documents"][number]["kind"] for number in numbers}

    draft = json.loads(json.dumps(READY["plastics-factory"]))
    for each in SOURCES:
        draft.pop(each, None)
    for entry in draft["revenue"]:
        entry["amount"] *= 10
    whole = kinds(draft, read("plastics-factory"))
    del draft["documents"][0]["path"]
    assert kinds(draft, read("plastics-factory")[1:]) == whole != set()
