"""Makes the papers that the example applications name: invented samples in real file formats, standard library only.

    python examples/make_papers.py

Every paper says that it is an invented sample. Tables repeat the figures of the draft beside them, so that a paper
and its draft tell the same story.
"""

import csv
import io
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pictures import jpeg, png, written

Draft = dict[str, Any]
Paper = dict[str, Any]
Row = list[Any]

NOTICE = "示例材料，内容虚构 / INVENTED SAMPLE"
SHEETS = ("balance_sheet", "income_statement")
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def table(draft: Draft, paper: Paper) -> list[Row]:
    """What a paper says: the notice, who and when, then the figures that the draft has for it."""
    head = [
        [key, paper[key]] for key in ("kind", "holder", "period", "issued", "valid_until") if key in paper
    ]
    return [[NOTICE], *head, *_figures(draft, paper)]


def _figures(draft: Draft, paper: Paper) -> Iterator[Row]:
    kind = paper["kind"]
    if kind in SHEETS:
        yield from _statement(draft, paper)
    elif kind == "bank_statement":
        yield from _months(draft.get("bank_accounts", []))
    elif kind == "platform_statement":
        yield from _months(draft.get("platforms", []))
    elif kind == "vat_return":
        for each in draft.get("vat_returns", []):
            yield [each["period"], *(f"{name} {amount}" for name, amount in each["current"].items())]
    elif kind == "income_tax_return":
        for each in draft.get("income_tax_returns", []):
            if each["period"] == paper["period"]:
                yield from ([name, value] for name, value in each.items())


def _statement(draft: Draft, paper: Paper) -> Iterator[Row]:
    for each in draft.get("statements", []):
        if each["period"] == paper["period"]:
            columns = [value for value in each[paper["kind"]].values() if isinstance(value, dict)]
            for line in columns[0] | columns[1]:
                yield [line, *(column.get(line, 0) for column in columns)]


def _months(holders: list[Draft]) -> Iterator[Row]:
    for each in holders:
        yield [each.get("number", each.get("platform")), each["holder"]]
        yield from ([f"{key} {value}" for key, value in month.items()] for month in each["months"])


def picture(draft: Draft, paper: Paper) -> list[list[bool]]:
    """A drawing of the paper in block letters: its kind and side."""
    words = paper["kind"].replace("_", " ").upper()
    side = paper.get("side", "both").upper()
    who = list(dict.fromkeys(each["holder"] for each in draft["documents"])).index(paper["holder"])
    return written("INVENTED SAMPLE", words, f"SIDE {side}", f"HOLDER {'ABCDEFGH'[who]}")


def pdf(draft: Draft, paper: Paper) -> bytes:
    """One page of text in a Chinese font that every reader has."""
    lines = ["  ".join(map(str, row)) for row in table(draft, paper)]
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    text = zlib.compress(f"BT /F 9 Tf 12 TL 40 800 Td\n{shown}ET".encode())
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    return _pdf_file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )


def _pdf_file(*objects: bytes) -> bytes:
    body, starts = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    table_of = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    return (
        body + table_of + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    )


def comma_separated(draft: Draft, paper: Paper) -> bytes:
    """A table as banks and platforms export it: GB18030, Windows line ends."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table(draft, paper))
    return text.getvalue().encode("gb18030")


def archive(files: dict[str, str]) -> bytes:
    """A zip whose bytes depend on its content alone."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            zipped.writestr(member, XML + text)
    return packed.getvalue()


def workbook(draft: Draft, paper: Paper) -> bytes:
    """An XLSX file with one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in table(draft, paper))
    return archive(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{related}"><Relationship Id="r1"'
            f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="示例" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{related}"><Relationship Id="r1"'
            f' Type="{office}/worksheet" Target="sheet1.xml"/></Relationships>',
            "xl/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def _cell(value: Any) -> str:
    if isinstance(value, (int, float)):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def ofd(draft: Draft, paper: Paper) -> bytes:
    """One page of text in OFD, the format of electronic vouchers (GB/T 33190)."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    lines = [escape("  ".join(map(str, row))) for row in table(draft, paper)]
    texts = "".join(
        f'<ofd:TextObject ID="{number + 10}" Boundary="10 {10 + 6 * number} 190 6" Font="3" Size="4">'
        f'<ofd:TextCode X="0" Y="4">{line}</ofd:TextCode></ofd:TextObject>'
        for number, line in enumerate(lines)
    )
    return archive(
        {
            "OFD.xml": f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            f"<ofd:Title>{NOTICE}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>"
            "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
            '</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
            "Doc_0/PublicRes.xml": f'<ofd:Res {space} BaseLoc="."><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts></ofd:Res>',
            "Doc_0/Page_0/Content.xml": f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="2">{texts}</ofd:Layer></ofd:Content></ofd:Page>',
        }
    )


def voucher(draft: Draft, paper: Paper) -> bytes:
    """An electronic voucher as plain XML."""
    rows = "".join(f"<row>{escape('  '.join(map(str, row)))}</row>\n" for row in table(draft, paper))
    return f"{XML}<voucher>\n{rows}</voucher>\n".encode()


WRITERS: dict[str, Callable[[Draft, Paper], bytes]] = {
    ".jpg": lambda draft, paper: jpeg(picture(draft, paper), NOTICE),
    ".png": lambda draft, paper: png(picture(draft, paper), NOTICE),
    ".pdf": pdf,
    ".xlsx": workbook,
    ".csv": comma_separated,
    ".ofd": ofd,
    ".xml": voucher,
}


def make(folder: Path) -> None:
    """Write every paper that the application in `folder` names."""
    draft = json.loads((folder / "application.json").read_text(encoding="utf-8"))
    for paper in draft["documents"]:
        path = folder / paper["path"]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(WRITERS[path.suffix](draft, paper))


if __name__ == "__main__":
    for application in sorted(Path(__file__).parent.glob("*/application.json")):
        make(application.parent)
