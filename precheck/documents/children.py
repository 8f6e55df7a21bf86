"""Read papers, each in a process of its own that is limited in memory, time and what it may answer.

The process that checks the draft never looks into a file: it opens it, hands it over and checks the answer.
"""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Final

from .file_facts import FileFacts
from .limits import ALL_SECONDS, AT_ONCE, LONGEST_ANSWER, MOST_PAPERS, WALL_SECONDS
from .opening import opened
from .papers.exchange import record_of
from .papers.facts import PaperFacts
from .reading import Unreadable

LINE: Final = (sys.executable, "-I", "-B", "-m", "precheck.documents.child")
PERIOD: Final = re.compile("[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?")
KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What the interpreter itself may need of the environment; nothing else is handed on."""


def read_all(folder: str, paths: Sequence[str]) -> list[FileFacts]:
    """What is known of the papers at `paths` below `folder`, in their order; a path that stands twice is read once."""
    until = monotonic() + ALL_SECONDS
    several = list(dict.fromkeys(paths))
    with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
        try:
            facts = pool.map(lambda path: read(folder, path, until), several[:MOST_PAPERS])
            known = dict(zip(several, facts, strict=False))
        except KeyboardInterrupt:
            pool.shutdown(
                wait=False, cancel_futures=True
            )  # what has begun ends by itself, nothing more is begun
            raise
    return [known.get(path, FileFacts("timeout")) for path in paths]


def read(folder: str, path: str, until: float) -> FileFacts:
    """What is known of one paper. Never raises on what stands there; later than `until` nothing is begun."""
    seconds = min(WALL_SECONDS, until - monotonic())
    if seconds <= 0:
        return FileFacts("timeout")
    try:
        with opened(folder, path) as file:
            return _answer(file, seconds)
    except Unreadable as fault:
        return FileFacts(fault.verdict)


def _answer(file: int, seconds: float) -> FileFacts:
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
    return _checked(line, code)


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


def _checked(line: bytes, code: int) -> FileFacts:
    """The facts, if the answer is one: the process has read a hostile file, and may answer anything."""
    try:
        facts = record_of(FileFacts, json.loads(line))
    except (ValueError, RecursionError):
        return FileFacts("timeout" if code == -signal.SIGXCPU else "crashed")
    return facts if all(map(PERIOD.fullmatch, _periods(facts.says))) else FileFacts("crashed")


def _periods(says: PaperFacts) -> Iterator[str]:
    """The periods among the facts, which are shown as they are: nothing else may stand in their place."""
    for flow in says.flows:
        yield from (month.month for month in flow.months)
        yield from flow.missing
    yield from (form.period for form in says.forms if form.period)
