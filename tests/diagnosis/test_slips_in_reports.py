"""What a report says of slips: the right field first, in words that hide what is private, and never more than a proposal."""

import inspect
import json
import re
import sys
import tomllib
from copy import deepcopy
from functools import cache
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import precheck
from precheck.application.structure import walk
from precheck.case import Case, Judgement
from precheck.diagnosis.build import build
from precheck.diagnosis.expected import EXPECTED
from precheck.diagnosis.explain import explain
from precheck.diagnosis.search import Search
from precheck.diagnosis.typed import Reader
from precheck.flow import policies
from precheck.rules import catalogue
from precheck.shape import parse
from precheck.source import from_object
from tests.conftest import DAY, READY, ROOT, changed

MISTAKES = ROOT / "examples" / "mistakes"
STORIES = tomllib.loads((MISTAKES / "stories.toml").read_text("utf-8"))["story"]
LEAST = 1_000
EXACT = ("BNK002", "FIN003", "FIN004", "FIN008", "FIN014", "FIN015", "TAX001", "TAX011")
"""Sums that a form prints."""


def case_of(data):
    draft = from_object(data)
    case = Case(draft, parse(draft))
    return case, Judgement(case, catalogue(), policies("generic-cn")[0], DAY)


def searched(data):
    """The search in a draft, with the system that it searches, and what it found."""
    case, judgement = case_of(data)
    system = build(case, judgement)
    reader = Reader(case, system)
    search = Search(system, reader.typed)
    return search, reader, explain(search, system.broken())


@cache
def exact_amounts():
    """Every amount of a ready example that stands in a sum that its form prints, as example, pointer and value."""
    found = []
    for name, data in READY.items():
        wrong = changed_at(data, "/scale/employees", 0)  # something must be found, or nothing is built
        lists = [key for key in ("statements", "vat_returns", "bank_accounts", "invoices") if data.get(key)]
        case, judgement = case_of(wrong)
        for trace in judgement.traces:
            trace.others += tuple(f"/{each}" for each in lists)
        system = build(case, judgement)
        reader = Reader(case, system)
        found += [
            (name, reader.pointer(field), system.x[field])
            for _, section, _ in walk(case.application)
            for field in system.given(section)
            if abs(system.x[field]) >= LEAST
            and any(system.bands[band].code in EXACT for band, _, _ in system.touching(field))
        ]
    return found


def changed_at(data, pointer, value):
    made = deepcopy(data)
    above, _, last = pointer.rpartition("/")
    here = value_at(made, above)
    here[int(last) if isinstance(here, list) else last] = value
    return made


def value_at(data, pointer):
    for step in pointer.split("/")[1:]:
        data = data[int(step) if isinstance(data, list) else step]
    return data


def doubled(value):
    text = json.dumps(abs(value))
    return float(text[0] + text) * (1 if value > 0 else -1)


SLIPS = {
    "unit_ten_thousand": lambda value: round(value / 10_000, 6),
    "sign": lambda value: -value,
    "decimal_point": lambda value: round(value * 10, 2),
}
"""Slips of which a sum and what is usual leave no doubt."""


def test_the_examples_have_many_amounts_in_exact_sums():
    assert len(exact_amounts()) > 500


