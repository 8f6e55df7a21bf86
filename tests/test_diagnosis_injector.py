"""The injector makes wrong exactly what it says, in the way that it says."""

import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema_rs
import pytest

from benchmarks import diagnosis
from benchmarks.diagnosis import identifiers, inject
from benchmarks.diagnosis.inject import Change
from benchmarks.diagnosis.slips import KNOWN, UNKNOWN
from benchmarks.diagnosis.typed import Page
from benchmarks.honest import honest_draft
from benchmarks.honest.codes import LETTERS
from benchmarks.honest.dice import Dice

COUNT = 250
SCHEMA = Path(__file__).parents[1] / "schemas" / "application-1.json"


@pytest.fixture(scope="module")
def singles():
    return [inject.single(honest_draft(1, number), Dice(f"single/{number}")) for number in range(COUNT)]


@pytest.fixture(scope="module")
def unknowns():
    kinds = list(UNKNOWN)
    return [
        inject.unknown(honest_draft(2, number), Dice(f"unknown/{number}"), kinds[number % len(kinds)])
        for number in range(120)
    ]


@pytest.fixture(scope="module")
def parts():
    made = (inject.part(honest_draft(3, number), Dice(f"part/{number}")) for number in range(120))
    return [each for each in made if each]


@pytest.fixture(scope="module")
def days():
    return [identifiers.day(honest_draft(4, number), Dice(f"day/{number}")) for number in range(60)]


@pytest.fixture(scope="module")
def doubles():
    return [inject.double(honest_draft(5, number), Dice(f"double/{number}")) for number in range(60)]


