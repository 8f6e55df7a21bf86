"""PDF: the text of every page in lines and columns, blank pages, and the codes on a scan or an invoice."""

import re
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, memmove
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..content import Content, Page
from ..file_facts import Picture
from ..limits import LONG_SIDE, MOST_PAGES, MOST_PIXELS
from ..reading import Reading, Unreadable
from . import stand_in_font
from .lines import Word, page_of

WORD = re.compile(r"[^ \t\r\n]+")
POINTS = 72
COARSE_DPI = 24
"""Enough to tell whether there is anything on a page."""
DARK = 200
LEAST_INK = 0.0005
LEAST_RANGE = 25
"""A page is blank when hardly a pixel is dark and the darkest and the lightest are alike, as on paper in a scanner."""
FEW_LETTERS = 5
HUGE_SIDE = 14_400
"""Points; no page that anybody prints."""
INVOICE = "发票"
MOST_LOOKED_AT = 5
"""Pages on which codes are looked for; drawing a scan takes longer than reading a page of text."""
MOST_CODES = 10
Box = tuple[float, float, float, float]

FONT = stand_in_font.made()
CHINESE = frozenset({128, 129, 134, 136})
"""Sets of characters, as Windows numbers them: Japanese, Korean, simplified and traditional Chinese."""


def _only_our_font() -> Any:
    """Have Chinese print whose font is not in its file measured and drawn by ours; the library has fonts for Latin."""

    def font_for(_: Any, __: int, ___: int, characters: int, *____: Any) -> int | None:
        return 1 if characters in CHINESE else None

    def data_of(_: Any, __: Any, table: int, buffer: Any, size: int) -> int:
        if table:
            return 0
        if size >= len(FONT):
            memmove(buffer, FONT, len(FONT))
        return len(FONT)

    fonts = raw.FPDF_SYSFONTINFO(version=1)
    for name, answer in {"MapFont": font_for, "GetFontData": data_of}.items():
        kind = dict(raw.FPDF_SYSFONTINFO._fields_)[name]
        setattr(fonts, name, kind(answer))
    raw.FPDF_SetSystemFontInfo(fonts)
    return fonts


FONTS = _only_our_font()
"""The library holds on to it."""


def read(data: bytes) -> Reading:
    """The pages. Raises Unreadable."""
    document = _opened(data)
    count = len(document)
    last = _page(document, count - 1)  # the number of pages is a claim until the last one is there
    pages, blank, pictures, codes = [], [], [], list[str]()
    for number in range(1, min(count, MOST_PAGES) + 1):
        page = last if number == count else _page(document, number - 1)
        pages.append(page_of(number, list(_words(page))))
        seen = _looked_at(page, pages[-1], closely=number <= MOST_LOOKED_AT)
        blank += [number] * seen.blank
        pictures.append(seen.picture)
        codes += seen.codes
        page.close()
    content = Content(pages=tuple(pages), codes=tuple(dict.fromkeys(codes))[:MOST_CODES])
    return Reading(content, count, tuple(blank), pictures[0])


def picture(data: bytes) -> Any:
    """The first page, drawn. Raises Unreadable."""
    page = _page(_opened(data), 0)
    if not _may_be_drawn(page):
        raise Unreadable("too_large")
    return page.render(scale=LONG_SIDE / max(page.get_size())).to_pil()


def _opened(data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        locked = getattr(fault, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise Unreadable("encrypted" if locked else "damaged") from None
    if not len(document):
        raise Unreadable("damaged")
    return document


def _page(document: Any, index: int) -> Any:
    try:
        return document[index]
    except pdfium.PdfiumError:
        raise Unreadable("damaged") from None


def _words(page: Any) -> Iterator[Word]:
    text_page = page.get_textpage()
    turned, (width, height) = page.get_rotation(), page.get_size()
    box_at = _boxes(text_page.raw)
    for found in WORD.finditer(text_page.get_text_range()):
        first, last = box_at(found.start()), box_at(found.end() - 1)
        if first and last:
            around = (
                min(first[0], last[0]),
                max(first[1], last[1]),
                min(first[2], last[2]),
                max(first[3], last[3]),
            )
            yield _upright(found.group(), around, turned, width, height)
    text_page.close()


def _boxes(text_page: Any) -> Callable[[int], Box | None]:
    """What gives left, right, bottom and top of a character, by its place in the text."""
    numbers = [c_double() for _ in range(4)]
    left, right, bottom, top = numbers
    places = [byref(each) for each in numbers]

    def box_at(index: int) -> Box | None:
        at = raw.FPDFText_GetCharIndexFromTextIndex(text_page, index)
        if not raw.FPDFText_GetCharBox(text_page, at, *places):
            return None
        return left.value, right.value, bottom.value, top.value

    return box_at


def _upright(text: str, box: Box, turned: int, width: float, height: float) -> Word:
    """A word as the reader sees it: `turned` degrees clockwise, `width` and `height` those of the turned page."""
    left, right, bottom, top = box
    if turned == 90:
        return Word(text, bottom, top, left, right)
    if turned == 180:
        return Word(text, width - right, width - left, bottom, top)
    if turned == 270:
        return Word(text, width - top, width - bottom, height - right, height - left)
    return Word(text, left, right, height - top, height - bottom)


class Seen(NamedTuple):
    """What a page looks like: whether it is blank, the measures of a scan, the codes on a scan or an invoice."""

    blank: bool = False
    picture: Picture | None = None
    codes: tuple[str, ...] = ()


def _looked_at(page: Any, text: Page, closely: bool) -> Seen:
    """What a page without text, or an invoice, looks like; with codes, and of the first page the measures, only when
    looked at `closely`."""
    cells = [cell for line in text.lines for cell in line]
    is_scan = sum(map(len, cells)) < FEW_LETTERS
    is_invoice = closely and any(INVOICE in cell for cell in cells)
    if not (is_scan or is_invoice) or not _may_be_drawn(page):
        return Seen()
    if not closely:
        return Seen(_is_blank(_drawn(page, COARSE_DPI / POINTS).convert("L")))
    from .codes import codes_in
    from .measures import measured

    scale = LONG_SIDE / max(page.get_size())
    image = _drawn(page, scale)
    grey = image.convert("L")
    if is_scan and _is_blank(grey.reduce(max(1, round(scale * POINTS / COARSE_DPI)))):
        return Seen(blank=True)
    is_measured = is_scan and text.number == 1
    return Seen(False, measured(image, grey) if is_measured else None, codes_in(grey))


def _is_blank(grey: Any) -> bool:
    histogram = grey.histogram()
    shades = [shade for shade, count in enumerate(histogram) if count]
    ink = sum(histogram[:DARK]) / sum(histogram)
    return ink < LEAST_INK and shades[-1] - shades[0] < LEAST_RANGE


def _may_be_drawn(page: Any) -> bool:
    """Whether drawing the page costs no more than a page may. Raises Unreadable for an image that would fill all memory."""
    if not 0 < min(page.get_size()) <= max(page.get_size()) <= HUGE_SIDE:
        return False
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        width, height = each.get_px_size()
        if width * height > MOST_PIXELS:
            raise Unreadable("bomb")
    return True


def _drawn(page: Any, scale: float) -> Any:
    return page.render(scale=scale).to_pil()
