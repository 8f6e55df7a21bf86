"""Files made to do harm to whoever opens them, each with the verdicts that are right for it.

A kind is a function that makes the bytes; what it promises stands in `KINDS`.
"""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.old_workbook import xls

MILLION = 10**6


def pdf(*objects: bytes, root: int = 1, more: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    body, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        more,
        len(body),
    )
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), head, data)


def page(more: bytes = b"", box: bytes = b"[0 0 595 842]") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox %s %s >>" % (box, more)


def text_pdf(words: bytes = b"SAMPLE TEXT OF A PAGE") -> bytes:
    """An ordinary page of text."""
    shown = stream(b"BT /F 12 Tf 40 800 Td (%s) Tj ET" % words)
    return pdf(CATALOGUE, PAGES, page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"), shown, FONT)


def page_tree_loop() -> bytes:
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def page_that_is_its_own_child() -> bytes:
    return pdf(CATALOGUE, PAGES, b"<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R] /Count 9 /Parent 2 0 R >>")


def claimed_pages() -> bytes:
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 100000 >>", page())


def no_pages() -> bytes:
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>")


def huge_page() -> bytes:
    return pdf(CATALOGUE, PAGES, page(box=b"[0 0 1000000000 1000000000]"))


def nested_arrays() -> bytes:
    return pdf(CATALOGUE, PAGES, page(b"/Odd " + b"[" * 200_000 + b"]" * 200_000))


def flate_bomb() -> bytes:
    twice = zlib.compress(zlib.compress(bytes(300 * MILLION), 1), 9)
    shown = stream(twice, b"/Filter [/FlateDecode /FlateDecode]")
    return pdf(CATALOGUE, PAGES, page(b"/Contents 4 0 R"), shown)


def forms_within_forms() -> bytes:
    first, depth = 5, 40
    forms = [
        stream(
            b"/X Do " * 4,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
            % (first + number + 1),
        )
        for number in range(depth)
    ]
    last = stream(b"0 0 1 1 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    seen = page(b"/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>")
    return pdf(CATALOGUE, PAGES, seen, stream(b"/X Do"), *forms, last)


def huge_image() -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    image = stream(zlib.compress(bytes(MILLION)), head + b" /Filter /FlateDecode")
    shown = stream(b"500 0 0 500 0 0 cm /I Do")
    return pdf(
        CATALOGUE, PAGES, page(b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"), shown, image
    )


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(20_000))
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count 20000 >>" % kids, *[page()] * 20_000)


def locked_pdf() -> bytes:
    keys = b"/Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s>" % (b"11" * 32, b"22" * 32)
    return pdf(
        CATALOGUE, PAGES, page(), b"<< %s >>" % keys, more=b"/Encrypt 4 0 R /ID [<00112233> <00112233>]"
    )


def pdf_that_is_a_zip_too() -> bytes:
    return text_pdf() + zipped({"xl/workbook.xml": b"<workbook/>"})


def pdf_with_a_program() -> bytes:
    acting = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>"
    return pdf(acting, PAGES, page())


def pdf_with_a_cyclic_outline() -> bytes:
    looping = b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>"
    return pdf(
        looping,
        PAGES,
        page(),
        b"<< /First 5 0 R /Last 5 0 R >>",
        b"<< /Title (a) /Next 5 0 R /Parent 4 0 R >>",
    )


def png(width: int, height: int, *chunks: bytes, rows: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", head), *chunks, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def picture_of(width: int = 600, height: int = 400) -> bytes:
    """An ordinary PNG: a pattern of dark and light."""
    line = b"\0" + bytes(40 + 180 * (x // 20 % 2) for x in range(width))
    return png(width, height, rows=line * height)


def png_with_a_long_comment() -> bytes:
    comment = chunk(b"zTXt", b"note\0\0" + zlib.compress(bytes(100 * MILLION), 9))
    return png(600, 400, comment, rows=(b"\0" + bytes(600)) * 400)


def jpeg() -> bytes:
    """An ordinary JPEG."""
    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(picture_of())).save(made, "JPEG")
    return made.getvalue()


def tiff_loop() -> bytes:
    entry = struct.pack("<HHII", 256, 3, 1, 100)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + entry + struct.pack("<I", 8)


def zipped(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", method, compresslevel=1) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'


def workbook(sheet: bytes, **more: bytes) -> bytes:
    """An XLSX with this sheet."""
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = b"http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = b"application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/xl/workbook.xml" ContentType="%s.sheet.main+xml"/></Types>' % kinds,
        "_rels/.rels": b'<Relationships xmlns="%s"><Relationship Id="r" Type="%s/officeDocument"'
        b' Target="xl/workbook.xml"/></Relationships>' % (package, office),
        "xl/workbook.xml": b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s">'
        b'<sheets><sheet name="s" sheetId="1" r:id="r"/></sheets></workbook>' % office,
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="%s"><Relationship Id="r" Type="%s/worksheet"'
        b' Target="worksheets/sheet1.xml"/>%s</Relationships>' % (package, office, more.pop("related", b"")),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped(members | {f"xl/{name}.xml": data for name, data in more.items()})


def far_cell() -> bytes:
    return workbook(SHEET % b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def far_cell_with_its_place_last() -> bytes:
    return workbook(SHEET % b'<sheetData><row><c t="n" s="0" r="XFD1048576"><v>1</v></c></row></sheetData>')


def lying_dimension() -> bytes:
    return workbook(
        SHEET % b'<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c></row></sheetData>'
    )


def row_bomb() -> bytes:
    return workbook(SHEET % (b"<sheetData>" + b"<row><c><v>1</v></c></row>" * 8 * MILLION + b"</sheetData>"))


def string_bomb() -> bytes:
    strings = b"<sst>" + b"<si><t>%s</t></si>" % (b"a" * 100) * MILLION + b"</sst>"
    return workbook(SHEET % b"<sheetData/>", sharedStrings=strings)


LAUGHS = (
    b'<!DOCTYPE lolz [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def laughing_workbook() -> bytes:
    return workbook(
        b'<?xml version="1.0"?>' + LAUGHS + SHEET % b"<sheetData><row><c><v>&j;</v></c></row></sheetData>"
    )


def lying_size() -> bytes:
    """A member that says it is small and is not."""
    honest = workbook(SHEET % (b"<sheetData>" + b" " * 300 * MILLION + b"</sheetData>"))
    true = struct.pack("<I", 300 * MILLION + len(SHEET % b"<sheetData></sheetData>"))
    assert honest.count(true) >= 1
    return honest.replace(true, struct.pack("<I", 1000))


def ofd(body: bytes, **members: bytes) -> bytes:
    root = b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody>%s</ofd:DocBody></ofd:OFD>' % body
    return zipped({"OFD.xml": root} | {f"{name}.xml": data for name, data in members.items()})


def ofd_traversal() -> bytes:
    return ofd(b"<ofd:DocRoot>../../../../etc/passwd</ofd:DocRoot>")


def laughing_ofd() -> bytes:
    return zipped({"OFD.xml": b'<?xml version="1.0"?>' + LAUGHS + b"<OFD>&j;</OFD>"})


def ofd_of_one_page_many_times() -> bytes:
    pages = b'<D xmlns="x"><Pages>%s</Pages></D>' % (b'<Page BaseLoc="P.xml"/>' * 5000)
    return ofd(b"<ofd:DocRoot>D.xml</ofd:DocRoot>", D=pages, P=b"<Page/>")


def ofd_of_a_huge_image() -> bytes:
    scan = b"<D><Pages><Page BaseLoc='P.xml'/></Pages></D>"
    parts = {"D.xml": scan, "P.xml": b"<Page/>", "i.png": png(60_000, 60_000)}
    return zipped({"OFD.xml": b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"} | parts)


def ofd_of_many_images() -> bytes:
    """Each of them as large as one may be."""
    scan = b"<D><Pages><Page BaseLoc='P.xml'/></Pages></D>"
    image = png(7700, 7700, rows=(b"\0" + bytes(7700)) * 7700)
    parts = {"D.xml": scan, "P.xml": b"<Page/>"} | {f"{number}.png": image for number in range(300)}
    return zipped({"OFD.xml": b"<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"} | parts, ZIP_STORED)


def many_members() -> bytes:
    return zipped({f"{number}": b"" for number in range(60_000)}, ZIP_STORED)


def large_zip() -> bytes:
    return zipped({"a.xml": bytes(210 * MILLION)})


def zip_in_a_zip() -> bytes:
    data = b"<a/>"
    for _ in range(20):
        data = zipped({"a.xml": data})
    return data


def locked_zip() -> bytes:
    made = bytearray(zipped({"a.xml": b"<a/>"}, ZIP_STORED))
    made[6] |= 1
    made[made.index(b"PK\1\2") + 8] |= 1
    return bytes(made)


def overlapping_zip() -> bytes:
    """Two entries of the directory that mean the same data."""
    made = zipped({"a.xml": b"<a/>", "b.xml": b"<b/>"}, ZIP_STORED)
    first, second = made.index(b"PK\1\2"), made.rindex(b"PK\1\2")
    return made[: second + 42] + made[first + 42 : first + 46] + made[second + 46 :]


def docx(body: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


def excel_2003(cells: bytes) -> bytes:
    return (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        b' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>'
        + cells
        + b"</Table></Worksheet></Workbook>"
    )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML = b'<?xml version="1.0"?>'
TABLE = "交易日期,收入,支出,余额\n".encode("gb18030")

KINDS: dict[str, tuple[Callable[[], bytes], Any]] = {
    "loop.pdf": (page_tree_loop, ("damaged",)),
    "own-child.pdf": (page_that_is_its_own_child, ("damaged", "ok")),
    "claim.pdf": (claimed_pages, ("damaged",)),
    "no-pages.pdf": (no_pages, ("damaged",)),
    "huge-page.pdf": (huge_page, ("ok",)),
    "nested.pdf": (nested_arrays, ("damaged", "ok")),
    "flate.pdf": (flate_bomb, ("crashed", "memory", "timeout", "ok")),
    "forms.pdf": (forms_within_forms, ("crashed", "memory", "timeout")),
    "huge-image.pdf": (huge_image, ("bomb",)),
    "many-pages.pdf": (many_pages, ("ok",)),
    "html.pdf": (lambda: b"<html><body>login</body></html>" * 20, ("ok",)),
    "polyglot.pdf": (pdf_that_is_a_zip_too, ("ok",)),
    "cut.pdf": (lambda: text_pdf()[:300], ("damaged",)),
    "junk.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, ("damaged",)),
    "late.pdf": (lambda: b"junk\n" * 100 + text_pdf(), ("ok", "damaged")),
    "locked.pdf": (locked_pdf, ("encrypted",)),
    "program.pdf": (pdf_with_a_program, ("ok",)),
    "outline.pdf": (pdf_with_a_cyclic_outline, ("ok",)),
    "huge.png": (lambda: png(60_000, 60_000), ("bomb",)),
    "large.png": (lambda: png(13_000, 13_000), ("bomb",)),
    "nothing.png": (lambda: png(0, 0), ("damaged",)),
    "comment.png": (png_with_a_long_comment, ("damaged", "bomb")),
    "bad-sum.png": (lambda: picture_of().replace(b"IDAT", b"IDAU"), ("damaged",)),
    "cut.png": (lambda: picture_of()[:-400], ("damaged",)),
    "cut.jpg": (lambda: jpeg()[:900], ("damaged",)),
    "head.jpg": (lambda: jpeg()[:20], ("damaged",)),
    "huge.bmp": (
        lambda: b"BM" + struct.pack("<IHHIIiiHHIIiiII", 99, 0, 0, 54, 40, 99_999, 99_999, 1, 24, *[0] * 6),
        ("bomb",),
    ),
    "loop.tiff": (tiff_loop, ("damaged",)),
    "cut.webp": (lambda: b"RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0" + bytes(9), ("damaged",)),
    "junk.heic": (lambda: b"\0\0\0\x18ftypheic" + bytes(500), ("damaged", "unavailable")),
    "picture.gif": (lambda: b"GIF89a" + bytes(40), ("unsupported",)),
    "far.xlsx": (far_cell, ("too_large",)),
    "far-too.xlsx": (far_cell_with_its_place_last, ("too_large",)),
    "dimension.xlsx": (lying_dimension, ("ok",)),
    "rows.xlsx": (row_bomb, ("bomb", "too_large")),
    "strings.xlsx": (string_bomb, ("bomb", "ok")),
    "laughs.xlsx": (laughing_workbook, ("bomb",)),
    "size.xlsx": (lying_size, ("bomb", "damaged")),
    "no-workbook.xlsx": (lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/a.xml": b"<a/>"}), ("damaged",)),
    "locked.xlsx": (
        lambda: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        ("encrypted",),
    ),
    "junk.xls": (lambda: OLE + bytes(500) + "Workbook".encode("utf-16-le") + bytes(5000), ("damaged",)),
    "far.xls": (lambda: xls((0, 0, 1.5), (65_535, 255, 2.5)), ("too_large", "memory", "crashed")),
    "low.xls": (lambda: xls((0, 0, 1.5), (65_535, 0, 2.5)), ("ok",)),
    "wide.xls": (lambda: xls((0, 0, 1.5), (0, 255, 2.5)), ("too_large",)),
    "many.xls": (lambda: xls(*((65_535 - n, n, 2.5) for n in range(200))), ("ok", "memory", "crashed")),
    "shell.xls": (lambda: OLE + b"\xff" * 4000, ("unsupported",)),
    "laughs.ofd": (laughing_ofd, ("bomb", "damaged")),
    "outside.ofd": (ofd_traversal, ("damaged",)),
    "no-root.ofd": (lambda: ofd(b""), ("damaged",)),
    "pages.ofd": (ofd_of_one_page_many_times, ("ok",)),
    "huge-image.ofd": (ofd_of_a_huge_image, ("bomb",)),
    "images.ofd": (ofd_of_many_images, ("ok", "timeout", "memory")),
    "members.zip": (many_members, ("bomb",)),
    "large.zip": (large_zip, ("bomb",)),
    "nested.zip": (zip_in_a_zip, ("unsupported",)),
    "locked.zip": (locked_zip, ("encrypted", "damaged")),
    "overlap.zip": (overlapping_zip, ("unsupported", "damaged")),
    "cut.zip": (lambda: zipped({"a.xml": bytes(MILLION)})[:1000], ("damaged",)),
    "two.zip": (lambda: zipped({"a.xml": b"<a/>", "b.xml": b"<b/>"}), ("unsupported",)),
    "laughs.docx": (lambda: docx(XML + LAUGHS + b"<w>&j;</w>"), ("bomb", "damaged")),
    "empty.docx": (lambda: zipped({"[Content_Types].xml": b"<a/>", "word/a.xml": b""}), ("damaged",)),
    "deep.docx": (lambda: docx(b"<w>" * MILLION), ("too_large", "damaged")),
    "laughs.xml": (lambda: XML + LAUGHS + b"<a>&j;</a>", ("bomb",)),
    "reads-a-file.xml": (
        lambda: XML + b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        ("bomb", "damaged"),
    ),
    "deep.xml": (lambda: XML + b"<a>" * MILLION, ("too_large", "damaged")),
    "long.xml": (lambda: XML + b"<a>" + b"<b/>" * 400_000 + b"</a>", ("too_large",)),
    "cut.xml": (lambda: XML + b"<a><b>", ("damaged",)),
    "deep.html": (lambda: b"<html>" + b"<table><tr><td>" * 200_000, ("too_large", "ok")),
    "comments.html": (lambda: b"<html>" + b"<!--" * MILLION, ("timeout",)),
    "far.xml": (
        lambda: excel_2003(b'<Row ss:Index="999999999"><Cell><Data>1</Data></Cell></Row>'),
        ("too_large",),
    ),
    "far-column.xml": (lambda: excel_2003(b'<Row><Cell ss:Index="999999999"/></Row>'), ("too_large",)),
    "back.xml": (
        lambda: excel_2003(b'<Row ss:Index="-5"><Cell ss:Index="abc"/></Row>'),
        ("damaged", "too_large"),
    ),
    "line.csv": (lambda: TABLE + b"1" * 30 * MILLION, ("damaged",)),
    "quote.csv": (lambda: TABLE + b'"' + b"1,2\n" * 7 * MILLION, ("damaged",)),
    "wide.csv": (lambda: TABLE + b"1," * 5000, ("too_large",)),
    "long.csv": (lambda: TABLE + b"1,2,3\n" * 300_000, ("too_large",)),
    "nul.csv": (lambda: TABLE + bytes(1000), ("unsupported",)),
    "odd.csv": (lambda: b"\xff\xfe" + b"\x00\xd8" * 501, ("unsupported",)),
    "nothing.csv": (lambda: b"", ("empty",)),
    "rar.rar": (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(100), ("unsupported",)),
    "noise.bin": (lambda: bytes((7 * n * n + n) % 256 for n in range(9000)), ("unsupported",)),
}
"""Every kind by the name of its file: how it is made, and the verdicts that are right."""
