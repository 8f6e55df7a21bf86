"""Which drafts a call takes, and how it ends when something goes wrong on the way."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from precheck.cli.terminal import Screen
from precheck.commands import check as check_module
from precheck.commands import judging, progress
from precheck.render import FORMATS
from precheck.render.style import Style
from tests.command import CLEAN, ON, command, draft, in_process_of_its_own  # noqa: F401 - fixtures
from tests.conftest import ROOT

LINE = [sys.executable, "-m", "precheck"]
CHECK = [*LINE, "check", *ON]


def names(command, folder, *arguments):
    return [os.path.relpath(each["path"], folder) for each in command.report(*arguments)["files"]]


def test_patterns_that_the_shell_left_alone_are_expanded(command, draft, tmp_path):
    for name in ("a.json", "b.json", "c/d.json"):
        draft(name)
    assert names(command, tmp_path, tmp_path / "*.json") == ["a.json", "b.json"]
    assert names(command, tmp_path, tmp_path / "**/*.json") == ["a.json", "b.json", "c/d.json"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(command, draft, tmp_path):
    draft("a.json")
    assert names(command, tmp_path, draft("[ab].json")) == ["[ab].json"]


def test_a_pattern_that_matches_nothing_exits_with_2(command, tmp_path):
    answer = command.check(tmp_path / "*.json")
    assert answer.code == 2
    assert "*.json" in answer.err


def test_what_is_no_file_in_a_folder_is_passed_over(command, draft, tmp_path):
    path = draft("a.json")
    os.mkfifo(tmp_path / "pipe.json")  # reading it would wait for ever
    assert names(command, tmp_path, tmp_path) == [Path(path).name]


def test_a_link_that_leads_nowhere_in_a_folder_is_no_silence(command, draft, tmp_path):
    draft("a.json")
    (tmp_path / "link.json").symlink_to("nowhere.json")
    answer = command.check(tmp_path)
    assert answer.code == 2
    assert "link.json" in answer.err


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_utf_8_is_a_name(command, draft, tmp_path, form):
    path = str(tmp_path / os.fsdecode(b"\xff.json"))
    try:
        shutil.copy(draft("a.json", "{}"), path)
    except OSError:
        pytest.skip("this file system takes no such name")
    answer = command.check(path, "--format", form, "-o", f"{form}:{tmp_path / 'out'}")
    assert (answer.code, answer.err) == (1, "")
    assert (tmp_path / "out").read_text("utf-8")


def test_files_and_folders_are_left_out_by_name(command, draft, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.json", "archive/b.json", "x/archive/c.json", "x/d.tmp.json", "x/e.json"):
        draft(name)
    assert names(command, ".", ".", "--exclude", "archive/", "--exclude", "*.tmp.json") == [
        "a.json",
        "x/e.json",
    ]
    assert names(command, ".", ".", "--exclude", "/x/*.json") == [
        "a.json",
        "archive/b.json",
        "x/archive/c.json",
    ]


def test_a_named_file_that_is_left_out_is_said_and_is_no_failure(command, draft, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    draft("archive/a.json", "{")
    answer = command.check("archive/a.json", "--exclude", "archive/", "--lang", "en")
    assert (answer.code, answer.out) == (0, "")
    assert "1 left out" in answer.err


def test_a_folder_of_which_everything_is_left_out_is_no_input(command, draft, tmp_path):
    draft("a.json")
    assert command.check(tmp_path, "--exclude", "*.json").code == 2


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """An empty repository, which is the working directory."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_git_ignores_is_left_out_when_asked(command, draft, repository):
    for name in ("a.json", "out/b.json", "申请 甲.json", "x/c.json"):
        draft(name)
    (repository / ".gitignore").write_text("out/\n申请*\n", "utf-8")
    assert len(names(command, ".", ".")) == 4
    assert names(command, ".", ".", "--respect-gitignore") == ["a.json", "x/c.json"]
    assert names(command, ".", repository, "--respect-gitignore") == ["a.json", "x/c.json"]
    assert names(command, ".", "out/b.json", "--respect-gitignore") == ["out/b.json"]


