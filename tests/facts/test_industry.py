"""Industry codes: what a code of GB/T 4754-2017 says, and how it may be typed."""

import pytest

from precheck.facts.industry import Industry, section_of
from precheck.facts.industry_names import DIVISIONS, SECTIONS
from precheck.facts.industry_words import industry_words


def test_the_standard_has_20_sections_and_97_divisions():
    assert "".join(SECTIONS) == "ABCDEFGHIJKLMNOPQRST"
    assert list(DIVISIONS) == [f"{number:02d}" for number in range(1, 98)]


@pytest.mark.parametrize(
    ("section", "divisions"),
    [
        ("A", ["01", "05"]), ("B", ["06", "12"]), ("C", ["13", "43"]), ("D", ["44", "46"]), ("E", ["47", "50"]),
        ("F", ["51", "52"]), ("G", ["53", "60"]), ("H", ["61", "62"]), ("I", ["63", "65"]), ("J", ["66", "69"]),
        ("K", ["70"]), ("L", ["71", "72"]), ("M", ["73", "75"]), ("N", ["76", "79"]), ("O", ["80", "82"]),
        ("P", ["83"]), ("Q", ["84", "85"]), ("R", ["86", "90"]), ("S", ["91", "96"]), ("T", ["97"]),
    ],
)  # fmt: skip
def test_each_section_runs_from_its_first_to_its_last_division(section, divisions):
    assert [section_of(division) for division in divisions] == [section] * len(divisions)


def test_there_is_no_section_of_an_unknown_division():
    with pytest.raises(KeyError):
        section_of("98")


@pytest.mark.parametrize(
    ("code", "division", "group", "whole"),
    [
        ("C3011", "30", "301", "3011"),
        ("3011", "30", "301", "3011"),
        ("301", "30", "301", "301"),
        ("30", "30", "", "30"),
        ("C", "", "", "C"),
        ("c30 11", "30", "301", "3011"),
        ("Ｃ３０１１", "30", "301", "3011"),
    ],
)
def test_a_code_may_be_typed_short_or_long_with_or_without_its_letter(code, division, group, whole):
    industry = Industry.of(code)
    assert industry is not None
    assert (industry.section, industry.division, industry.group, industry.code) == (
        "C",
        division,
        group,
        whole,
    )
    assert not industry.letter_contradicts


@pytest.mark.parametrize(
    "code", ["", "0", "5", "00", "98", "3O11", "30111", "U", "CC", "C3-", "餐饮", "30.1", "30١١"]
)
def test_other_texts_are_no_industry(code):
    assert Industry.of(code) is None


def test_the_digits_decide_when_the_letter_contradicts_them():
    industry = Industry.of("A3011")
    assert industry is not None
    assert industry.letter_contradicts
    assert industry.section == "C"


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("6210", "餐饮业", "Catering"),
        ("H", "住宿和餐饮业", "Hotels and catering"),
        ("51", "批发业", "Wholesale"),
    ],
)
def test_an_industry_is_called_by_its_division_or_its_section(code, zh, en):
    industry = Industry.of(code)
    assert industry is not None
    assert (industry.zh, industry.en) == (zh, en)


@pytest.mark.parametrize("names", [*SECTIONS.values(), *DIVISIONS.values()])
def test_every_name_is_given_in_both_languages(names):
    zh, en = names.split(" / ")
    assert not zh.isascii()
    assert en
    assert en.isascii()


@pytest.mark.parametrize("division", DIVISIONS)
def test_every_division_has_words_of_its_trade_without_repeats(division):
    words = industry_words(division)
    assert words
    assert len(set(words)) == len(words)


def test_there_are_no_words_of_an_unknown_division():
    with pytest.raises(KeyError):
        industry_words("98")
