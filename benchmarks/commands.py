"""The command as a whole process: `python -m benchmarks.commands`.

Start-up against `python -c "import click"`; one clean file and a thousand files against check-jsonschema with the
published schema. All of an environment: the commands beside the Python that runs this, as an installer leaves them,
with bytecode.
"""

import compileall
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.clock import command, ratios, table

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
DAY = ("--on", "2026-11-20")
SCHEMA = str(ROOT / "schemas" / "application-1.json")
FILES = 1000


def main() -> None:
    """Print the tables."""
    compileall.compile_dir(ROOT / "precheck", quiet=1)
    start_up()
    with TemporaryDirectory() as folder:
        one_file(Path(folder))
        for faults in (0, 5):
            many_files(Path(folder) / f"faults-{faults}", faults)


def start_up() -> None:
    """Help, version and completion."""
    precheck = str(BIN / "precheck")
    jobs = {
        "python -c 'import click'": command(sys.executable, "-c", "import click"),
        "precheck --version": command(precheck, "--version"),
        "precheck --help": command(precheck, "--help"),
        "completion": command(
            "env", "_PRECHECK_COMPLETE=bash_complete", "COMP_WORDS=precheck ch", "COMP_CWORD=1", precheck
        ),
    }
    table("start-up", ratios(jobs, "python -c 'import click'", rounds=11), "import click")


def one_file(folder: Path) -> None:
    """One clean file; what opening its papers costs is another question, `benchmarks.papers`."""
    path = ROOT / "examples" / "restaurant" / "application.json"
    jobs = {
        "check-jsonschema": command(str(BIN / "check-jsonschema"), "--schemafile", SCHEMA, str(path)),
        "precheck check": command(str(BIN / "precheck"), "check", str(path), *DAY, "--no-papers"),
    }
    table("one clean file", ratios(jobs, "check-jsonschema", rounds=11), "check-jsonschema")


def many_files(folder: Path, faults: int) -> None:
    """A thousand files in one call, each with so many faults of shape."""
    names = broken_drafts(folder, faults)
    jobs = {
        "check-jsonschema": command(
            str(BIN / "check-jsonschema"), "--schemafile", SCHEMA, *names, expect=(0, 1)
        ),
        "precheck check": command(str(BIN / "precheck"), "check", str(folder), *DAY, expect=(0, 1)),
    }
    table(
        f"{FILES} files, {faults} faults each", ratios(jobs, "check-jsonschema", rounds=5), "check-jsonschema"
    )


def broken_drafts(folder: Path, faults: int) -> list[str]:
    """A thousand drafts in a new folder, each with so many faults of shape; their paths."""
    folder.mkdir()
    data = json.loads((ROOT / "examples" / "restaurant" / "application.json").read_text("utf-8"))
    for break_it in (*BREAKS,)[:faults]:
        break_it(data)
    paths = [folder / f"{number:04}.json" for number in range(FILES)]
    for path in paths:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return [str(path) for path in paths]


def _untype(data: Any) -> None:
    data["loan"]["amount"] = "200000"


def _unlist(data: Any) -> None:
    data["applicant"]["taxpayer"] = "small"


def _misdate(data: Any) -> None:
    data["applicant"]["established"] = "2021/03/08"


def _forget(data: Any) -> None:
    del data["people"][0]["mobile"]


def _misname(data: Any) -> None:
    data["scale"]["employes"] = 6


BREAKS = (_untype, _unlist, _misdate, _forget, _misname)

if __name__ == "__main__":
    main()