def test_outside_of_a_repository_nothing_is_ignored(command, draft, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    draft("a.json")
    assert names(command, tmp_path, tmp_path, "--respect-gitignore") == ["a.json"]


def test_looking_at_a_repository_runs_no_program_of_it(command, draft, repository):
    draft("a.json")
    (repository / "monitor").write_text("#!/bin/sh\ntouch ran\n")
    (repository / "monitor").chmod(0o755)
    subprocess.run(["git", "config", "core.fsmonitor", "./monitor"], check=True)
    assert names(command, ".", ".", "--respect-gitignore") == ["a.json"]
    assert not Path("ran").exists()


def test_without_git_the_answer_is_one_sentence(command, draft, tmp_path, monkeypatch):
    draft("a.json")
    monkeypatch.setenv("PATH", "")
    answer = command.check(tmp_path, "--respect-gitignore", "--lang", "en")
    assert answer.code == 2
    assert "git" in answer.err


def test_standard_input_goes_by_the_name_that_it_is_given(tmp_path):
    text = Path(CLEAN).read_bytes().replace(b'"purpose"', b'"porpose"')
    (tmp_path / "precheck.toml").write_text(
        '[[files]]\nmatch = "drafts/**"\nignore = { SHP = "as agreed" }', "utf-8"
    )
    run = {"input": text, "capture_output": True, "cwd": tmp_path, "check": False}
    line = [*CHECK, "-", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    plain = subprocess.run(line, **run, env=environment)
    named = subprocess.run([*line, "--stdin-filename", "drafts/a.json"], **run, env=environment)
    assert (plain.returncode, named.returncode) == (1, 0)
    assert json.loads(named.stdout)["files"][0]["path"] == "drafts/a.json"
    left_out = subprocess.run(
        [*line, "--stdin-filename", "a.json", "--exclude", "a.json"], **run, env=environment
    )
    assert (left_out.returncode, left_out.stdout) == (0, b"")


class Clock:
    """Tells a second more each time it is asked."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        self.now += 1.01
        return self.now


class Terminal(StringIO):
    """Where a person watches."""

    def isatty(self):
        return True


def watched(monkeypatch, errors, total=3):
    monkeypatch.setattr(progress, "monotonic", Clock())
    monkeypatch.delenv("TERM", raising=False)
    shown = progress.Progress(Screen(Style("en"), StringIO(), errors))
    for done in range(total):
        shown.at(done, total)
    return shown


def test_a_long_run_shows_how_far_it_is_and_takes_it_back(monkeypatch):
    errors = Terminal()
    shown = watched(monkeypatch, errors)
    assert "1 of 3 drafts" in errors.getvalue()
    shown.clear()
    assert errors.getvalue().endswith("\r\x1b[K")


def test_nothing_is_shown_before_a_second_is_over(monkeypatch):
    errors = Terminal()
    monkeypatch.setattr(progress, "monotonic", lambda: 5.0)
    shown = progress.Progress(Screen(Style("en"), StringIO(), errors))
    shown.at(1, 3)
    shown.clear()
    assert errors.getvalue() == ""


def test_nothing_is_shown_where_nobody_watches(monkeypatch):
    errors = StringIO()
    watched(monkeypatch, errors).clear()
    assert errors.getvalue() == ""


def test_a_plain_terminal_is_shown_no_progress(monkeypatch):
    errors = Terminal()
    monkeypatch.setenv("TERM", "dumb")
    assert not Screen(Style("en"), StringIO(), errors).is_watched


def heeding_interrupts():
    """A process that was started in the background ignores interrupts, and so would those that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_while_a_draft_is_read_ends_with_130_and_nothing_is_written(tmp_path):
    pipe, report = tmp_path / "draft.json", tmp_path / "report.json"
    os.mkfifo(pipe)
    report.write_text("old")
    with (
        subprocess.Popen(
            [*CHECK, CLEAN, str(pipe), "-o", f"json:{report}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            preexec_fn=heeding_interrupts,
        ) as process,
        pipe.open("wb"),
    ):  # open as soon as the command opens it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert report.read_text() == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["draft.json", "report.json"]


def test_a_killed_run_leaves_the_old_file(tmp_path):
    pipe, report = tmp_path / "draft.json", tmp_path / "report.json"
    os.mkfifo(pipe)
    report.write_text("old")
    line = [*CHECK, CLEAN, str(pipe), "-o", f"json:{report}"]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    with pipe.open("wb"):
        process.kill()
        process.communicate()
    assert report.read_text() == "old"


def test_an_interrupt_while_the_command_is_loaded_ends_with_130_and_no_word(tmp_path):
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt")
    answer = in_process_of_its_own("check", CLEAN, variables={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    assert (answer.returncode, answer.stdout, answer.stderr) == (130, b"", b"")


def test_an_interrupt_takes_the_progress_line_away(command, monkeypatch):
    cleared = []
    monkeypatch.setattr(check_module.Progress, "clear", lambda self: cleared.append(True))

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "judge", interrupt)
    assert command.check(CLEAN).code == 130
    assert cleared


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("arguments", [("check", CLEAN, *ON), ("--help",), ("rule",), ("schema", "config")])
def test_a_full_disk_is_one_sentence_and_exits_with_2(arguments):
    with Path("/dev/full").open("wb") as full:
        answer = in_process_of_its_own(
            *arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE, variables={"LANG": "C"}
        )
    assert answer.returncode == 2
    assert answer.stderr.count(b"\n") == 1
    assert b"cannot be written" in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
def test_where_even_standard_error_is_full_the_exit_code_still_says_it():
    with Path("/dev/full").open("wb") as full:
        answer = in_process_of_its_own(
            "check", "no-such-file", capture_output=False, stdout=full, stderr=full
        )
    assert answer.returncode == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_success_and_no_traceback(closed):
    line = f"{sys.executable} -m precheck check {CLEAN} {' '.join(ON)} {closed}"
    answer = subprocess.run(["sh", "-c", line], capture_output=True, cwd=ROOT, check=False)
    assert answer.returncode == (0 if closed == "2>&-" else 2)
    assert b"Traceback" not in answer.stderr
    assert b"bug" not in answer.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "gbk", "big5", "utf-16"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_page_gets_the_report_without_a_traceback(encoding, lang):
    answer = in_process_of_its_own(
        "check", CLEAN, *ON, "--lang", lang, variables={"PYTHONIOENCODING": encoding}
    )
    assert (answer.returncode, answer.stderr) == (0, b"")
    said = answer.stdout.decode(encoding)
    assert "generic-cn" in said
    if lang == "zh" and encoding in ("gbk", "utf-16"):
        assert "可以提交" in said


def test_on_a_terminal_nothing_pages(tmp_path):
    """A pager would leave its mark."""
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntouch {tmp_path}/paged\ncat\n")
    pager.chmod(0o755)
    main, secondary = pty.openpty()
    environment = {**os.environ, "PAGER": str(pager), "LESS": "", "TERM": "xterm"}
    process = subprocess.Popen([*LINE, "rule"], stdout=secondary, cwd=ROOT, env=environment)
    os.close(secondary)
    shown = b""
    try:
        while chunk := os.read(main, 65536):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(main)
    assert process.wait() == 0
    assert b"SHP001" in shown
    assert not (tmp_path / "paged").exists()


def test_git_failing_is_said(command, draft, tmp_path, monkeypatch):
    draft("a.json")

    def run(*_, **__):
        return subprocess.CompletedProcess([], 77, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    assert command.check(tmp_path, "--respect-gitignore").code == 2
