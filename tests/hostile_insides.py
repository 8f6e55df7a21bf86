"""More files made to do harm: whole on the outside, with lying lengths, loops and excess in what they are built of."""

import struct
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

from tests.hostile import (
    CATALOGUE,
    FONT,
    MILLION,
    PAGES,
    TABLE,
    XML,
    docx,
    page,
    pdf,
    stream,
    zipped,
)
from tests.old_workbook import GLOBALS, SECTOR, SHEET, begins, compound, record, xls

COULD_NOT = ("damaged", "memory", "crashed", "timeout")
"""What a library that was led astray may end in."""
TEXTS, CELL, NUMBER, MERGED, FORMULA = 0x00FC, 0x00FD, 0x0203, 0x00E5, 0x0006
"""Records of an old workbook."""


def old(*rest: bytes, texts: bytes = b"") -> bytes:
    """An old workbook of one sheet with these records."""

    def head(at: int) -> bytes:
        sheet = struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"s"
        return begins(GLOBALS) + record(0x0085, sheet) + texts + record(0x000A)

    return compound(head(len(head(0))) + begins(SHEET) + b"".join(rest) + record(0x000A))


def old_number() -> bytes:
    """An ordinary old workbook with a number in it."""
    return old(record(NUMBER, struct.pack("<HHHd", 0, 0, 0, 1.5)))


def patched(data: bytes, at: int, *numbers: int) -> bytes:
    """The same with other numbers of 32 bits at a place."""
    made = bytearray(data)
    struct.pack_into(f"<{len(numbers)}I", made, at, *numbers)
    return bytes(made)


def sectors_in_a_circle() -> bytes:
    """The directory and the workbook lead into a sector that leads to itself."""
    return patched(xls((0, 0, 1.5), (1, 1, 2.5)), SECTOR + 4, *[2] * 9)


def more_texts_than_there_are() -> bytes:
    return old(
        record(CELL, struct.pack("<HHHI", 0, 0, 0, 0)),
        texts=record(TEXTS, struct.pack("<II", *[0xFFFFFFFF] * 2)),
    )


def two_byte_font(cmap: bytes) -> bytes:
    """A PDF whose only font says what its characters mean by this map."""
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [%s] >>"
        % below
    )
    shown = stream(b"BT /F 12 Tf 40 800 Td <00410042> Tj ET")
    seen = page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
    return pdf(CATALOGUE, PAGES, seen, shown, font, stream(zlib.compress(cmap), b"/Filter /FlateDecode"))


