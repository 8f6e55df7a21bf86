"""Relations: one line of text is the check, the tolerance, the message's facts and the fused question."""

from math import inf
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from precheck.application import BankMonth
from precheck.engine import Station
from precheck.policy.file import validated
from precheck.relation import AT_MOST, EQUAL, Band, Tolerance, relation
from precheck.rule import Context, Severity
from precheck.views import View

WORDS = {"source": "test", "zh": "一\n二", "en": "one\ntwo", "name": "n", "why": "w"}
amounts = st.floats(-1e9, 1e9).map(lambda x: round(x, 2))


def policy(**tolerances):
    return SimpleNamespace(tolerances=tolerances)


def month(**fields):
    return BankMonth.trusted(
        {"month": None, **dict.fromkeys(("opening", "inflow", "outflow", "closing"), 0.0), **fields}
    )


def look(rule, section, **tolerances):
    return rule.look(section, Context(None, policy(**tolerances), None))


BALANCE = relation("T001", BankMonth, "closing == opening + inflow - outflow", **WORDS)


def test_names_stand_in_the_order_of_the_text_and_the_first_is_to_blame():
    assert BALANCE.names == ("closing", "opening", "inflow", "outflow")
    assert look(BALANCE, month(closing=1.0)).refs[0].name == "closing"


@pytest.mark.parametrize(
    ("gap", "found"),
    [(0.0, False), (0.02, False), (0.025, False), (0.03, True), (-0.02, False), (-0.03, True)],
)
def test_equality_allows_half_a_fen_for_each_figure_and_once_more(gap, found):
    # four figures: (4 + 1) half fen = 0.025 yuan
    assert bool(look(BALANCE, month(opening=100.0, closing=100.0 + gap))) is found


def test_the_slack_follows_the_unit_that_is_printed():
    section = month(opening=100_000.0, closing=124_000.0)
    section.rounding = 10_000.0
    assert look(BALANCE, section) is None
    section.rounding = 1000.0
    assert look(BALANCE, section) is not None


def test_facts_are_both_sides_their_gap_and_its_share():
    facts = look(BALANCE, month(opening=100.0, closing=150.0)).facts
    assert (facts["left"], facts["right"], facts["gap"], facts["share"]) == (150.0, 100.0, 50.0, 0.5)


def test_at_most_only_refuses_what_is_above():
    rule = relation("T002", BankMonth, "own_transfers <= inflow", **WORDS)
    assert look(rule, month(own_transfers=5.0, inflow=9.0)) is None
    assert look(rule, month(own_transfers=9.03, inflow=9.0)) is not None


@pytest.mark.parametrize(
    ("left", "level"),
    [
        (100, None),
        (110, None),
        (111, "warning"),
        (120, "warning"),
        (121, "error"),
        (91, None),
        (90, "warning"),
        (83, "error"),
    ],
)
def test_two_levels_of_tolerance(left, level):
    rule = relation("T003", BankMonth, "inflow ~ outflow within near", **WORDS)
    near = Tolerance(warn=Band(1 / 1.1, 1.1), error=Band(1 / 1.2, 1.2))
    found = look(rule, month(inflow=float(left), outflow=100.0), near=near)
    assert (found and found.severity) == level


def test_a_relation_that_is_only_a_warning_never_becomes_an_error():
    rule = relation("T004", BankMonth, "inflow ~ outflow within near", severity=Severity.WARNING, **WORDS)
    found = look(rule, month(inflow=500.0, outflow=100.0), near=Tolerance(error=Band(0.5, 2.0)))
    assert found.severity is Severity.WARNING


def test_equality_within_a_tolerance_asks_before_it_refuses():
    rule = relation("T005", BankMonth, "inflow == outflow within unlisted", **WORDS)
    unlisted = Tolerance(error=Band(0.95, 1.05))
    assert look(rule, month(inflow=101.0, outflow=100.0), unlisted=unlisted).severity is Severity.WARNING
    assert look(rule, month(inflow=106.0, outflow=100.0), unlisted=unlisted).severity is Severity.ERROR


