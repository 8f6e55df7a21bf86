"""What reads papers here, in 32 bytes, so that a cache forgets when any of it changes."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from .. import __version__

PARTS: Final = ("documents", "facts")
"""Folders of this package that run where a paper is read."""
INSTALLED: Final = (".dist-info", ".egg-info")


def edition() -> bytes:
    """Our version and files, Python's version, and every package that is installed: what reads papers is among them.

    Nothing is loaded for it: names, sizes and times of files tell.
    """
    parts = [__version__, sys.version, sys.platform, *_own(), *_installed()]
    return sha256("\n".join(parts).encode()).digest()


def _own() -> Iterator[str]:
    for part in PARTS:
        for top, folders, files in os.walk(Path(__file__).parents[1] / part):
            folders.sort()
            yield from (_seen(Path(top, name)) for name in sorted(files) if name.endswith(".py"))


def _installed() -> Iterator[str]:
    for folder in filter(None, sys.path):
        with suppress(OSError):
            yield from (
                _seen(each) for each in sorted(Path(folder).iterdir()) if each.name.endswith(INSTALLED)
            )


def _seen(path: Path) -> str:
    known = path.stat()
    return f"{path} {known.st_size} {known.st_mtime_ns}"
