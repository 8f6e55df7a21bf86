"""In an editor: what the guide tells to set up works, and the language server knows a draft by the published schema."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.command import command, draft  # noqa: F401 - fixtures
from tests.conftest import ROOT, changed
from tests.language_server import SERVER, Editor

GUIDE = (ROOT / "docs" / "editors.md").read_text("utf-8")
FILES = dict(re.findall(r"^```(?:json|toml) (\S+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL))
TASK = json.loads(FILES[".vscode/tasks.json"])["tasks"][0]
needs_server = pytest.mark.skipif(
    not shutil.which(SERVER), reason=f"no {SERVER}: see tests/language_server.py"
)


def test_the_task_is_a_call_of_the_command_and_its_pattern_reads_every_finding(command, draft):
    path = draft("a.json", set={"/loan/amount": "200000", "/documents/3/valid_until": "2026-11-01"})
    arguments = [path if each == "${file}" else each for each in TASK["args"]]
    answer = command(*arguments, "--on", "2026-11-20", "--severity", "SHP=note")
    report = command.report(path, "--lang", "en", "--severity", "SHP=note")
    pattern = TASK["problemMatcher"]["pattern"]
    read = [found for found in map(re.compile(pattern["regexp"]).match, answer.out.splitlines()) if found]
    names = ("file", "line", "column", "severity", "code", "message")
    assert [tuple(found[pattern[name]] for name in names) for found in read] == [
        (path, str(at["line"]), str(at["column"]), each["severity"], each["code"], each["message"])
        for each in report["files"][0]["findings"]
        for at in [each["location"]]
    ]


def test_the_settings_of_the_guide_are_taken(command, draft, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("precheck.toml").write_text(FILES["precheck.toml"], "utf-8")
    report = command.report(draft("branch/a.json"))
    assert [each["policy"] for each in report["files"][0]["verdicts"]] == ["generic-cn", "example-bank"]


def test_the_schema_is_named_where_a_new_draft_looks_for_it(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command("new", "--output", "draft.json").code == 0
    named = json.loads(Path("draft.json").read_text("utf-8"))["$schema"]
    assert (ROOT / "schemas" / named).exists()
    assert json.loads(FILES[".vscode/settings.json"])["json.schemas"][0]["url"].endswith(named)


@pytest.fixture
def editor(tmp_path):
    """`editor(set=…, replace=…)`: a draft open in an editor, beside the published schema."""
    shutil.copy(ROOT / "schemas" / "application-1.json", tmp_path)
    opened = []

    def open_draft(replace=("", ""), **changes):
        data = changed("restaurant", **changes) | {"$schema": "application-1.json"}
        path = tmp_path / "draft.json"
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1).replace(*replace, 1), "utf-8")
        opened.append(Editor(path))
        return opened[-1].__enter__()

    yield open_draft
    for each in opened:
        each.__exit__()


@needs_server
def test_a_ready_draft_has_nothing_underlined(editor):
    assert editor().diagnostics() == []


@needs_server
def test_what_is_wrong_is_underlined_in_its_line(editor):
    open_draft = editor(
        set={"/loan/amount": "2", "/applicant/colour": 1, "/applicant/kind": "shop"}, drop=["/applicant/name"]
    )
    lines = open_draft.text.splitlines()
    wrong = {lines[each["range"]["start"]["line"]].strip().rstrip(",") for each in open_draft.diagnostics()}
    assert wrong == {'"amount": "2"', '"colour": 1', '"kind": "shop"', '"applicant": {'}


@needs_server
def test_fields_are_offered_that_are_not_there_yet(editor):
    offered = editor(replace=('"loan": {', '"loan": {\n"",')).completions('"loan": {\n"')
    assert "own_funds" in offered
    assert "amount" not in offered


@needs_server
def test_choices_are_offered(editor):
    offered = editor().completions('"kind": "')
    assert {'"company"', '"individual_business"'} <= set(offered)


@needs_server
def test_a_field_says_what_it_is_called_in_both_languages(editor):
    shown = editor().hover('"purpose"')
    assert "用途" in shown
    assert "Purpose" in shown