@given(amounts, amounts, st.sampled_from([Band(0.5, 2.0), Band(0.0, 1.1), Band(0.2, inf), EQUAL]))
def test_a_band_mirrors_with_the_sign_of_both_sides(left, right, band):
    assume(right != 0)
    assert band.holds(left, right, 0.02) == band.holds(-left, -right, 0.02)


@pytest.mark.parametrize(
    ("band", "left", "right", "slack"),
    [
        (Band(0.5, 2.0), 50.0, 100.0, 0.0),
        (Band(0.5, 2.0), 200.0, 100.0, 0.0),
        (Band(0.5, 2.0), 49.75, 100.0, 0.25),
        (Band(0.5, 2.0), -0.9, -0.5, 0.0),
        (AT_MOST, 9.25, 9.0, 0.25),
    ],
)
def test_the_edge_of_a_band_belongs_to_it(band, left, right, slack):
    assert band.holds(left, right, slack)


def test_two_fen_are_rounding_however_few_the_figures():
    rule = relation("T009", BankMonth, "own_transfers <= inflow", **WORDS)
    assert look(rule, month(own_transfers=9.0175, inflow=9.0)) is None


def test_a_gap_to_nothing_is_a_whole():
    assert look(BALANCE, month(closing=50.0)).facts["share"] == 1.0


TEXTS = [
    ("closing == opening + inflow - outflow", {}),
    ("own_transfers <= inflow", {}),
    ("inflow ~ outflow within near", {"near": Tolerance(warn=Band(0.9, 1.1), error=Band(0.5, 2.0))}),
    ("inflow ~ outflow within near", {"near": Tolerance(warn=Band(0.0, 1.1))}),
    ("inflow ~ outflow within near", {"near": Tolerance(error=Band(0.2, inf))}),
    ("inflow == outflow + own_transfers within near", {"near": Tolerance(error=Band(0.95, 1.05))}),
    ("loan_receipts == 2 * inflow - outflow", {}),
]


@pytest.mark.parametrize(("text", "tolerances"), TEXTS)
@given(
    values=st.lists(
        st.one_of(amounts, st.sampled_from([0.0, 1.0, 100.0, 110.0, 90.0])), min_size=6, max_size=6
    )
)
def test_the_fused_question_agrees_with_the_relation(text, tolerances, values):
    rule = relation("T006", BankMonth, text, **WORDS)
    names = ("opening", "inflow", "outflow", "closing", "own_transfers", "loan_receipts")
    section = month(**dict(zip(names, values, strict=True)))
    speaks = Station([rule], policy(**tolerances)).speaks
    assert speaks([section], None) == (look(rule, section, **tolerances) is not None)


@pytest.mark.parametrize(("inflow", "holds"), [(0.0, True), (1.0, False)])
def test_a_line_that_is_left_blank_leaves_nothing_to_compare(inflow, holds):
    rule = relation("T008", BankMonth, "closing == opening + inflow", given="inflow", **WORDS)
    section = month(closing=50.0, inflow=inflow)
    assert (look(rule, section) is None) is holds
    assert Station([rule], policy()).speaks([section], None) is not holds


def test_a_figure_that_a_view_does_not_have_makes_its_relations_hold():
    class Two(View):
        sources = {"one": "revenue", "other": "statements"}

    view = Two()
    view.__dict__["one"] = 5.0
    rule = relation("T007", Two, "one == other", **WORDS)
    assert rule.look(view, Context(None, policy(), None)) is None
    assert not Station([rule], policy()).speaks([view], None)


@pytest.mark.parametrize(
    "text",
    [
        "a = b",
        "a == __import__('os')",
        "a == b.c",
        "a == b[0]",
        "a == f(b)",
        "a == 'x'",
        "a ~ (b if c else d) within t",
        "a",
    ],
)
def test_anything_but_arithmetic_on_names_is_refused(text):
    with pytest.raises(SyntaxError):
        relation("T008", BankMonth, text, **WORDS)


def test_the_policy_gives_the_tolerance_by_its_name():
    raw = {
        "name": "x",
        "title": "x",
        "closeness": [{"name": "near", "warn": 0.25, "error": [0.5, 3], "source": "s"}],
    }
    assert validated(raw, "x").tolerances["near"] == Tolerance(Band(0.8, 1.25), Band(0.5, 3.0))
