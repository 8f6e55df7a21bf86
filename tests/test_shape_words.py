"""What is said of a field that is not as the data interface has it: the remedy fits the field."""

import pytest

import precheck
from tests.conftest import DAY, changed


def remedy(pointer, value, lang="en"):
    """The code and the remedy of the finding at a place."""
    report = precheck.check(changed(set={pointer: value}), on=DAY, lang=lang)
    (found,) = [each for each in report.findings if each.place.pointer == pointer]
    return found.code, found.remedy


@pytest.mark.parametrize(
    ("pointer", "value", "said"),
    [
        ("/applicant/kind", "公司", "Use this: company (company)."),
        ("/applicant/kind", "Individual business", "Use this: individual_business (individual business)."),
        ("/applicant/status", "存续", "Use this: active (active)."),
        ("/applicant/tax_rating", "b", "Use this: B (B)."),
        ("/applicant/tax_rating", "B级", "Use this: B (B)."),
        ("/applicant/tax_collection", "查账", "Use this: books (by books)."),
        ("/applicant/taxpayer", "一般纳税人", "Use this: general (general)."),
        ("/documents/0/kind", "license", "Use this: licence (business licence)."),
    ],
)
def test_a_choice_written_another_way_gets_the_choice(pointer, value, said):
    assert remedy(pointer, value) == ("SHP005", said)


def test_what_is_like_no_choice_gets_all_of_them():
    _, said = remedy("/applicant/taxpayer", "normal")
    assert said.startswith("Use one of these: general (")
    assert "small_scale (" in said


@pytest.mark.parametrize(
    ("pointer", "value", "words"),
    [
        ("/applicant/shareholders/0/share", 70, "0.7 is 70 %"),
        ("/loan/own_funds", 2e12, "in yuan"),
        ("/scale/employees", -6, "a whole number"),
        ("/loan/term_months", 0, "in months"),
        ("/revenue/0/year", 24, "calendar year"),
    ],
)
def test_a_number_out_of_range_is_told_its_own_unit(pointer, value, words):
    code, said = remedy(pointer, value)
    assert code == "SHP008"
    assert words in said


def test_a_year_has_no_separator_of_thousands():
    report = precheck.check(changed(set={"/revenue/0/year": 24}), on=DAY)
    assert any("1949 至 2100" in each.message for each in report.findings)


def test_people_are_no_fractions():
    _, said = remedy("/scale/employees", 6.5)
    assert "no quotes, decimals" in said


def test_how_long_a_text_may_be_is_said_in_characters():
    assert remedy("/people/0/name", "王" * 200) == ("SHP007", "Rewrite it in 1 to 120 characters.")
