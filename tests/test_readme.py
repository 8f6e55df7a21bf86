"""The two README files: what they show is what happens.

A `console` block holds commands after `$ ` and what they print, a `sh` block commands that succeed, a `pycon` block
a Python session. A block with a file name after its language is written to that file before anything runs. The first
two blocks install everything from a clean copy: .ci/run runs those.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "benchmarks", "build", "dist", "mutants")
SETTING_UP = 2


class Block(NamedTuple):
    """A fenced block: its language, the file that it is to be written to, its text."""

    language: str
    file: str
    text: str


def blocks(readme):
    return [Block(*found) for found in BLOCK.findall((ROOT / readme).read_text("utf-8"))]


def shown(language, readmes=READMES[:1]):
    """Everything in that language that is to be run; scripts are the same in both, so those of the first will do."""
    return [
        pytest.param(each.text, id=f"{readme}-{number}")
        for readme in readmes
        for number, each in enumerate(blocks(readme))
        if each.language == language and number >= SETTING_UP and not each.file
    ]


def commands():
    return [
        pytest.param(command, output, id=f"{block.id}-{number}")
        for block in shown("console", READMES)
        for number, (command, output) in enumerate(COMMAND.findall(block.values[0]))
    ]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the project with the files that the README writes."""
    folder = tmp_path_factory.mktemp("readme") / "precheck"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    for each in blocks(READMES[0]):
        if each.file:
            (folder / each.file).write_text(each.text, "utf-8")
    return folder


def run(folder, *command):
    """Run a command in the copy with the copy's own code."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {
        "PATH": path,
        "PYTHONPATH": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        command,
        cwd=folder,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("command", "output"), commands())
def test_a_command_prints_what_is_shown(copy, command, output):
    done = run(copy, "bash", "-c", command)
    assert done.stdout.rstrip("\n") == output.rstrip("\n")
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("script", shown("sh"))
def test_a_script_succeeds(copy, script):
    done = run(copy, "bash", "-euo", "pipefail", "-c", script)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("session", shown("pycon"))
def test_a_python_session_answers_as_shown(copy, tmp_path, session):
    written = tmp_path / "session.txt"
    written.write_text(session, "utf-8")
    done = run(copy, sys.executable, "-m", "doctest", str(written))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("readme", READMES)
def test_setting_up_is_two_blocks_of_one_line_that_begin_with_python_alone(readme):
    install, test = blocks(readme)[:SETTING_UP]
    for each in (install, test):
        assert each.language == "sh"
        assert each.text.count("\n") == 1
        assert each.text.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert ".venv/bin/precheck check examples/" in install.text
    assert ".venv/bin/pytest" in test.text


def test_both_readmes_show_the_same_files_scripts_and_set_up():
    both = [[each for each in blocks(readme) if each.language != "console"] for readme in READMES]
    assert both[0] == both[1]


@pytest.mark.parametrize("readme", READMES)
def test_every_file_that_is_linked_exists(readme):
    links = LINK.findall((ROOT / readme).read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
