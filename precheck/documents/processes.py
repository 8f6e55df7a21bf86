"""Processes that read papers: one for each, listened to for so long and no longer, ended with all that it started."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Lock
from time import monotonic
from typing import Final, Self

from .answered import facts_of
from .file_facts import FileFacts
from .limits import HINT, LONGEST_ANSWER

START: Final = (
    "import gc, sys; gc.disable(); sys.path += sys.argv[2:]; "
    "from precheck.documents import server; server.main(sys.argv[1])"
)
"""Nothing that the server loads or its processes read is given up before they end, so nobody need look for it."""
LINE: Final = (sys.executable, "-I", "-S", *["-B"] * sys.dont_write_bytecode, "-c", START)
"""Without `site`, which would find the libraries anew: where they are found here, they are found there."""
PACKAGE: Final = str(Path(__file__).parents[2])
KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What the interpreter itself may need of the environment; nothing else is handed on."""
MALLOC: Final = {
    "GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=1073741824"
}
"""What is freed is kept for the next piece: giving pages back to the system and asking for them anew takes some 7 % of
the time of a photo of 12 megapixels. The C library of most Linux systems reads it, no other."""


class Processes:
    """They are started by a server process, which is started itself when the first paper is to be read. `word` tells
    it what is to be done with papers, if it is not to read them."""

    def __init__(self, word: str = "") -> None:
        self._word = word
        self._starting = Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._requests: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End everything that is still reading."""
        if self._server and self._requests:
            with self._requests, suppress(OSError):
                # For the server the sign to end its processes and itself; when it has, there is nothing to receive.
                self._requests.shutdown(socket.SHUT_WR)
                self._requests.settimeout(1)
                self._requests.recv(1)
            with suppress(ProcessLookupError):
                os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()

    def read(self, file: int, ending: str, seconds: float) -> FileFacts:
        """What a process of its own says of an open paper within so many seconds. `ending` is that of its name."""
        until = monotonic() + seconds
        mine, theirs = socket.socketpair()
        with mine:
            with theirs:
                self._ask(file, theirs, ending)
            said = _all_of(mine, until)
        if said is None:
            return FileFacts("timeout")
        return facts_of(said[:-1]) or FileFacts("timeout" if said[-1:] == OUT_OF_TIME else "crashed")

    def _ask(self, file: int, answer: socket.socket, ending: str) -> None:
        hint = ending.encode("ascii", "replace")[:HINT].ljust(HINT)
        with suppress(OSError):  # where nobody takes it, there will be no answer
            socket.send_fds(self._asked(), [hint], [file, answer.fileno()])

    def _asked(self) -> socket.socket:
        """Where requests go. Raises OSError."""
        with self._starting:
            if self._requests is None:
                self._requests, theirs = socket.socketpair()
                with theirs:
                    self._server = _started(theirs, self._word)
            return self._requests


OUT_OF_TIME: Final = bytes([signal.SIGXCPU])


def _started(requests: socket.socket, word: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        (*LINE, word, PACKAGE, *filter(os.path.isabs, sys.path)),
        stdin=requests.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in KEPT if name in os.environ} | MALLOC,
        start_new_session=True,
    )


def _all_of(answer: socket.socket, until: float) -> bytes | None:
    """All that is answered, or one byte more than it may be; None when it does not end in time."""
    parts, left = [], LONGEST_ANSWER + 1
    with DefaultSelector() as waiting:
        waiting.register(answer, EVENT_READ)
        while left:
            if not waiting.select(max(0.0, until - monotonic())):
                return None
            part = answer.recv(min(left, 65536))
            if not part:
                break
            parts.append(part)
            left -= len(part)
    return b"".join(parts)
