"""The example policies: two invented lenders that take different applications."""

import json
import re
import tomllib

import pytest
from conftest import BASES, DAY

import precheck
from precheck.policy import file as policy_file

EXAMPLES = ("example-online", "example-bank")
TAG = re.compile("[（、](V1|V2|S|E|K)")


def ready(base, policy):
    return precheck.check(json.dumps(BASES[base]).encode(), policy=policy, on=DAY).ready


@pytest.mark.parametrize("name", EXAMPLES)
def test_says_that_it_is_only_an_example(name):
    policy = policy_file.load(name)
    assert policy.example
    assert "示例" in policy.title
    assert "no real lender's terms" in policy.title


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_has_a_source_with_its_confidence(name):
    rows = [row for table in policy_file.load(name).tables().values() for row in table]
    assert [row.name for row in rows if not TAG.search(row.source)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_drops_and_replaces_only_rows_that_the_common_policy_has(name):
    """A row that is switched off under a mistyped name would stay in force."""
    own = tomllib.loads((policy_file.BUILT_IN / f"{name}.toml").read_text("utf-8"))
    common = policy_file.load("generic-cn").tables()
    dropped = [
        (table, row["name"])
        for table in common
        for row in own.get(table, [])
        if row.get("off") and row["name"] not in {each.name for each in common[table]}
    ]
    assert dropped == []


def test_the_online_lender_takes_the_restaurant_and_not_the_company():
    assert ready("restaurant", "example-online")
    assert not ready("wholesale-company", "example-online")


def test_the_bank_takes_the_company_and_not_the_restaurant():
    assert ready("wholesale-company", "example-bank")
    assert not ready("restaurant", "example-bank")


def test_the_online_lender_needs_no_more_than_a_licence_identity_cards_and_consents(check):
    least = {
        "base": "restaurant",
        "policy": "example-online",
        "drop": [f"/documents/{n}" for n in (3, 4, 5, 6, 7, 8, 9)] + ["/consents/1"],
    }
    assert "DOC001" not in {each.code for each in check(least).findings}
    assert "CON001" not in {each.code for each in check(least).findings}
