"""A project's settings: where they are found, what goes before what, and what may stand in them."""

import json
import os
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from precheck import globs
from precheck.cli.check_page import check_page
from precheck.cli.project import NOT_OPTIONS
from precheck.cli.settings import find
from precheck.cli.settings_keys import Settings
from precheck.globs import Patterns
from precheck.schema import config_schema
from tests.command import CLEAN, command, draft  # noqa: F401 - fixtures
from tests.conftest import ROOT

WRONG = {"/loan/amount": "200000"}
MISSING = ["/applicant/business_scope"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository of its own, which is the working directory; `project(name, text)` writes a file in it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return write


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("precheck.toml", 'fail-on = "never"'),
        (".precheck.toml", 'fail-on = "never"'),
        ("precheck.toml", '\ufefffail-on = "never"\r\n'),
        ("pyproject.toml", '[tool.precheck]\nfail-on = "never"'),
    ],
)
def test_settings_are_read_from_the_folder_or_from_one_above_it(
    command, draft, project, monkeypatch, name, text
):
    wrong = draft("a.json", set=WRONG)
    assert command.check(wrong).code == 1
    project(name, text)
    assert command.check(wrong).code == 0
    project("below/it/x", "")
    monkeypatch.chdir("below/it")
    assert command.check(wrong).code == 0


def test_the_nearest_file_counts_alone(command, draft, project, monkeypatch):
    project("precheck.toml", 'fail-on = "never"')
    project("below/precheck.toml", 'format = "json"')
    monkeypatch.chdir("below")
    answer = command.check(draft("a.json", set=WRONG))
    assert answer.code == 1
    assert json.loads(answer.out)


def test_a_project_file_without_the_table_is_passed_over(command, draft, project, monkeypatch):
    project("precheck.toml", 'fail-on = "never"')
    project("below/pyproject.toml", '[project]\nname = "precheck-drafts"\n[tool.other]\nx = 1')
    monkeypatch.chdir("below")
    assert command.check(draft("a.json", set=WRONG)).code == 0


def test_nothing_is_read_from_above_the_repository(tmp_path, project):
    project("precheck.toml", 'fail-on = "never"')
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    assert find(tmp_path, "en").settings == {"fail_on": "never"}
    assert find(inner, "en").path is None


def test_the_command_line_goes_before_the_environment_before_the_file_before_the_default(
    command, project, monkeypatch
):
    def form(*arguments):
        shown = command("check", "--show-settings", *arguments).out
        return tomllib.loads(shown)["format"]

    assert form() == "full"
    project("precheck.toml", 'format = "concise"')
    assert form() == "concise"
    monkeypatch.setenv("PRECHECK_FORMAT", "json")
    assert form() == "json"
    assert form("--format", "full") == "full"


def test_a_file_can_be_named_and_files_can_be_left_alone(command, draft, project, monkeypatch):
    wrong = draft("a.json", set=WRONG)
    project("precheck.toml", 'fail-on = "never"')
    project("other.toml", 'fail-on = "error"')
    assert command.check(wrong, "--config", "other.toml").code == 1
    assert command.check(wrong, "--isolated").code == 1
    monkeypatch.setenv("PRECHECK_CONFIG", "other.toml")
    assert command.check(wrong).code == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('polcy = "generic-cn"', "policy"),
        ('fail_on = "error"', "fail-on"),
        ('fail-on = "eror"', "warning"),
        ("exclude = 3", "exclude"),
        ('ignore = { LOA002 = "" }', "LOA002"),
        ('ignore = ["LOA002"]', "ignore"),
        ('ignore = { LOA0002 = "x" }', "LOA002"),
        ('select = "XYZ"', "XYZ"),
        ('severity = { LOA002 = "bad" }', "severity.LOA002"),
        ('[[files]]\nmach = "x"', "match"),
        ('policy = "no-such-policy"', "no-such-policy"),
        ('baseline = "no-such-file.toml"', "no-such-file.toml"),
        ("this is no toml", "precheck.toml"),
        ('format = "xml"', "json"),
        ("reveal = true", "reveal"),
    ],
)
def test_a_file_that_says_what_it_cannot_say_exits_with_2_and_names_the_place(
    command, project, text, said, lang
):
    project("precheck.toml", text)
    answer = command.check(CLEAN, "--lang", lang)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert "bug" not in answer.err


def test_a_named_file_that_is_not_there_exits_with_2(command):
    assert command.check(CLEAN, "--config", "no-such-file.toml").code == 2


