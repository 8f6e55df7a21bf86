"""The published schemas: equal to what the code says, sound, and kept by what is written."""

import json
import tomllib

import pytest
from jsonschema import Draft202012Validator

from precheck.commands.schema import SCHEMAS, text
from tests.command import CLEAN, command, draft  # noqa: F401 - fixtures
from tests.conftest import ROOT


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_is_what_the_code_says(name):
    assert (ROOT / "schemas" / f"{name}-1.json").read_text("utf-8") == text(name)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_the_file(command, name):
    assert command("schema", name).out == text(name)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "precheck" / "policies").glob("*.toml")), ids=lambda each: each.stem
)
def test_our_policies_keep_the_schema(path):
    data = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
    Draft202012Validator(SCHEMAS["policy"]()).validate(data)


REPORTS = Draft202012Validator(SCHEMAS["report"]())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"set": {"/loan/amount": "1", "/loan/colour": 1}, "drop": ["/people/0/mobile"]},
        {"set": {"/scale/operating_revenue": 1.0, "/documents/3/valid_until": "2026-01-01"}},
        {"drop": ["/documents", "/people", "/applicant"]},
    ],
)
def test_reports_keep_the_schema(command, draft, changes, lang):
    REPORTS.validate(command.report(draft("a.json", **changes), "--lang", lang))


@pytest.mark.parametrize("broken", ["", "[]", "{", "null", '{"loan"：1}', "\x00", "NaN", '{"a":1,"a":2}'])
def test_reports_of_what_is_no_draft_keep_the_schema(command, draft, broken):
    REPORTS.validate(command.report(draft("a.json", broken)))


def test_reports_of_several_drafts_and_policies_keep_the_schema(command, draft, tmp_path):
    draft("a.json"), draft("b.json", "{}")
    REPORTS.validate(command.report(tmp_path, "--policy", "generic-cn", "--policy", "example-bank"))


def test_the_schema_of_reports_is_closed(command):
    report = command.report(CLEAN)
    assert not REPORTS.is_valid({**report, "more": 1})
    assert not REPORTS.is_valid({**report, "files": [{**report["files"][0], "more": 1}]})
