"""Identity papers of persons: a sound number passes, whatever its kind; a wrong digit never passes unseen."""

from datetime import date

import pytest
from facts.make import make_resident_id, resident_id_check
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts import identifiers as ids

RESIDENT = make_resident_id()

births = st.dates(date(1930, 1, 1), date(2010, 12, 31))
resident_ids = st.builds(make_resident_id, st.sampled_from(["110105", "440305"]), births, st.integers(0, 999))


def test_the_example_of_gb_11643_is_valid():
    assert ids.resident_id_is_valid("11010519491231002X")


@given(resident_ids)
def test_resident_ids_are_counted_as_the_standard_says(number):
    assert ids.resident_id_check_character(number[:17]) == resident_id_check(number[:17])
    assert ids.resident_id_is_valid(number)


@given(resident_ids, st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_never_passes(number, place, digit):
    wrong = number[:place] + digit + number[place + 1 :]
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
    assert not ids.resident_id_is_foreign_permanent(number)


def test_a_foreigners_card_is_a_sound_number_of_another_paper():
    number = make_resident_id("933840")
    assert ids.resident_id_is_valid(number)
    assert ids.resident_id_is_foreign_permanent(number)


def test_a_resident_id_is_no_other_paper():
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


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text):
    assert ids.resident_id_is_valid(text) in (True, False)
