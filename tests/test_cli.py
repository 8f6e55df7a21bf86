"""The command: exit codes, languages, inputs, what it must not load, and what it must not say."""

import json
import os
import subprocess
import sys

import pytest

import precheck
from precheck.cli.terminal import coloured, language
from precheck.commands import check as check_module
from precheck.commands import judging
from precheck.render import FORMATS
from tests.command import CLEAN, ON, command, draft, in_process_of_its_own  # noqa: F401 - fixtures
from tests.conftest import ROOT

WRONG_AMOUNT = {"/loan/amount": "200000"}
STRICTER = 'name = "stricter"\ntitle = "t"\nextends = "generic-cn"\n'
ASKS_FOR_AUDIT = STRICTER + '[[documents]]\nname = "audit"\nsource = "示例"\nany_of = ["audit_report"]\n'


def test_a_ready_draft_exits_with_0(command):
    assert command.check(CLEAN).code == 0


@pytest.mark.parametrize("form", FORMATS)
def test_an_error_exits_with_1_in_every_format(command, draft, form):
    assert command.check(draft("a.json", set=WRONG_AMOUNT), "--format", form).code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_fail_on_never_exits_with_0_in_every_format(command, draft, form):
    wrong = draft("a.json", set=WRONG_AMOUNT)
    assert command.check(wrong, "--format", form, "--fail-on", "never").code == 0


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_a_warning_fails_from_its_level_on(command, draft, level, code):
    path = draft("a.json", set={"/documents/3/valid_until": "2026-12-01"})
    report = command.report(path, "--fail-on", level)
    assert (report["summary"]["errors"], report["summary"]["ready"]) == (0, 1)
    assert report["summary"]["warnings"] > 0
    assert command.check(path, "--fail-on", level).code == code


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_a_draft_that_is_not_ready_fails_at_every_level(command, draft, level):
    unconfirmed = draft("a.json", drop=["/scale/employees"])
    assert command.check(unconfirmed, "--fail-on", level).code == 1


def test_broken_json_is_a_finding_with_a_place_and_exits_with_1(command, draft):
    answer = command.check(draft("a.json", '{\n "applicant"： {}\n}'), "--format", "concise")
    assert answer.code == 1
    assert "a.json:2:13: " in answer.out


def test_a_draft_fails_when_any_of_the_policies_refuses_it(command, tmp_path):
    (tmp_path / "stricter.toml").write_text(ASKS_FOR_AUDIT, "utf-8")
    asked = ("--policy", "generic-cn", "--policy", tmp_path / "stricter.toml")
    assert command.check(CLEAN, *asked).code == 1
    assert command.check(CLEAN, *asked, "--fail-on", "never").code == 0


def test_every_policy_gets_its_verdict(command, tmp_path):
    (tmp_path / "stricter.toml").write_text(ASKS_FOR_AUDIT, "utf-8")
    asked = ("--policy", "generic-cn", "--policy", tmp_path / "stricter.toml")
    verdicts = command.report(CLEAN, *asked)["files"][0]["verdicts"]
    assert [(each["policy"], each["ready"]) for each in verdicts] == [
        ("generic-cn", True),
        ("stricter", False),
    ]
    assert "stricter" in command.check(CLEAN, *asked).out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek",),
        ("check",),
        ("check", CLEAN, "--format", "xml"),
        ("check", CLEAN, "--on", "someday"),
        ("check", CLEAN, "--lang", "fr"),
        ("check", CLEAN, "--polcy", "x"),
        ("check", CLEAN, "--policy"),
        ("check", CLEAN, "--policy", "no-such-policy"),
        ("check", CLEAN, "--policy", "no-such-file.toml"),
        ("check", CLEAN, "--reveal", "--redact", "all"),
        ("check", "no-such-file.json"),
        ("rule", "XYZ999"),
        ("rule", "SHP001", "SHP002"),
        ("policy", "no-such-policy"),
        ("schema",),
        ("schema", "nothing"),
        ("new", "--kind", "bank"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_done_exits_with_2_and_says_so_on_standard_error_only(
    command, monkeypatch, arguments, lang
):
    monkeypatch.setenv("PRECHECK_LANG", lang)
    answer = command(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err
    assert "Traceback" not in answer.err


def test_a_folder_without_a_draft_exits_with_2(command, tmp_path):
    (tmp_path / "package.json").write_text("{}", "utf-8")
    assert command.check(tmp_path).code == 2


def test_an_unreadable_file_outweighs_findings_and_the_others_are_checked(command, draft):
    wrong = draft("wrong.json", set=WRONG_AMOUNT)
    answer = command.check("no-such-file.json", wrong, "--format", "concise")
    assert answer.code == 2
    assert "no-such-file.json" in answer.err
    assert wrong in answer.out


TOO_LONG = "a" * 5000


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", TOO_LONG),
        ("check", CLEAN, "--policy", TOO_LONG),
        ("check", CLEAN, "--baseline", TOO_LONG),
        ("check", CLEAN, "-o", f"json:{TOO_LONG}"),
        ("baseline", CLEAN, "--baseline", TOO_LONG, "--reason", "known"),
        ("papers", TOO_LONG),
        ("draft", TOO_LONG),
        ("render", TOO_LONG),
        ("policy", TOO_LONG),
    ],
    ids=lambda arguments: " ".join(each[:10] for each in arguments),
)
def test_a_name_that_is_too_long_for_a_file_is_no_bug(command, arguments):
    answer = command(*arguments, "--lang", "en")
    assert answer.code == 2
    assert TOO_LONG in answer.err
    assert "bug" not in answer.err


