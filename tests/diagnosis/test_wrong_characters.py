"""Numbers with check characters: a value only where two checks leave no doubt, and never the number itself."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.application import Ref
from precheck.diagnosis.identifiers import (
    ALPHABET,
    DIGITS,
    _misspelt,
    edits,
    uscc_can_exist,
    wrong_character,
)
from precheck.facts.identifiers import organisation_check_character, uscc_check_character

REGION = "91330106"


def code(body):
    """An invented code of a company with both check characters right."""
    first = REGION + body + organisation_check_character(body)
    return first + uscc_check_character(first)


bodies = st.text(ALPHABET, min_size=6, max_size=6).map(lambda text: "MA" + text)


def told(typed, can_exist=uscc_can_exist, alphabet=ALPHABET):
    return _misspelt(Ref(SimpleNamespace(number=typed), "number"), alphabet, can_exist)


@given(bodies, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_a_code_is_proposed_only_if_it_can_exist_and_is_one_slip_away(body, place, letter):
    right = code(body)
    wrong = right[:place] + letter + right[place + 1 :]
    found = None if uscc_can_exist(wrong) else told(wrong)
    if found:
        assert uscc_can_exist(found.meant)
        assert any(each.text == found.meant and each.kind == found.kind for each in edits(wrong, ALPHABET))


def test_of_a_thousand_wrong_codes_what_is_proposed_is_right():
    bodies = [
        f"MA{ALPHABET[n % 31]}{ALPHABET[n * 7 % 31]}{n % 10}{ALPHABET[n * 3 % 31]}{n * 3 % 10}{n % 7}"
        for n in range(125)
    ]
    rights = [(code(body), place) for body in bodies for place in range(8, 16)]
    wrongs = [
        (right, right[:place] + right[place + 1] + right[place] + right[place + 2 :])
        for right, place in rights
    ]
    wrongs = [each for each in wrongs if not uscc_can_exist(each[1])]
    found = [(right, told(wrong)) for right, wrong in wrongs]
    proposals = [(right, each.meant) for right, each in found if each]
    assert len(proposals) > len(wrongs) / 2
    assert sum(right == meant for right, meant in proposals) >= 0.97 * len(proposals)


def test_nothing_is_proposed_where_many_numbers_can_exist():
    assert told("12345", lambda text: len(text) == 5, DIGITS) is None


@pytest.mark.parametrize(
    ("typed", "meant", "character"),
    [
        ("12345", "12945", (3, "3", "9")),
        ("1245", "12345", (3, "4", "3")),
        ("123", "1234", (4, "", "4")),
        ("12345", "1245", (3, "3", "4")),
    ],
)
def test_the_wrong_character_is_counted_from_one(typed, meant, character):
    assert wrong_character(typed, meant) == character