@pytest.mark.parametrize("kind", SLIPS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_slip_in_an_exact_sum_is_named_first_with_what_was_meant(kind, data):
    name, pointer, value = data.draw(st.sampled_from(exact_amounts()))
    wrong = changed_at(READY[name], pointer, SLIPS[kind](value))
    first = precheck.check(wrong, on=DAY, lang="en").slips[0]
    assert first.pointer == pointer
    assert first.probability >= 0.5
    meant = float(first.likely.removesuffix(" yuan").replace(",", ""))
    assert meant == pytest.approx(value, rel=0.01)
    assert first.clears


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_digit_typed_twice_is_among_what_is_named(data):
    """In a sum of two lines a digit too many in one may as well be one too few in the other."""
    name, pointer, value = data.draw(st.sampled_from(exact_amounts()))
    report = precheck.check(changed_at(READY[name], pointer, doubled(value)), on=DAY)
    assert pointer in {each.pointer for each in report.slips[:3]}


@pytest.mark.parametrize("story", [each for each in STORIES if "slip" in each], ids=itemgetter("name"))
def test_a_story_of_a_slip_names_the_slip_first(story):
    report = precheck.check(MISTAKES / story["name"] / "application.json", on=DAY)
    first = report.slips[0]
    assert {"kind": first.kind, "pointer": first.pointer} == story["slip"]
    assert first.probability >= 0.7


@pytest.mark.parametrize("story", [each for each in STORIES if "slip" not in each], ids=itemgetter("name"))
def test_a_mistake_that_is_no_slip_accuses_nobody_of_one(story):
    report = precheck.check(MISTAKES / story["name"] / "application.json", on=DAY)
    assert [each for each in report.slips if each.probability >= 0.5] == []


def test_at_least_eight_stories_are_slips():
    assert sum("slip" in each for each in STORIES) >= 8


def test_a_clean_draft_is_not_diagnosed(monkeypatch):
    monkeypatch.setattr("precheck.diagnosis.diagnose", None)
    report = precheck.check(READY["wholesale-company"], on=DAY)
    assert report.slips == ()
    assert report.to_dict()["contradictions"] == []


@pytest.mark.parametrize(
    "change",
    [{"/people/0/valid_until": "2026-03-01"}, {"/consents/1/signed": "2027-11-10"}],
    ids=["expired", "in-the-future"],
)
def test_findings_on_no_figures_cost_no_band(monkeypatch, change):
    monkeypatch.setattr("precheck.diagnosis.system.System.has", None)
    report = precheck.check(changed(set=change), on=DAY)
    assert report.findings
    assert {each.kind for each in report.slips} <= {"wrong_year", "substituted"}


def test_only_bands_that_a_slip_has_to_do_with_are_built():
    search, _, found = searched(changed(set={"/bank_accounts/0/months/2/closing": 8111908.04}))
    system = search.system
    built = len(system.bands)
    for _, section, _ in walk(system.layout.application):
        for field in system.given(section):
            system.touching(field)
    assert found
    assert 0 < built < len(system.bands) / 3


@pytest.mark.parametrize("entry", EXPECTED, ids=lambda entry: entry.declare.__name__)
def test_every_rule_that_is_said_as_a_tie_is_listed_with_what_declares_it(entry):
    """Or its ties would not be declared when it finds something."""
    module = sys.modules[entry.declare.__module__]
    said = set(re.findall(r'"([A-Z]{3}[0-9]{3})"', inspect.getsource(module)))
    listed = [each.codes for each in EXPECTED if each.declare.__module__ == module.__name__]
    assert said == frozenset[str]().union(*listed)


def test_a_diagnosis_changes_nothing_that_was_found():
    wrong = changed(set={"/statements/1/balance_sheet/closing/total_assets": 8111908.04})
    report, other = (precheck.check(wrong, on=DAY) for _ in range(2))
    before = [each.to_dict() for each in report.findings]
    assert report.slips
    assert [each.to_dict() for each in report.findings] == before
    assert report.ready is other.ready is False
    assert report.to_dict() == other.to_dict()


def test_a_draft_given_as_a_dict_is_diagnosed_like_its_text():
    wrong = changed(set={"/bank_accounts/0/months/2/inflow": 172674.893})
    text = json.dumps(wrong, ensure_ascii=False)
    told = [
        [{**each.to_dict(), "location": None} for each in precheck.check(source, on=DAY).slips]
        for source in (wrong, text)
    ]
    assert told[0] == told[1] != []


def test_a_slip_says_which_findings_it_explains_and_what_else_it_may_be():
    wrong = changed(set={"/statements/1/balance_sheet/closing/total_assets": 8111908.04})
    report = precheck.check(wrong, on=DAY, lang="en")
    first = report.slips[0].to_dict()
    assert {each["code"] for each in first["clears"]} == {each.code for each in report.findings}
    assert first["typed"] == "8,111,908.04 yuan"
    assert first["likely"] == "8,111,098.04 yuan"
    assert first["runner_up"] is None or first["runner_up"]["probability"] < first["probability"]


def test_figures_that_no_slip_leads_to_are_a_contradiction_and_nothing_is_proposed():
    wrong = changed(set={"/statements/1/balance_sheet/closing/inventory": 3130246.37})
    report = precheck.check(wrong, on=DAY, lang="en")
    assert [each for each in report.slips if each.probability >= 0.5] == []
    (contradiction,) = report.contradictions
    assert "the balance sheet" in contradiction.message
    assert [each.code for each in contradiction.findings] == ["FIN005"]


def test_a_line_left_out_is_named_without_a_value():
    wrong = changed(set={"/statements/1/income_statement/year_to_date/cost_of_sales": 0})
    report = precheck.check(wrong, on=DAY)
    named = [each for each in report.slips if each.pointer.endswith("year_to_date/cost_of_sales")]
    assert all(each.likely == "-" and each.value_probability == 0 for each in named)


def test_lines_of_a_column_in_another_unit_are_one_slip():
    lines = ("cash", "receivables", "prepayments", "inventory", "current_assets")
    at = "/statements/1/balance_sheet/closing"
    column = READY["wholesale-company"]["statements"][1]["balance_sheet"]["closing"]
    wrong = changed(set={f"{at}/{line}": round(column[line] / 10_000, 4) for line in lines})
    first = precheck.check(wrong, on=DAY).slips[0]
    assert first.kind == "unit_part"
    assert {first.pointer, *(each.pointer for each in first.others)} == {f"{at}/{line}" for line in lines}


def test_a_line_that_would_be_nothing_in_the_other_unit_was_not_typed_in_it():
    wrong = deepcopy(READY["plastics-factory"])
    statement = wrong["statements"][0]
    for column in (*statement["balance_sheet"].values(), *statement["income_statement"].values()):
        if isinstance(column, dict):
            column.update({line: amount * 10_000 for line, amount in column.items()})
    statement["balance_sheet"]["closing"]["cash"] = 20.0
    first = precheck.check(wrong, on=DAY).slips[0]
    assert first.kind == "unit_document"
    assert "/statements/0/balance_sheet/closing/cash" not in {each.pointer for each in first.others}


def test_two_slips_that_have_nothing_in_common_are_both_named():
    wrong = changed(
        set={"/bank_accounts/0/months/2/inflow": 17267489.3, "/vat_returns/5/current/tax_payable": 3.697839}
    )
    named = {each.pointer for each in precheck.check(wrong, on=DAY).slips if each.probability >= 0.5}
    assert named == {"/bank_accounts/0/months/2/inflow", "/vat_returns/5/current/tax_payable"}


@pytest.mark.parametrize(
    ("pointer", "value", "meant"),
    [
        ("/consents/1/signed", "2027-11-10", "2026-11-10"),
        ("/statements/1/balance_sheet/date", "2025-12-13", "2025-12-31"),
        ("/people/0/valid_until", "2036-01-03", "2036-03-01"),
        ("/bank_accounts/0/months/3/month", "2026-08", "2026-02"),
        ("/bank_accounts/0/months/3/month", "2026-03", "2026-02"),
        ("/bank_accounts/0/months/3/month", "2026-01", "2026-02"),
        ("/consents/1/signed", "2026-12-10", "2026-11-10"),
        ("/vat_returns/3/period", "2025-02", "2026-02"),
    ],
)
def test_a_mistyped_day_is_named_with_the_day_that_was_meant(pointer, value, meant):
    first = precheck.check(changed(set={pointer: value}), on=DAY).slips[0]
    assert (first.pointer, first.typed, first.likely) == (pointer, value, meant)
    assert first.probability >= 0.9


def test_a_paper_that_expired_is_not_said_to_be_mistyped():
    assert precheck.check(changed(set={"/applicant/licence/valid_until": "2026-03-03"}), on=DAY).slips == ()


def test_that_a_card_has_expired_is_no_sign_of_a_slip_though_its_term_is_odd_too():
    report = precheck.check(changed("restaurant", set={"/people/0/valid_until": "2026-01-01"}), on=DAY)
    assert {"PER014", "PER016"} <= {each.code for each in report.findings}
    assert report.slips == ()


def test_of_an_amount_with_a_zero_too_many_one_zero_is_taken():
    report = precheck.check(changed("restaurant", set={"/loan/amount": 2000000}), on=DAY, lang="en")
    assert [(each.place.pointer, each.likely) for each in report.slips] == [("/loan/amount", "200,000 yuan")]


@pytest.mark.parametrize(
    ("typed", "kind"), [(90.71, "unit_ten_thousand"), (907.05, "unit_thousand"), (75587.68, "month_for_year")]
)
def test_one_misunderstanding_in_both_places_where_the_revenue_is_asked_accuses_no_tax_return(typed, kind):
    wrong = changed("restaurant", set={"/revenue/0/amount": typed, "/scale/operating_revenue": typed})
    report = precheck.check(wrong, on=DAY, lang="en")
    (slip,) = report.slips
    named = {slip.pointer, *(each.pointer for each in slip.others)}
    assert named == {"/revenue/0/amount", "/scale/operating_revenue"}
    assert slip.kind == kind
    assert "are both" in slip.message
    assert {each.code for each in slip.clears} == {each.code for each in report.findings}


@pytest.mark.parametrize("pointer", ["/revenue/0/amount", "/scale/operating_revenue"])
def test_a_revenue_of_nothing_that_another_place_states_was_left_out(pointer):
    first = precheck.check(changed("restaurant", set={pointer: 0}), on=DAY).slips[0]
    assert (first.pointer, first.kind, first.likely) == (pointer, "left_at_zero", "-")


def test_a_balance_above_its_loan_proposes_no_loan_a_thousand_times_as_large():
    wrong = changed(set={"/debts/0/balance": 12000000})
    first, *others = precheck.check(wrong, on=DAY, lang="en").slips
    assert (first.pointer, first.likely) == ("/debts/0/balance", "1,200,000 yuan")
    assert {each.likely for each in others} <= {"12,000,000 yuan"}


def test_of_a_code_only_the_wrong_character_is_named():
    wrong = changed(set={"/vat_returns/2/taxpayer_id": "91330106MA2EX4P54S"})
    report = precheck.check(wrong, on=DAY, lang="en")
    assert report.slips[0].likely == "character 18, S, should be 5"
    assert "91330106MA2EX4P54" not in json.dumps(report.to_dict(), ensure_ascii=False)
    revealed = precheck.check(wrong, on=DAY, reveal=True)
    assert revealed.slips[0].likely == "91330106MA2EX4P545"


@pytest.mark.parametrize("story", [each for each in STORIES if "slip" in each], ids=itemgetter("name"))
def test_amounts_of_slips_are_hidden_in_public_logs(story):
    report = precheck.check(MISTAKES / story["name"] / "application.json", on=DAY, redact="all")
    text = json.dumps(
        [each.to_dict() for each in (*report.slips, *report.contradictions)], ensure_ascii=False
    )
    for figure in ("90.71", "907,052", "8,111", "4,538,418", "453,841", "21,231,059", "345.01"):
        assert figure not in text


def test_no_text_of_a_draft_is_in_a_slip():
    wrong = changed(set={"/statements/1/balance_sheet/closing/total_assets": 8111908.04})
    marked = json.loads(
        json.dumps(wrong, ensure_ascii=False).replace("示例", "金丝雀").replace("33010619", "77010619")
    )
    report = precheck.check(marked, on=DAY)
    text = json.dumps(
        [each.to_dict() for each in (*report.slips, *report.contradictions)], ensure_ascii=False
    )
    assert report.slips
    assert "金丝雀" not in text
    assert "77010619" not in text


@pytest.mark.parametrize("factor", [10_000, 1 / 10_000, -1, 7.3])
def test_the_work_is_bounded(factor):
    """Values tried for a wrong figure in the largest example; a search by trying all edits takes a hundred times more."""
    most = 0
    for pointer in (
        "/statements/1/balance_sheet/closing/total_assets",
        "/bank_accounts/0/months/2/inflow",
        "/revenue/1/amount",
    ):
        value = next(
            value
            for name, at, value in (*exact_amounts(), ("wholesale-company", "/revenue/1/amount", 21231059.7))
            if (name, at) == ("wholesale-company", pointer)
        )
        search, _, _ = searched(changed(set={pointer: round(value * factor, 2)}))
        most = max(most, search.steps)
    assert most < 20_000


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_figures_anywhere_are_diagnosed_without_a_fault(data):
    name = data.draw(st.sampled_from(sorted(READY)))
    wrong = READY[name]
    places = [pointer for base, pointer, _ in exact_amounts() if base == name]
    for pointer in data.draw(st.lists(st.sampled_from(places), max_size=3)) if places else ():
        figure = st.sampled_from([0, -1, 0.001, 1e12, -1e12, 5e-324, 1e-9]) | st.floats(-1e12, 1e12)
        wrong = changed_at(wrong, pointer, data.draw(figure))
    for each in precheck.check(wrong, on=DAY).slips:
        assert 0 <= each.value_probability <= 1
        assert 0 <= each.probability <= 1


@pytest.mark.parametrize("form", ["full", "markdown"])
@pytest.mark.parametrize(("lang", "between"), [("zh", "再改。也可能是"), ("en", "change it. Or else")])
def test_what_else_it_may_be_follows_as_a_sentence_of_its_language(lang, between, form):
    story = MISTAKES / "employees-zero-too-many" / "application.json"
    assert between in precheck.check(story, on=DAY, lang=lang, papers="list").render(form)


def test_one_slip_of_which_little_is_sure_is_not_said_to_be_several():
    wrong = deepcopy(READY["software-company"])
    wrong["loan"]["amount"] *= 10
    report = precheck.check(wrong, on=DAY, lang="en")
    assert [each.pointer for each in report.slips] == ["/loan/amount"]
    assert report.slips[0].probability < 0.5
    (contradiction,) = report.contradictions
    assert contradiction.message.startswith("It may be Loan · Amount")


@pytest.mark.parametrize(
    ("lang", "likely", "possible"), [("zh", "多半", "可能"), ("en", "ost likely", "ossibly")]
)
def test_what_is_less_likely_than_not_is_not_said_to_be_most_likely(lang, likely, possible):
    wrong = changed(set={"/applicant/registered_capital": 200})
    first, *others = precheck.check(wrong, on=DAY, lang=lang).slips
    assert first.probability >= 0.5 > max(each.probability for each in others)
    assert likely in first.message
    assert all(possible in each.message and likely not in each.message for each in others)


def test_a_sentence_is_no_surer_than_the_value_that_it_names():
    """That the day is wrong is certain; which one was meant is not."""
    wrong = changed_at(READY["hairdresser"], "/applicant/established", "2029-12-21")
    first = precheck.check(wrong, on=DAY, lang="en").slips[0]
    assert first.probability > 0.9 > 0.5 > first.value_probability
    assert first.message.endswith(f"({first.value_probability:.0%}).")
    assert "possibly" in first.message


@pytest.mark.parametrize(
    "change",
    [
        {"/applicant/registered_capital": 200},
        {"/debts/0/balance": 12000000},
        {"/revenue/0/amount": 22231059.7},
    ],
)
def test_the_second_explanation_is_no_likelier_than_the_first_leaves_it(change):
    for each in precheck.check(changed(set=change), on=DAY).slips:
        if each.runner_up:
            sure = each.value_probability if each.runner_up.pointer == each.pointer else each.probability
            assert each.runner_up.probability + sure <= 1


@pytest.mark.parametrize(
    ("name", "pointer", "value", "source"),
    [
        ("wholesale-company", "/revenue/1/amount", 1048076.85, "Operating profit"),
        ("wholesale-company", "/scale/total_assets", 4145712.5, "Total equity"),
        ("wholesale-company", "/scale/total_assets", 21231059.7, "Annual operating revenue"),
        ("wholesale-company", "/revenue/0/amount", 21231059.7, "Declared revenue 2025"),
        ("restaurant", "/revenue/0/amount", 241300.5, "This period"),
        ("restaurant", "/vat_returns/2/current/exempt_sales", 424331.3, "Year to date"),
        ("online-shop", "/vat_returns/2/current/tax_payable", 19337.79, "Tax under the simplified method"),
    ],
)
def test_the_figure_of_another_line_was_copied_from_there(name, pointer, value, source):
    first = precheck.check(changed_at(READY[name], pointer, value), on=DAY, lang="en").slips[0]
    assert (first.pointer, first.kind, first.likely) == (pointer, "copied", "-")
    assert source in first.message
    assert first.probability >= 0.9


def test_what_stays_as_it_was_is_not_said_to_be_copied():
    """Reserves are the same in both columns; the digit is wrong in the line beside."""
    at = "/statements/2/balance_sheet/closing"
    wrong = changed(
        set={
            f"{at}/retained_earnings": READY["wholesale-company"]["statements"][2]["balance_sheet"][
                "closing"
            ]["retained_earnings"]
            + 0.7
        }
    )
    assert "copied" not in {each.kind for each in precheck.check(wrong, on=DAY).slips}


def test_what_is_owed_of_a_loan_is_not_said_to_be_copied_from_what_was_lent():
    """Two loans of the last weeks, which no balance sheet has yet and of which nothing is paid back."""
    loan = {"kind": "loan", "lender": "示例银行", "due": "2027-06-30", "amount": 300_000, "balance": 300_000}
    recent = deepcopy(READY["vegetable-cooperative"])
    recent["debts"] = [loan, loan | {"lender": "示例村镇银行", "amount": 40_000, "balance": 40_000}]
    report = precheck.check(recent, on=DAY)
    assert "DBT004" in {each.code for each in report.findings}
    assert "copied" not in {each.kind for each in report.slips}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_value_is_named_where_nothing_tells_one(lang):
    wrong = deepcopy(READY["wholesale-company"])
    sheet = wrong["statements"][1]["balance_sheet"]
    sheet["closing"], sheet["opening"] = sheet["opening"], sheet["closing"]
    report = precheck.check(wrong, on=DAY, lang=lang)
    assert report.contradictions or report.slips
    assert not any("应为 -" in each.message or "for -" in each.message for each in report.contradictions)


def test_the_page_is_no_surer_than_the_sentence_and_names_no_second_explanation_without_a_value():
    wrong = changed_at(READY["hairdresser"], "/applicant/established", "2029-12-21")
    report = precheck.check(wrong, on=DAY, lang="en")
    assert f"{report.slips[0].value_probability:.0%} likely" in report.render("html")
    for name, pointer, value in (
        ("wholesale-company", "/scale/total_assets", 21231059.7),
        ("restaurant", "/revenue/0/amount", 0),
    ):
        page = precheck.check(changed_at(READY[name], pointer, value), on=DAY, lang="en").render("html")
        assert "should be -" not in page


@pytest.mark.parametrize(
    ("pointer", "one", "other", "names"),
    [
        (
            "/statements/1/balance_sheet",
            "closing",
            "opening",
            ("Closing balance", "Balance at the start of the year"),
        ),
        (
            "/statements/2/income_statement",
            "current",
            "year_to_date",
            ("This month, quarter or year", "Year to date"),
        ),
        ("/vat_returns/3", "current", "year_to_date", ("This period", "Year to date")),
    ],
)
def test_two_columns_in_each_others_place_are_one_slip(pointer, one, other, names):
    wrong = deepcopy(READY["wholesale-company"])
    form = value_at(wrong, pointer)
    form[one], form[other] = form[other], form[one]
    report = precheck.check(wrong, on=DAY, lang="en")
    (slip,) = [each for each in report.slips if each.probability >= 0.5]
    assert slip.kind == "swapped_columns"
    assert {f"{pointer}/{name}" for name in (one, other)} == {
        each.rpartition("/")[0] for each in (slip.pointer, *(more.pointer for more in slip.others))
    }
    assert all(name in slip.message for name in names)
    assert {(each.code, each.pointer) for each in slip.clears} == {
        (each.code, each.place.pointer) for each in report.findings
    }


def test_figures_of_a_mistyped_period_are_not_said_to_be_wrong():
    wrong = changed(set={"/statements/1/period": "2026"})
    likely = [each for each in precheck.check(wrong, on=DAY).slips if each.probability >= 0.5]
    assert [(each.pointer, each.likely) for each in likely] == [("/statements/1/period", "2025")]


@pytest.mark.parametrize(
    ("name", "pointer", "typed", "kind"),
    [
        ("wholesale-company", "/debts/0/balance", 120, "unit_ten_thousand"),
        ("wholesale-company", "/debts/0/balance", 12000000, "decimal_point"),
        ("mould-workshop", "/income_tax_returns/0/tax_payable", 734957, "decimal_point"),
    ],
)
def test_a_figure_that_another_one_tells_is_named_with_what_was_meant(name, pointer, typed, kind):
    report = precheck.check(changed_at(READY[name], pointer, typed), on=DAY, lang="en")
    first = report.slips[0]
    meant = value_at(READY[name], pointer)
    assert (first.pointer, first.kind, first.likely) == (pointer, kind, f"{meant:,} yuan")
    assert {(each.code, each.pointer) for each in first.clears} == {
        (each.code, each.place.pointer) for each in report.findings
    }


@pytest.mark.parametrize("left", [500000, 700000])
def test_a_loan_that_was_left_out_or_paid_back_is_no_slip(left):
    report = precheck.check(changed(set={"/debts/0/amount": left, "/debts/0/balance": left}), on=DAY)
    assert "DBT003" in {each.code for each in report.findings}
    assert [each for each in report.slips if each.probability >= 0.5] == []


def test_no_period_is_proposed_that_is_not_over():
    """A quarter's return under its last month leaves a gap, and the quarter before it could fill none."""
    wrong = changed_at(READY["restaurant"], "/vat_returns/1/period", "2026-03")
    report = precheck.check(wrong, on=DAY)
    assert "TAX024" in {each.code for each in report.findings}
    assert report.slips == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/invoices/3/gross", "/invoices/3/rates/0/net"),
        ("/platforms/0/months/5/gross", "/platforms/0/months/5/refunds"),
        ("/bank_accounts/0/months/5/inflow", "/bank_accounts/0/months/5/outflow"),
    ],
)
def test_two_lines_in_each_others_place_are_named_with_both_figures(one, other):
    honest = READY["online-shop"]
    wrong = changed_at(honest, one, value_at(honest, other))
    wrong = changed_at(wrong, other, value_at(honest, one))
    first = precheck.check(wrong, on=DAY, lang="en").slips[0]
    assert first.kind == "swapped"
    named = {first.pointer: first.likely, **{each.pointer: each.likely for each in first.others}}
    assert named == {pointer: f"{value_at(honest, pointer):,.2f} yuan" for pointer in (one, other)}
    assert first.probability >= 0.9


