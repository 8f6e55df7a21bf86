"""Processes that read papers: one for each, listened to for so long and no longer, ended with all that it started."""

import signal
import socket
import subprocess
from contextlib import suppress
from threading import Lock
from typing import Final, Self

from .answered import facts_of
from .file_facts import FileFacts
from .limits import BEGUN, HINT
from .starting import answer_to, ended, started

OUT_OF_TIME: Final = bytes([signal.SIGXCPU])


class Processes:
    """They are started by a server process, which is started itself when the first paper is to be read. `word` tells
    it what is to be done with papers, if it is not to read them."""

    def __init__(self, word: str = "") -> None:
        self._word = word
        self._starting = Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._requests: socket.socket | None = None
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End everything that is still reading; nothing is begun after it."""
        with self._starting:
            self._is_over = True
        if self._requests:
            with self._requests, suppress(OSError):
                # For the server the sign to end its processes and itself; when it has, there is nothing to receive.
                self._requests.shutdown(socket.SHUT_WR)
                self._requests.settimeout(1)
                self._requests.recv(1)
        if self._server:
            ended(self._server)

    def read(self, file: int, ending: str, seconds: float) -> FileFacts:
        """What a process of its own says of an open paper within so many seconds. `ending` is that of its name. Raises
        OSError where there are too many open files."""
        said = answer_to(lambda answer: self._ask(file, answer, ending), seconds)
        if said is None:
            return FileFacts("timeout")
        if not said.startswith(BEGUN):
            return FileFacts("unavailable")
        return facts_of(said[:-1]) or FileFacts("timeout" if said[-1:] == OUT_OF_TIME else "crashed")

    def _ask(self, file: int, answer: socket.socket, ending: str) -> None:
        hint = ending.encode("ascii", "replace")[:HINT].ljust(HINT)
        with suppress(OSError):  # where nobody takes it, there will be no answer
            socket.send_fds(self._asked(), [hint], [file, answer.fileno()])

    def _asked(self) -> socket.socket:
        """Where requests go. Raises OSError."""
        with self._starting:
            if self._is_over:
                raise OSError
            if self._requests is None:
                self._requests, theirs = socket.socketpair()
                with theirs:
                    self._server = started("server", self._word, theirs.fileno())
            return self._requests
