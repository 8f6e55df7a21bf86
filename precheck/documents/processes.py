"""Processes that read papers: started, listened to for so long and no longer, ended with all that they started."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Final

from .answered import facts_of
from .file_facts import FileFacts
from .limits import LONGEST_ANSWER

LINE: Final = (sys.executable, "-I", "-B", "-m", "precheck.documents.child")
KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What the interpreter itself may need of the environment; nothing else is handed on."""


def read_by_process(file: int, seconds: float) -> FileFacts:
    """What a process of its own says of an open paper within so many seconds."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        LINE,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=environment,
        start_new_session=True,
    )
    try:
        line = _line(child, monotonic() + seconds)
    finally:
        with suppress(ProcessLookupError):  # its whole group, before its number can be anybody else's
            os.killpg(child.pid, signal.SIGKILL)
        code = child.wait()
        child.stdout.close()  # type: ignore[union-attr]
    if line is None:
        return FileFacts("timeout")
    facts = facts_of(line)
    return facts or FileFacts("timeout" if code == -signal.SIGXCPU else "crashed")


def _line(child: "subprocess.Popen[bytes]", until: float) -> bytes | None:
    """All that the process answers, or one byte more than it may; None when it does not end in time."""
    answer, parts, left = child.stdout.fileno(), [], LONGEST_ANSWER + 1  # type: ignore[union-attr]
    with DefaultSelector() as waiting:
        waiting.register(answer, EVENT_READ)
        while left:
            if not waiting.select(max(0.0, until - monotonic())):
                return None
            part = os.read(answer, min(left, 65536))
            if not part:
                break
            parts.append(part)
            left -= len(part)
    return b"".join(parts)
