"""XLS files of old, written by hand: numbers and texts in cells (BIFF8), as the only stream of a compound file."""

import struct
from collections.abc import Iterable, Sequence

SECTOR = 512
FREE, END, OWN = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
"""In the table of sectors: not used, the last one of a stream, one of the table itself."""
GLOBALS, SHEET = 0x0005, 0x0010
Cell = tuple[int, int, float | str]
"""Row and column, counted from 0, and the number or the text in it."""


def xls(*cells: Cell) -> bytes:
    """A workbook of one sheet with these cells."""
    return compound(workbook_stream(cells))


def xls_of(rows: Iterable[Iterable[float | str]]) -> bytes:
    """A workbook of one sheet with these rows; empty texts are no cells."""
    cells = ((row, column, value) for row, cells in enumerate(rows) for column, value in enumerate(cells))
    return xls(*(cell for cell in cells if cell[2] != ""))


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begins(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 3515, 1996, 0, 6))


def workbook_stream(cells: Sequence[Cell]) -> bytes:
    texts = dict.fromkeys(value for _, _, value in cells if isinstance(value, str))
    numbers = {text: number for number, text in enumerate(texts)}

    def head(at: int) -> bytes:
        sheet = struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"s"
        return begins(GLOBALS) + record(0x0085, sheet) + shared(numbers) + record(0x000A)

    body = b"".join(record(*_content(cell, numbers)) for cell in cells)
    return head(len(head(0))) + begins(SHEET) + body + record(0x000A)


def _content(cell: Cell, numbers: dict[str, int]) -> tuple[int, bytes]:
    row, column, value = cell
    if isinstance(value, str):
        return 0x00FD, struct.pack("<HHHI", row, column, 0, numbers[value])
    return 0x0203, struct.pack("<HHHd", row, column, 0, value)


def shared(texts: Iterable[str]) -> bytes:
    """The table of all texts, in one record: together they must be short."""
    written = [struct.pack("<HB", len(each), 1) + each.encode("utf-16-le") for each in texts]
    return (
        record(0x00FC, struct.pack("<II", len(written), len(written)) + b"".join(written)) if written else b""
    )


def compound(stream: bytes) -> bytes:
    """The first sector is the head, the next ones the table of sectors, then the directory, then the stream."""
    length = max(len(stream), 4096)
    count = -(-length // SECTOR)
    size = next(size for size in range(1, 110) if size * SECTOR // 4 >= size + 1 + count)
    table = [*[OWN] * size, END, *range(size + 2, size + 1 + count), END]
    table += [FREE] * (size * SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<9I", 0, size, size, 0, 4096, END, 0, END, 0)
    directory = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, size + 1, length)
    own = struct.pack("<109I", *range(size), *[FREE] * (109 - size))
    parts = (head + own, struct.pack(f"<{len(table)}I", *table), directory)
    return b"".join(part.ljust(SECTOR, b"\0") for part in parts) + stream.ljust(count * SECTOR, b"\0")


def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    word = name.encode("utf-16-le")
    place = struct.pack("<HBBIII", len(word) + 2, kind, 1, FREE, FREE, child)
    return word.ljust(64, b"\0") + place + bytes(36) + struct.pack("<IQ", start, length)
