"""Names: how a name is typed does not make it another name, a different character does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.names import fold_name, same_name

NAME = "示例（杭州）电器有限公司"


@pytest.mark.parametrize(
    "typed",
    [
        "示例(杭州)电器有限公司",
        "示例〔杭州〕电器有限公司",
        "示例【杭州】电器有限公司",
        "示例［杭州］电器有限公司",
        " 示例（杭州） 电器有限公司",
        "示例（杭州）　电器有限公司\u200b",
    ],
)
def test_brackets_and_blanks_are_form(typed):
    assert same_name(typed, NAME)


@pytest.mark.parametrize("dot", "·•・．.‧")
def test_the_dot_in_a_name_is_form(dot):
    assert same_name(f"示例{dot}买买提", "示例·买买提")


def test_full_width_letters_are_form():
    assert same_name("ＡＢ示例公司", "AB示例公司")


@pytest.mark.parametrize(
    "other", ["示例（宁波）电器有限公司", "示例杭州电器有限公司", "示例（杭州）电器有限责任公司", ""]
)
def test_other_words_are_another_name(other):
    assert not same_name(NAME, other)


@given(
    st.text("示例杭州电器有限公司", min_size=1),
    st.integers(0, 20),
    st.sampled_from(" 　\t\u00a0\u200b\u200d\ufeff"),
)
def test_blanks_and_hidden_characters_anywhere_change_no_name(name, place, hidden):
    assert fold_name(name[:place] + hidden + name[place:]) == name
