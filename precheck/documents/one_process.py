"""A process that is started for one paper alone, where no others are to be read."""

import signal
import socket
import subprocess
from time import monotonic
from typing import Self

from .answered import facts_of
from .file_facts import FileFacts
from .starting import all_of, ended, started


class OneProcess:
    """It is started when the paper is to be read, and limits itself before it reads: to start another process that starts
    it takes a tenth of the time of a small paper."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End it, whatever it does."""
        if self._process:
            ended(self._process)

    def read(self, file: int, ending: str, seconds: float) -> FileFacts:
        """What it says of an open paper within so many seconds. `ending` is that of the paper's name. Raises OSError
        where no process can be started."""
        until = monotonic() + seconds
        mine, theirs = socket.socketpair()
        with mine:
            with theirs:
                process = self._process = started("child", ending, file, theirs.fileno())
            said = all_of(mine, until)
        if said is None:
            return FileFacts("timeout")
        if not said:
            return FileFacts("unavailable")
        return facts_of(said) or _without_facts(process)


def _without_facts(process: "subprocess.Popen[bytes]") -> FileFacts:
    """What is known when no facts were answered: the system ends a process whose time is up by a signal of its own."""
    ended(process)
    return FileFacts("timeout" if process.returncode == -signal.SIGXCPU else "crashed")
