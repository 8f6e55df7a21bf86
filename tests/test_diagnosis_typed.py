"""What a hand does to a typed number, and where the figures of a draft stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.diagnosis.typed import (
    amount,
    doubled,
    extra,
    missing,
    moved,
    negated,
    substituted,
    transposed,
)
from benchmarks.figures import at, figures, put
from benchmarks.honest.dice import Dice

AMOUNT = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False).map(str)


def digits(text):
    return re.sub(r"\D", "", text).lstrip("0")


@given(AMOUNT, st.randoms(use_true_random=False))
def test_a_substitution_changes_one_digit(text, chance):
    before = re.sub(r"\D", "", text)
    after = re.sub(r"\D", "", substituted(text, dice(chance))).zfill(len(before))
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


@given(AMOUNT, st.randoms(use_true_random=False))
def test_a_transposition_keeps_the_digits(text, chance):
    typed = transposed(text, dice(chance))
    assert sorted(digits(typed).replace("0", "")) == sorted(digits(text).replace("0", ""))


@given(AMOUNT, st.randoms(use_true_random=False))
def test_a_missing_digit_leaves_the_others_in_their_order(text, chance):
    assert is_within(digits(missing(text, dice(chance))), digits(text))


@given(AMOUNT, st.randoms(use_true_random=False), st.sampled_from((extra, doubled)))
def test_a_digit_too_many_leaves_the_others_in_their_order(text, chance, slip):
    typed = digits(slip(text, dice(chance)))
    assert is_within(digits(text), typed)
    assert len(typed) <= len(digits(text)) + 1 + (text.lstrip("-")[0] == "0") * 3


@given(AMOUNT)
def test_a_sign_typed_twice_is_none(text):
    assert negated(negated(text)) == text


@pytest.mark.parametrize(
    ("text", "places", "decimals", "typed"),
    [
        ("8177333.77", -4, 2, "817.73"),
        ("8177333.77", -4, 6, "817.733377"),
        ("295000", -4, 2, "29.5"),
        ("295000.00", 4, None, "2950000000"),
        ("8177333.77", 1, None, "81773337.7"),
        ("19", -1, 0, "2"),
        ("-1250", -3, 2, "-1.25"),
    ],
)
def test_the_point_moves(text, places, decimals, typed):
    assert moved(text, places, decimals) == typed


@pytest.mark.parametrize(
    ("yuan", "cents", "typed"),
    [
        (295000.0, "none", "295000"),
        (2690880.4, "none", "2690880.4"),
        (2690880.4, "where_any", "2690880.40"),
        (295000.0, "where_any", "295000"),
        (295000.0, "always", "295000.00"),
        (-0.5, "none", "-0.5"),
    ],
)
def test_an_amount_is_typed_by_habit(yuan, cents, typed):
    assert amount(yuan, cents) == typed


def dice(chance):
    return Dice(chance.random())


def is_within(part, whole):
    """Whether the marks of one text stand in another one, in their order."""
    left = iter(whole)
    return all(mark in left for mark in part)


def test_figures_are_amounts_and_people_in_the_order_of_the_form():
    draft = {"scale": {"operating_revenue": 90.5, "employees": 8}, "revenue": [{"amount": 1.0, "year": 2025}]}
    assert [(each.pointer, each.counts_people) for each in figures(draft)] == [
        ("/scale/employees", True),
        ("/scale/operating_revenue", False),
        ("/revenue/0/amount", False),
    ]


def test_a_value_is_put_where_a_pointer_points():
    draft = {"revenue": [{"amount": 1.0}]}
    put(draft, "/revenue/0/amount", 2.0)
    assert at(draft, "/revenue/0/amount") == 2.0
