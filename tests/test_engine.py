"""How a rule ends on one section, told with rules made for the purpose."""

import json
from copy import deepcopy
from dataclasses import replace

import pytest

from precheck.application import Applicant, Application, BankMonth, Document, Scale
from precheck.case import Case
from precheck.engine import Catalogue, run, waiting
from precheck.errors import BrokenRule
from precheck.examination import Candidate, fold, named, trace
from precheck.policy.file import load
from precheck.policy.rows import Ignore, RequiredSource
from precheck.relation import relation
from precheck.rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from precheck.shape import parse
from precheck.source import read
from precheck.views import Year
from tests.conftest import BASES, DAY

WORDS = {
    "cause": Cause.WRONG_FIGURE,
    "triggers": (Trigger.MODEL,),
    "source": "test",
    "zh": "一\n二",
    "en": "one\ntwo",
}


def case_of(change=lambda data: None, base="wholesale-company"):
    data = deepcopy(BASES[base])
    change(data)
    draft = read(json.dumps(data, ensure_ascii=False).encode())
    return Case(draft, parse(draft))


def outcome(rules, case, policy=None):
    policy = policy or load("generic-cn").on(DAY)
    plan = Catalogue(rules).plan(policy)
    context = Context(case.application, policy, DAY)
    return run(plan, case.sections, context), list(waiting(plan, context, case.parsed.has_gaps))


@error("T001", **WORDS)
def has_employees(scale: Scale, context: Context) -> Found:
    if not scale.employees:
        return hit(scale / "employees")


@error("T002", **WORDS)
def papers_have_places(document: Document, context: Context) -> Found:
    if document.path == "nowhere":
        return hit(document / "path")


@error("T003", **WORDS)
def has_employees_too(scale: "Scale", context: "Context") -> "Found":
    if not scale.employees:
        return hit(scale / "employees")


@pytest.mark.parametrize("rule", [has_employees, has_employees_too])
def test_a_rule_runs_on_the_section_that_its_first_annotation_names(rule):
    assert rule.section is Scale


def test_a_rule_that_holds_says_nothing():
    found, waits = outcome([has_employees], case_of())
    assert (found.found, found.skipped, waits) == ([], [], [])


def test_a_rule_that_does_not_hold_is_found_with_its_section():
    found, _ = outcome([has_employees], case_of(lambda data: data["scale"].update(employees=0)))
    assert [(rule.code, hit.refs[0].name) for rule, hit in found.found] == [("T001", "employees")]


def test_a_rule_runs_on_every_section_of_its_kind():
    def change(data):
        for document in data["documents"][:3]:
            document["path"] = "nowhere"

    assert len(outcome([papers_have_places], case_of(change))[0].found) == 3


def test_a_missing_field_skips_the_rule_that_touches_it_and_no_other():
    found, _ = outcome(
        [has_employees, papers_have_places], case_of(lambda data: data["scale"].pop("employees"))
    )
    assert [(rule.code, gap.name) for rule, gap in found.skipped] == [("T001", "employees")]


def test_a_missing_section_skips_its_rules():
    found, _ = outcome([has_employees], case_of(lambda data: data.pop("scale")))
    assert [rule.code for rule, _ in found.skipped] == ["T001"]


def test_a_list_that_is_malformed_makes_the_rules_on_its_items_wait():
    _, waits = outcome([papers_have_places], case_of(lambda data: data.update(documents="none")))
    assert [(rule.code, pointer) for rule, pointer in waits] == [("T002", "/documents")]


def test_an_item_that_is_malformed_makes_its_own_rules_wait_and_leaves_its_neighbours_checked():
    def change(data):
        data["documents"][0] = None
        data["documents"][1]["path"] = "nowhere"

    found, _ = outcome([papers_have_places], case_of(change))
    assert (len(found.found), len(found.skipped)) == (1, 1)


BALANCE = relation(
    "T003",
    BankMonth,
    "closing == opening + inflow - outflow",
    name="n",
    why="w",
    source="s",
    zh="一\n二",
    en="1\n2",
)
SALES = relation(
    "T004", Year, "declared == bank_receipts", name="m", why="w", source="s", zh="一\n二", en="1\n2"
)


def test_a_relation_names_each_section_on_which_it_breaks():
    def change(data):
        data["bank_accounts"][0]["months"][4]["closing"] += 1000
        data["bank_accounts"][0]["months"][5].pop("inflow")

    found, _ = outcome([BALANCE], case_of(change))
    assert [rule.code for rule, _ in found.found] == ["T003"]
    assert [(rule.code, gap.name) for rule, gap in found.skipped] == [("T003", "inflow")]


