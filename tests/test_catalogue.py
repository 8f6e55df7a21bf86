"""What every rule owes its reader, whoever wrote it."""

import re
import tomllib
from inspect import cleandoc
from pathlib import Path
from string import Formatter

import pytest

from precheck.relation import Relation
from precheck.rule import Severity, Trigger
from precheck.rules import catalogue
from tests.test_rules import CASES

RULES = catalogue().rules
ROWS = {
    row: entry
    for path in (Path(__file__).parent / "catalogue").glob("*.toml")
    for row, entry in tomllib.loads(path.read_text("utf-8")).items()
}
TAG = re.compile(r"（(V1|V2|V|S|E|K)([、/，；].*)?）|\((V1|V2|V|S|E|K)\)")
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def blanks(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_there_are_well_over_a_hundred_rules():
    assert len(RULES) > 200


@each_rule
def test_a_code_is_a_family_and_three_digits(rule):
    assert re.fullmatch("[A-Z]{3}[0-9]{3}", rule.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", rule.name)


@each_rule
def test_it_says_the_same_in_both_languages(rule):
    assert blanks(rule.zh) == blanks(rule.en)


@each_rule
def test_it_says_the_fault_and_then_the_remedy(rule):
    for words in (rule.zh, rule.en):
        lines = cleandoc(words).splitlines()
        assert len(lines) == 2
        assert all(line.strip()[-1] in "。.？?！}" for line in lines)


@each_rule
def test_it_explains_itself_in_both_languages(rule):
    assert not rule.explain("zh").isascii()
    assert re.search("[a-z]{3}", rule.explain("en"))
    assert not re.search("[\u4e00-\u9fff]{6}", rule.explain("en"))


@each_rule
def test_it_names_its_cause_its_triggers_and_its_source(rule):
    assert rule.cause
    assert rule.triggers
    assert all(isinstance(each, Trigger) for each in rule.triggers)
    assert rule.source


@each_rule
def test_what_it_mutes_exists(rule):
    assert set(rule.mutes) <= set(catalogue().by_code)


@each_rule
def test_it_has_cases_that_fire_and_stay_silent_and_wait(rule):
    groups = CASES[rule.code]
    assert groups["fires"]
    assert groups["silent"]
    assert all(case["why"] for case in groups["silent"])
    assert groups.get("waits") or rule.section is None, "only what is found while reading waits for nothing"


def test_every_case_file_belongs_to_a_rule():
    assert set(CASES) == set(catalogue().by_code)


def test_every_row_of_the_catalogue_is_a_rule_or_has_a_reason():
    numbers = {str(number) for number in range(1, 121)}
    assert numbers <= set(ROWS)
    for row, entry in ROWS.items():
        for word in re.findall(r"\b[A-Z]{3}[0-9]{3}\b", entry):
            assert word in catalogue().by_code, (row, word)


def test_a_row_without_a_rule_says_why():
    for row, entry in ROWS.items():
        assert re.search(r"\b[A-Z]{3}[0-9]{3}\b", entry) or len(entry) > 20, row


def test_severities_are_all_used():
    assert {rule.severity for rule in RULES} == set(Severity)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if isinstance(rule, Relation)], ids=lambda rule: rule.code
)
def test_a_relation_reads_fields_that_its_section_has(rule):
    known = rule.section.sources if rule.section.is_view else rule.section.names
    assert set(rule.names) <= set(known)
