"""Small pictures with words on them, as JPEG and PNG, without any imaging library."""

import struct
import zlib
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

Rows = list[list[int]]
"""What stands in every square: a number of `COLOURS`."""

COLUMNS, LINES, SQUARE = 128, 80, 8
"""A picture is 128 by 80 squares of 8 by 8 pixels."""
PAPER, INK, RED, GREY = range(4)
Colour = tuple[int, int, int]
"""Red, green and blue."""
COLOURS: tuple[Colour, ...] = ((255, 255, 255), (0, 0, 0), (205, 30, 35), (150, 165, 180))
"""What may stand in a square."""
COPIED: tuple[Colour, ...] = ((250, 250, 250), (20, 20, 20), (84, 84, 84), (162, 162, 162))
"""The same on a black-and-white copy."""

TO_THE_LEFT = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0)
"""Exif of one entry: the orientation."""

_GLYPHS = {
    "A": "7e1111117e", "B": "7f49494936", "C": "3e41414122", "D": "7f4141221c", "E": "7f49494941", "F": "7f09090901",
    "G": "3e4149497a", "H": "7f0808087f", "I": "00417f4100", "J": "2040413f01", "K": "7f08142241", "L": "7f40404040",
    "M": "7f020c027f", "N": "7f0408107f", "O": "3e4141413e", "P": "7f09090906", "Q": "3e4151215e", "R": "7f09192946",
    "S": "4649494931", "T": "01017f0101", "U": "3f4040403f", "V": "1f2040201f", "W": "3f4038403f", "X": "6314081463",
    "Y": "0708700807", "Z": "6151494543", " ": "0000000000",
}  # fmt: skip
"""Five columns of seven squares for each letter, two hexadecimal digits a column, the lowest bit on top."""


class Disc(NamedTuple):
    """A disc, or a ring where its middle is left out, in squares."""

    x: int
    y: int
    outer: float
    inner: float = 0
    colour: int = RED


EMBLEM, SEAL = Disc(111, 13, 8.5), Disc(104, 62, 12.5, 9.5)
EMBLEM_OF_A_CARD = Disc(20, 66, 10.5)
PORTRAIT = (Disc(110, 32, 7.5, colour=GREY), Disc(110, 54, 13.5, colour=GREY))
DRAWN = {
    ("licence", "both"): (EMBLEM, SEAL),
    ("food_permit", "both"): (SEAL,),
    ("basic_account", "both"): (SEAL,),
    ("marriage", "both"): (SEAL, *PORTRAIT),
    ("id_card", "front"): PORTRAIT,
    ("id_card", "back"): (EMBLEM_OF_A_CARD,),
}
"""What is on a paper beside its words, by its kind and side: the emblem, the seal, the holder's portrait."""


def written(*lines: str, drawn: tuple[Disc, ...] = ()) -> Rows:
    """Words in block letters inside a frame, and discs under them."""
    rows = [[INK if _on_frame(x, y) else PAPER for x in range(COLUMNS)] for y in range(LINES)]
    for disc in drawn:
        _fill(rows, disc)
    for number, line in enumerate(lines):
        for place, letter in enumerate(line[:20]):
            _draw(rows, letter, 4 + 6 * place, 8 + 12 * number)
    return rows


def _on_frame(x: int, y: int) -> bool:
    return x in (1, COLUMNS - 2) or y in (1, LINES - 2)