@pytest.mark.parametrize("which", ["check", "papers"])
@pytest.mark.parametrize(("lang", "said"), [("zh", "没有这个文件"), ("en", "no such file")])
def test_why_a_file_is_not_read_is_said_in_the_language(command, which, lang, said):
    assert said in command(which, "no-such-file.json", "--lang", lang).err


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "没有政策 generic-ch；是不是"), ("en", "no policy named generic-ch; did")]
)
@pytest.mark.parametrize("which", [("check", CLEAN, "--policy", "generic-ch"), ("policy", "generic-ch")])
def test_a_misspelt_policy_gets_a_hint_in_the_language(command, which, lang, said):
    answer = command(*which, "--lang", lang)
    assert answer.code == 2
    assert said in answer.err
    assert "generic-cn" in answer.err


def test_a_folder_that_cannot_be_read_exits_with_2_and_the_rest_is_checked(
    command, draft, monkeypatch, tmp_path
):
    def walk(folder, onerror):
        onerror(PermissionError(13, "denied", f"{folder}/closed"))
        yield folder, [], ["a.json"]

    path = draft("a.json")
    monkeypatch.setattr(os, "walk", walk)
    answer = command.check(tmp_path)
    assert answer.code == 2
    assert "closed" in answer.err
    assert path in answer.out


def test_a_typing_error_in_an_option_gets_a_hint(command):
    assert "--policy" in command("check", CLEAN, "--polcy", "x").err
    assert "check" in command("chek").err


def fail(*_):
    raise ValueError("王秘密")


def test_a_bug_is_one_line_without_a_value_and_exits_with_2(command, monkeypatch):
    monkeypatch.setattr(judging, "judge", fail)
    answer = command.check(CLEAN)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "this is a bug" in answer.err
    assert "ValueError" in answer.err
    assert "王秘密" not in answer.err


def test_debugging_shows_the_way_to_a_bug_without_a_value(command, monkeypatch):
    monkeypatch.setattr(judging, "judge", fail)
    monkeypatch.setenv("PRECHECK_DEBUG", "1")
    err = command.check(CLEAN).err
    assert "judging.py" in err
    assert "王秘密" not in err


def test_a_bug_outside_of_a_draft_exits_with_2_too(command, monkeypatch):
    monkeypatch.setattr(check_module, "Terms", fail)
    answer = command.check(CLEAN)
    assert answer.code == 2
    assert "this is a bug" in answer.err


def test_an_interrupt_exits_with_130(command, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "judge", interrupt)
    assert command.check(CLEAN).code == 130


@pytest.mark.parametrize("arguments", [("check", CLEAN, *ON), ("--help",), ("rule",)])
def test_a_reader_that_goes_away_ends_the_command_quietly(arguments):
    line = [sys.executable, "-m", "precheck", *arguments]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_standard_input_is_read_for_a_dash():
    text = (ROOT / "examples" / "restaurant" / "application.json").read_bytes()
    answer = in_process_of_its_own("check", "-", *ON, "--format", "json", input=text)
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["files"][0]["path"] == "-"


def test_a_folder_is_its_drafts_in_order_and_nothing_hidden(command, draft, tmp_path):
    for name in ("b.json", "a.json", "c/d.json", ".hidden/e.json", "c/.f.json"):
        draft(name)
    draft("package.json", '{"name": "x"}')
    draft("schema.json", (ROOT / "schemas" / "application-1.json").read_text("utf-8"))
    paths = [each["path"] for each in command.report(tmp_path)["files"]]
    assert [os.path.relpath(each, tmp_path) for each in paths] == ["a.json", "b.json", "c/d.json"]


