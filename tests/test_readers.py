"""What the readers get out of ordinary files: the same table from every format that holds one."""

import io
import re
import sys
from itertools import combinations

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from precheck.documents.answer import facts_from
from precheck.documents.readers import reader_of
from precheck.documents.reading import Unreadable
from precheck.documents.sniffing import sniff
from precheck.rules.opened_formats import MOST_APART, bits_apart
from precheck.rules.opened_pages import HARDLY_ANY
from tests import hostile
from tests.conftest import ROOT
from tests.old_workbook import xls

HEAD = ["交易日期", "摘要", "收入", "余额"]
ROWS = [HEAD, ["2026-10-01", "货款", "1,200.50", "1,200.50"], ["2026-10-02", "退款", "", "1,100.00"]]
TEXT = "\r\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS)


def read(data):
    """The reading of a file, whatever it is."""
    return reader_of(sniff(data), data)[1](data)


def table(data):
    """The rows of its first table, without blank ones."""
    return [row for row in read(data).content.sheets[0].rows if any(row)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_the_same_in_every_encoding(encoding):
    assert table(TEXT.encode(encoding)) == ROWS


def test_big_endian_text_is_read_by_its_mark():
    assert table(b"\xfe\xff" + TEXT.encode("utf-16-be")) == ROWS


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_a_table_is_the_same_with_every_delimiter(delimiter):
    text = "\n".join(delimiter.join(row) for row in ROWS)
    assert table(text.encode("gb18030")) == ROWS


def test_lines_above_a_table_do_not_hide_its_delimiter():
    text = "户名：示例商行\n账号：6222020000000000216\n" + TEXT
    assert table(text.encode("gb18030"))[2:] == ROWS


LONG_TITLES = "".join(f"示例银行，{n},账户明细,仅供参考,打印于,柜台\n" for n in range(9))
"""More lines with commas than the table has rows."""


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_titles_with_commas_do_not_hide_the_delimiter_of_the_header(delimiter):
    text = LONG_TITLES + "\n".join(delimiter.join(row) for row in ROWS)
    assert table(text.encode("gb18030"))[9:] == ROWS


def test_cells_that_are_filled_up_with_tabs_do_not_hide_the_commas():
    padded = "\r\n".join(",".join(f'"{cell}\t\t\t"' for cell in row) for row in ROWS)
    assert [[cell.strip() for cell in row] for row in table(padded.encode())] == ROWS


def test_the_marks_of_the_bills_of_merchants_are_no_part_of_the_values():
    marked = "\r\n".join(
        ",".join(f"`{cell}" for cell in row) for row in (["2026-10-01", "货款", "1.50", "1.50"],)
    )
    assert table((",".join(HEAD) + "\r\n" + marked).encode()) == [
        HEAD,
        ["2026-10-01", "货款", "1.50", "1.50"],
    ]


def test_values_written_as_formulas_are_the_texts_that_they_stand_for():
    cells = ['="2026-10-01"', "货款", '="1,200.50"', '="1,200.50"']
    assert table((",".join(HEAD) + "\r\n" + ",".join(cells)).encode()) == ROWS[:2]


def test_a_table_that_is_no_statement_has_the_delimiter_of_most_lines():
    assert table("甲;乙;丙\n1,5;2,5;3,5\n2;3;4".encode()) == [
        ["甲", "乙", "丙"],
        ["1,5", "2,5", "3,5"],
        ["2", "3", "4"],
    ]


def test_the_table_of_a_web_page_is_read_under_any_name():
    cells = "".join("<tr>" + "".join(f"<td> {cell} </td>" for cell in row) + "</tr>" for row in ROWS)
    page = f"<html><script>var x = '<td>';</script><p>户名：示例商行</p><table>{cells}</table></html>"
    assert table(page.encode("gb18030")) == ROWS
    assert read(page.encode()).content.pages[0].lines == [["户名：示例商行"]]


def test_joined_cells_of_a_web_page_leave_the_others_in_their_columns():
    head = "<tr><th rowspan=2>日期<th colspan='2'>发生额<th rowspan=2>余额</tr><tr><th>借方<th>贷方</tr>"
    page = f"<table>{head}<tr><td>2026-01-05<td>1.00<td><td>9.00</tr></table>"
    assert read(page.encode()).content.sheets[0].rows == [
        ["日期", "发生额", "", "余额"], ["", "借方", "贷方"], ["2026-01-05", "1.00", "", "9.00"],
    ]  # fmt: skip


@pytest.mark.parametrize("joined", ["0", "-2", "many", "10000", ""])
def test_cells_of_a_web_page_that_join_no_sensible_number_of_others_join_none(joined):
    page = f"<table><tr><td rowspan='{joined}' colspan='{joined}'>a<td>b<tr><td>c<td>d</table>"
    assert read(page.encode()).content.sheets[0].rows == [["a", "b"], ["c", "d"]]


def test_joined_cells_of_a_workbook_of_excel_2003_leave_the_others_in_their_columns():
    data = b"<Row><Cell ss:MergeAcross='2'><Data>a</Data></Cell><Cell><Data>b</Data></Cell></Row>"
    assert read(hostile.excel_2003(data)).content.sheets[0].rows == [["a", "", "", "b"]]


def test_a_workbook_of_excel_2003_keeps_its_gaps():
    cell = "<Cell{}><Data>{}</Data></Cell>".format
    rows = cell("", "a") + cell(" ss:Index='4'", "d"), cell("", "e")
    data = "<Row>{}</Row><Row ss:Index='3'>{}</Row>".format(*rows)
    assert read(hostile.excel_2003(data.encode())).content.sheets[0].rows == [["a", "", "", "d"], [], ["e"]]


def test_a_workbook_keeps_the_places_of_its_cells():
    rows = b'<sheetData><row r="3"><c r="B3"><v>12.5</v></c><c r="D3" t="str"><v>x</v></c></row></sheetData>'
    (sheet,) = read(hostile.workbook(hostile.SHEET % rows)).content.sheets
    assert sheet.rows == [[], [], ["", 12.5, "", "x"]]


def test_a_formula_that_nobody_has_worked_out_is_no_empty_cell():
    """As programs write that do not calculate; one with its value has that value."""
    cells = b'<c r="A1"><f>SUM(B1:C1)</f><v></v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+2</f><v>3</v></c><c r="D1"><v>4</v></c>'
    data = hostile.workbook(hostile.SHEET % b"<sheetData><row>%s</row></sheetData>" % cells)
    assert read(data).content.sheets[0].rows == [["=", "=", 3.0, 4.0]]


def test_a_formula_is_in_the_sheet_that_its_file_belongs_to_whatever_that_is_called():
    def sheet(cells):
        return hostile.SHEET % b"<sheetData><row>%s</row></sheetData>" % cells

    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = b'<sheet name="first" sheetId="7" r:id="q"/><sheet name="last" sheetId="1" r:id="r"/>'
    data = hostile.workbook(
        sheet(b'<c r="A1"><f>1+1</f></c><c r="B1"><v>1</v></c>'),
        sums=sheet(
            b'<c r="A1" t="str"><v></v></c><c r="B1"><f t="shared" si="0"/></c><c r="C1"><v>2</v></c>'
        ),
        workbook=b'<workbook xmlns:r="%s"><sheets>%s</sheets></workbook>' % (office, names),
        related=b'<Relationship Id="q" Type="%s/worksheet" Target="/xl/sums.xml"/>' % office,
    )
    found = {each.name: each.rows for each in read(data).content.sheets}
    assert found == {"first": [["", "=", 2.0]], "last": [["=", 1.0]]}


def test_a_figure_that_nobody_has_worked_out_is_said_to_be_unread():
    texts = [["利润表"], ["编制单位："], ["项目", "本年累计金额"], ["一、营业收入"]]
    rows = [[b'<c r="%s%d" t="str"><v>%s</v></c>' % (b"AB"[at : at + 1], number, text.encode()) for at, text in enumerate(row)] for number, row in enumerate(texts, 1)]  # fmt: skip
    rows[1].append(b'<c r="B2"><f>X!A1</f></c>')
    rows[3].append(b'<c r="B4"><f>SUM(B5:B9)</f></c>')
    lines = b"".join(b'<row r="%d">%s</row>' % (number, b"".join(row)) for number, row in enumerate(rows, 1))
    (form,) = facts_from(hostile.workbook(hostile.SHEET % (b"<sheetData>%s</sheetData>" % lines))).says.forms
    assert (form.figures, [each.cell for each in form.misread], form.holder) == ((), ["B4"], None)


def test_a_workbook_of_old_keeps_the_places_of_its_cells():
    assert read(xls((0, 1, 12.5), (2, 0, -3.0))).content.sheets[0].rows == [["", 12.5], [], [-3.0, ""]]


def test_a_workbook_without_a_cell_is_blank():
    assert read(hostile.workbook(hostile.SHEET % b"<sheetData/>")).blank == (1,)


def test_a_word_file_gives_its_paragraphs_and_the_rows_of_its_tables():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    row = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(part("租金"), part("5,000"))
    body = f"<w:document {space}><w:body>{part('租赁合同')}{row}</w:body></w:document>"
    assert read(hostile.docx(body.encode())).content.pages[0].lines == [["租赁合同"], ["租金", "5,000"]]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body):
    """A Word file with this body."""
    return hostile.docx(f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())


