"""What the processes that read papers ask of Linux."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asked of Linux alone")
SIGNAL_WHEN_THE_PARENT_ENDS = """
from ctypes import CDLL, byref, c_int
from precheck.documents.linux import end_with_parent
end_with_parent()
CDLL(None).prctl(2, byref(signal := c_int()))
print(signal.value)
"""
NETWORK = """
import os
from precheck.documents.linux import leave_the_network
leave_the_network()
print(os.readlink("/proc/self/ns/net"))
"""


def _says(program: str, *words: str) -> str:
    line = [sys.executable, "-c", program, *words]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


READS = """
import sys
from precheck.documents.linux import leave_the_network
leave_the_network()
print(open(sys.argv[1]).read())
"""


def test_a_process_ends_with_the_one_that_forked_it() -> None:
    assert int(_says(SIGNAL_WHEN_THE_PARENT_ENDS)) == SIGKILL


def _may_leave_the_network() -> bool:
    unshare = shutil.which("unshare")
    return unshare is not None and subprocess.run([unshare, "-Un", "true"], check=False).returncode == 0


@pytest.mark.skipif(not _may_leave_the_network(), reason="the system allows no network of one's own")
def test_a_process_that_reads_is_in_a_network_of_its_own() -> None:
    assert _says(NETWORK).strip() != f"{Path('/proc/self/ns/net').readlink()}"


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root may read what belongs to others"
)
def test_root_goes_on_reading_what_belongs_to_others(tmp_path: Path) -> None:
    file = tmp_path / "library.py"
    file.write_text("of somebody else")
    for each in (file, tmp_path):
        os.chown(each, 65534, 65534)
        each.chmod(0o700)
    assert _says(READS, str(file)).strip() == "of somebody else"