def test_help_answers_whatever_the_file_says(command, project):
    project("precheck.toml", "polcy = 1")
    assert command("check", "--help").code == 0


def test_the_language_of_the_file_goes_before_the_locale_only(command, project, monkeypatch):
    project("precheck.toml", 'lang = "zh"')
    assert "可以提交" in command.check(CLEAN).out
    assert "ready to send" in command.check(CLEAN, "--lang", "en").out
    monkeypatch.setenv("PRECHECK_LANG", "en")
    assert "ready to send" in command.check(CLEAN).out


def test_paths_in_a_file_are_relative_to_it(command, draft, project, monkeypatch):
    lender = 'name = "mine"\ntitle = "t"\nextends = "generic-cn"\n'
    project("lenders/mine.toml", lender)
    project("precheck.toml", 'policy = "lenders/mine.toml"\nexclude = "below/old/"')
    draft("below/old/a.json", '{"applicant": {')
    clean = draft("below/b.json")
    monkeypatch.chdir("below")
    report = command.report(".")
    assert report["policy"] == "mine"
    assert [each["path"] for each in report["files"]] == [Path(clean).name]


def test_show_settings_says_where_each_value_came_from(command, project, monkeypatch):
    project("precheck.toml", 'fail-on = "warning"\nignore = { LOA002 = "why" }')
    monkeypatch.setenv("PRECHECK_REDACT", "all")
    answer = command(
        "check", "--format", "json", "--show-settings", "--lang", "en", "--ignore", "DOC001=as agreed"
    )
    said = dict(line.split("  # ") for line in answer.out.splitlines())
    sources = {key.split(" = ")[0]: source for key, source in said.items()}
    assert answer.code == 0
    assert sources["fail-on"] == sources["ignore.LOA002"] == "precheck.toml"
    assert sources["redact"] == "PRECHECK_REDACT"
    assert sources["format"] == sources["ignore.DOC001"] == "command line"
    assert sources["exclude"] == "default"


def test_shown_settings_can_be_kept_as_a_file(command, project):
    project(
        "precheck.toml", 'severity = { LOA = "note" }\n[[files]]\nmatch = "x/**"\nignore = { LOA002 = "why" }'
    )
    shown = command("check", "--show-settings").out
    project("precheck.toml", shown)
    again = command("check", "--show-settings").out
    assert tomllib.loads(again) == tomllib.loads(shown)


def test_every_setting_is_an_option_with_the_same_choices(command):
    options = {each.name: each for each in check_page("en").params}
    schema = config_schema()["properties"]
    for name in set(Settings.__annotations__) - set(NOT_OPTIONS):
        option = options[name]
        assert option.envvar == f"PRECHECK_{name.upper()}"
        choices = schema[name.replace("_", "-")].get("enum")
        assert choices is None or tuple(choices) == tuple(option.type.choices)


def test_the_schema_accepts_what_the_reader_accepts_and_refuses_what_it_refuses():
    schema = Draft202012Validator(config_schema())
    good = {
        "policy": "generic-cn",
        "fail-on": "warning",
        "exclude": ["old/"],
        "ignore": {"LOA002": "why"},
        "files": [{"match": "branch/**", "policy": ["example-bank"], "severity": {"DOC": "note"}}],
    }
    assert schema.is_valid(good)
    for bad in ({"polcy": "x"}, {"fail-on": "eror"}, {"ignore": {"LOA002": ""}}, {"files": [{"ignore": {}}]}):
        assert not schema.is_valid(bad)


def codes(report, waived=False):
    return {each["code"] for each in report["files"][0]["findings"] if ("waived" in each) is waived}


def test_an_ignored_rule_is_still_checked_and_listed_with_the_reason(command, draft):
    path = draft("a.json", drop=MISSING)
    report = command.report(path, "--ignore", "SHP001=the register has it")
    finding = report["files"][0]["findings"][0]
    assert (finding["code"], finding["waived"]) == (
        "SHP001",
        {"reason": "the register has it", "until": None},
    )
    assert (report["summary"]["errors"], report["summary"]["waived"]) == (0, 1)


def test_what_is_ignored_fails_no_command_and_makes_no_draft_ready(command, draft):
    path = draft("a.json", drop=MISSING)
    asked = (path, "--ignore", "SHP001=the register has it")
    assert command.check(path).code == 1
    assert command.check(*asked).code == 0
    assert command.report(*asked)["files"][0]["ready"] is False