def leaves(value, pointer=""):
    """Every value of a document that is no object and no list, by its pointer; numbers as they are written."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        return {p: leaf for key, inner in items for p, leaf in leaves(inner, f"{pointer}/{key}").items()}
    return {pointer: value}


def as_written(text):
    return leaves(json.loads(text, parse_float=str, parse_int=str))


def of_kind(wrongs, kind):
    found = [slip for each in wrongs for slip in each.slips if slip.kind == kind]
    assert found
    return [change for slip in found for change in slip.changes]


# What is wrong is what is said to be wrong


def test_exactly_the_fields_that_are_named_are_changed(singles, doubles, unknowns, parts, days):
    for wrong in (*singles, *doubles, *unknowns, *parts, *days):
        before, after = as_written(wrong.page.json()), as_written(wrong.json)
        assert before.keys() == after.keys()
        changed = {Change(p, before[p], after[p]) for p in before if before[p] != after[p]}
        assert changed == set(wrong.changes)


def test_a_page_says_what_its_draft_says():
    for number in range(20):
        draft = honest_draft(6, number)
        assert json.loads(Page(draft, Dice(number)).json()) == draft


def test_a_slip_changes_the_number_not_only_how_it_is_written(singles, unknowns, parts):
    for wrong in (*singles, *unknowns, *parts):
        assert [each for each in wrong.changes if Decimal(each.true) == Decimal(each.typed)] == []


def test_the_form_takes_every_wrong_figure(singles, unknowns, parts):
    validator = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text("utf-8")))
    for wrong in (*singles, *unknowns, *parts):
        assert [str(fault) for fault in validator.iter_errors(json.loads(wrong.json))] == []


def test_only_figures_that_are_not_zero_are_changed(singles, unknowns):
    assert [each for wrong in (*singles, *unknowns) for each in wrong.changes if not Decimal(each.true)] == []


def test_the_same_seed_makes_the_same_mistake():
    one, other = (inject.single(honest_draft(7, 0), Dice("seed")) for _ in range(2))
    assert (one.slips, one.json) == (other.slips, other.json)


def test_two_slips_touch_no_field_together(doubles):
    for wrong in doubles:
        one, other = ({change.pointer for change in slip.changes} for slip in wrong.slips)
        assert not one & other


@pytest.mark.parametrize("kind", KNOWN)
def test_every_known_kind_happens(singles, kind):
    assert kind in {slip.kind for wrong in singles for slip in wrong.slips}


def test_kinds_happen_as_often_as_they_should(singles):
    often = [wrong.slips[0].kind for wrong in singles]
    total = sum(share for share, _ in KNOWN.values()) + inject.OF_WHOLE_PAPER
    for kind in ("ten_thousand_yuan", "substituted", "transposed", "tenfold"):
        assert often.count(kind) / COUNT == pytest.approx(KNOWN[kind][0] / total, abs=0.08)


# Each kind does what its name says


@pytest.mark.parametrize(("kind", "factor"), [("ten_thousand_yuan", 10_000), ("thousand_yuan", 1000)])
def test_another_unit_is_a_factor_up_to_the_decimals_typed(singles, kind, factor):
    for each in of_kind(singles, kind):
        true, typed = float(each.true), float(each.typed)
        assert typed == pytest.approx(true * factor) or typed == pytest.approx(true / factor, abs=0.005)


@pytest.mark.parametrize(("kind", "factor"), [("tenfold", 10), ("hundredfold", 100)])
def test_a_moved_point_is_a_factor_up_to_the_fen(singles, kind, factor):
    for each in of_kind(singles, kind):
        true, typed = float(each.true), float(each.typed)
        least = 0.5 if each.pointer.endswith("employees") else 0.005
        assert typed == pytest.approx(true * factor) or typed == pytest.approx(true / factor, abs=least)


def test_a_sign_too_many_or_one_forgotten(singles):
    assert all(Decimal(each.typed) == -Decimal(each.true) for each in of_kind(singles, "sign"))


def test_tax_included_is_one_of_the_rates(singles):
    for each in of_kind(singles, "tax_included"):
        rate = float(each.typed) / float(each.true) - 1
        assert min(abs(rate - legal) for legal in (0.01, 0.03, 0.06, 0.09, 0.13)) < 1e-4


def test_a_month_for_a_year_is_far_less_than_the_year(singles):
    assert all(
        0 < float(each.typed) / float(each.true) < 1 / 3 for each in of_kind(singles, "month_for_year")
    )


def test_swapped_fields_hold_each_others_text(singles):
    changes = of_kind(singles, "swapped")
    for one, other in zip(changes[::2], changes[1::2], strict=True):
        assert (one.true, one.typed) == (other.typed, other.true)


def test_a_whole_paper_is_every_figure_of_one_paper(singles):
    whole = [wrong for wrong in singles if wrong.slips[0].kind == inject.WHOLE_PAPER]
    assert whole
    for wrong in whole:
        paper = "/".join(wrong.changes[0].pointer.split("/")[:3]) + "/"
        there = {each.pointer for each in wrong.page.figures if each.pointer.startswith(paper) and each.value}
        assert {each.pointer for each in wrong.changes} == there


def test_a_part_is_3_to_10_figures_of_one_column(parts):
    for wrong in parts:
        assert 3 <= len(wrong.changes) <= 10
        assert len({each.pointer.rpartition("/")[0] for each in wrong.changes}) == 1
        assert all(each.pointer.startswith("/statements/") for each in wrong.changes)


def test_a_part_is_typed_in_ten_thousand_yuan(parts):
    for each in (change for wrong in parts for change in wrong.changes):
        assert float(each.typed) == pytest.approx(float(each.true) / 10_000, abs=0.005)


def test_a_field_left_at_zero_is_zero(unknowns):
    assert {each.typed for each in of_kind(unknowns, "left_at_zero")} == {"0"}


def test_a_copied_field_repeats_another_one(unknowns):
    for wrong in unknowns:
        if wrong.slips[0].kind == "copied":
            assert wrong.changes[0].typed in {wrong.page.text(each.pointer) for each in wrong.page.figures}


def test_a_wrong_date_is_a_date(days):
    pattern = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])-\d\d")
    assert all(pattern.fullmatch(wrong.changes[0].typed) for wrong in days)


@pytest.mark.parametrize("number", range(20))
def test_a_wrong_code_differs_in_one_character_of_the_alphabet(number):
    (each,) = identifiers.uscc_substituted(honest_draft(8, number), Dice(number)).changes
    assert sum(a != b for a, b in zip(each.true, each.typed, strict=True)) == 1
    assert set(each.typed) <= set(LETTERS)


@pytest.mark.parametrize("number", range(20))
def test_a_swapped_code_has_two_neighbours_in_each_others_place(number):
    (each,) = identifiers.uscc_swapped(honest_draft(8, number), Dice(number)).changes
    first, second = (at for at in range(18) if each.true[at] != each.typed[at])
    assert second == first + 1
    assert each.typed[first : second + 1] == each.true[first : second + 1][::-1]


def test_nothing_here_looks_into_the_diagnosis():
    files = [*Path(diagnosis.__file__).parent.glob("*.py")]
    assert len(files) > 10
    assert [path.name for path in files if "precheck.diagnosis" in path.read_text("utf-8")] == []
