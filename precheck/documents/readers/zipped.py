"""ZIP archives, as far as papers are such: what is in them, unpacked piece by piece.

The standard library reads all that there are, but loading it takes longer than reading most papers does.
"""

import zlib
from collections.abc import Iterator
from functools import cached_property
from struct import Struct, error
from typing import Final, NamedTuple

CHUNK: Final = 65536
END: Final = Struct("<4s8xLL2x")
"""The end of the list of members: its mark, the bytes of the list, and where it begins; a comment may follow."""
END_64: Final = Struct("<4s36xQQ4s16x")
"""The same of large archives, and the mark of what points to it, in front of the other."""
LISTED: Final = Struct("<4s4xHH4xLLLHHH8xL")
"""A member in the list: mark, flags, method, check sum, bytes packed and unpacked, lengths of name, of what is added and
of the comment, place."""
AHEAD: Final = Struct("<4s2xH18xHH")
"""In front of a member: mark, flags, lengths of its name and of what is added."""
LONGEST_COMMENT: Final = 2**16
STORED, DEFLATED = 0, 8
LOCKED, UTF_8 = 0x1, 0x800
LARGE: Final = 0xFFFFFFFF
"""In place of a number that only the larger fields have room for."""
LARGE_FIELDS: Final = 1


class Damaged(ValueError):
    """The archive is none, cut off, or was packed in a way that papers are not."""


class Member(NamedTuple):
    """A file of an archive, as the list of members has it."""

    name: str
    flags: int
    method: int
    checked: int
    packed: int
    size: int
    at: int

    @property
    def is_folder(self) -> bool:
        """Whether it is none."""
        return self.name.endswith("/")


class Archive:
    """The members of an archive. Raises Damaged."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        try:
            self.members = list(_members(data))
        except (error, UnicodeDecodeError):
            raise Damaged from None

    @cached_property
    def _by_name(self) -> dict[str, Member]:
        return {each.name: each for each in self.members}

    def pieces(self, name: str) -> Iterator[bytes]:
        """What a member unpacks to, and no more than it claims. Raises KeyError or Damaged."""
        member = self._by_name[name]
        left, checked = member.size, 0
        for piece in _unpacked(_packed(self.data, member), member.method):
            kept = piece[:left]
            left, checked = left - len(kept), zlib.crc32(kept, checked)
            yield kept
            if not left:
                break
        if checked != member.checked:
            raise Damaged


def _members(data: bytes) -> Iterator[Member]:
    end = data.rfind(b"PK\5\6", max(len(data) - LONGEST_COMMENT - END.size, 0))
    if end < 0:
        raise Damaged
    _, size, begin = END.unpack_from(data, end)
    if end >= END_64.size:
        mark, large_size, large_begin, pointer = END_64.unpack_from(data, end - END_64.size)
        if (mark, pointer) == (b"PK\6\6", b"PK\6\7"):
            size, begin, end = large_size, large_begin, end - END_64.size
    before = end - size - begin  # what stands in front of the archive
    at = begin + before
    if at < 0:
        raise Damaged
    while at < end:
        mark, flags, method, checked, packed, unpacked, *lengths, place = LISTED.unpack_from(data, at)
        name, added, comment = lengths
        if mark != b"PK\1\2":
            raise Damaged
        at += LISTED.size + name + added
        more = data[at - added : at]
        unpacked, packed, place = _sizes(more, unpacked, packed, place)
        called = _name(data[at - added - name : at - added], flags)
        yield Member(called, flags, method, checked, packed, unpacked, place + before)
        at += comment


def _name(name: bytes, flags: int) -> str:
    plain = name.isascii() or flags & UTF_8
    return name.decode("utf-8" if plain else "cp437").partition("\0")[0]


def _sizes(added: bytes, *sizes: int) -> list[int]:
    """The numbers of a member, those that are too large for their fields from what is added."""
    large: Iterator[tuple[int]] = iter(())
    while LARGE in sizes and len(added) >= 4:
        kind, length = Struct("<HH").unpack_from(added)
        if kind == LARGE_FIELDS:
            large = Struct("<Q").iter_unpack(added[4 : 4 + length // 8 * 8])
        added = added[4 + length :]
    return [next(large, (each,))[0] if each == LARGE else each for each in sizes]


def _packed(data: bytes, member: Member) -> memoryview:
    """The bytes of a member as they are packed."""
    try:
        mark, flags, name, added = AHEAD.unpack_from(data, member.at)
    except error:
        raise Damaged from None
    start = member.at + AHEAD.size
    called = _name(data[start : start + name], flags)
    if mark != b"PK\3\4" or called != member.name or member.at < 0:
        raise Damaged
    start += name + added
    packed = memoryview(data)[start : start + member.packed]
    if len(packed) < member.packed:
        raise Damaged
    return packed


def _unpacked(packed: memoryview, method: int) -> Iterator[bytes]:
    if method not in (STORED, DEFLATED):
        raise Damaged
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), CHUNK):
        part: bytes | memoryview = packed[start : start + CHUNK]
        if method == STORED:
            yield bytes(part)
            continue
        while part and not unpacking.eof:
            yield unpacking.decompress(part, CHUNK)
            part = unpacking.unconsumed_tail
    yield unpacking.flush() if method == DEFLATED else b""
