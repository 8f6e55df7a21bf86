"""The command as a test runs it: in this process, its exit code and both of its streams."""

import json
import os
import subprocess
import sys
from typing import Any, NamedTuple

import pytest

from precheck.cli.main import answer
from precheck.cli.terminal import LOCALE_VARIABLES
from tests.conftest import BASES, DAY, ROOT, changed

CLEAN = str(ROOT / "examples" / "restaurant" / "application.json")
ON = ("--on", DAY.isoformat())
COLOUR_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR")


class Answer(NamedTuple):
    """What the command answered."""

    code: int
    out: str
    err: str


class Command:
    """`command("check", path)` runs it and answers."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self.capture = capture

    def __call__(self, *arguments: object) -> Answer:
        code = answer([str(each) for each in arguments])
        return Answer(code, *self.capture.readouterr())

    def check(self, *arguments: object) -> Answer:
        """`precheck check` on the day of the examples."""
        return self("check", *arguments, *ON)

    def report(self, *arguments: object) -> Any:
        """The report of `precheck check` as data."""
        answer = self.check(*arguments, "--format", "json")
        assert answer.out, answer.err
        return json.loads(answer.out)


@pytest.fixture
def command(capsys, monkeypatch) -> Command:
    """The command without any variable of the environment that it listens to."""
    own = [name for name in os.environ if name.startswith("PRECHECK_")]
    for name in (*own, *COLOUR_VARIABLES, *LOCALE_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    return Command(capsys)


@pytest.fixture
def draft(tmp_path):
    """`draft("a.json", set=…)`: the path of the restaurant's draft with changes; `draft("a.json", text)`: of a text."""

    def write(name: str, text: str | None = None, **changes: Any) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        made = json.dumps(changed("restaurant", **changes), ensure_ascii=False, indent=1)
        path.write_text(made if text is None else text, "utf-8")
        return str(path)

    return write


def in_process_of_its_own(*arguments: str, variables: dict[str, str] | None = None, **more: Any) -> Any:
    """The command as a shell would start it."""
    environment = {**os.environ, **(variables or {})}
    line = [sys.executable, "-m", "precheck", *arguments]
    return subprocess.run(line, env=environment, cwd=ROOT, check=False, **{"capture_output": True, **more})


__all__ = ["BASES", "CLEAN", "ON", "Answer", "Command", "command", "draft", "in_process_of_its_own"]
