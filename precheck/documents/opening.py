"""Open a paper below a folder: no links on the way, nothing but a regular file, nothing outside.

Every step is opened relative to the one before, so that a link put in its place meanwhile leads nowhere.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EMFILE, ENFILE
from posixpath import normpath
from stat import S_ISLNK, S_ISREG

from .reading import Unreadable

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""Without waiting: a pipe that nobody writes to would keep `open` waiting for ever."""
TOO_MANY = (EMFILE, ENFILE)
"""Files that are open: then nobody knows what stands there."""


def steps(path: str) -> list[str]:
    """The names on the way to a paper, as the draft gives its path. Raises Unreadable when it leads out of the folder."""
    if leads_out(path):
        raise Unreadable("outside")
    return _plain(path).split("/")


def leads_out(path: str) -> bool:
    """Whether a path, as the draft gives it, leads out of the draft's folder or could never be one in it."""
    plain = _plain(path)
    return plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":" or "\0" in plain


def _plain(path: str) -> str:
    return normpath(path.replace("\\", "/"))


@contextmanager
def opened(folder: str, path: str) -> Iterator[int]:
    """The descriptor of the paper at `path` below `folder`, closed afterwards. Raises Unreadable."""
    *above, name = steps(path)
    with ExitStack() as open_ones:
        last = _open(folder, FOLDER, None, open_ones)
        for each in above:
            last = _open(each, FOLDER | os.O_NOFOLLOW, last, open_ones)
        file = _open(name, FILE | os.O_NOFOLLOW, last, open_ones)
        if not S_ISREG(os.fstat(file).st_mode):
            raise Unreadable("outside")
        yield file


def _open(name: str, flags: int, above: int | None, open_ones: ExitStack) -> int:
    try:
        descriptor = os.open(name, flags, dir_fd=above)
    except PermissionError:
        raise Unreadable("forbidden") from None
    except (OSError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.errno in TOO_MANY:
            raise Unreadable("unavailable") from None
        raise Unreadable("outside" if _is_link(name, above) else "missing") from None
    open_ones.callback(os.close, descriptor)
    return descriptor


def _is_link(name: str, above: int | None) -> bool:
    """Whether a link stands there, which is not followed."""
    try:
        return S_ISLNK(os.stat(name, dir_fd=above, follow_symlinks=False).st_mode)
    except (OSError, ValueError):
        return False
