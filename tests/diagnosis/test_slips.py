"""Slips of a number: each is made on purpose, and must be among what is proposed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from precheck.diagnosis.slips import KINDS, Target, Typed, digit_slips, scaled, taxed

digits = st.text("0123456789", min_size=3, max_size=11).filter(lambda text: text[0] != "0")
decimals = st.sampled_from(["", ".5", ".07", ".93"])
WIDE = Target(-1e15, 1e15, True)


def at(value, *, half=0.004):
    """A band that pins a field to a value."""
    return Target(value - half, value + half, True)


def proposed(typed, meant, slips=digit_slips, **more):
    """The kinds of slip that lead from what was meant to what was typed; no JSON number begins with a 0."""
    made = Typed.of(typed)
    return {
        each.kind for each in slips(made, at(float(meant)), **more) if abs(each.value - float(meant)) < 0.006
    }


@given(digits, decimals, st.data())
def test_a_wrong_digit_is_found(whole, fen, data):
    place = data.draw(st.integers(0, len(whole) - 1))
    digit = data.draw(st.sampled_from([each for each in "0123456789" if each != whole[place]]))
    wrong = whole[:place] + digit + whole[place + 1 :] + fen
    assume(wrong[0] != "0")
    assert "substituted" in proposed(wrong, whole + fen)


@given(digits, decimals, st.data())
def test_two_swapped_digits_are_found(whole, fen, data):
    place = data.draw(st.integers(0, len(whole) - 2))
    assume(whole[place] != whole[place + 1])
    wrong = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :] + fen
    assume(wrong[0] != "0")
    assert "transposed" in proposed(wrong, whole + fen)


@given(digits, decimals, st.data())
def test_a_lost_digit_is_found(whole, fen, data):
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = whole[:place] + whole[place + 1 :]
    assume(wrong[0] != "0")
    assert "missing_digit" in proposed(wrong + fen, whole + fen)


@given(digits, decimals, st.data())
def test_a_digit_too_many_is_found(whole, fen, data):
    place = data.draw(st.integers(1, len(whole)))
    wrong = whole[:place] + data.draw(st.sampled_from("0123456789")) + whole[place:]
    assert proposed(wrong + fen, whole + fen) & {"extra_digit", "doubled_digit"}


@given(digits, decimals, st.data())
def test_a_digit_typed_twice_is_told_from_any_other(whole, fen, data):
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = whole[: place + 1] + whole[place:] + fen
    assert "doubled_digit" in proposed(wrong, whole + fen)


def test_lost_and_added_decimals_leave_the_point_where_it_was():
    assert "missing_digit" in proposed("18526.4", "18526.84")
    assert "extra_digit" in proposed("18526.841", "18526.84")


@given(digits)
def test_a_negative_amount_is_corrected_like_a_positive_one(whole):
    assume(whole[0] != whole[1])
    wrong = whole[1] + whole[0] + whole[2:]
    assume(wrong[0] != "0")
    assert "transposed" in proposed(f"-{wrong}", f"-{whole}")


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("90.7052", "907052", "unit_ten_thousand"),
        ("907052000", "90705.2", "unit_ten_thousand"),
        ("907.052", "907052", "unit_thousand"),
        ("9070520", "907052", "decimal_point"),
        ("9070.52", "907052", "decimal_point"),
        ("-907052", "907052", "sign"),
    ],
)
def test_factors_are_found(typed, meant, kind):
    assert kind in proposed(typed, meant, scaled, is_count=False, is_flow=False)


def test_a_month_is_taken_for_a_year_only_where_there_are_months():
    assert "month_for_year" in proposed("75587.67", "907052.04", scaled, is_count=False, is_flow=True)
    assert not proposed("75587.67", "907052.04", scaled, is_count=False, is_flow=False)


def test_people_are_not_counted_in_units_of_money():
    assert not proposed("8", "80000", scaled, is_count=True, is_flow=False)
    assert proposed("80", "8", scaled, is_count=True, is_flow=False) == {"decimal_point"}


def test_what_was_rounded_to_ten_thousand_yuan_is_a_range_and_another_paper_says_where():
    typed = Typed.of("90.71")
    (found,) = scaled(typed, at(907052.15), is_count=False, is_flow=False)
    assert found.kind == "unit_ten_thousand"
    assert found.value == 907052.15


def test_nothing_is_nothing_in_any_unit():
    assert not list(scaled(Typed.of("0"), WIDE, is_count=False, is_flow=True))


def test_an_amount_with_tax_is_found():
    assert "with_tax" in proposed("113000", "100000", taxed)
    assert "with_tax" in proposed("100000", "113000", taxed)
    assert not proposed("120000", "100000", taxed)


@pytest.mark.parametrize("text", ["", "x", "１２", "1,200", "1e5", '"12"', "--1", "1.2.3"])
def test_what_is_no_number_has_no_parts(text):
    assert Typed.of(text) is None


def test_the_digits_that_arithmetic_leaves_are_rounded_to_the_fen():
    assert Typed.of("83309.79999999999") == Typed.of("83309.8")
    assert Typed.of("-0.07") == Typed(True, 7, 2)


@given(digits, decimals)
def test_every_proposal_is_of_a_known_kind_lies_in_its_band_and_costs_something(whole, fen):
    typed = Typed.of(whole + fen)
    target = Target(float(whole) * 0.5, float(whole) * 2, False)
    found = [
        *digit_slips(typed, target),
        *scaled(typed, target, is_count=False, is_flow=True),
        *taxed(typed, target),
    ]
    for each in found:
        assert each.kind in KINDS
        assert each.cost > 0
        assert target.low * 0.99 <= each.value <= target.high * 1.01


def test_no_number_is_meant_to_begin_with_a_zero():
    meant = {each.value for each in digit_slips(Typed.of("40000"), Target(0, 5_000, False))}
    assert all(each >= 1_000 for each in meant)
    assert 0.52 in {each.value for each in digit_slips(Typed.of("4.52"), at(0.52))}


def test_of_people_only_zeros_can_be_too_many():
    def kinds(typed):
        return {
            each.kind for each in scaled(Typed.of(typed), Target(0, 50, False), is_count=True, is_flow=False)
        }

    assert kinds("160") == {"decimal_point"}
    assert kinds("166") == set()
