"""XLSX and OFD files: zip archives whose bytes depend on their content alone, standard library only."""

import io
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from . import Part, Row

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
LINE, LETTER, GAP = 6, 4, 8
"""Millimetres: the height of a line, the width of a Chinese character, and what is between columns."""


def archive(files: Mapping[str, str]) -> bytes:
    """A zip of XML files."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            zipped.writestr(member, XML + text)
    return packed.getvalue()


def workbook(parts: Sequence[Part]) -> bytes:
    """An XLSX file with a sheet a part."""
    numbers = range(1, len(parts) + 1)
    sheets = {f"xl/sheet{number}.xml": _sheet(rows) for number, (_, rows) in zip(numbers, parts, strict=True)}
    types = "".join(f'<Override PartName="/{name}" ContentType="{KINDS}.worksheet+xml"/>' for name in sheets)
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="r{number}"/>'
        for number, (name, _) in zip(numbers, parts, strict=True)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="sheet{n}.xml"/>' for n in numbers
    )
    return archive(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{KINDS}.sheet.main+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATED}"><Relationship Id="r1"'
            f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATED}">{links}</Relationships>',
            **sheets,
        }
    )


def _sheet(rows: Sequence[Row]) -> str:
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def _cell(value: str | float) -> str:
    if isinstance(value, (int, float)):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else "<c/>"


def ofd(parts: Sequence[Part], named: Mapping[str, str]) -> bytes:
    """Pages of text in OFD (GB/T 33190), the format of electronic vouchers, with named data if there is any."""
    data = "".join(
        f"<ofd:CustomData Name={quoteattr(name)}>{escape(text)}</ofd:CustomData>"
        for name, text in named.items()
    )
    custom = f"<ofd:CustomDatas>{data}</ofd:CustomDatas>" if data else ""
    pages = {f"Doc_0/Pages/Page_{number}/Content.xml": _page(rows) for number, (_, rows) in enumerate(parts)}
    links = "".join(
        f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(parts))
    )
    return archive(
        {
            "OFD.xml": f'<ofd:OFD {OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>样本</ofd:Title>'
            f"{custom}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea>"
            "<ofd:PhysicalBox>0 0 297 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
            f"</ofd:CommonData><ofd:Pages>{links}</ofd:Pages></ofd:Document>",
            "Doc_0/PublicRes.xml": f'<ofd:Res {OFD} BaseLoc="."><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts></ofd:Res>',
            **pages,
        }
    )


def _page(rows: Sequence[Row]) -> str:
    texts = "".join(text for line, row in enumerate(rows) for text in _line(line, row))
    return f'<ofd:Page {OFD}><ofd:Content><ofd:Layer ID="2">{texts}</ofd:Layer></ofd:Content></ofd:Page>'


def _line(line: int, row: Row) -> Iterator[str]:
    """The cells of a row side by side; empty cells are not drawn."""
    left = 10
    for column, cell in enumerate(map(str, row)):
        width = sum(LETTER // 2 if each.isascii() else LETTER for each in cell)
        if cell:
            yield (
                f'<ofd:TextObject ID="{1000 + 20 * line + column}" Boundary="{left} {10 + LINE * line} {width} {LETTER + 1}"'
                f' Font="3" Size="4"><ofd:TextCode X="0" Y="4">{escape(cell)}</ofd:TextCode></ofd:TextObject>'
            )
        left += width + GAP
