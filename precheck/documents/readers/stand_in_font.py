"""A font for Chinese print whose own font is not in the file: every character is a box where its ink would be.

So a paper says the same whatever fonts are installed where it is read, and nobody has to look through those.
"""

from struct import pack
from typing import Final

EM: Final = 1000
ASCENT, DESCENT = 880, -120
Box = tuple[int, int, int, int]
"""Left, bottom, right and top, in thousandths of the size."""
WIDE: Final[Box] = (32, -80, 930, 850)
NARROW: Final[Box] = (45, 0, 455, 765)
"""Of Latin letters and digits, which are half as wide."""
FIRST_WIDE: Final = 0x250
LAST: Final = 0x10FFFF


def made() -> bytes:
    """The font as a TrueType file."""
    glyphs = [_glyph(WIDE), _glyph(WIDE), _glyph(NARROW)]
    places = [sum(map(len, glyphs[:number])) // 2 for number in range(len(glyphs) + 1)]
    tables = {
        b"cmap": _characters((0, FIRST_WIDE - 1, 2), (FIRST_WIDE, LAST, 1)),
        b"glyf": b"".join(glyphs),
        b"head": pack(">4I2H2Q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, EM, 0, 0, *WIDE, 0, 8, 2, 0, 0),
        b"hhea": pack(">I3hH11hH", 0x10000, ASCENT, DESCENT, 0, EM, *[0] * 11, len(glyphs)),
        b"hmtx": pack(">HhHhHh", EM, WIDE[0], EM, WIDE[0], EM // 2, NARROW[0]),
        b"loca": pack(f">{len(places)}H", *places),
        b"maxp": pack(">I14H", 0x10000, len(glyphs), 4, 1, *[0] * 11),
    }
    return _file(tables)


def _glyph(box: Box) -> bytes:
    """A box as the outline of a character: its four corners, each as the way from the one before."""
    left, bottom, right, top = box
    ways = (left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top)
    return pack(">h4h2H4B8h", 1, *box, 3, 0, 1, 1, 1, 1, *ways)


def _characters(*ranges: tuple[int, int, int]) -> bytes:
    """Which glyph the characters from one to another have: one for all of them (format 13)."""
    groups = b"".join(pack(">3I", *each) for each in ranges)
    return pack(">4HI2H3I", 0, 1, 3, 10, 12, 13, 0, 16 + len(groups), 0, len(ranges)) + groups


def _file(tables: dict[bytes, bytes]) -> bytes:
    head = pack(">I4H", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)
    at, listed, body = len(head) + 16 * len(tables), b"", b""
    for name, data in tables.items():
        listed += name + pack(">3I", 0, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + listed + body