def word_table(*rows):
    """A Word file of one table."""
    return word_file(table_in_word(*rows))


def table_in_word(*rows):
    """A table in a Word file; a cell is its text, or that with the number of columns it joins."""

    def cell(text, joins=1):
        width = f'<w:tcPr><w:gridSpan w:val="{joins}"/></w:tcPr>' if joins > 1 else ""
        return f"<w:tc>{width}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    lines = ["".join(cell(*([each] if isinstance(each, str) else each)) for each in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def test_empty_cells_of_a_word_file_leave_the_others_in_their_columns():
    data = word_table(
        [("账户明细", 5)],
        ["户名：示例商行", ("账号：3301000000000000018", 4)],
        ["交易日期", "摘要", "收入", "支出", "余额"],
        ["2026-01-05", "货款", "1,000.00", "", "1,500.00"],
        ["2026-01-06", "材料款", "", "200.00", "1,300.00"],
    )
    (flow,) = facts_from(data).says.flows
    assert [(each.inflow, each.outflow, each.opening) for each in flow.months] == [(1_000_00, 200_00, 500_00)]
    assert flow.unread == ()


def test_a_paragraph_between_two_halves_of_a_day_belongs_to_neither():
    head = ["交易日期", "摘要", "收入", "支出", "余额"]
    above = [head, ["2026-01-05", "货款", "1.00", "", "9.00"], ["2026-01-", "货款", "", "", ""]]
    paragraph = "<w:p><w:r><w:t>12.00</w:t></w:r></w:p>"
    below = [["07", "", "2.00", "", "11.00"]]
    data = word_file(f"{table_in_word(*above)}{paragraph}{table_in_word(*below)}")
    (flow,) = facts_from(data).says.flows
    assert [(each.inflow, each.closing) for each in flow.months] == [(3_00, 11_00)]