def _fill(rows: Rows, disc: Disc) -> None:
    for y, row in enumerate(rows[2 : LINES - 2], 2):
        for x in range(2, COLUMNS - 2):
            if disc.inner**2 <= (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.outer**2:
                row[x] = disc.colour


def _draw(rows: Rows, letter: str, left: int, top: int) -> None:
    for x, column in enumerate(bytes.fromhex(_GLYPHS[letter])):
        for y in range(7):
            if column >> y & 1:
                rows[top + y][left + x] = INK


def png(rows: Rows, comment: str, colours: Sequence[Colour] = COLOURS) -> bytes:
    """A PNG of one byte a pixel, the number of its colour."""
    line = [bytes(chain.from_iterable([each] * SQUARE for each in row)) for row in rows]
    data = b"".join((b"\0" + each) * SQUARE for each in line)
    palette = bytes(chain.from_iterable(colours))
    return _png(3, data, comment, (b"PLTE", palette))


def out_of_focus(rows: Rows, comment: str) -> bytes:
    """A PNG of three bytes a pixel on which the squares run into each other, as on a photo that is out of focus."""
    lines = [_smooth([COLOURS[square] for square in row]) for row in rows]
    down = [_smooth(column) for column in zip(*lines, strict=True)]
    pixels = (bytes(chain.from_iterable(line)) for line in zip(*down, strict=True))
    return _png(2, b"".join(b"\1" + _steps(line) for line in pixels), comment)


def _smooth(colours: Sequence[Colour]) -> list[Colour]:
    """The pixels of a row of squares: every square shares its colour with those beside it, and goes over to the next."""
    ends = (colours[0], *colours, colours[-1])
    shared = [
        _between(_between(a, c, 1, 1), b, 1, 1) for a, b, c in zip(ends, ends[1:], ends[2:], strict=False)
    ]
    pairs = zip(shared, [*shared[1:], shared[-1]], strict=True)
    return [_between(one, other, SQUARE - n, n) for one, other in pairs for n in range(SQUARE)]


def _between(one: Colour, other: Colour, share: int, rest: int) -> Colour:
    red, green, blue = ((a * share + b * rest) // (share + rest) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _steps(line: bytes) -> bytes:
    """A line as the differences from pixel to pixel, which pack well."""
    return bytes((each - before) % 256 for each, before in zip(line, bytes(3) + line, strict=False))


def _png(colour: int, data: bytes, comment: str, *more: tuple[bytes, bytes]) -> bytes:
    header = struct.pack(">IIBBBBB", COLUMNS * SQUARE, LINES * SQUARE, 8, colour, 0, 0, 0)
    text = b"Comment\0\0\0\0\0" + comment.encode()
    chunks = ((b"IHDR", header), *more, (b"iTXt", text), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def turned(rows: Rows) -> Rows:
    """A quarter to the left, as telephones that are held upright keep a photo."""
    return [list(column) for column in zip(*rows, strict=True)][::-1]


def jpeg(rows: Rows, comment: str, colours: Sequence[Colour] = COLOURS, *, is_turned: bool = False) -> bytes:
    """A baseline JPEG; the Exif of one that `is_turned` says so.

    Every square is one flat 8 by 8 block of brightness, four squares share a block of each of the two differences of
    colour. A block is a single coefficient: how it differs from the block before, then its end.
    """
    components = bytes([1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0])
    frame = struct.pack(">BHHB", 8, len(rows) * SQUARE, len(rows[0]) * SQUARE, 3) + components
    parts = (
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        *[(0xE1, TO_THE_LEFT)] * is_turned,
        (0xFE, comment.encode()),
        (0xDB, b"\0" + bytes([16]) * 64),
        (0xC0, frame),
        (0xC4, b"\x00" + bytes([1, 0, 0, 0, 11, *[0] * 11]) + bytes(range(12))),
        (0xC4, b"\x10" + bytes([1, *[0] * 15]) + b"\0"),
        (0xDA, b"\3\1\0\2\0\3\0\0\x3f\0"),
    )
    head = b"".join(struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data for mark, data in parts)
    return b"\xff\xd8" + head + _scan(rows, colours) + b"\xff\xd9"


def _scan(rows: Rows, colours: Sequence[Colour]) -> bytes:
    levels = [_levels(*colour) for colour in colours]
    before, blocks = [0, 0, 0], list[str]()
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        for left in range(0, len(upper), 2):
            four = [levels[square] for square in (*upper[left : left + 2], *lower[left : left + 2])]
            steps = [(0, bright) for bright, _, _ in four]
            steps += [(part, round(sum(each[part] for each in four) / 4)) for part in (1, 2)]
            for part, level in steps:
                blocks.append(_block(level - before[part]))
                before[part] = level
    bits = "".join(blocks)
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")


def _levels(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """The brightness and the two differences of colour of JFIF, in halves around the middle."""
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return round((bright - 128) / 2), round(0.564 * (blue - bright) / 2), round(0.713 * (red - bright) / 2)


def _block(step: int) -> str:
    """The code of the number of bits (0 for none, else 1 and one less than the number), the bits (a negative step
    counts from below), the end of the block."""
    size = abs(step).bit_length()
    value = step if step > 0 else step + (1 << size) - 1
    return f"1{size - 1:04b}{value:0{size}b}0" if size else "00"
