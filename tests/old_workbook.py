"""XLS files of old, written by hand: numbers in cells (BIFF8), as the only stream of a compound file."""

import struct

SECTOR = 512
FREE, END, OWN = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
"""In the table of sectors: not used, the last one of a stream, one of the table itself."""
GLOBALS, SHEET = 0x0005, 0x0010
Cell = tuple[int, int, float]
"""Row and column, counted from 0, and the number in it."""


def xls(*cells: Cell) -> bytes:
    """A workbook of one sheet with these cells."""
    return compound(workbook_stream(cells))


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begins(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 3515, 1996, 0, 6))


def workbook_stream(cells: tuple[Cell, ...]) -> bytes:
    def head(at: int) -> bytes:
        sheet = struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"s"
        return begins(GLOBALS) + record(0x0085, sheet) + record(0x000A)

    numbers = b"".join(record(0x0203, struct.pack("<HHHd", row, column, 0, v)) for row, column, v in cells)
    return head(len(head(0))) + begins(SHEET) + numbers + record(0x000A)


def compound(stream: bytes) -> bytes:
    """The first sector is the head, the next the table of sectors, then the directory, then the stream."""
    length = max(len(stream), 4096)
    count = -(-length // SECTOR)
    table = [OWN, END, *(number + 3 for number in range(count - 1)), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    directory = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 2, length)
    parts = (head + struct.pack("<109I", 0, *[FREE] * 108), struct.pack("<128I", *table), directory)
    return b"".join(part.ljust(SECTOR, b"\0") for part in parts) + stream.ljust(count * SECTOR, b"\0")


def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    word = name.encode("utf-16-le")
    place = struct.pack("<HBBIII", len(word) + 2, kind, 1, FREE, FREE, child)
    return word.ljust(64, b"\0") + place + bytes(36) + struct.pack("<IQ", start, length)