def test_a_rule_that_waits_for_what_is_accepted_is_accepted_too(command, draft):
    entry = command.report(draft("a.json", drop=MISSING), "--ignore", "SHP001=why")["files"][0]
    assert entry["skipped"]
    assert all(each["waived"]["reason"] == "why" for each in entry["skipped"])


def test_a_rule_that_waits_for_something_else_fails(command, draft):
    path = draft("a.json", drop=[*MISSING, "/loan/amount"], set={"/applicant/name": 3})
    assert command.check(path, "--ignore", "SHP001=why").code == 1


def test_to_ignore_a_rule_ignores_nothing_that_it_would_have_folded(command, draft):
    path = draft("a.json", set={"/revenue/0/amount": 90.71})
    folded = set(command.report(path)["files"][0]["findings"][0]["muted"])
    assert folded
    assert folded & codes(command.report(path, "--ignore", "REV005=why"))


@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_reason_is_in_every_format(command, draft, form, lang):
    path = draft("a.json", drop=MISSING)
    out = command.check(path, "--format", form, "--lang", lang, "--ignore", "SHP=as agreed").out
    assert "as agreed" in out
    assert "SHP001" in out


@pytest.mark.parametrize("word", ["SHP001", "shp001", "SHP", "required-fields-are-there"])
def test_rules_are_named_by_code_family_or_name(command, draft, word):
    from precheck.rules import catalogue

    name = catalogue().by_code["SHP001"].name if "-" in word else word
    assert command.check(draft("a.json", drop=MISSING), "--ignore", f"{name}=why").code == 0


def test_what_is_said_of_a_rule_goes_before_what_is_said_of_its_family(command, draft, project):
    project("precheck.toml", 'severity = { SHP001 = "warning", SHP = "note" }')
    finding = command.report(draft("a.json", drop=MISSING))["files"][0]["findings"][0]
    assert (finding["severity"], finding["own_severity"]) == ("warning", "error")


def test_a_raised_level_stops_a_draft_and_a_lowered_one_lets_it_pass(command, draft):
    soon = draft("a.json", set={"/documents/3/valid_until": "2026-12-01"})
    code = next(iter(codes(command.report(soon))))
    raised = command.report(soon, "--severity", f"{code}=error")
    assert raised["files"][0]["ready"] is False
    assert raised["files"][0]["verdicts"][0]["blocked_by"] == [code]
    gone = draft("b.json", set={"/documents/3/valid_until": "2026-11-01"})
    code = next(iter(codes(command.report(gone))))
    lowered = command.report(gone, "--severity", f"{code}=warning")
    assert lowered["files"][0]["ready"] is True
    assert lowered["files"][0]["holds_until"] == command.report(CLEAN)["files"][0]["holds_until"]


def test_a_raised_level_ends_the_time_for_which_a_draft_stands(command):
    report = command.report(CLEAN, "--severity", "CON004=error")["files"][0]
    last = date.fromisoformat(report["holds_until"])

    def found(day):
        return "CON004" in codes(json.loads(command("check", CLEAN, "--on", day, "--format", "json").out))

    assert not found(last)
    assert found(last + timedelta(1))


def test_what_was_not_asked_for_is_counted(command, draft):
    path = draft("a.json", set={"/documents/3/valid_until": "2026-11-01", "/loan/colour": "red"})
    every = codes(command.report(path))
    report = command.report(path, "--select", "SHP")
    assert codes(report) == {"SHP002"}
    assert report["files"][0]["unselected"] == len(every) - 1
    assert report["files"][0]["ready"] is False
    assert str(len(every) - 1) in command.check(path, "--select", "SHP", "--format", "concise").out


def test_a_finding_names_only_what_was_asked_for_as_folded_under_it(command, draft):
    path = draft("a.json", set={"/revenue/0/amount": 90.71})
    finding = command.report(path)["files"][0]["findings"][0]
    assert len(finding["muted"]) > 1
    asked = f"{finding['code']},{finding['muted'][0]}"
    assert command.report(path, "--select", asked)["files"][0]["findings"][0]["muted"] == finding["muted"][:1]


def test_only_what_was_asked_for_fails_the_command(command, draft):
    path = draft("a.json", set={"/documents/3/valid_until": "2026-11-01"})
    assert command.check(path).code == 1
    assert command.check(path, "--select", "IDN,PER").code == 0


