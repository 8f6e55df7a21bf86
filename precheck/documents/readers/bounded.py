"""Archives that may have been made to do harm: every size is counted while they are unpacked."""

from posixpath import join, normpath

from ..limits import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, SMALL_ENOUGH
from ..reading import Unreadable
from .zipped import LOCKED, Archive, Damaged


def archive(data: bytes) -> Archive:
    """The archive. Raises Unreadable when it is damaged, locked, or would unfold into too much by its own account."""
    try:
        made = Archive(data)
    except Damaged:
        raise Unreadable("damaged") from None
    unpacked = sum(each.size for each in made.members)
    if len(made.members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise Unreadable("bomb")
    if unpacked > SMALL_ENOUGH and unpacked > MOST_RATIO * len(data):
        raise Unreadable("bomb")
    if any(each.flags & LOCKED for each in made.members):
        raise Unreadable("encrypted")
    return made


def member(packed: Archive, name: str, most: int = MOST_UNPACKED) -> bytes:
    """A file of the archive. Raises KeyError, Damaged, or Unreadable when it is longer than `most`."""
    parts, left = [], most
    for part in packed.pieces(name):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise Unreadable("bomb")
    return b"".join(parts)


def beside(name: str, target: str) -> str:
    """The member that `target` means in the file `name`; nothing leads out of the archive."""
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join("/", name.rpartition("/")[0], target)).lstrip("/")
