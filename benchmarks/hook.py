"""The hook on a thousand drafts: `python -m benchmarks.hook`, with `--files` for fewer.

pre-commit and prek run `precheck check` on every draft of a repository; beside it stand `precheck check` alone on the same
drafts, and the runner with a hook that does nothing. The target: the hook costs at most 1.5 times the two together.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clock import Job, ratios
from benchmarks.commands import BREAKS

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
CHECK = "check --format=concise --redact=all --on=2026-11-20"
RUNNERS = ("pre-commit", "prek")
HOOK = """repos:
  - repo: local
    hooks:
      - {{id: it, name: it, entry: {entry}, language: system, files: 'drafts/.*[.]json$', require_serial: true}}
"""


def main() -> None:
    """Print a line for each runner."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=1000)
    options.add_argument("--faults", type=int, default=0, help="of shape, in each draft: 0 to 5")
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ |= {"PRE_COMMIT_HOME": f"{folder}/home", "PREK_HOME": f"{folder}/home"}
        _repository(asked.files, asked.faults)
        for runner in RUNNERS:
            measure(runner, asked.rounds)


def _repository(files: int, faults: int) -> None:
    data = json.loads((ROOT / "examples" / "restaurant" / "application.json").read_text("utf-8"))
    for break_it in BREAKS[:faults]:
        break_it(data)
    Path("drafts").mkdir()
    for number in range(files):
        Path(f"drafts/{number:04}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    Path("precheck.yaml").write_text(HOOK.format(entry=f"'{BIN}/precheck {CHECK}'"))
    Path("trivial.yaml").write_text(HOOK.format(entry="'true'"))
    for line in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(line, check=True)


def measure(runner: str, rounds: int) -> None:
    """The hook, and what it is made of, in one run."""
    names = sorted(map(str, Path("drafts").iterdir()))
    jobs = {
        "alone": _job([str(BIN / "precheck"), *CHECK.split(), *names]),
        "trivial": _job([str(BIN / runner), "run", "--all-files", "--config", "trivial.yaml"]),
        "hook": _job([str(BIN / runner), "run", "--all-files", "--config", "precheck.yaml"]),
    }
    seconds = {name: taken for name, (taken, _) in ratios(jobs, "alone", rounds).items()}
    whole = seconds["hook"] / (seconds["alone"] + seconds["trivial"])
    told = ", ".join(f"{name} {taken * 1e3:.0f} ms" for name, taken in seconds.items())
    print(f"{runner:<11} {told}: hook / (alone + trivial) = {whole:.2f}")


def _job(line: list[str]) -> Job:
    def job() -> None:
        done = subprocess.run(line, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(
                f"{line[0]} ended with {done.returncode}: {done.stdout[-500:]!r} {done.stderr[-500:]!r}"
            )

    return job


if __name__ == "__main__":
    main()