def image(kind: bytes, data: bytes, more: bytes = b"") -> bytes:
    """A PDF of one image, packed in this way."""
    head = (
        b"/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /%s %s"
        % (kind, more)
    )
    seen = page(b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>")
    return pdf(CATALOGUE, PAGES, seen, stream(b"500 0 0 500 0 0 cm /I Do"), stream(data, head))


def shown(content: bytes) -> bytes:
    """A PDF of one page with this content."""
    seen = page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
    return pdf(CATALOGUE, PAGES, seen, stream(zlib.compress(content), b"/Filter /FlateDecode"), FONT)


def objects_in_themselves() -> bytes:
    within = stream(b"4 0 ", b"/Type /ObjStm /N 1 /First 4 /Extends 4 0 R")
    return pdf(CATALOGUE, PAGES, page(b"/Contents 4 0 R"), within)


def zip_of_lies() -> bytes:
    """An archive whose directory is said to be beyond all numbers."""
    end = struct.pack("<QHHIIQQQQ", 2**48, 45, 45, 0, 0, *[2**63] * 4)
    where = struct.pack("<IQI", 0, 104, 1)
    last = struct.pack("<HHHHIIH", *[0xFFFF] * 4, *[0xFFFFFFFF] * 2, 0)
    return b"PK\3\4" + bytes(100) + b"PK\6\6" + end + b"PK\6\7" + where + b"PK\5\6" + last


def odd_numbers() -> bytes:
    page = b'<a><TextObject Boundary="1e999 nan inf -inf" CTM="%s"><TextCode X="1e400" DeltaX="g 999999999 1">1</TextCode></TextObject></a>'
    return zipped(
        {
            "OFD.xml": b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
            "D.xml": b'<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>',
            "P.xml": page % (b"1 " * MILLION),
        }
    )


def tables_in_tables() -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return docx(XML + b'<w:document xmlns:w="%s">' % space + b"<w:tbl><w:tr><w:tc>" * 20_000)


def a_row_of_many_cells() -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    row = b"<w:tbl><w:tr>%s</w:tr></w:tbl>" % (b"<w:tc><w:p/></w:tc>" * 30_000)
    return docx(XML + b'<w:document xmlns:w="%s">%s</w:document>' % (space, row))


def words_that_stand_above_no_others() -> bytes:
    """A statement in whose rows every word has a place of its own from left to right."""
    head = b"".join(
        b"1 0 0 1 %d 800 Tm (%s) Tj " % each for each in ((40, b"date"), (140, b"debit"), (240, b"credit"))
    )
    rows = b"".join(
        b"1 0 0 1 40 %d Tm (2026-01-05) Tj " % (780 - 20 * row)
        + b"".join(
            b"1 0 0 1 %d %d Tm (x) Tj " % (400 + 20 * (50 * row + at), 780 - 20 * row) for at in range(50)
        )
        for row in range(300)
    )
    return shown(b"BT /F 8 Tf " + head + rows + b"ET")


INSIDES: dict[str, tuple[Callable[[], bytes], Any]] = {
    "circle.xls": (sectors_in_a_circle, COULD_NOT),
    "texts.xls": (more_texts_than_there_are, ("ok", *COULD_NOT)),
    "record.xls": (lambda: old(struct.pack("<HH", NUMBER, 0xFFFF) + bytes(20)), COULD_NOT),
    "merged.xls": (
        lambda: old(
            record(MERGED, struct.pack("<H", 0xFFFF) + struct.pack("<HHHH", 0, 65_535, 0, 255) * 900)
        ),
        ("ok", *COULD_NOT),
    ),
    "formula.xls": (
        lambda: old(record(FORMULA, struct.pack("<HHHdHIH", 0, 0, 0, 1.0, 0, 0, 60_000) + b"\x19" * 40)),
        ("ok", *COULD_NOT),
    ),
    "meaning.pdf": (
        lambda: two_byte_font(b"100 beginbfrange\n" + b"<0000> <ffff> <4e00>\n" * 30_000),
        ("ok",),
    ),
    "globals.pdf": (
        lambda: image(b"JBIG2Decode", Random(1).randbytes(5000), b"/DecodeParms << /JBIG2Globals 5 0 R >>"),
        ("ok", *COULD_NOT),
    ),
    "wavelets.pdf": (
        lambda: image(
            b"JPXDecode", b"\xff\x4f\xff\x51\x00\x29\0\0" + b"\x0f\xff\xff\xff" * 8 + b"\0\1\7\1\1"
        ),
        ("ok", *COULD_NOT),
    ),
    "notes.pdf": (
        lambda: pdf(CATALOGUE, PAGES, page(b"/Annots [%s]" % (b"4 0 R " * MILLION)), b"<< /Type /Annot >>"),
        ("ok",),
    ),
    "one-place.pdf": (
        lambda: shown(b"BT /F 1 Tf " + b"1 0 0 1 40 800 Tm (1.00 ) Tj " * 50_000 + b" ET"),
        ("ok", *COULD_NOT),
    ),
    "letters.pdf": (lambda: shown(b"BT /F 1 Tf (" + b"\xe9" * 200_000 + b") Tj ET"), ("ok",)),
    "strips.pdf": (words_that_stand_above_no_others, ("ok",)),
    "inline.pdf": (
        lambda: shown(b"q BI /W 5000 /H 5000 /BPC 8 /CS /G /F /A85 ID ~> EI Q " * 3000),
        ("ok", *COULD_NOT),
    ),
    "itself.pdf": (objects_in_themselves, ("ok", "damaged")),
    "attributes.xml": (
        lambda: XML + b"<a %s/>" % b" ".join(b'a%d="1"' % number for number in range(100_000)),
        ("ok", "too_large"),
    ),
    "spaces.xml": (
        lambda: XML + b"".join(b'<n%d:a xmlns:n%d="u">' % (number, number) for number in range(50_000)),
        ("too_large", "damaged"),
    ),
    "numbers.ofd": (odd_numbers, ("ok", "damaged")),
    "row.docx": (a_row_of_many_cells, ("ok",)),
    "tables.docx": (tables_in_tables, ("too_large", "damaged")),
    "beyond.zip": (zip_of_lies, ("damaged",)),
    "four-bytes.csv": (lambda: TABLE + b"\x81\x30\x81\x30" * 5 * MILLION, ("damaged",)),
    "quotes.csv": (lambda: TABLE + b'"' * 5 * MILLION, ("damaged",)),
    "formulas.csv": (lambda: TABLE + b'="' * 5 * MILLION, ("damaged",)),
}
"""Every kind by the name of its file: how it is made, and the verdicts that are right."""
