"""Names with stars in them: the stars stand for a character or more, all else stands as it is printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.masks import may_be

NAME = "宁波示例家电有限公司"


@pytest.mark.parametrize(
    "printed",
    [
        NAME,
        "宁*",
        "*司",
        "宁波****公司",
        "*示例*有限*",
        "＊波示例家电有限公司",
        "宁波××××有限公司",
        "*",
        "宁 波 * 公司",
    ],
)
def test_stars_stand_for_characters(printed):
    assert may_be(printed, NAME)


@pytest.mark.parametrize(
    "printed",
    [
        "宁波",
        "杭*",
        "*厂",
        "宁波*杭州*公司",
        f"{NAME}*",
        f"*{NAME}",
        "宁波示例*示例家电有限公司",
        "*例*示*",
        "",
    ],
)
def test_what_stands_beside_them_is_of_the_name_in_its_order(printed):
    assert not may_be(printed, NAME)


@given(st.text("示例*", max_size=8), st.text("示例", max_size=12))
def test_a_star_is_any_characters_but_none(printed, name):
    meant = ".+".join(map(re.escape, re.split(r"\*+", printed)))
    assert may_be(printed, name) == bool(re.fullmatch(meant, name))


def test_many_stars_are_looked_at_once():
    assert not may_be("示*" * 20 + "厂", "示" * 120)
