"""Small black-and-white pictures with words on them, as JPEG and PNG, without any imaging library."""

import struct
import zlib
from itertools import chain, pairwise

Rows = list[list[bool]]
"""True where there is ink."""

COLUMNS, LINES, SQUARE = 128, 80, 8
"""A picture is 128 by 80 squares of 8 by 8 pixels."""

_GLYPHS = {
    "A": "7e1111117e", "B": "7f49494936", "C": "3e41414122", "D": "7f4141221c", "E": "7f49494941", "F": "7f09090901",
    "G": "3e4149497a", "H": "7f0808087f", "I": "00417f4100", "J": "2040413f01", "K": "7f08142241", "L": "7f40404040",
    "M": "7f020c027f", "N": "7f0408107f", "O": "3e4141413e", "P": "7f09090906", "Q": "3e4151215e", "R": "7f09192946",
    "S": "4649494931", "T": "01017f0101", "U": "3f4040403f", "V": "1f2040201f", "W": "3f4038403f", "X": "6314081463",
    "Y": "0708700807", "Z": "6151494543", " ": "0000000000",
}  # fmt: skip
"""Five columns of seven squares for each letter, two hexadecimal digits a column, the lowest bit on top."""


def written(*lines: str) -> Rows:
    """Words in block letters inside a frame."""
    rows = [[_on_frame(x, y) for x in range(COLUMNS)] for y in range(LINES)]
    for number, line in enumerate(lines):
        for place, letter in enumerate(line[:20]):
            _draw(rows, letter, 4 + 6 * place, 8 + 12 * number)
    return rows


def _on_frame(x: int, y: int) -> bool:
    return x in (1, COLUMNS - 2) or y in (1, LINES - 2)


def _draw(rows: Rows, letter: str, left: int, top: int) -> None:
    for x, column in enumerate(bytes.fromhex(_GLYPHS[letter])):
        for y in range(7):
            rows[top + y][left + x] |= bool(column >> y & 1)


def png(rows: Rows, comment: str) -> bytes:
    """A PNG of one bit a pixel."""
    line = [bytes(255 * (not ink) for ink in row) for row in rows]
    data = b"".join((b"\0" + each) * SQUARE for each in line)
    header = struct.pack(">IIBBBBB", COLUMNS * SQUARE, LINES * SQUARE, 1, 0, 0, 0, 0)
    text = b"Comment\0\0\0\0\0" + comment.encode()
    chunks = ((b"IHDR", header), (b"iTXt", text), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(rows: Rows, comment: str) -> bytes:
    """A baseline grey JPEG. Every square is one flat 8 by 8 block, so that a block is a single coefficient: the
    difference of its brightness from that of the block before, then the end of the block."""
    frame = struct.pack(">BHHB", 8, LINES * SQUARE, COLUMNS * SQUARE, 1) + b"\1\x11\0"
    parts = (
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        (0xFE, comment.encode()),
        (0xDB, b"\0" + bytes([16]) * 64),
        (0xC0, frame),
        (0xC4, b"\x00" + bytes([0, 3, *[0] * 14]) + bytes(_STEPS)),
        (0xC4, b"\x10" + bytes([1, *[0] * 15]) + b"\0"),
        (0xDA, b"\1\1\0\0\x3f\0"),
    )
    head = b"".join(struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data for mark, data in parts)
    return b"\xff\xd8" + head + _scan(rows) + b"\xff\xd9"


_STEPS = (0, 7, 8)
"""How many bits a step of brightness has: none, the first step from grey to white, or all the way. Their codes are
00, 01 and 10; the code 0 ends a block."""
_INK, _PAPER = -64, 64
"""Black and white, in sixteenths of the brightness of a block."""


def _scan(rows: Rows) -> bytes:
    levels = [_INK if ink else _PAPER for ink in chain.from_iterable(rows)]
    bits = "".join(_block(level - before) for before, level in pairwise([0, *levels]))
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")


def _block(step: int) -> str:
    """The code of the number of bits, the bits (a negative step counts from below), the end of the block."""
    size = abs(step).bit_length()
    value = step if step > 0 else step + (1 << size) - 1
    return f"{_STEPS.index(size):02b}" + (f"{value:0{size}b}" if size else "") + "0"
