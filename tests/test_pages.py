"""Pages about rules and policies, and starter drafts."""

import json

import pytest

from precheck.rules import catalogue
from precheck.schema import application_schema
from tests.command import command, draft  # noqa: F401 - fixtures
from tests.conftest import changed

KEYS = [
    "code",
    "name",
    "severity",
    "cause",
    "triggers",
    "source",
    "message",
    "remedy",
    "why",
    "section",
    "mutes",
]
KINDS = application_schema()["$defs"]["Applicant"]["properties"]["kind"]["enum"]


def test_the_list_has_a_line_for_every_rule(command):
    codes = [line.split()[0] for line in command("rule").out.splitlines()]
    assert codes == [each.code for each in catalogue().rules]


@pytest.mark.parametrize("name", ["SHP001", "shp001", "field-is-present"])
def test_a_rule_is_found_by_code_and_by_name(command, name):
    assert command("rule", name).out.startswith("SHP001  field-is-present\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["full", "markdown"])
def test_a_page_says_all_that_the_rule_says(command, form, lang):
    rule = catalogue().by_code["IDN002"]
    out = command("rule", "IDN002", "--format", form, "--lang", lang).out
    fault, remedy = rule.words(lang)
    for said in (rule.code, rule.name, fault.partition("{")[0], remedy.partition("{")[0], rule.explain(lang)):
        assert said in out


def test_pages_show_no_empty_braces(command):
    assert "{" not in command("rule").out


def test_a_rule_as_data_is_in_both_languages(command):
    data = json.loads(command("rule", "IDN002", "--format", "json").out)
    assert list(data) == KEYS
    assert all(data[each]["zh"] and data[each]["en"] for each in ("message", "remedy", "why"))


def test_all_rules_as_data(command):
    data = json.loads(command("rule", "--format", "json").out)
    assert [each["code"] for each in data] == [each.code for each in catalogue().rules]


def test_policies_are_listed_and_examples_are_called_examples(command):
    lines = command("policy", "--lang", "zh").out.splitlines()
    marked = {line.split()[0]: "示例，不是任何机构的真实要求" in line for line in lines}
    assert marked == {"example-bank": True, "example-online": True, "generic-cn": False}


def test_a_policy_shows_its_rows_with_their_sources(command):
    out = command("policy", "generic-cn", "--lang", "zh").out
    assert "loan_least" in out or "limits" in out
    assert out.count("依据：") > 50


def test_a_policy_on_a_day_shows_what_is_in_force_then(command, tmp_path):
    path = tmp_path / "mine.toml"
    row = '[[limits]]\nname = "{}"\nsource = "示例"\nvalue = 1\n{}\n'
    rows = row.format("early", "until = 2026-06-30") + row.format("late", "since = 2026-07-01")
    path.write_text('name = "mine"\ntitle = "我的 / mine"\n' + rows, "utf-8")
    all_rows = command("policy", path).out
    in_force = command("policy", path, "--on", "2026-07-01").out
    assert "early" in all_rows
    assert "late" in all_rows
    assert "early" not in in_force
    assert "late" in in_force


def starter(command, *arguments):
    return command("new", *arguments).out


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_draft_is_of_the_kind_asked_for(command, kind):
    made = json.loads(starter(command, "--kind", kind))
    individual = kind == "individual_business"
    assert made["applicant"]["kind"] == kind
    assert made["people"][0]["role"] == ("operator" if individual else "legal_representative")
    assert made["loan"]["borrower"] == ("owner" if individual else "entity")


def blanks(value, at=""):
    if isinstance(value, str) and value.startswith("□"):
        yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from blanks(inner, f"{at}/{key}")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_blank_of_a_starter_draft_is_a_finding_and_nothing_is_missing(command, draft, kind, lang):
    text = starter(command, "--kind", kind, "--lang", lang)
    findings = command.report(draft("a.json", text))["files"][0]["findings"]
    found = {each["pointer"] for each in findings if each["code"] == "SHP009"}
    assert found == set(blanks(json.loads(text)))
    assert {each["code"] for each in findings} == {"SHP009"}


@pytest.mark.parametrize("square", ["□", "\\u25a1", "\\u25A1"])
def test_a_blank_is_found_however_it_is_written(command, draft, square):
    text = json.dumps(changed("restaurant", set={"/loan/purpose": "BLANK"})).replace(
        "BLANK", f"{square} 用途"
    )
    findings = command.report(draft("a.json", text))["files"][0]["findings"]
    assert [each["code"] for each in findings] == ["SHP009"]


def test_a_single_blank_left_keeps_a_complete_draft_from_being_ready(command, draft):
    path = draft("a.json", set={"/loan/purpose": "□ 用途"})
    entry = command.report(path)["files"][0]
    assert not entry["ready"]
    assert [(each["code"], each["pointer"]) for each in entry["findings"]] == [("SHP009", "/loan/purpose")]
    assert "/loan/purpose" in {each for one in entry["skipped"] for each in one["waits_for"]}


def test_a_starter_draft_is_written_to_a_file_but_never_over_one(command, tmp_path):
    path = tmp_path / "new.json"
    assert command("new", "--output", path).code == 0
    first = path.read_bytes()
    assert command("new", "--kind", "partnership", "--output", path).code == 2
    assert path.read_bytes() == first


def test_a_file_that_cannot_be_written_exits_with_2(command, tmp_path):
    assert command("new", "--output", tmp_path / "no-folder" / "new.json").code == 2
