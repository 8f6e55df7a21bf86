"""`precheck render`: a stored report becomes any format; what is no report is refused; nothing in it is trusted."""

import io
import json
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from precheck.render import FORMATS, IN_BOTH_LANGUAGES
from tests.command import CLEAN, command, draft  # noqa: F401 - fixtures

WRONG = {"/loan/amount": "很多", "/applicant/status": "open"}
ALL = pytest.mark.parametrize("form", sorted(FORMATS))


def store(command, tmp_path, *arguments):
    """The path of a stored report."""
    path = tmp_path / "report.json"
    path.write_text(command.check(*arguments, "--format", "json").out, "utf-8")
    return path


@pytest.mark.parametrize("form", sorted(set(FORMATS) - IN_BOTH_LANGUAGES))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_stored_report_is_rendered_as_if_it_had_just_been_made(command, draft, tmp_path, form, lang):
    for paths in ([CLEAN], [draft("a.json", set=WRONG)], [CLEAN, draft("a.json", set=WRONG)]):
        arguments = (*paths, "--lang", lang, "--policy", "generic-cn", "--policy", "example-bank")
        report = store(command, tmp_path, *arguments)
        answer = command("render", report, "--format", form)
        assert answer.out == command.check(*arguments, "--format", form).out
        assert answer.code == 0


@pytest.mark.parametrize("form", sorted(set(FORMATS) - IN_BOTH_LANGUAGES))
def test_stored_lines_are_rendered_as_the_run_that_wrote_them(command, draft, tmp_path, form):
    paths = [CLEAN, draft("a.json", set=WRONG)]
    path = tmp_path / "reports.jsonl"
    path.write_text(command.check(*paths, "--format", "jsonl").out, "utf-8")
    assert command("render", path, "--format", form).out == command.check(*paths, "--format", form).out


def test_a_stored_report_may_be_written_by_another_program(command, tmp_path):
    report = json.loads(command.check(CLEAN, "--format", "json").out)
    path = tmp_path / "report.json"
    for indent in (None, 0, 2):
        path.write_text(json.dumps(report, indent=indent), "utf-8")
        assert command("render", path).out == command.check(CLEAN).out


def test_a_stored_report_is_written_to_files_and_read_from_standard_input(command, tmp_path, monkeypatch):
    report = store(command, tmp_path, CLEAN)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report.read_bytes())))
    assert command("render", "-", "-o", f"concise:{tmp_path}/a", "-o", f"full:{tmp_path}/b").code == 0
    assert (tmp_path / "b").read_text("utf-8") == command.check(CLEAN).out


def broken(report):
    """Texts that are no report, each for another reason."""
    yield b""
    yield b"{"
    yield b"[]"
    yield b'{"files": []}'
    yield json.dumps({**report, "on": "2026-99-99"}).encode()
    yield json.dumps({**report, "lang": "fr"}).encode()
    yield json.dumps({**report, "files": [{**report["files"][0], "ready": "yes"}]}).encode()
    yield json.dumps(report).encode()[:-40]
    yield b"\xff\xfe"
    yield json.dumps(report).encode() + b"\n{}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_no_report_exits_with_2_and_one_sentence(command, tmp_path, monkeypatch, lang):
    monkeypatch.setenv("PRECHECK_LANG", lang)
    path = tmp_path / "x.json"
    for raw in broken(command.report(CLEAN)):
        path.write_bytes(raw)
        answer = command("render", path)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
        assert "x.json" in answer.err
        assert "bug" not in answer.err


def test_a_report_that_is_not_there_exits_with_2(command):
    assert command("render", "no-such-file.json").code == 2


def test_a_report_is_not_written_over(command, tmp_path):
    report = store(command, tmp_path, CLEAN)
    before = report.read_bytes()
    assert command("render", report, "-o", f"full:{report}").code == 2
    assert report.read_bytes() == before


def strings_spoiled(value, keep):
    """The report with an evil ending on every text that its schema leaves open."""
    if isinstance(value, dict):
        return {key: inner if key in keep else strings_spoiled(inner, keep) for key, inner in value.items()}
    if isinstance(value, list):
        return [strings_spoiled(inner, keep) for inner in value]
    return f"{value}{EVIL}" if isinstance(value, str) else value


EVIL = "\x1b[31m\u202e\x00\r\n::error::x\n<script>alert(1)</script><!-- ]]> & \"' `a` | ![x](http://x.example) @all"
CLOSED = {"tool", "on", "lang", "code", "severity", "cause", "triggers", "muted", "fingerprint", "papers", "state",
          "holds_until", "blocked_by", "until"}  # fmt: skip


@pytest.fixture
def evil(command, draft, tmp_path):
    """A stored report whose every text tries to be something else."""
    report = command.report(draft("a.json", set=WRONG, drop=["/scale/employees"]))
    report["files"][0]["findings"][0]["params"][EVIL] = EVIL
    path = tmp_path / "evil.json"
    path.write_text(json.dumps(strings_spoiled(report, CLOSED)), "utf-8")
    return path


@ALL
def test_no_text_of_a_stored_report_steers_a_terminal(command, evil, form):
    answer = command("render", evil, "--format", form, "--color", "never")
    assert answer.code == 0
    assert all(each.isprintable() or each in "\n\u3000" for each in answer.out)


def test_no_text_of_a_stored_report_is_taken_for_a_tag(command, evil):
    suites = ElementTree.fromstring(command("render", evil, "--format", "junit").out)
    assert {each.tag for each in suites.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
    }


def test_no_text_of_a_stored_report_is_taken_for_a_command_of_github(command, evil):
    lines = command("render", evil, "--format", "github").out.splitlines()
    assert [line for line in lines if line.lstrip().startswith("::error::")] == []


def test_no_text_of_a_stored_report_becomes_a_tag_a_link_or_a_mention_in_markdown(command, evil):
    tokens = MarkdownIt("gfm-like").parse(command("render", evil, "--format", "markdown").out)
    parts = [*tokens, *(inner for each in tokens for inner in each.children or ())]
    assert not {"html_block", "link_open", "image"} & {each.type for each in parts}
    assert {each.content for each in parts if each.type == "html_inline"} == {"<!-- -->"}
    assert not any("@all" in each.content for each in parts if each.type == "text")
