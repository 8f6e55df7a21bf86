"""The process that reads one paper: `python -I -B -m precheck.documents.child`, the opened file as standard input.

It limits itself first, then reads, and answers with the facts as one line of JSON. Nothing else of the project runs
in it, and the process that started it never looks into a file.
"""

import os
import sys
from contextlib import suppress

from . import limits

NEW_USER_AND_NETWORK = 0x50000000
"""CLONE_NEWUSER | CLONE_NEWNET of Linux."""


def main() -> None:
    """Read standard input, answer on standard output, end."""
    answer = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # what a library prints must not mix with the answer
        os.dup2(nowhere, stream)
    _limit()
    _leave_the_network()
    from .answer import line_for

    line = line_for(0)
    while line:
        line = line[os.write(answer, line) :]
    os._exit(0)


def _limit() -> None:
    import resource

    wanted = {
        resource.RLIMIT_AS: limits.MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 32,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    pairs = {what: (most, most) for what, most in wanted.items()}
    # The system says that the time is up before it kills, so that the verdict can be told from others.
    pairs[resource.RLIMIT_CPU] = (limits.CPU_SECONDS, limits.CPU_SECONDS + 1)
    for what, pair in pairs.items():
        with suppress(ValueError, OSError):  # a limit that is lower already stays
            resource.setrlimit(what, pair)


def _leave_the_network() -> None:
    """Go where there is no network, if the system allows it."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(NEW_USER_AND_NETWORK)


if __name__ == "__main__":
    main()