@pytest.mark.parametrize(
    ("pointer", "typed", "honest"),
    [
        ("/statements/2/income_statement/year_to_date/administrative_expenses", 112400.0, "/revenue"),
        ("/statements/1/income_statement/year_to_date/selling_expenses", 675174.7, "/income_tax_returns"),
    ],
)
def test_what_two_papers_honestly_tell_alike_was_not_copied(pointer, typed, honest):
    """The year to date is the same in the statements and in the returns of tax."""
    report = precheck.check(changed(set={pointer: typed}), on=DAY)
    accused = {each.pointer for each in report.slips if each.probability >= 0.5}
    assert accused <= {pointer}
    assert not any(each.startswith(honest) for each in accused)


def test_a_figure_that_a_paper_states_for_another_line_is_in_that_lines_place():
    at = "/statements/1/balance_sheet/opening"
    column = READY["wholesale-company"]["statements"][1]["balance_sheet"]["opening"]
    one, other = "fixed_assets_net", "short_term_loans"
    wrong = changed(set={f"{at}/{one}": column[other], f"{at}/{other}": column[one]})
    first = precheck.check(wrong, on=DAY).slips[0]
    assert first.kind == "swapped"
    assert {first.pointer, *(each.pointer for each in first.others)} == {f"{at}/{one}", f"{at}/{other}"}


def test_a_column_with_gaps_hides_no_slip_and_raises_nothing():
    wrong = changed_at(READY["online-shop"], "/vat_returns/3/current", {})
    wrong = changed_at(wrong, "/vat_returns/2/current/tax_payable", 19337.79)
    report = precheck.check(wrong, on=DAY)
    assert report.skipped
    assert "/vat_returns/2/current/tax_payable" in {each.pointer for each in report.slips}
