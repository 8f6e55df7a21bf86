"""Where the cache is, whether it may be used at all, and how it is kept small."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from time import time
from typing import Final, NamedTuple

from .cache import OTHERS, Cache
from .edition import edition

NAME: Final = "precheck"
FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
MOST_BYTES: Final = 64 * 2**20
MOST_ENTRIES: Final = 5000
KEPT_SECONDS: Final = 30 * 24 * 3600
"""Entries that nobody has asked for in that time are removed."""
NO: Final = ("", "0", "false")
"""Values of the variable `CI` that deny it."""


class Entry(NamedTuple):
    """An entry by its age."""

    used: float
    """When it was last asked for, in seconds."""
    name: str
    size: int


def path() -> Path | None:
    """The folder of the cache, whether it is there or not; None where the user has no such place."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named, NAME)
    try:
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / NAME
    except RuntimeError:
        return None


@contextmanager
def cache() -> Iterator[Cache | None]:
    """The cache, tidied up afterwards; None in CI, and where its folder cannot be trusted."""
    folder = _made() if os.environ.get("CI", "").lower() in NO else None
    if folder is None:
        yield None
        return
    try:
        opened = Cache(folder, edition())
        yield opened
        if opened.grown:
            tidy(folder)
    finally:
        os.close(folder)


def _made() -> int | None:
    place = path()
    if place is None:
        return None
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            place.mkdir(mode=0o700)
        return folder(place)
    return None


def folder(place: Path) -> int | None:
    """The descriptor of a folder that is this user's alone; None for any other. Raises OSError."""
    opened = os.open(place, FOLDER)
    known = os.fstat(opened)
    if known.st_uid == os.geteuid() and not known.st_mode & OTHERS:
        return opened
    os.close(opened)
    return None


def entries(folder: int) -> list[Entry]:
    """Everything in the folder, the latest first."""
    found = []
    for name in os.listdir(folder):
        with suppress(OSError):  # another run may have removed it
            known = os.stat(name, dir_fd=folder, follow_symlinks=False)
            if S_ISREG(known.st_mode):
                found.append(Entry(known.st_mtime, name, known.st_size))
    return sorted(found, reverse=True)


def tidy(folder: int) -> None:
    """Remove what is old, and of the rest the oldest once there is too much."""
    size, since = 0, time() - KEPT_SECONDS
    for number, entry in enumerate(entries(folder), 1):
        size += entry.size
        if entry.used < since or number > MOST_ENTRIES or size > MOST_BYTES:
            _remove(folder, entry)


def clear(folder: int) -> int:
    """Remove all entries. Returns how many there were."""
    found = entries(folder)
    for entry in found:
        _remove(folder, entry)
    return len(found)


def _remove(folder: int, entry: Entry) -> None:
    with suppress(OSError):
        os.unlink(entry.name, dir_fd=folder)
