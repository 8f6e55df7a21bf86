"""Help pages as a manual has them, and completion in four shells."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from precheck.cli.main import SHELLS
from precheck.cli.main import command as whole
from precheck.cli.usage import COLUMNS
from precheck.render.manual import EXIT_CODES, MANUALS
from precheck.render.width import width
from tests.command import command  # noqa: F401 - a fixture
from tests.conftest import ROOT

PAGES = [(), *((name,) for name in whole("en").commands)]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_a_terminal(command, page, lang):
    lines = command(*page, "--lang", lang, "--help").out.splitlines()
    long = [each for each in lines if width(each) > COLUMNS]
    assert all(not each.startswith("   ") for each in long), long


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_in_both_languages(command, page):
    zh, en = (command(*page, "--lang", lang, "--help").out for lang in ("zh", "en"))
    assert zh.count("\n\n") == en.count("\n\n")
    assert en.isascii()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_says_examples_exit_codes_variables_and_files(command, lang):
    out = command("check", "--lang", lang, "--help").out
    for part in MANUALS["check"]:
        assert part.head.say(lang) in out
        assert all(term in out for term, _ in part.rows)
    assert {code for code, _ in EXIT_CODES.rows} == {"0", "1", "2", "130"}


def test_every_manual_is_of_a_command():
    assert MANUALS.keys() <= {"precheck", *whole("en").commands}


def commands_of_manuals():
    parts = [part for manual in MANUALS.values() for part in manual]
    return sorted({term for part in parts for term, _ in part.rows if term.startswith("precheck ")})


@pytest.mark.parametrize("line", commands_of_manuals())
def test_an_example_is_a_command_that_there_is(line):
    """Every word of an example is one that the parser takes."""
    words = line.split(" < ")[0].split()[1:]
    group = whole("en")
    with group.commands[words[0]].make_context(words[0], words[1:], resilient_parsing=True) as context:
        assert context.args == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_a_script_that_names_the_command_and_its_variable(command, shell):
    answer = command("completion", shell)
    assert answer.code == 0
    assert "precheck" in answer.out
    assert "_PRECHECK_COMPLETE" in answer.out


def test_another_shell_is_refused(command):
    assert command("completion", "tcsh").code == 2


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_answered(shell):
    words = {
        "_PRECHECK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "precheck comp",
        "COMP_CWORD": "comp" if shell == "fish" else "1",
    }
    answer = subprocess.run(
        [sys.executable, "-m", "precheck"],
        capture_output=True,
        text=True,
        env={**os.environ, **words},
        cwd=ROOT,
    )
    assert "completion" in answer.stdout
    assert answer.stderr == ""


SCRIPTS = {
    "bash": """eval "$(precheck completion bash)"
COMP_WORDS=(precheck check --pol); COMP_CWORD=2; _precheck_completion precheck; echo "${COMPREPLY[@]}" """,
    "zsh": """autoload -U compinit; compinit -u; eval "$(precheck completion zsh)"; echo ${_comps[precheck]}""",
    "fish": "precheck completion fish | source; complete -C 'precheck check --pol'",
}
EXPECTED = {"bash": "--policy", "zsh": "_precheck_completion", "fish": "--policy"}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_works_in_its_shell(shell, tmp_path):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}
    answer = subprocess.run(
        [shell, "-c", SCRIPTS[shell]], capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )
    assert EXPECTED[shell] in answer.stdout, answer.stderr
