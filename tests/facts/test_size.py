"""Business size: the bounds of the 2017 standard, and its rule that the lowest figure decides."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.application import choices
from precheck.facts.industry import Industry
from precheck.facts.size import (
    GROUPS,
    SIZES,
    Group,
    Near,
    Size,
    group_of,
    is_too_short,
    level_distance,
    nearest_bound,
    size_in,
)

WAN = 10_000
groups = st.sampled_from(GROUPS)
figures = st.fixed_dictionaries(
    {"employees": st.integers(0, 3_000), "revenue": st.floats(0, 3e9), "assets": st.floats(0, 3e9)}
)


def group_named(code: str) -> Group:
    found = group_of(code)
    assert found is not None
    return found


def industry(code: str) -> Industry:
    known = Industry.of(code)
    assert known is not None
    return known


# Each row: code, employees, revenue and assets in 万元, size. None: the standard does not ask for the figure.
@pytest.mark.parametrize(
    ("code", "employees", "revenue", "assets", "size"),
    [
        ("0111", None, 20_000, None, "large"), ("0111", None, 50, None, "small"), ("A", None, 49.99, None, "micro"),
        ("C3011", 1_000, 40_000, None, "large"), ("C", 1_000, 39_999.99, None, "medium"), ("C", 1_200, 300, None, "small"),
        ("B", 300, 2_000, None, "medium"), ("D", 20, 300, None, "small"), ("D", 19, 300, None, "micro"),
        ("E", None, 80_000, 80_000, "large"), ("47", None, 6_000, 5_000, "medium"), ("50", None, 6_000, 4_999, "small"),
        ("51", 200, 40_000, None, "large"), ("51", 20, 5_000, None, "medium"), ("51", 19, 50_000, None, "small"),
        ("51", 4, 50_000, None, "micro"),
        ("52", 300, 20_000, None, "large"), ("52", 50, 500, None, "medium"), ("52", 9, 100_000, None, "micro"),
        ("54", 1_000, 30_000, None, "large"), ("58", 300, 3_000, None, "medium"), ("5430", 20, 200, None, "small"),
        ("591", 200, 30_000, None, "small"), ("592", 200, 30_000, None, "large"),
        ("5990", 100, 1_000, None, "medium"), ("5930", 150, 999, None, "small"),
        ("60", 1_000, 30_000, None, "large"), ("60", 300, 2_000, None, "medium"), ("60", 20, 99, None, "micro"),
        ("61", 300, 10_000, None, "large"), ("6210", 100, 2_000, None, "medium"), ("62", 10, 100, None, "small"),
        ("63", 2_000, 100_000, None, "large"), ("64", 2_000, 50_000, None, "medium"), ("64", 99, 50_000, None, "small"),
        ("65", 300, 10_000, None, "large"), ("65", 10, 50, None, "small"), ("65", 10, 49, None, "micro"),
        ("701", None, 200_000, 10_000, "large"), ("701", None, 200_000, 2_000, "small"), ("7010", None, 100, 1_999, "micro"),
        ("702", 1_000, 5_000, None, "large"), ("702", 300, 1_000, None, "medium"), ("702", 99, 5_000, None, "micro"),
        ("L", 300, None, 120_000, "large"), ("L", 300, None, 8_000, "medium"), ("72", 300, None, 7_999, "small"),
        ("M", 300, None, None, "large"), ("703", 100, None, None, "medium"), ("85", 10, None, None, "small"),
        ("80", 9, None, None, "micro"), ("709", 299, None, None, "medium"),
    ],
)  # fmt: skip
def test_the_bounds_are_those_of_the_standard_and_count_as_reached(code, employees, revenue, assets, size):
    asked = {"employees": employees, "revenue": revenue and revenue * WAN, "assets": assets and assets * WAN}
    given_figures = {name: figure for name, figure in asked.items() if figure is not None}
    group = group_named(code)
    assert size_in(group, given_figures) == size
    assert group.bounds.keys() == given_figures.keys()


def test_there_are_16_groups():
    assert len({group.zh for group in GROUPS}) == len(GROUPS) == 16


@pytest.mark.parametrize(
    "code", ["53", "5310", "J", "66", "P", "83", "84", "S", "91", "T", "97", "704", "7040"]
)
def test_some_industries_are_outside_the_standard(code):
    assert group_of(code) is None


@pytest.mark.parametrize("code", ["F", "G", "H", "I", "K", "Q", "59", "70"])
def test_a_code_that_covers_several_groups_is_too_short(code):
    assert is_too_short(industry(code))
    assert group_of(code) is None


@pytest.mark.parametrize("code", ["A", "C", "L", "R", "51", "591", "5990", "701", "G54"])
def test_other_codes_are_long_enough(code):
    assert not is_too_short(industry(code))
    assert group_of(code) is not None


@pytest.mark.parametrize(
    ("code", "given", "missing"),
    [
        ("C", {"employees": 500}, "revenue"),
        ("C", {"revenue": 5e7, "assets": 5e7}, "employees"),
        ("L", {"employees": 50, "revenue": 5e7}, "assets"),
    ],
)
def test_a_missing_figure_is_never_taken_for_zero(code, given, missing):
    with pytest.raises(ValueError, match=missing):
        size_in(group_named(code), given)


def test_a_figure_of_zero_is_a_figure():
    assert size_in(group_named("C"), {"employees": 0, "revenue": 0}) == "micro"


@given(groups, figures, st.sampled_from(["employees", "revenue", "assets"]), st.floats(1, 100))
def test_a_business_that_grows_never_gets_a_smaller_size(group, given_figures, grows, factor):
    grown = given_figures | {grows: given_figures[grows] * factor}
    assert SIZES.index(size_in(group, grown)) <= SIZES.index(size_in(group, given_figures))


@given(groups, figures)
def test_a_size_needs_every_figure_to_reach_its_bound(group, given_figures):
    def reaches(level: int) -> bool:
        return all(given_figures[name] >= bounds[level] for name, bounds in group.bounds.items())

    expected = next((size for level, size in enumerate(SIZES[:3]) if reaches(level)), "micro")
    assert size_in(group, given_figures) == expected


@pytest.mark.parametrize(
    ("revenue", "near"),
    [
        (19_000_000, Near("revenue", 20_000_000, "medium")),
        (18_999_999, None),
        (21_000_000, Near("revenue", 20_000_000, "medium")),
        (21_000_001, None),
        (2_900_000, Near("revenue", 3_000_000, "small")),
    ],
)
def test_a_bound_is_near_within_five_percent_of_it(revenue, near):
    group = group_named("C")
    assert nearest_bound(group, {"revenue": revenue, "employees": 100}) == near


def test_the_nearest_of_several_near_bounds_is_named():
    group = group_named("C")
    assert nearest_bound(group, {"employees": 299, "revenue": 20_900_000}) == Near("employees", 300, "medium")


def test_figures_that_the_group_does_not_ask_for_are_near_nothing():
    group = group_named("M")
    assert nearest_bound(group, {"revenue": 1_000_000}) is None


def test_the_distance_of_two_sizes_is_counted_in_steps():
    assert [level_distance("large", size) for size in SIZES] == [0, 1, 2, 3]
    assert level_distance("micro", "large") == 3


def test_the_sizes_are_those_of_the_application():
    assert get_args(Size) == get_args(choices.Size)


@pytest.mark.parametrize(
    ("code", "group"), [("5137", "批发业"), ("F5137", "批发业"), ("592", "仓储业"), ("C", "工业")]
)
def test_a_code_names_its_group(code, group):
    found = group_of(code)
    assert found is not None
    assert found.zh == group


@pytest.mark.parametrize("code", ["F", "59", "8310", "704", "9810", "", "五一三七"])
def test_a_code_that_is_too_short_or_outside_or_unknown_has_no_group(code):
    assert group_of(code) is None
