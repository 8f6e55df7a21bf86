"""Reports in files: what is written, what is refused before any work, and that no file is ever half-written."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from precheck.cli import outputs
from precheck.render import concise
from tests.command import CLEAN, ON, command, draft, in_process_of_its_own  # noqa: F401 - fixtures
from tests.conftest import ROOT

WRONG_AMOUNT = {"/loan/amount": "200000"}
FULL_DISK = Path("/dev/full")
OLD = "what stood here before"


def files_below(folder):
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


def test_any_number_of_formats_is_written_beside_standard_output(command, tmp_path):
    shown = command.check(
        CLEAN, "--format", "concise", "-o", f"json:{tmp_path}/a", "--output", f"full:{tmp_path}/b"
    )
    assert shown.out == command.check(CLEAN, "--format", "concise").out
    assert (tmp_path / "a").read_text("utf-8") == command.check(CLEAN, "--format", "json").out
    assert (tmp_path / "b").read_text("utf-8") == command.check(CLEAN).out


def test_files_have_no_colours(command, draft, tmp_path):
    path = draft("a.json", set=WRONG_AMOUNT)
    assert "\x1b" in command.check(path, "--color", "always", "-o", f"full:{tmp_path}/out").out
    assert "\x1b" not in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize(("changes", "code"), [({}, 0), ({"set": WRONG_AMOUNT}, 1)])
def test_outputs_never_change_the_exit_code(command, draft, tmp_path, changes, code):
    assert command.check(draft("a.json", **changes), "-o", f"json:{tmp_path}/out").code == code


def refused(command, tmp_path, *arguments):
    """What is said of an output that is refused: no draft is checked and nothing is written."""
    before = files_below(tmp_path)
    answer = command.check(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert files_below(tmp_path) == before
    return answer.err


@pytest.mark.parametrize("asked", ["json", "json:", ":out", "jsn:out", "json:-"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_no_output_is_refused(command, tmp_path, monkeypatch, asked, lang):
    monkeypatch.chdir(tmp_path)
    assert refused(command, tmp_path, CLEAN, "--lang", lang, "-o", asked)


def test_a_misspelt_format_gets_a_hint(command):
    assert "json" in command.check(CLEAN, "-o", "jsn:out").err.partition("?")[0].rpartition(";")[2]


def test_two_outputs_on_one_file_are_refused(command, tmp_path):
    (tmp_path / "sub").mkdir()
    same = f"full:{tmp_path}/sub/../out"
    assert "out" in refused(command, tmp_path, CLEAN, "-o", f"json:{tmp_path}/out", "-o", same)


def test_a_link_to_another_outputs_file_is_refused(command, tmp_path):
    (tmp_path / "out").write_text(OLD)
    (tmp_path / "link").symlink_to(tmp_path / "out")
    refused(command, tmp_path, CLEAN, "-o", f"json:{tmp_path}/out", "-o", f"full:{tmp_path}/link")
    assert (tmp_path / "out").read_text() == OLD


def test_an_output_that_is_an_input_is_refused(command, draft, tmp_path):
    path = draft("a.json")
    before = (tmp_path / "a.json").read_bytes()
    refused(command, tmp_path, path, "-o", f"json:{path}")
    assert (tmp_path / "a.json").read_bytes() == before


def test_an_output_that_standard_output_is_redirected_to_is_refused(tmp_path):
    out = tmp_path / "out"
    with out.open("w") as file:
        arguments = ("check", CLEAN, *ON, "-o", f"json:{out}")
        assert in_process_of_its_own(*arguments, stdout=file, capture_output=False).returncode == 2
    assert out.read_text() == ""


def test_an_output_below_a_folder_that_is_checked_is_no_draft_of_it(command, draft, tmp_path):
    draft("a.json")
    for _ in range(2):
        assert command.check(tmp_path, "-o", f"json:{tmp_path}/report.json").code == 0
    assert len(json.loads((tmp_path / "report.json").read_text("utf-8"))["files"]) == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "gitlab", "rdjson", "sarif"])
def test_a_report_of_an_earlier_run_is_no_draft_of_the_folder_that_holds_it(command, draft, tmp_path, form):
    draft("a.json", set=WRONG_AMOUNT)
    command.check(tmp_path, "-o", f"{form}:{tmp_path}/old.json")
    assert [each["path"] for each in command.report(tmp_path)["files"]] == [str(tmp_path / "a.json")]


def test_a_file_that_cannot_be_written_is_known_before_any_work(command, tmp_path):
    assert "no-folder" in refused(command, tmp_path, CLEAN, "-o", f"json:{tmp_path}/no-folder/out")
    (tmp_path / "folder").mkdir()
    assert "folder" in refused(command, tmp_path, CLEAN, "-o", f"json:{tmp_path}/folder")


def test_a_disk_that_is_full_leaves_the_old_files_and_exits_with_2(command, tmp_path, monkeypatch):
    def full(part, final, text):
        part.write_text(text[:10])
        raise OSError(28, "No space left on device")

    for name in ("a", "b"):
        (tmp_path / name).write_text(OLD)
    monkeypatch.setattr(outputs, "_stage", full)
    answer = command.check(CLEAN, "-o", f"json:{tmp_path}/a", "-o", f"full:{tmp_path}/b", "--lang", "en")
    assert answer.code == 2
    assert "no space left" in answer.err
    assert {name: (tmp_path / name).read_text() for name in files_below(tmp_path)} == {"a": OLD, "b": OLD}


def test_an_interrupt_while_writing_leaves_no_file_behind(command, tmp_path, monkeypatch):
    def interrupt(part, final, text):
        part.write_text(text[:10])
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs, "_stage", interrupt)
    assert command.check(CLEAN, "-o", f"json:{tmp_path}/a").code == 130
    assert files_below(tmp_path) == []


@pytest.mark.skipif(not FULL_DISK.exists(), reason="the system has no such device")
@pytest.mark.parametrize("arguments", [("check", CLEAN, *ON), ("rule",), ("--help",)])
def test_standard_output_on_a_full_disk_is_one_sentence_and_exit_code_2(arguments):
    with FULL_DISK.open("w") as file:
        answer = in_process_of_its_own(*arguments, stdout=file, stderr=-1, capture_output=False)
    assert answer.returncode == 2
    assert answer.stderr.count(b"\n") == 1
    assert b"bug" not in answer.stderr


def test_a_process_that_is_killed_while_writing_leaves_the_old_file(tmp_path):
    (tmp_path / "out").write_text(OLD)
    code = (
        "import os, sys; from precheck.cli import main as cli, outputs\n"
        "def die(part, final, text): part.write_text(text[:10]); os.kill(os.getpid(), 9)\n"
        "outputs._stage = die; cli.answer(sys.argv[1:])"
    )
    line = [sys.executable, "-c", code, "check", CLEAN, *ON, "-o", f"json:{tmp_path}/out"]
    assert subprocess.run(line, cwd=ROOT, capture_output=True, check=False).returncode == -9
    assert (tmp_path / "out").read_text() == OLD


def test_a_written_file_keeps_its_mode_and_a_link_stays_a_link(command, tmp_path):
    target = tmp_path / "target"
    target.write_text(OLD)
    target.chmod(0o640)
    (tmp_path / "link").symlink_to(target)
    assert command.check(CLEAN, "-o", f"json:{tmp_path}/link").code == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads(target.read_text("utf-8"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_pipe_or_a_device_is_written_to_as_it_is(command):
    assert command.check(CLEAN, "-o", "json:/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_nothing_is_written_when_there_is_nothing_to_check(command, tmp_path):
    assert command.check(tmp_path, "-o", f"json:{tmp_path}/out").code == 2
    assert files_below(tmp_path) == []


def test_a_bug_of_a_format_with_one_draft_keeps_the_others_and_exits_with_2(command, draft, monkeypatch):
    def entry(file, run, style):
        if file["path"] == bad:
            raise ValueError("王秘密")
        return f"{file['path']}\n"

    paths = [draft(f"{number}.json") for number in range(3)]
    bad = paths[1]
    monkeypatch.setattr(concise, "entry", entry)
    answer = command.check(*paths, "--format", "concise", "--lang", "en")
    assert answer.code == 2
    assert answer.out.splitlines()[:2] == [paths[0], paths[2]]
    assert answer.out.splitlines()[2].startswith("Drafts: 2 checked")
    assert bad in answer.err
    assert "this is a bug" in answer.err
    assert "王秘密" not in answer.err
