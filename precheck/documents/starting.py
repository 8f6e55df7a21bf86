"""Start a process that reads papers, listen to it, and end it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Final

from .limits import LONGEST_ANSWER

START: Final = (
    "import gc, sys; gc.disable(); sys.path += sys.argv[3:]; from importlib import import_module; "
    "import_module('precheck.documents.' + sys.argv[1]).main(sys.argv[2])"
)
"""Nothing that such a process loads or reads is given up before it ends, so nobody need look for it."""
LINE: Final = (sys.executable or "", "-I", "-S", *["-B"] * sys.dont_write_bytecode, "-c", START)
"""Without `site`, which would find the libraries anew: where they are found here, they are found there."""
PACKAGE: Final = str(Path(__file__).parents[2])
KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What the interpreter itself may need of the environment; nothing else is handed on."""
MALLOC: Final = {
    "GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=1073741824"
}
"""What is freed is kept for the next piece: giving pages back to the system and asking for them anew takes some 7 % of
the time of a photo of 12 megapixels. The C library of most Linux systems reads it, no other."""


def started(
    module: str, word: str, stdin: int, stdout: int = subprocess.DEVNULL
) -> "subprocess.Popen[bytes]":
    """A process in a group of its own that runs `main(word)` of a module beside this one. Raises OSError."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        (*LINE, module, word, PACKAGE, *(each for each in sys.path if str(each).startswith("/"))),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in KEPT if name in os.environ} | MALLOC,
        start_new_session=True,
    )


def ended(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all of its group; its `returncode` tells whether it had ended itself."""
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):  # macOS has the latter for one that has ended
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answer_to(ask: Callable[[socket.socket], None], seconds: float) -> bytes | None:
    """All that is answered through a socket, the other end of which `ask` hands on, or one byte more than it may be; None
    when it does not end in so many seconds. Raises OSError."""
    until = monotonic() + seconds
    mine, theirs = socket.socketpair()
    with mine:
        with theirs:
            ask(theirs)
        return _all_of(mine, until)


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
