"""What the findings on identifiers and names say beyond their places, which the case files already fix."""

import json

import pytest

import precheck
from tests.conftest import DAY, changed


def said(lang="zh", base="wholesale-company", **changes):
    """The faults that a changed draft's findings name, in one language."""
    draft = json.dumps(changed(base, **changes)).encode()
    return [each.message for each in precheck.check(draft, on=DAY, lang=lang).findings]


def uscc(code):
    return {"set": {"/applicant/uscc": code}}


@pytest.mark.parametrize(
    ("lang", "hint"), [("zh", "第 5 位的 O 应是 0"), ("en", "character 5, O, should be 0")]
)
def test_a_letter_typed_for_a_digit_is_named_with_its_place(lang, hint):
    (fault,) = said(lang, **uscc("9133O106MA2EX4P545"))
    assert hint in fault


def test_several_letters_typed_for_digits_are_all_named():
    (fault,) = said(**uscc("9I33O106MA2EX4P545"))
    assert "第 2 位的 I 应是 1，第 5 位的 O 应是 0" in fault


def test_nothing_is_proposed_when_the_corrected_code_fails_its_checks():
    (fault,) = said(**uscc("9133O106MA2EX4P546"))
    assert "应是 0" not in fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [("33010619830709002", "现在是 17 位"), ("330106198307090029", "末位校验码、出生日期或开头的地区对不上")],
)
def test_an_identity_number_is_told_what_is_wrong_with_it(number, fault):
    (told,) = said(set={"/people/1/id_number": number})
    assert fault in told


@pytest.mark.parametrize(("kind", "role"), [("company", "法定代表人"), ("individual_business", "经营者")])
def test_the_missing_head_is_called_by_the_role_of_the_kind(kind, role):
    base = {"company": "wholesale-company", "individual_business": "restaurant"}[kind]
    assert f"人员里没有{role}。" in said(base=base, set={"/people/0/role": "guarantor"})


def test_a_paper_in_another_name_is_called_by_what_it_is():
    (told,) = said(set={"/documents/0/holder": "宁波示例家电制造有限公司"})
    assert told.startswith("营业执照上的名称")


def test_beside_a_strange_name_on_an_account_the_kind_of_business_is_no_place_to_compare():
    wrong = changed(set={"/accounts/0/holder": "宁波示例家电制造有限公司"})
    (found,) = precheck.check(wrong, on=DAY).findings
    assert "/applicant/kind" not in {each.pointer for each in found.related}