def test_lines_and_paragraphs_of_a_word_file_end_where_they_end():
    """A lease has its parties on two lines of one paragraph as often as in two paragraphs."""
    lines = "<w:p><w:r><w:t>出租方：甲示例公司</w:t><w:br/><w:t>承租方：乙示例</w:t></w:r><w:r><w:t>公司</w:t></w:r></w:p>"
    cell = "<w:tc><w:p><w:r><w:t>租金：</w:t></w:r></w:p><w:p><w:r><w:t>5,000.00元</w:t></w:r></w:p></w:tc>"
    assert read(word_file(f"{lines}<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).content.pages[0].lines == [
        ["出租方：甲示例公司"], ["承租方：乙示例公司"], ["租金：\n5,000.00元"],
    ]  # fmt: skip


def test_joined_cells_of_a_word_file_take_the_columns_that_they_join():
    (page,) = read(word_table([("a", 2), "b"], ["c", "d", "e"])).content.pages
    (_, b), (_, _, e) = page.spans
    assert b == e


INVOICE = b"<EInvoice><A><InvoiceNumber>25332000000123456789</InvoiceNumber><Empty/></A></EInvoice>"


def test_a_voucher_gives_its_leaves():
    assert read(INVOICE).content.elements == (
        ("EInvoice/A/InvoiceNumber", "25332000000123456789"),
        ("EInvoice/A/Empty", ""),
    )


def test_an_archive_of_one_voucher_is_the_voucher():
    assert read(hostile.zipped({"a/invoice.xml": INVOICE, "a/readme.txt": b"-"})) == read(INVOICE)


def test_the_named_data_and_the_lines_of_an_ofd_are_read():
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    text = '<ofd:TextObject ID="{}" Boundary="{} {} 20 4"><ofd:TextCode>{}</ofd:TextCode></ofd:TextObject>'.format
    page = f"<ofd:Page {space}>{text(7, 90, 10, '100.00')}{text(6, 10, 10, '价税合计')}{text(8, 10, 20, '销售方')}</ofd:Page>"
    document = f'<ofd:Document {space}><ofd:Pages><ofd:Page BaseLoc="P.xml"/></ofd:Pages></ofd:Document>'
    root = (
        '<ofd:CustomDatas><ofd:CustomData Name="发票号码">25332000000123456789</ofd:CustomData></ofd:CustomDatas>'
        "<ofd:DocRoot>D/Document.xml</ofd:DocRoot>"
    )
    tags = f"<e {space}><Total><ofd:ObjectRef>7</ofd:ObjectRef></Total></e>"
    data = hostile.zipped(
        {
            "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody>{root}</ofd:DocBody></ofd:OFD>".encode(),
            "D/Document.xml": document.encode(),
            "D/P.xml": page.encode(),
            "D/Tags/CustomTag.xml": tags.encode(),
        }
    )
    content = read(data).content
    assert content.pages[0].lines == [["价税合计", "100.00"], ["销售方"]]
    assert content.elements == (
        ("CustomData/发票号码", "25332000000123456789"),
        ("CustomTag/Total", "100.00"),
    )


def paper(*shown, more=b""):
    """A PDF with a page for every stream."""
    numbers = range(4, 4 + 2 * len(shown), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    pages = [
        part
        for number, text in zip(numbers, shown, strict=True)
        for part in (
            hostile.page(b"/Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> %s" % (number + 1, more)),
            hostile.stream(text),
        )
    ]
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(shown))
    return hostile.pdf(hostile.CATALOGUE, tree, hostile.FONT, *pages)


TABLE = b"BT /F 10 Tf 40 500 Td (Date) Tj 200 0 Td (Money in) Tj 0 -20 Td (100.00) Tj -200 0 Td (2026-10-01) Tj ET"


def test_a_day_that_touches_the_amount_of_the_next_column_is_a_word_of_its_own():
    shown = b"BT /F 10 Tf 40 500 Td (2026-01-17) Tj 51 0 Td (28,606.26) Tj 90 0 Td (100.00) Tj ET"
    assert read(paper(shown)).content.pages[0].lines == [["2026-01-17", "28,606.26", "100.00"]]


def test_a_word_that_goes_on_behind_a_hyphen_in_the_next_line_keeps_the_hyphen():
    """What reads PDF puts a sign of its own there: `二维码收款-退款` would be no refund."""
    shown = b"BT /F 10 Tf 40 500 Td (Paid-) Tj 0 -12 Td (back) Tj ET"
    assert read(paper(shown)).content.pages[0].lines == [["Paid-back"]]


AS_SEEN = {0: b"", 90: b"0 1 -1 0 595 0 cm ", 180: b"-1 0 0 -1 595 842 cm ", 270: b"0 -1 1 0 0 842 cm "}
"""What turns the text of a page back that is shown turned clockwise by so many degrees."""


@pytest.mark.parametrize("turned", AS_SEEN)
def test_a_page_is_read_as_it_is_seen_however_it_is_turned(turned):
    page = paper(AS_SEEN[turned] + TABLE, more=b"/Rotate %d" % turned)
    assert read(page).content.pages[0].lines == [["Date", "Money in"], ["2026-10-01", "100.00"]]


@pytest.mark.parametrize("turned", AS_SEEN)
def test_a_page_is_read_as_it_is_written_however_it_is_shown(turned):
    upright = read(paper(TABLE)).content.pages[0].lines
    assert read(paper(TABLE, more=b"/Rotate %d" % turned)).content.pages[0].lines == upright
    assert read(paper(AS_SEEN[turned] + TABLE)).content.pages[0].lines == upright


WIDE = {"-": 333, ",": 278, ".": 278}
"""Of a thousand: how wide Helvetica draws what is no digit."""


def one_by_one(x, y, text):
    """A word, each of its characters drawn for itself, as browsers print."""
    starts = [x + sum(WIDE.get(each, 556) for each in text[:at]) / 100 for at in range(len(text))]
    letters = zip(starts, text, strict=True)
    return "".join(f"BT /F 10 Tf {start:.2f} {y} Td ({letter}) Tj ET " for start, letter in letters).encode()


def test_a_page_of_few_rows_that_is_drawn_character_by_character_keeps_its_words():
    """What reads PDF takes such a page for one that is written from top to bottom."""
    rows = [["2026-06-11", "12,111.11", "90,733.01"], ["2026-06-16", "27,516.38", "118,249.45"]]
    page = b"".join(
        one_by_one(x, 500 - 14 * line, word)
        for line, row in enumerate(rows)
        for x, word in zip((40, 230, 280), row, strict=True)
    )
    assert read(paper(page)).content.pages[0].lines == rows


def test_blank_pages_are_told_from_pages_with_text_and_from_drawings():
    reading = read(paper(TABLE, b"", b"0 0 300 300 re f"))
    assert (reading.pages, reading.blank) == (3, (2,))


def png(image):
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def print_page(size=(1200, 800)):
    image = Image.new("L", size, 235)
    draw = ImageDraw.Draw(image)
    for line in range(20, size[1] - 20, 24):
        for word in range(20, size[0] - 40, 34):
            draw.rectangle((word, line, word + 22, line + 10), fill=50)
    return image


def test_a_blurred_page_is_told_from_a_sharp_one():
    sharp, blurred = (
        read(png(image)).picture for image in (print_page(), print_page().filter(ImageFilter.GaussianBlur(4)))
    )
    assert sharp.sharpness > 140 > blurred.sharpness
    assert min(sharp.contrast, blurred.contrast) >= 20


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_an_image_of_one_shade_is_blank(shade):
    assert read(png(Image.new("L", (600, 400), shade))).blank == (1,)


PICTURES = {
    path.relative_to(ROOT / "examples"): Image.open(path).convert("RGB")
    for path in sorted((ROOT / "examples").glob("*/papers/*"))
    if path.suffix in (".jpg", ".png")
}
"""The photos of the examples."""
FORM = {path: re.sub(r"\d|spouse|id", "", path.stem).strip("-") for path in PICTURES}
"""What a photo is of: front, back, licence … Those of one form look alike."""


def saved(image, quality=95):
    made = io.BytesIO()
    image.save(made, "JPEG", quality=quality)
    return made.getvalue()


def cropped(image, share):
    dx, dy = round(image.width * share), round(image.height * share)
    return image.crop((dx, dy, image.width - dx, image.height - dy))


def apart(one, other):
    """The bits by which two photos differ, the edges of one of them cut off if that makes it fewer."""
    first, second = one.sketches, other.sketches
    pairs = [(first[0], each) for each in second] + [(each, second[0]) for each in first]
    return min(bits_apart(*pair) for pair in pairs)


AGAIN = {
    "saved": lambda image: saved(image, 30),
    "smaller": lambda image: saved(image.resize((image.width // 3, image.height // 3))),
    "cropped": lambda image: saved(cropped(image, 0.04)),
    "all of it": lambda image: saved(cropped(image.resize((700, 437)), 0.03), 50),
}


@pytest.mark.parametrize("how", AGAIN)
def test_a_picture_made_again_looks_the_same(how):
    for image in PICTURES.values():
        assert apart(read(png(image)).picture, read(AGAIN[how](image)).picture) <= MOST_APART


def test_pictures_of_different_papers_look_different():
    seen = {path: read(png(image)).picture for path, image in PICTURES.items()}
    others = [pair for pair in combinations(seen, 2) if FORM[pair[0]] != FORM[pair[1]]]
    assert len(others) > 100
    assert min(apart(seen[one], seen[other]) for one, other in others) > MOST_APART


LICENCES = [image for path, image in PICTURES.items() if path.stem == "licence"]
TINTS = {"white": "#ffffff", "cream": "#fff0d0", "lamplight": "#ffd090", "shade": "#c8d8ff"}


@pytest.mark.parametrize("tint", TINTS)
@pytest.mark.parametrize("quality", [95, 20])
def test_a_licence_turned_grey_has_no_colours_on_any_paper_and_the_original_has(tint, quality):
    for licence in LICENCES:
        copy = licence.convert("L").convert("RGB")
        grey, original = (
            read(
                saved(ImageChops.multiply(image, Image.new("RGB", image.size, TINTS[tint])), quality)
            ).picture
            for image in (copy, licence)
        )
        assert grey.coloured < HARDLY_ANY
        assert original.coloured > 10 * HARDLY_ANY


def test_a_red_seal_on_a_grey_copy_is_a_colour():
    copy = LICENCES[0].convert("L").convert("RGB")
    ImageDraw.Draw(copy).ellipse((700, 400, 860, 560), outline=(210, 70, 70), width=6)
    assert read(saved(copy, 30)).picture.coloured >= HARDLY_ANY


def test_the_colours_of_a_scan_in_a_pdf_are_seen():
    def scan(image):
        made = io.BytesIO()
        image.save(made, "PDF")
        return read(made.getvalue()).picture.coloured

    licence = LICENCES[0]
    assert scan(licence.convert("L").convert("RGB")) < HARDLY_ANY
    assert scan(licence) > 10 * HARDLY_ANY


def test_a_picture_that_has_only_greys_has_no_colours():
    assert read(png(print_page())).picture.coloured == 0


def test_a_photo_taken_upright_is_measured_upright():
    image = print_page()
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x0131] = "Adobe Photoshop 25.0"
    made = io.BytesIO()
    image.save(made, "JPEG", exif=exif)
    picture = read(made.getvalue()).picture
    assert (picture.width, picture.height) == (800, 1200)
    assert picture.edited


def with_code(text):
    image = print_page()
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    view = memoryview(zxingcpp.write_barcode_to_image(code, scale=4))
    drawn = Image.frombytes("L", (view.shape[1], view.shape[0]), bytes(view))
    image.paste(drawn, (300, 200))
    return image


CODE = "01,31,,25332000000123456789,21800.00,20250307,,E86A"


@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_code_on_a_photo_is_read(turn):
    assert read(png(with_code(CODE).rotate(turn, expand=True))).content.codes == (CODE,)


def test_the_invoice_in_a_code_is_a_fact():
    (invoice,) = facts_from(png(with_code(CODE))).says.invoices
    assert invoice.number.text == "25332000000123456789"


def voucher(content, **images):
    """An OFD of one page, with files of images in it."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    document = f'<ofd:Document {space}><ofd:Pages><ofd:Page BaseLoc="P.xml"/></ofd:Pages></ofd:Document>'
    root = f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    parts = {
        "OFD.xml": root,
        "D/Document.xml": document,
        "D/P.xml": f"<ofd:Page {space}>{content}</ofd:Page>",
    }
    files = {f"D/Res/{name.replace('_', '.')}": data for name, data in images.items()}
    return hostile.zipped({name: text.encode() for name, text in parts.items()} | files)


TITLE = '<ofd:TextObject ID="1" Boundary="1 1 90 5"><ofd:TextCode>电子发票</ofd:TextCode></ofd:TextObject>'
LETTER = TITLE.replace("电子发票", "来信")
SEEN = '<ofd:ImageObject ID="2" Boundary="1 9 20 20" ResourceID="3"/>'


def on_glass(image):
    """Its dark parts on a transparent sheet."""
    sheet = Image.new("LA", image.size)
    sheet.putalpha(image.point(lambda shade: 255 - shade))
    return sheet


def test_a_code_in_an_image_of_an_ofd_is_read():
    for image in (with_code(CODE), on_glass(with_code(CODE))):
        assert read(voucher(TITLE + SEEN, code_png=png(image))).content.codes == (CODE,)


def test_a_code_is_one_code_however_often_it_stands_in_a_file():
    twice = voucher(TITLE, a_PNG=png(with_code(CODE)), b_jpg=saved(with_code(CODE).convert("RGB")))
    assert read(twice).content.codes == (CODE,)


def test_images_of_an_ofd_that_do_not_open_leave_its_text_as_it_is():
    reading = read(voucher(TITLE, a_png=png(with_code(CODE))[:500], b_jb2=b"?", c_png=png(with_code(CODE))))
    assert reading.content.pages[0].lines == [["电子发票"]]
    assert reading.content.codes == (CODE,)


def test_an_image_in_an_ofd_that_would_fill_all_memory_is_answered_as_one_outside():
    with pytest.raises(Unreadable, match="bomb"):
        read(voucher(TITLE, a_png=hostile.png(60_000, 60_000)))


def test_no_codes_are_looked_for_in_an_ofd_that_is_no_invoice_and_has_text():
    assert read(voucher(LETTER, a_png=png(with_code(CODE)))).content.codes == ()


def test_a_page_of_an_ofd_that_is_one_image_is_a_scan_and_not_blank():
    scan, blank = read(voucher(SEEN, a_png=png(with_code(CODE)))), read(voucher(""))
    assert (scan.blank, scan.content.codes) == ((), (CODE,))
    assert blank.blank == (1,)


def test_the_codes_on_every_page_of_a_scan_are_read():
    other = CODE.replace("21800.00", "379.00")
    made = io.BytesIO()
    pages = [with_code(CODE), with_code(other)]
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:])
    assert read(made.getvalue()).content.codes == (CODE, other)


def test_an_image_of_sixteen_bits_is_seen_as_one_of_eight():
    shades = print_page().convert("I").point(lambda shade: shade * 256).convert("I;16")
    deep, flat = read(png(shades)).picture, read(png(print_page())).picture
    assert (deep.contrast, deep.sketches) == (flat.contrast, flat.sketches)


def test_what_is_transparent_is_white():
    assert read(png(on_glass(print_page()))).blank == ()
    assert read(png(Image.new("LA", (600, 400)))).blank == (1,)


def test_without_the_library_of_phone_pictures_they_are_unavailable_and_not_damaged(monkeypatch):
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    assert facts_from(hostile.KINDS["junk.heic"][0]()).verdict == "unavailable"


def test_a_phone_picture_is_read_where_its_reader_is_installed():
    heif = pytest.importorskip("pillow_heif")
    made = io.BytesIO()
    heif.from_pillow(print_page().convert("RGB")).save(made)
    assert sniff(made.getvalue()) == "heic"
    assert read(made.getvalue()).picture.width == 1200


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"  <!DOCTYPE HTML>", "html"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        (b"a,b,c\n1,2,3", "csv"),
        (b"plain words", "text"),
        (bytes(range(256)), "unknown"),
        (b"\0\0\0\x18ftypheic", "heic"),
    ],
)
def test_a_file_is_known_by_its_content(data, form):
    assert sniff(data) == form


def test_text_that_is_no_text_is_damaged():
    with pytest.raises(Unreadable):
        reader_of("csv", b"")[1](b"\0")
