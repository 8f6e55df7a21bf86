"""PDF files of text in a Chinese font that every reader has, standard library only."""

import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from . import Part, Row

SIZE, LEADING, LEFT, TOP, HEIGHT = 8, 12, 40, 800, 842
"""Points."""
GAP = 14
"""Between two columns."""
LINES = 62
"""On a page."""


Place = tuple[int, int, str]
"""How far from the left and from the bottom a text begins, in points, and the text."""


def pdf(parts: Sequence[Part]) -> bytes:
    """Every part on pages of its own."""
    return drawn([page for _, rows in parts for page in _pages(rows)])


def drawn(pages: Sequence[tuple[int, Sequence[Place]]]) -> bytes:
    """Pages of a width, with texts anywhere on them."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for number, (width, places) in enumerate(pages):
        packed = zlib.compress(b"BT /F %d Tf\n%sET" % (SIZE, b"".join(map(_shown, places))), 9)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            % (width, HEIGHT, 7 + 2 * number),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    return _file(objects)


def _shown(place: Place) -> bytes:
    x, y, text = place
    return b"1 0 0 1 %d %d Tm <%s> Tj\n" % (x, y, text.encode("utf-16-be").hex().encode())


def _pages(rows: Sequence[Row]) -> Iterator[tuple[int, list[Place]]]:
    """The width of each page and what stands on it."""
    places = [place for group in _tables(rows) for place in group]
    width = max(LEFT + _width(cells[-1][1]) + cells[-1][0] for cells in places if cells) + LEFT
    for start in range(0, len(places), LINES):
        lines = enumerate(places[start : start + LINES])
        shown = [(LEFT + x, TOP - LEADING * line, cell) for line, cells in lines for x, cell in cells]
        yield max(width, 595), shown


def _tables(rows: Sequence[Row]) -> Iterator[list[list[tuple[int, str]]]]:
    """Rows of equally many cells are a table: its columns stand below each other. Empty cells are not drawn."""
    for _, group in groupby(rows, key=len):
        table = [[str(cell) for cell in row] for row in group]
        widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
        starts = [sum(widths[:index]) + GAP * index for index in range(len(widths))]
        yield [[(x, cell) for x, cell in zip(starts, row, strict=True) if cell] for row in table]


def _width(text: str) -> int:
    """Points: Latin characters are half as wide as Chinese ones."""
    return sum(SIZE // 2 if each.isascii() else SIZE for each in text)


def _file(objects: Sequence[bytes]) -> bytes:
    body, starts = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    return body + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
