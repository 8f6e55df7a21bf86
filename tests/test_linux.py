"""What the processes that read papers ask of Linux."""

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


def _says(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_a_process_ends_with_the_one_that_forked_it() -> None:
    assert int(_says(SIGNAL_WHEN_THE_PARENT_ENDS)) == SIGKILL


def _may_leave_the_network() -> bool:
    unshare = shutil.which("unshare")
    return unshare is not None and subprocess.run([unshare, "-Un", "true"], check=False).returncode == 0


@pytest.mark.skipif(not _may_leave_the_network(), reason="the system allows no network of one's own")
def test_a_process_that_reads_is_in_a_network_of_its_own() -> None:
    assert _says(NETWORK).strip() != f"{Path('/proc/self/ns/net').readlink()}"
