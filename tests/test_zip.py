"""A package that stands in a zip archive, as some installers leave it, says the same."""

import os
import subprocess
import sys
from zipfile import ZipFile

import precheck
from tests.conftest import DAY, ROOT

STORY = ROOT / "examples/mistakes/revenue-in-ten-thousand/application.json"
SCRIPT = """
import sys
from datetime import date
from pathlib import Path
import precheck
assert "{archive}" in precheck.__file__
report = precheck.check(Path(sys.argv[1]), on=date.fromisoformat(sys.argv[2]), lang="en", papers="list")
sys.stdout.buffer.write(report.render("html").encode())
"""


def test_the_page_of_a_slip_is_the_same_from_a_zip_archive(tmp_path):
    archive = tmp_path / "precheck.zip"
    with ZipFile(archive, "w") as packed:
        for path in (ROOT / "precheck").rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                packed.write(path, path.relative_to(ROOT))
    page = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(archive=archive.name), STORY, DAY.isoformat()],
        env={**os.environ, "PYTHONPATH": str(archive)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    ).stdout.decode()
    assert page == precheck.check(STORY, on=DAY, lang="en", papers="list").render("html")
