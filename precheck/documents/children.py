"""Read papers, each in a process of its own that is limited in memory, time and what it may answer.

The process that checks the draft never looks into a file: it opens it, hands it over and checks the answer. Of a
paper that is in the cache it takes the answer from there, and checks it all the same.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from .answered import facts_of, line_of
from .file_facts import FileFacts
from .limits import ALL_SECONDS, AT_ONCE, MOST_PAPERS, WALL_SECONDS
from .opening import opened
from .processes import Processes
from .reading import Unreadable

if TYPE_CHECKING:
    from .cache import Cache

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
    until = monotonic() + ALL_SECONDS
    several = list(dict.fromkeys(paths))
    with Processes() as processes, ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
        known = Inspection(folder, until, processes, cache)
        try:
            by_path = dict(zip(several, pool.map(known.of, several[:MOST_PAPERS]), strict=False))
        except KeyboardInterrupt:
            pool.shutdown(
                wait=False, cancel_futures=True
            )  # what has begun ends by itself, nothing more is begun
            raise
    return [by_path.get(path, FileFacts("timeout")) for path in paths]


class Inspection(NamedTuple):
    """Papers of one folder, read by the same processes. Later than `until` nothing is begun."""

    folder: str
    until: float
    processes: Processes
    cache: "Cache | None"

    def of(self, path: str) -> FileFacts:
        """What is known of one paper. Never raises on what stands there."""
        if self.until <= monotonic():
            return FileFacts("timeout")
        ending = PurePath(path).suffix[1:].lower()
        try:
            with opened(self.folder, path) as file:
                if self.cache:
                    return self._remembered(file, ending, self.cache)
                return self._read(file, ending)
        except Unreadable as fault:
            return FileFacts(fault.verdict)

    def _remembered(self, file: int, ending: str, cache: "Cache") -> FileFacts:
        """What is known of an open paper by the cache, or else by reading it."""
        content = cache.content(file)
        kept = cache.get(content) if content else None
        facts = facts_of(kept) if kept else None
        if facts is not None:
            return facts
        facts = self._read(file, ending)
        if content and _is_lasting(facts, content.sha256):
            cache.put(content, line_of(facts))
        return facts

    def _read(self, file: int, ending: str) -> FileFacts:
        return self.processes.read(file, ending, min(WALL_SECONDS, self.until - monotonic()))


def _is_lasting(facts: FileFacts, looked_up: str) -> bool:
    """Whether they would be the same another time. A file that changed between the two looks at it is another paper
    than the one that was looked up, and whether a reader of others has changed cannot be told."""
    from .readers import READERS  # only here: without a cache the process that checks has no need of it

    return facts.sha256 == looked_up and facts.verdict in LASTING and facts.format in READERS
