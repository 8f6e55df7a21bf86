"""Identifiers of firms, cards and phones: what passes is what the standards allow, and a slip of one character never passes unseen."""

import pytest
from facts.make import (
    make_card_number,
    make_registration_number,
    make_uscc,
    organisation_check,
    uscc_check,
)
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts import identifiers as ids

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC = make_uscc()

serials = st.text(ALPHABET, min_size=8, max_size=8)
codes = st.builds(make_uscc, st.sampled_from("123"), st.sampled_from(["110105", "330106", "650100"]), serials)
card_numbers = st.text("0123456789", min_size=12, max_size=18).map(make_card_number)


def with_other(text: str, place: int, character: str) -> str:
    return text[:place] + character + text[place + 1 :]


def swapped(text: str, place: int) -> str:
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


# Tidying


@pytest.mark.parametrize(
    "typed",
    [
        "91330106ma2examp",
        " 91330106MA2EXAMP ",
        "9133 0106 MA2E XAMP",
        "9133-0106-MA2E–XAMP",
        "９１３３０１０６ＭＡ２ＥＸＡＭＰ",
        "91330106\u200bMA2EXAMP\ufeff",
        "91330106\u00a0MA2EXAMP\t\n",
    ],
)
def test_tidy_gives_the_code_as_printed(typed):
    assert ids.tidy(typed) == "91330106MA2EXAMP"


@given(st.text(st.sampled_from("aZ09 -－　\u200b\u00a0Ａ９\t"), max_size=30))
def test_tidy_leaves_only_characters_of_codes_and_tidying_twice_changes_nothing(typed):
    once = ids.tidy(typed)
    assert once == "" or (once.isascii() and once.isalnum() and once == once.upper())
    assert ids.tidy(once) == once


@pytest.mark.parametrize(
    "code", ["9133 0106", " 91330106", "91330106\n", "９1330106", "9133\u200b0106", "9133\u00a00106"]
)
def test_hidden_characters_are_seen(code):
    assert ids.has_hidden_characters(code)


@pytest.mark.parametrize("code", ["91330106MA2EXAMP5T", "9133-0106", "91330106ma", ""])
def test_plain_codes_hide_nothing(code):
    assert not ids.has_hidden_characters(code)


# The unified social credit code


def test_the_example_of_gb_32100_is_valid():
    assert ids.uscc_is_valid("91350100M000100Y43")


def test_the_example_of_gb_11714_has_its_check_character():
    assert ids.organisation_check_character("D2143569") == "X"


@given(codes)
def test_check_characters_are_those_of_the_standards_counted_plainly(code):
    assert ids.uscc_check_character(code[:17]) == uscc_check(code[:17])
    assert ids.organisation_check_character(code[8:16]) == organisation_check(code[8:16])
    assert ids.uscc_is_valid(code)


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_never_passes(code, place, character):
    wrong = with_other(code, place, character)
    assert ids.uscc_is_valid(wrong) == (wrong == code)


@given(codes, st.integers(0, 16))
def test_two_neighbours_swapped_never_pass(code, place):
    wrong = swapped(code, place)
    assert ids.uscc_is_valid(wrong) == (wrong == code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        USCC[:17],
        USCC + "0",
        USCC.lower(),
        with_other(USCC, 2, "A"),
        with_other(USCC, 7, "X"),
        with_other(USCC, 9, "I"),
        with_other(USCC, 9, "_"),
        with_other(USCC, 9, "９"),
        with_other(USCC, 0, "-"),
    ],
)
def test_other_shapes_are_no_uscc(code):
    assert not ids.uscc_shape(code)
    assert not ids.uscc_is_valid(code)


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text):
    assert ids.uscc_is_valid(text) in (True, False)
    assert ids.registration_number_is_valid(text) in (True, False)
    assert ids.luhn_is_valid(text) in (True, False)


@given(codes, st.data())
def test_letters_typed_for_digits_are_repaired(code, data):
    looks = {"0": "O", "1": "I", "2": "Z", "5": "S"}
    places = [place for place, each in enumerate(code) if each in looks]
    typed = list(code)
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, unique=True)):
        typed[place] = looks[code[place]]
    assert ids.uscc_repair("".join(typed)) == code


def test_nothing_is_repaired_that_needs_no_repair_or_stays_wrong():
    assert ids.uscc_repair(USCC) is None
    assert ids.uscc_repair(with_other(USCC, 2, "O")) is None


def test_nothing_is_repaired_when_only_the_last_check_holds():
    first17 = "91330106MA2EXAMP" + ("0" if organisation_check("MA2EXAMP") != "0" else "1")
    code = first17 + uscc_check(first17)
    assert ids.uscc_is_valid(code)
    assert ids.uscc_repair(code.replace("0", "O", 1)) is None


def test_a_registration_number_of_an_old_licence_is_known_by_its_check_digit():
    number = make_registration_number()
    assert ids.registration_number_is_valid("110108000000016")
    assert ids.registration_number_is_valid(number)
    assert not ids.registration_number_is_valid(with_other(number, 14, str((int(number[14]) + 1) % 10)))
    assert not ids.registration_number_is_valid(number[:14])


# Cards and phones


@given(card_numbers)
def test_card_numbers_pass_the_luhn_check(number):
    assert ids.luhn_is_valid(number)


@given(card_numbers, st.data())
def test_one_wrong_digit_of_a_card_never_passes(number, data):
    place = data.draw(st.integers(0, len(number) - 1))
    wrong = with_other(number, place, data.draw(st.sampled_from("0123456789")))
    assert ids.luhn_is_valid(wrong) == (wrong == number)


@pytest.mark.parametrize("number", ["", "622202 0000", "６２２２", "abc"])
def test_what_is_not_digits_fails_the_luhn_check(number):
    assert not ids.luhn_is_valid(number)


def test_mobile_numbers_have_eleven_digits_and_start_with_13_to_19():
    assert all(ids.mobile_is_valid(f"1{second}000000000") for second in "3456789")
    assert not any(ids.mobile_is_valid(f"1{second}000000000") for second in "012")
    assert not any(
        map(ids.mobile_is_valid, ["", "1380000000", "138000000000", "23800000000", "1380000000０"])
    )
