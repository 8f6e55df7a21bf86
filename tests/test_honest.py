"""Honest businesses: drafts without a mistake are plausible, varied and not too perfect, and seldom raise an alarm."""

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema_rs
import pytest

from benchmarks import honest
from benchmarks.false_alarms import Outcome, outcomes, shares
from benchmarks.honest import businesses
from precheck.facts.identifiers import (
    luhn_is_valid,
    mobile_is_valid,
    organisation_check_character,
    resident_id_is_valid,
    uscc_is_valid,
)

SEED, COUNT = 2026, 300
SCHEMA = Path(__file__).parents[1] / "schemas" / "application-1.json"
SOURCES = ("statements", "vat_returns", "income_tax_returns", "invoices", "bank_accounts", "platforms")


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return list(outcomes(SEED, COUNT))


@pytest.fixture(scope="module")
def drafts(found):
    return [each.draft for each in found]


def test_the_same_seed_gives_the_same_drafts_whatever_the_count():
    assert list(businesses(7, 5))[:3] == list(businesses(7, 3))


def test_another_seed_gives_other_drafts():
    assert next(businesses(7, 1)) != next(businesses(8, 1))


def test_every_draft_is_valid_by_the_published_schema(drafts):
    validator = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text("utf-8")))
    assert [str(fault) for draft in drafts for fault in validator.iter_errors(draft)] == []


def test_drafts_are_what_json_would_give(drafts):
    assert json.loads(json.dumps(drafts, allow_nan=False)) == drafts


def test_at_most_two_of_a_hundred_get_an_error(found):
    assert shares(found)["with an error"] <= 0.02


def test_at_most_a_fifth_get_a_warning(found):
    assert shares(found)["with a warning"] <= 0.20


def test_nothing_waits_for_a_field_that_an_honest_draft_leaves_out(found):
    assert {each.rule.code for one in found for each in one.report.skipped} == set()


def test_every_code_of_a_business_has_its_check_characters(drafts):
    codes = [draft["applicant"]["uscc"] for draft in drafts]
    assert all(uscc_is_valid(code) and organisation_check_character(code[8:16]) == code[16] for code in codes)


def test_every_resident_id_and_mobile_number_is_valid(drafts):
    people = [person for draft in drafts for person in draft["people"]]
    assert all(mobile_is_valid(each["mobile"]) for each in people)
    assert all(resident_id_is_valid(each["id_number"]) for each in people if each["id_kind"] == "resident_id")


def test_every_personal_card_is_valid(drafts):
    accounts = [account for draft in drafts for account in draft.get("accounts", [])]
    assert all(luhn_is_valid(each["number"]) for each in accounts if each["kind"] == "personal")


def test_every_name_says_that_it_is_invented(drafts):
    names = [person["name"] for draft in drafts for person in draft["people"]]
    names += [draft["applicant"]["name"] for draft in drafts if draft["applicant"]["name"]]
    assert [name for name in names if "示例" not in name] == []


@pytest.mark.parametrize(
    "kind", ["company", "individual_business", "sole_proprietorship", "partnership", "cooperative"]
)
def test_every_kind_of_business_is_there(drafts, kind):
    assert any(draft["applicant"]["kind"] == kind for draft in drafts)


def test_the_businesses_share_no_code_with_the_product():
    files = [*Path(honest.__file__).parent.glob("*.py")]
    assert len(files) > 10
    assert not [
        path.name
        for path in files
        if re.search(r"^\s*(from|import)\s+precheck", path.read_text("utf-8"), re.M)
    ]


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_is_given_by_some_and_left_out_by_others(drafts, source):
    given = sum(source in draft for draft in drafts)
    assert 0 < given < COUNT


def test_the_smallest_application_is_among_them(drafts):
    assert any(not set(draft) & {"accounts", "debts", *SOURCES} for draft in drafts)


def test_trades_are_many_and_none_is_the_half_of_them(drafts):
    trades = Counter(draft["applicant"]["industry"] for draft in drafts)
    assert len(trades) > 20
    assert max(trades.values()) < COUNT / 2


def test_sources_of_one_year_are_seldom_equal_to_the_fen(drafts):
    pairs = [pair for draft in drafts if (pair := books_and_vat(draft))]
    assert len(pairs) > 20
    assert sum(abs(books - filed) > 1 for books, filed in pairs) > 0.9 * len(pairs)


def books_and_vat(draft):
    """The revenue of 2025 in the books and in the VAT returns, where a draft has both."""
    books = [each for each in draft.get("statements", []) if each["period"] in ("2025", "2025-12")]
    filed = [each for each in draft.get("vat_returns", []) if each["period"] in ("2025-Q4", "2025-12")]
    if books and filed:
        boxes = filed[0]["year_to_date"]
        sales = sum(boxes.get(f"{name}_sales", 0) for name in ("standard", "simplified", "exempt"))
        return books[0]["income_statement"]["year_to_date"]["revenue"], sales
