"""Read papers, each in a process of its own that is limited in memory, time and what it may answer.

The process that checks the draft never looks into a file: it opens it, hands it over and checks the answer. Of a
paper that is in the cache it takes the answer from there, and checks it all the same. The print of photos and scans is
recognised afterwards, by processes that may cost more, where what does that is installed.
"""

import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from .answered import facts_of, line_of
from .file_facts import FileFacts
from .formats import READERS
from .limits import ALL_SECONDS, AT_ONCE, MOST_PAPERS, PRINT, PRINT_AT_ONCE, PRINT_WALL_SECONDS, WALL_SECONDS
from .one_process import OneProcess
from .opening import opened
from .processes import Processes
from .reading import Unreadable

if TYPE_CHECKING:
    from .cache import Cache, Content

RECOGNISERS: Final = ("rapidocr", "onnxruntime")
LASTING: Final = frozenset({"ok", "encrypted", "damaged", "bomb"})
"""Verdicts that come of the bytes alone; others depend on the machine or on what is installed, or cost nothing."""


def read_all(folder: str, paths: Sequence[str], *, cached: bool = False) -> list[FileFacts]:
    """What is known of the papers at `paths` below `folder`, in their order; a path that stands twice is read once.

    `cached` takes from the cache what was read before, and keeps there what is read now.
    """
    if not cached:
        return _read_all(folder, paths, None)
    from .cache_folder import cache  # only here: nothing is kept unless it is asked for

    with cache() as kept:
        return _read_all(folder, paths, kept)


def _read_all(folder: str, paths: Sequence[str], cache: "Cache | None") -> list[FileFacts]:
    several = list(dict.fromkeys(paths))[:MOST_PAPERS]
    with _processes_for(len(several)) as processes:
        read = Inspection(folder, monotonic() + ALL_SECONDS, processes, cache)
        by_path = dict(zip(several, _each(read.facts, several, AT_ONCE), strict=True))
    photos = [path for path, facts in by_path.items() if _is_unrecognised(facts)]
    if photos and can_recognise():
        with Processes(PRINT) as processes:
            seen = Inspection(folder, monotonic() + ALL_SECONDS, processes, cache)
            found = _each(lambda path: seen.with_print(path, by_path[path]), photos, PRINT_AT_ONCE)
            by_path |= zip(photos, found, strict=True)
    return [by_path.get(path, FileFacts("timeout")) for path in paths]


def _processes_for(papers: int) -> Processes | OneProcess:
    """What reads so many papers."""
    return Processes() if papers > 1 else OneProcess()


def _each(what: Callable[[str], FileFacts], paths: Sequence[str], at_once: int) -> list[FileFacts]:
    """What is said of each path, so many at a time if there are as many processors.

    Who is interrupted waits for nothing: what has begun ends with the processes.
    """
    if len(paths) < 2:
        return list(map(what, paths))
    from concurrent.futures import ThreadPoolExecutor  # only here: a paper alone needs none

    pool = ThreadPoolExecutor(min(at_once, os.cpu_count() or 1))
    try:
        return list(pool.map(what, paths))
    except RuntimeError:  # there are as many threads as the system allows
        return list(map(what, paths))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def can_recognise() -> bool:
    """Whether what recognises print is installed."""
    return all(map(find_spec, RECOGNISERS))


def _is_unrecognised(facts: FileFacts) -> bool:
    """Whether it has print that nobody has tried to recognise."""
    return facts.has_print and facts.recognised is None


class Inspection(NamedTuple):
    """Papers of one folder, looked at by the same processes. Later than `until` nothing is begun."""

    folder: str
    until: float
    processes: Processes | OneProcess
    cache: "Cache | None"

    def facts(self, path: str) -> FileFacts:
        """What is known of one paper. Never raises on what stands there."""
        try:
            with opened(self.folder, path) as file:
                content = self.cache.content(file) if self.cache else None
                return self._kept(content) or self._read(file, path, content)
        except Unreadable as fault:
            return FileFacts(fault.verdict)

    def _kept(self, content: "Content | None") -> FileFacts | None:
        """What the cache knows of it."""
        line = self.cache.get(content) if self.cache and content else None
        return facts_of(line) if line else None

    def _read(self, file: int, path: str, content: "Content | None") -> FileFacts:
        facts = self._asked(file, path, WALL_SECONDS)
        if not (_is_unrecognised(facts) and can_recognise()):
            self._keep(content, facts)
        return facts

    def with_print(self, path: str, facts: FileFacts) -> FileFacts:
        """What is known of a photo or scan together with its print; as it was when that cannot be recognised."""
        try:
            with opened(self.folder, path) as file:
                content = self.cache.content(file) if self.cache else None
                seen = self._asked(file, path, PRINT_WALL_SECONDS)
        except Unreadable:
            return facts
        if seen.verdict != "ok" or seen.fingerprint != facts.fingerprint:
            return facts
        facts = facts._replace(recognised=seen.recognised)
        self._keep(content, facts)
        return facts

    def _asked(self, file: int, path: str, seconds: float) -> FileFacts:
        """What a process says of an open paper."""
        left = min(seconds, self.until - monotonic())
        if left <= 0:
            return FileFacts("timeout")
        try:
            return self.processes.read(file, PurePath(path).suffix[1:].lower(), left)
        except OSError:  # there are as many processes or open files as the system allows
            return FileFacts("unavailable")

    def _keep(self, content: "Content | None", facts: FileFacts) -> None:
        if self.cache and content and _is_lasting(facts, content.fingerprint):
            self.cache.put(content, line_of(facts))


def _is_lasting(facts: FileFacts, looked_up: str) -> bool:
    """Whether they would be the same another time. A file that changed between the two looks at it is another paper
    than the one that was looked up, and whether a reader of others has changed cannot be told."""
    return facts.fingerprint == looked_up and facts.verdict in LASTING and facts.format in READERS