def test_settings_for_some_files_hold_for_those(command, draft, project):
    project(
        "precheck.toml",
        '[[files]]\nmatch = "branch/**"\npolicy = "example-bank"\nignore = { SHP001 = "why" }',
    )
    for name in ("a.json", "branch/b.json"):
        draft(name, drop=MISSING)
    first, second = command.report(".")["files"]
    assert [each["verdicts"][0]["policy"] for each in (first, second)] == ["generic-cn", "example-bank"]
    assert "waived" not in first["findings"][0]
    assert any(each["code"] == "SHP001" and "waived" in each for each in second["findings"])


def test_of_several_settings_for_a_file_the_last_counts(command, draft, project):
    rows = [f'[[files]]\nmatch = "*.json"\npolicy = "{name}"' for name in ("example-bank", "example-online")]
    project("precheck.toml", "\n".join(rows))
    assert command.report(draft("a.json"))["files"][0]["verdicts"][0]["policy"] == "example-online"


def test_a_policy_that_is_asked_for_goes_before_that_of_some_files(command, draft, project):
    project("precheck.toml", '[[files]]\nmatch = "*.json"\npolicy = "example-bank"')
    report = command.report(draft("a.json"), "--policy", "example-online")
    assert report["files"][0]["verdicts"][0]["policy"] == "example-online"


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("archive/", "archive/a.json", True),
        ("archive/", "x/archive/y/a.json", True),
        ("archive", "archived/a.json", False),
        ("*.tmp.json", "x/a.tmp.json", True),
        ("x/*.json", "x/a.json", True),
        ("x/*.json", "x/y/a.json", False),
        ("x/*.json", "z/x/a.json", False),
        ("x/**", "x/y/z/a.json", True),
        ("**/y/*.json", "x/y/a.json", True),
        ("**/y/*.json", "y/a.json", True),
        ("/a.json", "a.json", True),
        ("./x/a.json", "x/a.json", True),
        ("a?.json", "ab.json", True),
        ("a?.json", "a/.json", False),
        ("[a].json", "a.json", False),
        ("申请*.json", "x/申请1.json", True),
    ],
)
def test_patterns_of_file_names(tmp_path, pattern, path, expected):
    assert Patterns([pattern], tmp_path).match(os.path.join(tmp_path, path)) is expected  # noqa: PTH118


def test_a_path_to_which_no_way_leads_stays_as_it_is(monkeypatch):
    def relpath(path, base):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(globs, "relpath", relpath)
    assert Patterns(["*.json"], Path("C:/x")).match("D:/y/a.json")


def test_the_published_schema_of_settings_is_linked_to_the_readers_keys():
    written = json.loads((ROOT / "schemas" / "config-1.json").read_text("utf-8"))
    assert {name.replace("-", "_") for name in written["properties"]} == set(Settings.__annotations__)


def test_what_is_asked_for_goes_before_the_settings_of_some_files_before_those_of_all(
    command, draft, project
):
    path = draft("a.json", drop=MISSING)

    def severity(*arguments):
        return command.report(path, *arguments)["files"][0]["findings"][0]["severity"]

    project("precheck.toml", 'severity = { SHP = "note" }')
    assert severity() == "note"
    project(
        "precheck.toml",
        'severity = { SHP = "note" }\n[[files]]\nmatch = "a.json"\nseverity = { SHP = "warning" }',
    )
    assert severity() == "warning"
    assert severity("--severity", "SHP=error") == "error"


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_settings_of_the_readme_are_taken(command, draft, project, readme):
    shown = re.search(r"^```toml\n(.*?)^```$", (ROOT / readme).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    project("precheck.toml", shown[1])
    project("precheck-baseline.toml", "")
    report = command.report(draft("branch/a.json", drop=MISSING))
    assert [each["policy"] for each in report["files"][0]["verdicts"]] == ["generic-cn", "example-bank"]


def test_a_file_nested_without_end_is_a_fault_of_the_file(command, project):
    project("precheck.toml", "exclude = " + "[" * 100_000)
    answer = command.check(CLEAN)
    assert answer.code == 2
    assert "precheck.toml" in answer.err
    assert "bug" not in answer.err


def test_nothing_in_a_file_steers_the_terminal(command, draft, project):
    project("precheck.toml", 'ignore = { AMT001 = "sent\\u001b[31m in May" }')
    report = command.check(draft("a.json", set=WRONG), "--lang", "en")
    assert "sent[31m in May" in report.out
    assert "\x1b" not in report.out
    project("precheck.toml", 'ignore = { "\\u001b[31m" = "x" }')
    assert "\x1b" not in command.check(CLEAN).err
