"""A process that is started for one paper alone, where no others are to be read."""

import signal
import socket
import subprocess
from typing import Self

from .answered import facts_of
from .file_facts import FileFacts
from .starting import answer_to, ended, started


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
        said = answer_to(lambda answer: self._start(file, ending, answer), seconds)
        if said is None:
            return FileFacts("timeout")
        if not said:
            return FileFacts("unavailable")
        return facts_of(said) or FileFacts("timeout" if self._ran_out_of_time() else "crashed")

    def _start(self, file: int, ending: str, answer: socket.socket) -> None:
        self._process = started("child", ending, file, answer.fileno())

    def _ran_out_of_time(self) -> bool:
        """Whether the system has ended it by the signal that it has for that."""
        if self._process is None:
            return False
        ended(self._process)
        return self._process.returncode == -signal.SIGXCPU
