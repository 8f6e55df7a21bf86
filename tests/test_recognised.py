"""What recognised print says of a licence or an identity card, and what is not believed of it."""

from datetime import date

import pytest

from precheck.documents.papers.facts import Day, Place, Words
from precheck.documents.papers.recognised import recognised_in
from precheck.papers import where
from tests.conftest import run_case

LICENCE = [
    ["营业执照"],
    ["统一社会信用代码", "91330106MA2EX4P545"],
    ["名 称", "杭州示例电器批发有限公司", "注册资本", "贰佰万元整"],
]
FRONT = [["姓名王示例"], ["公民身份号码 33010619800214001 2"]]
BACK = [["居民身份证"], ["有效期限", "2016.03.01-2036.03.01"]]


def only(lines):
    [found] = recognised_in(lines)
    return found


def test_a_licence_gives_its_code_and_name_with_their_lines():
    found = only(LICENCE)
    assert found.kind == "licence"
    assert found.code == Words("91330106MA2EX4P545", Place("print", 1, 2))
    assert found.name == Words("杭州示例电器批发有限公司", Place("print", 1, 3))
    assert found.ends is None


def test_the_front_of_a_card_gives_number_and_name():
    found = only(FRONT)
    assert (found.kind, found.code.text, found.name.text) == ("id_card", "330106198002140012", "王示例")


def test_the_back_of_a_card_gives_its_last_day():
    assert only(BACK).ends == Day(date(2036, 3, 1), Place("print", 1, 2))


def test_a_card_may_be_valid_for_ever():
    assert only([["居民身份证"], ["有效期限 2016.03.01-长期"]]).ends.day == date.max


@pytest.mark.parametrize("lines", [[], [["租赁合同"], ["名称：杭州示例电器批发有限公司"]], [["LICENCE"]]])
def test_other_papers_give_nothing(lines):
    assert recognised_in(lines) == ()


@pytest.mark.parametrize(
    "code",
    [
        "91330106MA2EX4P546",  # the last character
        "91330106MA2EX4P645",  # the character of the organisation
        "91330106MA2EX4P54",
        "91330106MA2EX4P5455",
    ],
)
def test_a_code_whose_check_characters_are_wrong_is_not_believed(code):
    assert only([["营业执照"], ["统一社会信用代码", code]]).code is None


def test_letters_that_no_code_has_are_read_as_the_digits_that_they_look_like():
    assert only([["营业执照"], ["9133O1O6MA2EX4P545"]]).code.text == "91330106MA2EX4P545"


def test_of_two_codes_nobody_knows_which_is_meant():
    assert only([["营业执照"], ["91330106MA2EX4P545"], ["91330106MA2KEX048B"]]).code is None


def test_a_code_is_not_put_together_of_two_columns():
    assert only([["营业执照"], ["91330106M", "A2EX4P545"]]).code is None


def test_a_number_whose_check_character_is_wrong_is_not_believed():
    assert only([["公民身份号码330106198002140013"]]).code is None


PHOTO = {
    "picture": {"width": 1200, "height": 800, "contrast": 50, "sharpness": 900, "sketches": [[1]]},
    "recognised": [{"kind": "licence", "code": "91330106MA2EX4P545"}],
}


@pytest.mark.parametrize(("photo", "state"), [(PHOTO, "read"), (PHOTO | {"recognised": None}, "opened")])
def test_a_photo_counts_as_read_once_its_print_is_recognised(photo, state):
    assert run_case({"papers": {"/documents/0": photo}}).paper_rows[0].state == state


def test_its_place_is_said_in_words():
    assert where(Place("print", 1, 3)).en == "line 3 of the recognised print"
