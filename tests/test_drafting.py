"""A draft made of papers: what they say stands in it with its source; what they contradict does not; nothing is guessed."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.documents.children import read_all
from precheck.documents.papers import facts_of
from precheck.documents.papers.facts import Amount, Day, PaperFacts, Place, Words
from precheck.documents.papers.facts.deeds import Dated, Deed, Party
from precheck.documents.papers.facts.forms import Figure, Form
from precheck.documents.papers.facts.invoices import Invoice
from precheck.documents.papers.facts.statements import Flow, Month
from precheck.drafting import Contradiction, Drafted, drafted
from tests.conftest import READY, ROOT
from tests.test_paper_promises import CONTENTS

IDENTITY = {
    "documents": ("path",),
    "consents": ("kind", "subject"),
    "people": ("name",),
    "months": ("month",),
    "shareholders": ("name",),
    "accounts": ("number",),
    "bank_accounts": ("number",),
    "platforms": ("holder",),
    "contracts": ("seller",),
    "statements": ("period",),
    "vat_returns": ("period",),
    "income_tax_returns": ("period",),
}
"""What tells the items of a list apart."""
SOURCES = ("statements", "vat_returns", "income_tax_returns", "bank_accounts", "platforms")
AT = Place("page", 1, 1)
Way = tuple[str, ...]


def _leaves(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, (*way, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            told = [str(each.get(name, "")) for name in IDENTITY.get(way[-1], ())]
            yield from _leaves(each, (*way, " ".join(told) or str(index)))
    else:
        yield way, value


@cache
def _made(name: str) -> Drafted:
    """Of the papers of an example, opened."""
    paths = [paper["path"] for paper in READY[name]["documents"]]
    files = read_all(str(ROOT / "examples" / name), paths)
    return drafted((path, file.says) for path, file in zip(paths, files, strict=True))


def _is_before_relief(way: Way) -> bool:
    """The form has the tax before relief and after it; a draft may give either."""
    return way[0] == "income_tax_returns" and way[-1] == "tax_payable"


@pytest.mark.parametrize("name", READY)
def test_nothing_in_a_draft_made_of_papers_is_wrong(name: str) -> None:
    made, typed = dict(_leaves(_made(name).application)), dict(_leaves(READY[name]))

    right = {way for way, value in made.items() if value == typed.get(way, 0) or _is_before_relief(way)}
    assert set(made) == right
    assert not _made(name).contradictions


@pytest.mark.parametrize("name", READY)
def test_nine_in_ten_figures_that_papers_state_come_back(name: str) -> None:
    made, typed = dict(_leaves(_made(name).application)), dict(_leaves(READY[name]))

    kinds = {paper["kind"] for paper in READY[name]["documents"]}
    periods = {paper.get("period") for paper in READY[name]["documents"]}
    stated = {way for way in typed if way[0] in SOURCES and typed[way] and _has_paper(way, kinds, periods)}
    assert len([way for way in stated if way in made]) >= 0.9 * len(stated)


def _has_paper(way: Way, kinds: set[str], periods: set[str]) -> bool:
    kind = {"vat_returns": "vat_return", "bank_accounts": "bank_statement", "platforms": "platform_statement"}
    return kind[way[0]] in kinds if way[0] in kind else way[1] in periods


def _pointers(value: Any, pointer: str = "") -> Iterator[str]:
    if isinstance(value, (dict, list)):
        for name, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _pointers(each, f"{pointer}/{name}")
    else:
        yield pointer


@given(st.lists(CONTENTS, max_size=3))
def test_any_papers_make_a_draft_in_which_every_value_has_its_source(contents: list[Any]) -> None:
    made = drafted((f"{number}.pdf", facts_of(content)) for number, content in enumerate(contents))

    assert sorted(each.pointer for each in made.sources) == sorted(_pointers(made.application))


def _words(text: str) -> Words:
    return Words(text, AT)


def _licence(name: str, address: str = "示例路1号") -> PaperFacts:
    return PaperFacts(
        ("licence",), deeds=(Deed("licence", (Party("holder", _words(name)),), address=_words(address)),)
    )


def _differ(made: Drafted) -> list[tuple[str, list[Any]]]:
    return [("/".join(each.key), [claim.value for claim in each.claims]) for each in made.contradictions]


def test_what_two_papers_say_differently_is_left_out_and_reported() -> None:
    made = drafted(
        [("a.pdf", _licence("示例商行", "示例路1号")), ("b.pdf", _licence("示例商行", "示例路2号"))]
    )

    assert made.application["applicant"] == {"name": "示例商行"}
    assert _differ(made) == [("applicant/address", ["示例路1号", "示例路2号"])]
    (contradiction,) = made.contradictions
    assert isinstance(contradiction, Contradiction)
    assert [claim.path for claim in contradiction.claims] == ["a.pdf", "b.pdf"]


def test_a_name_with_other_brackets_is_no_contradiction() -> None:
    made = drafted([("a.pdf", _licence("示例（杭州）有限公司")), ("b.pdf", _licence("示例(杭州)有限公司"))])

    assert made.application["applicant"]["name"] == "示例（杭州）有限公司"
    assert not made.contradictions


def test_a_paper_that_is_not_recognised_has_an_entry_with_gaps() -> None:
    made = drafted([("photo.jpg", PaperFacts())])

    assert made.application == {"documents": [{"path": "photo.jpg"}]}


def _month(month: str) -> Month:
    return Month(month, 100, 40, 0, 0, 2, 1000, 1060, AT)


FLOW = Flow(
    "bank_statement",
    holder=_words("王示例"),
    account=_words("6222020000000000216"),
    starts=Day(date(2026, 1, 10), AT),
    ends=Day(date(2026, 3, 31), AT),
    first=Day(date(2026, 1, 11), AT),
    last=Day(date(2026, 3, 20), AT),
    months=(_month("2026-01"), _month("2026-02"), _month("2026-03")),
)


def _months(flow: Flow) -> list[str]:
    made = drafted([("bank.csv", PaperFacts(("bank_statement",), flows=(flow,)))])
    accounts = made.application.get("bank_accounts", [{}])
    return [each["month"] for each in accounts[0].get("months", [])]


def test_a_month_that_the_statement_covers_in_part_stays_a_gap() -> None:
    assert _months(FLOW) == ["2026-02", "2026-03"]


def test_without_a_period_the_first_and_the_last_month_may_be_parts() -> None:
    assert _months(FLOW._replace(starts=None, ends=None)) == ["2026-02"]


@pytest.mark.parametrize(
    "less", [{"filtered": _words("收入")}, {"credit_card": _words("信用卡账单")}, {"unread": (AT,)}], ids=str
)
def test_a_statement_that_does_not_show_all_rows_tells_no_sums(less: dict[str, Any]) -> None:
    assert _months(FLOW._replace(**less)) == []


def test_loans_and_own_transfers_are_told_apart_where_there_are_any() -> None:
    month = _month("2026-02")._replace(own=30, loans=20, returned=10)
    flow = FLOW._replace(months=(month, _month("2026-03")))
    made = drafted([("bank.csv", PaperFacts(("bank_statement",), flows=(flow,)))])

    first, second = made.application["bank_accounts"][0]["months"]
    assert (first["inflow"], first["own_transfers"], first["loan_receipts"]) == (1, 0.3, 0.2)
    assert not {"own_transfers", "loan_receipts"} & set(second)


def test_the_sales_of_a_shop_are_money_in_without_what_is_known_to_be_none() -> None:
    month = _month("2026-02")._replace(own=30, loans=20, returned=10)
    flow = FLOW._replace(kind="platform_statement", months=(month,))
    made = drafted([("shop.csv", PaperFacts(("platform_statement",), flows=(flow,)))])

    assert made.application["platforms"][0]["months"][0]["gross"] == 0.4


def test_a_hidden_account_number_is_no_number() -> None:
    hidden = FLOW._replace(account=_words("6222****0216"))
    made = drafted([("bank.csv", PaperFacts(("bank_statement",), flows=(hidden,)))])

    assert "number" not in made.application["bank_accounts"][0]


def test_a_form_without_a_period_is_left_out() -> None:
    form = Form("vat_return", "general")
    made = drafted([("vat.pdf", PaperFacts(("vat_return",), forms=(form,)))])

    assert set(made.application) == {"documents"}


def test_a_contract_with_two_amounts_has_none() -> None:
    amounts = (Amount(100, AT), Amount(200, AT))
    signed = Dated("signed", Day(date(2026, 11, 2), AT))
    deed = Deed("contract", (Party("seller", _words("示例公司")),), dates=(signed,), amounts=amounts)
    made = drafted([("deal.pdf", PaperFacts(("contract",), deeds=(deed,)))])

    assert made.application["loan"]["contracts"] == [{"seller": "示例公司", "signed": "2026-11-02"}]


@pytest.mark.parametrize(
    ("code", "role"), [("92440305MAEXAMP228", "operator"), ("91330106MA2EX4P545", "legal_representative")]
)
def test_the_code_tells_whether_the_head_is_an_operator(code: str, role: str) -> None:
    head = Party("legal_representative", _words("马示例"))
    made = drafted(
        [("a.pdf", PaperFacts(("licence",), deeds=(Deed("licence", (head,), codes=(_words(code),)),)))]
    )

    assert made.application["people"] == [{"role": role, "name": "马示例"}]


def _document(*flows: Flow) -> dict[str, Any]:
    made = drafted([("bank.xlsx", PaperFacts(("bank_statement",), flows=flows))])
    assert not made.contradictions
    (document,) = made.application["documents"]
    return {name: document[name] for name in ("holder", "period") if name in document}


def test_a_file_of_several_accounts_has_the_holder_and_the_period_that_they_have_in_common() -> None:
    other = FLOW._replace(account=_words("6222020000000000315"))

    assert _document(FLOW, other) == {"holder": "王示例", "period": "2026-01/2026-03"}
    assert _document(FLOW, other._replace(holder=_words("李示例"))) == {"period": "2026-01/2026-03"}
    assert _document(FLOW, other._replace(ends=Day(date(2026, 4, 30), AT))) == {"holder": "王示例"}
    assert _document(FLOW, other._replace(ends=None)) == {"holder": "王示例"}


@pytest.mark.parametrize(
    "printed", ["6222 0200 0000 0000 216", "6222-0200-0000-0000-216", "6222020000000000216 人民币"]
)
def test_statements_of_one_account_are_of_one_account_however_its_number_is_printed(printed: str) -> None:
    later = FLOW._replace(
        account=_words(printed),
        starts=Day(date(2026, 4, 1), AT),
        ends=Day(date(2026, 4, 30), AT),
        months=(_month("2026-04"),),
    )
    papers = [
        (path, PaperFacts(("bank_statement",), flows=(flow,))) for path, flow in (("a", FLOW), ("b", later))
    ]
    (account,) = drafted(papers).application["bank_accounts"]

    assert account["number"] == "6222020000000000216"
    assert [each["month"] for each in account["months"]] == ["2026-02", "2026-03", "2026-04"]


def test_what_a_paper_hides_in_part_is_not_known() -> None:
    flow = FLOW._replace(holder=_words("王**"), account=_words("6222 **** **** 0216"))
    made = drafted([("bank.csv", PaperFacts(("bank_statement",), flows=(flow,)))])

    assert not {"holder", "number"} & set(made.application["bank_accounts"][0])
    assert "holder" not in made.application["documents"][0]


def _income(period: str, revenue: int) -> PaperFacts:
    figure = Figure("income_statement.current.revenue", revenue, AT)
    form = Form("income_statement", period=period, ends=Day(date(2025, 12, 31), AT), figures=(figure,))
    return PaperFacts(("income_statement",), forms=(form,))


def test_a_month_and_the_year_that_it_closes_are_two_statements_of_one_balance_sheet() -> None:
    cash = Figure("balance_sheet.closing.cash", 500, AT)
    sheet = Form("balance_sheet", ends=Day(date(2025, 12, 31), AT), figures=(cash,))
    papers = [
        ("sheet.xlsx", PaperFacts(("balance_sheet",), forms=(sheet,))),
        ("month.xlsx", _income("2025-12", 100)),
        ("year.xlsx", _income("2025", 1200)),
    ]
    made = drafted(papers)

    assert not made.contradictions
    assert [
        (
            each["period"],
            each["income_statement"]["current"]["revenue"],
            each["balance_sheet"]["closing"]["cash"],
        )
        for each in made.application["statements"]
    ] == [("2025", 12, 5), ("2025-12", 1, 5)]


@pytest.mark.parametrize(
    ("seller", "buyer", "holder"),
    [("示例商行", "甲公司", "示例商行"), ("甲公司", "示例商行", "示例商行"), ("甲公司", "乙公司", None)],
)
def test_an_invoice_is_of_the_party_that_is_the_applicant(
    seller: str, buyer: str, holder: str | None
) -> None:
    invoice = PaperFacts(("invoice",), invoices=(Invoice(seller=_words(seller), buyer=_words(buyer)),))
    made = drafted([("invoice.pdf", invoice), ("licence.pdf", _licence("示例商行"))])

    document = next(each for each in made.application["documents"] if each["kind"] == "invoice")
    assert document.get("holder") == holder
