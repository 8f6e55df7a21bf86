"""Identifiers: what passes is what the standards allow, and a slip of one character never passes unseen."""

from datetime import date

import pytest
from facts.make import (
    make_card_number,
    make_registration_number,
    make_resident_id,
    make_uscc,
    organisation_check,
    resident_id_check,
    uscc_check,
)
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts import identifiers as ids

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC = make_uscc()
RESIDENT = make_resident_id()

serials = st.text(ALPHABET, min_size=8, max_size=8)
codes = st.builds(make_uscc, st.sampled_from("123"), st.sampled_from(["110105", "330106", "650100"]), serials)
births = st.dates(date(1930, 1, 1), date(2010, 12, 31))
resident_ids = st.builds(make_resident_id, st.sampled_from(["110105", "440305"]), births, st.integers(0, 999))
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
def test_no_text_makes_a_check_fail_with_an_error(text):
    assert ids.uscc_is_valid(text) in (True, False)
    assert ids.resident_id_is_valid(text) in (True, False)
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


# Resident ids and other papers of persons


def test_the_example_of_gb_11643_is_valid():
    assert ids.resident_id_is_valid("11010519491231002X")


@given(resident_ids)
def test_resident_ids_are_counted_as_the_standard_says(number):
    assert ids.resident_id_check_character(number[:17]) == resident_id_check(number[:17])
    assert ids.resident_id_is_valid(number)


@given(resident_ids, st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_never_passes(number, place, digit):
    wrong = with_other(number, place, digit)
    assert ids.resident_id_is_valid(wrong) == (wrong == number)


def test_the_month_and_the_day_must_exist():
    first17 = "33010619800230001"
    assert not ids.resident_id_is_valid(first17 + resident_id_check(first17))


def test_the_province_must_exist():
    assert not ids.resident_id_is_valid(make_resident_id("290106"))


@pytest.mark.parametrize(
    "number", ["", RESIDENT[:15], RESIDENT + "1", "x" * 18, "３" + RESIDENT[1:], "+" + RESIDENT[1:]]
)
def test_other_shapes_are_no_resident_id(number):
    assert not ids.resident_id_shape(number)
    assert not ids.resident_id_is_valid(number)


@given(births, st.integers(0, 999))
def test_the_birth_date_is_read_from_the_number(birth, serial):
    assert ids.birth_date(make_resident_id(birth=birth, serial=serial)) == birth


@pytest.mark.parametrize("number", ["", "330106", "330106198013400012"])
def test_a_number_without_a_birth_date_raises_an_error_that_does_not_quote_it(number):
    with pytest.raises(ValueError) as error:
        ids.birth_date(number)
    assert number == "" or number not in str(error.value)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1980, 2, 14), date(2026, 2, 13), 45),
        (date(1980, 2, 14), date(2026, 2, 14), 46),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2030, 1, 1), date(2026, 1, 1), -4),
    ],
)
def test_age_is_counted_in_full_years(birth, day, age):
    assert ids.age_on(birth, day) == age


@pytest.mark.parametrize("region", ["810000", "820000", "830000"])
def test_residence_permits_are_sound_numbers_of_another_paper(region):
    number = make_resident_id(region)
    assert ids.resident_id_is_valid(number)
    assert ids.resident_id_is_residence_permit(number)
    assert not ids.resident_id_is_foreign_permanent(number)


def test_a_foreigners_card_is_a_sound_number_of_another_paper():
    number = make_resident_id("933840")
    assert ids.resident_id_is_valid(number)
    assert ids.resident_id_is_foreign_permanent(number)
    assert not ids.resident_id_is_residence_permit(number)


def test_a_resident_id_is_no_other_paper():
    assert not ids.resident_id_is_residence_permit(RESIDENT)
    assert not ids.resident_id_is_foreign_permanent(RESIDENT)


@pytest.mark.parametrize(
    ("fits", "good", "bad"),
    [
        (
            ids.passport_shape,
            ["E00000001", "EA0000001", "123456789", "C01X00T47"],
            ["", "1234", "ABCDEFGHI", "E00－0001"],
        ),
        (
            ids.hong_kong_macao_permit_shape,
            ["H00000001", "M0000000101"],
            ["", "A00000001", "H0000000", "H000000010101"],
        ),
        (
            ids.taiwan_permit_shape,
            ["00000001", "0000000101", "T00000001", "0000000101(A)"],
            ["", "0000001", "ABCDEFGH"],
        ),
        (
            ids.foreign_permanent_residence_shape,
            ["ABC000000000001", make_resident_id("933840")],
            ["", "AB0000000000001", "ABC00000000000", RESIDENT],
        ),
    ],
)
def test_other_papers_are_known_by_their_shape(fits, good, bad):
    assert [fits(number) for number in good] == [True] * len(good)
    assert [fits(number) for number in bad] == [False] * len(bad)


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