def test_a_source_that_no_policy_asks_for_does_not_apply():
    found, waits = outcome([SALES], case_of(lambda data: data.update(bank_accounts=[])))
    assert (found.found, found.skipped, waits) == ([], [], [])


def test_a_source_that_the_policy_asks_for_is_waited_for():
    policy = load("generic-cn").on(DAY)
    row = RequiredSource.trusted(
        {"name": "flows", "source": "test", "any_of": ("bank_accounts", "platforms")}
    )
    asking = policy.trusted({name: getattr(policy, name) for name in policy.names} | {"sources": (row,)})
    case = case_of(lambda data: data.update(bank_accounts=[], platforms=[]))
    _, waits = outcome([SALES, BALANCE, has_employees], case, asking)
    assert [(rule.code, pointer) for rule, pointer in waits] == [
        ("T003", "/bank_accounts"),
        ("T004", "/bank_accounts"),
    ]


def test_a_rule_on_a_view_waits_for_the_list_that_would_give_its_figure():
    _, waits = outcome([SALES, has_employees], case_of(lambda data: data.update(revenue="none")))
    assert [(rule.code, pointer) for rule, pointer in waits] == [("T004", "/revenue")]


def test_a_rule_that_the_policy_ignores_is_not_asked():
    policy = load("generic-cn").on(DAY)
    row = Ignore.trusted({"name": "i", "source": "test", "code": "T001", "reason": "test", "until": DAY})
    lenient = policy.trusted({name: getattr(policy, name) for name in policy.names} | {"ignore": (row,)})
    found, _ = outcome([has_employees], case_of(lambda data: data["scale"].update(employees=0)), lenient)
    assert found.found == []


def test_a_rule_that_fails_by_itself_is_a_bug_and_never_a_verdict():
    @error("T005", **WORDS)
    def divides(applicant: Applicant, context: Context) -> Found:
        return hit(applicant / str(1 // 0))

    with pytest.raises(BrokenRule, match="T005 failed with ZeroDivisionError"):
        outcome([divides], case_of())


def test_an_error_of_a_rule_that_declares_none_is_a_bug():
    @warning("T010", **WORDS)
    def worse(scale: Scale, context: Context) -> Found:
        return hit(scale / "employees", severity=Severity.ERROR)

    with pytest.raises(BrokenRule, match="T010"):
        outcome([worse], case_of())
    assert outcome([replace(worse, worst=Severity.ERROR)], case_of())[0].found


def test_an_exception_of_a_rule_does_not_quote_the_draft():
    @error("T006", **WORDS)
    def quotes(applicant: Applicant, context: Context) -> Found:
        raise ValueError(applicant.name)

    with pytest.raises(BrokenRule) as caught:
        outcome([quotes], case_of())
    assert "示例" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_of_many_findings_of_a_rule_the_worst_are_named():
    @error("T012", **WORDS)
    def bad(scale: Scale, context: Context) -> Found:
        return hit(scale / "employees")

    def candidate(severity):
        found = hit(case.application.scale / "employees", severity=severity)
        return Candidate(bad, severity, lambda: trace(bad, found, case.places))

    case = case_of()
    found = named([candidate(Severity.NOTE)] * 300 + [candidate(Severity.ERROR)] * 10)
    assert [each.severity for each in found] == [Severity.ERROR] * 10 + [Severity.NOTE] * 190
    assert [each.more for each in found] == [0] * 199 + [110]


def test_an_echo_is_folded_under_the_finding_that_it_repeats():
    @error("T007", mutes=("T008",), **WORDS)
    def first(scale: Scale, context: Context) -> Found:
        return hit(scale / "employees")

    @warning("T008", **WORDS)
    def echo(application: Application, context: Context) -> Found:
        return hit(application.loan / "amount", application.scale / "employees")

    @warning("T009", mutes=("T007",), **WORDS)
    def elsewhere(scale: Scale, context: Context) -> Found:
        return hit(scale / "as_of")

    case = case_of()
    found, _ = outcome([first, echo, elsewhere], case)
    stands = fold([trace(rule, hit, case.places) for rule, hit in found.found])
    assert [(each.rule.code, each.echoes) for each in stands] == [("T007", ["T008"]), ("T009", [])]


def test_what_can_only_be_an_echo_is_folded_though_its_code_comes_first():
    @error("T018", mutes=("T016", "T018"), **WORDS)
    def cause(scale: Scale, context: Context) -> Found:
        return hit(scale / "employees")

    @error("T016", **WORDS)
    def echo(scale: Scale, context: Context) -> Found:
        return hit(scale / "total_assets", scale / "employees")

    case = case_of()
    found, _ = outcome([echo, cause], case)
    stands = fold([trace(rule, hit, case.places) for rule, hit in found.found])
    assert [(each.rule.code, each.echoes) for each in stands] == [("T018", ["T016"])]
