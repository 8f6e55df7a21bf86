"""Comparisons of two sources: what a gap means on either side, and that honest rounding is no gap."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.engine import Station
from precheck.relation import Band, Tolerance
from precheck.rule import Cause, Context, Severity
from precheck.rules.shared.comparison import Side, comparison, last_digit
from precheck.text import Text
from precheck.views import View

WORDS = {"source": "test", "zh": "一\n二", "en": "one\ntwo", "name": "n", "why": "w", "cause": Cause.STALE}
NEAR = Tolerance(warn=Band(1 / 1.02, 1.02), error=Band(1 / 1.1, 1.1))
LOW, HIGH = Side(Cause.INCOMPLETE, Text("少", "few")), Side(Cause.WRONG_FIGURE, Text("多", "many"))


class Pair(View):
    sources = {"declared": "revenue", "books": "statements"}
    words = "2025"

    def __init__(self, declared, books):
        super().__init__()
        self.__dict__.update(declared=declared, books=books)


def look(rule, declared, books):
    context = Context(None, SimpleNamespace(tolerances={"near": NEAR}), None)
    return rule.look(Pair(declared, books), context)


PLAIN = comparison("T001", Pair, "declared ~ books within near", severity=Severity.ERROR, **WORDS)
TYPED = comparison(
    "T002", Pair, "declared ~ books within near", severity=Severity.ERROR, typed="declared", **WORDS
)
SIDED = comparison("T003", Pair, "declared ~ books within near", below=LOW, above=HIGH, **WORDS)


def test_a_gap_says_the_stretch_of_time():
    assert look(PLAIN, 105.0, 100.0).facts["period"] == Text("2025", "2025")


@pytest.mark.parametrize(("declared", "side"), [(90.0, LOW), (110.5, HIGH)])
def test_each_side_has_its_cause_and_advice(declared, side):
    found = look(SIDED, declared, 100.0)
    assert (found.cause, found.facts["advice"]) == (side.cause, side.advice)


def test_without_sides_the_cause_is_the_rules():
    found = look(PLAIN, 90.0, 100.0)
    assert found.cause is None
    assert "advice" not in found.facts


def test_a_comparison_asks_unless_it_is_declared_an_error():
    assert look(SIDED, 300.0, 100.0).severity is Severity.WARNING
    assert look(PLAIN, 300.0, 100.0).severity is Severity.ERROR


@pytest.mark.parametrize(
    ("declared", "books", "severity"),
    [
        (9_000_000.0, 9_680_000.0, None),  # nine million may stand for anything up to half a million more
        (9_000_000.0, 9_700_000.0, Severity.WARNING),
        (9_100_000.0, 9_680_000.0, Severity.WARNING),  # 9.1 million only for fifty thousand more
        (9_000_000.0, 9_900_001.0, Severity.ERROR),  # beyond the error line nothing is honest rounding
    ],
)
def test_a_round_figure_may_be_off_by_half_its_last_digit(declared, books, severity):
    found = look(TYPED, declared, books)
    assert (found and found.severity) == severity


@pytest.mark.parametrize(
    ("amount", "counts"),
    [(21_230_000.0, 10_000), (0.55, 0.01), (0.5, 0.1), (-300.0, 100), (10.0, 10), (7.0, 1), (0.0, 0.01)],
)
def test_the_last_digit_of_an_amount(amount, counts):
    assert last_digit(amount) == pytest.approx(counts)


@given(st.floats(1, 1e9).map(lambda x: round(x, 2)), st.floats(1, 1e9).map(lambda x: round(x, 2)))
def test_what_the_fused_question_passes_no_comparison_finds(declared, books):
    policy = SimpleNamespace(tolerances={"near": NEAR})
    if not Station([TYPED, PLAIN], policy).speaks([Pair(declared, books)], None):
        assert look(TYPED, declared, books) is None
        assert look(PLAIN, declared, books) is None