def test_a_folder_says_how_many_files_were_passed_over(command, draft, tmp_path):
    draft("a.json")
    draft("package.json", '{"name": "x"}')
    answer = command.check(tmp_path)
    assert answer.code == 0
    assert "1 JSON" in answer.err


def test_a_broken_draft_in_a_folder_is_checked(command, draft, tmp_path):
    draft("a.json", '{"applicant": {')
    assert command.check(tmp_path).code == 1


def test_a_file_named_twice_is_checked_once(command, draft, tmp_path):
    path = draft("a.json")
    assert len(command.report(path, tmp_path, path)["files"]) == 1


def test_the_day_of_the_check_decides(command):
    assert command("check", CLEAN, "--on", "2033-01-01").code == 1


@pytest.mark.parametrize(
    ("arguments", "variables", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LANGUAGE": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"PRECHECK_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang", "zh"], {"PRECHECK_LANG": "en"}, "zh"),
        (["check", "--lang=zh"], {}, "zh"),
        (["--lang", "zh", "--lang", "en"], {}, "en"),
        (["check", "--", "--lang", "zh"], {}, "en"),
        (["--lang", "fr"], {"LANG": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_the_options_then_the_variables_then_the_locales(arguments, variables, lang):
    assert language(arguments, variables) == lang


@pytest.mark.parametrize("page", [(), ("check",), ("rule",), ("policy",), ("schema",), ("new",)])
def test_help_is_in_both_languages(command, page):
    zh, en = (command(*page, "--lang", lang, "--help") for lang in ("zh", "en"))
    assert (zh.code, en.code) == (0, 0)
    assert "用法：" in zh.out
    assert "Usage:" not in zh.out
    assert en.out.startswith("Usage: ")
    assert en.out.isascii()


def test_version(command):
    answer = command("--version")
    assert (answer.code, answer.out) == (0, f"precheck {precheck.__version__}\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reports_are_in_both_languages(command, draft, lang):
    out = command.check(draft("a.json", set=WRONG_AMOUNT), "--lang", lang).out
    assert ("暂不能提交" in out) == (lang == "zh")
    assert ("not ready" in out) == (lang == "en")


@pytest.mark.parametrize(
    ("choice", "variables", "is_terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("auto", {"CLICOLOR": "0"}, True, False),
        ("auto", {"CLICOLOR": "1"}, False, False),
        ("auto", {"CLICOLOR": "0", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colours(choice, variables, is_terminal, expected):
    assert coloured(choice, variables, is_terminal) is expected


def test_colours_change_nothing_but_the_colours(command, draft):
    path = draft("a.json", set=WRONG_AMOUNT)
    plain, painted = (command.check(path, "--color", choice).out for choice in ("never", "always"))
    assert "\x1b" not in plain
    assert strip_colours(painted) == plain != painted


def strip_colours(text):
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_an_output_that_cannot_show_chinese_gets_escapes_and_plain_marks():
    answer = in_process_of_its_own(
        "check", CLEAN, *ON, "--lang", "zh", variables={"PYTHONIOENCODING": "ascii"}
    )
    assert answer.returncode == 0
    assert answer.stderr == b""
    assert answer.stdout.startswith(b"+ ")
    assert b"\\u53ef\\u4ee5\\u63d0\\u4ea4" in answer.stdout


HEAVY = ("pydantic", "pydantic_core", "jsonschema", "importlib.metadata", "json", "tomllib")


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument):
    code = (
        "import sys, precheck.cli.main as cli; cli.answer([sys.argv[1]]);"
        f"print([each for each in {HEAVY!r} if each in sys.modules], file=sys.stderr)"
    )
    answer = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, cwd=ROOT, check=True)
    assert answer.stderr == b"[]\n"


def completion(words):
    variables = {
        "_PRECHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    code = (
        "import sys, atexit, precheck.cli.main as cli;"
        f"atexit.register(lambda: print([each for each in {HEAVY!r} if each in sys.modules], file=sys.stderr));"
        "cli.answer([])"
    )
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )


def test_completion_names_policies_and_loads_nothing_heavy():
    answer = completion("precheck check --policy gen")
    assert answer.stdout == "plain,generic-cn\n"
    assert answer.stderr == "[]\n"


def test_completion_names_commands():
    assert completion("precheck ch").stdout == "plain,check\n"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_draft_gives_the_same_bytes_whatever_the_hash_seed(draft, form):
    path = draft(
        "a.json", set={**WRONG_AMOUNT, "/applicant/colour": "red"}, drop=["/scale/employees", "/people/1"]
    )
    outputs = {
        in_process_of_its_own("check", path, *ON, "--format", form, variables={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
