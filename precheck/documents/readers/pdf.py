"""PDF: the text of every page in lines and columns, blank pages, and the codes on a scan or an invoice."""

from contextlib import closing
from functools import cached_property
from typing import Any, NamedTuple

from ..content import Content, Page
from ..file_facts import Picture
from ..limits import LONG_SIDE, MOST_PAGES, MOST_PIXELS
from ..reading import Reading, Unreadable
from .legible import legible
from .lines import page_of
from .pdf_text import Document

POINTS = 72
IMAGE = 3
"""FPDF_PAGEOBJ_IMAGE."""
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


def read(data: bytes) -> Reading:
    """The pages. Raises Unreadable."""
    document, drawing = Document(data), _Drawing(data)
    with document.page(document.count - 1):  # the number of pages is a claim until the last one is there
        numbers = range(1, min(document.count, MOST_PAGES) + 1)
        pages = [legible(page_of(number, document.words(number - 1))) for number in numbers]
    blank, pictures, codes = [], [], list[str]()
    for page in pages:
        seen = _looked_at(drawing, page, closely=page.number <= MOST_LOOKED_AT)
        blank += [page.number] * seen.blank
        pictures.append(seen.picture)
        codes += seen.codes
    count = document.count
    content = Content(pages=tuple(pages), codes=tuple(dict.fromkeys(codes))[:MOST_CODES])
    return Reading(content, count, tuple(blank), pictures[0])


def picture(data: bytes) -> Any:
    """The first page, drawn. Raises Unreadable."""
    page = _Drawing(data).page(0)
    if not _may_be_drawn(page):
        raise Unreadable("too_large")
    return page.render(scale=LONG_SIDE / max(page.get_size())).to_pil()


class Seen(NamedTuple):
    """What a page looks like: whether it is blank, the measures of a scan, the codes on a scan or an invoice."""

    blank: bool = False
    picture: Picture | None = None
    codes: tuple[str, ...] = ()


class _Drawing:
    """The document once more, as what draws its pages opens it; loaded for pages that have to be drawn."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def document(self) -> Any:
        """Raises Unreadable."""
        from pypdfium2 import PdfDocument, PdfiumError

        try:
            return PdfDocument(self.data)
        except PdfiumError:
            raise Unreadable("damaged") from None

    def page(self, index: int) -> Any:
        """A page that can be drawn. Raises Unreadable."""
        from pypdfium2 import PdfiumError

        try:
            return self.document[index]
        except PdfiumError:
            raise Unreadable("damaged") from None


def _looked_at(drawing: _Drawing, text: Page, closely: bool) -> Seen:
    """What a page without text, or an invoice, looks like; with codes, and of the first page the measures, only when
    looked at `closely`."""
    cells = [cell for line in text.lines for cell in line]
    is_scan = sum(map(len, cells)) < FEW_LETTERS
    is_invoice = closely and any(INVOICE in cell for cell in cells)
    if not (is_scan or is_invoice):
        return Seen()
    with closing(drawing.page(text.number - 1)) as page:
        return _seen(page, text.number, is_scan, closely) if _may_be_drawn(page) else Seen()


def _seen(page: Any, number: int, is_scan: bool, closely: bool) -> Seen:
    if not closely:
        return Seen(_is_blank(_drawn(page, COARSE_DPI / POINTS).convert("L")))
    from .codes import codes_in
    from .measures import measured

    scale = LONG_SIDE / max(page.get_size())
    image = _drawn(page, scale)
    grey = image.convert("L")
    if is_scan and _is_blank(grey.reduce(max(1, round(scale * POINTS / COARSE_DPI)))):
        return Seen(blank=True)
    codes = codes_in(grey)
    return Seen(False, measured(image, grey) if is_scan and number == 1 else None, codes)


def _is_blank(grey: Any) -> bool:
    histogram = grey.histogram()
    shades = [shade for shade, count in enumerate(histogram) if count]
    ink = sum(histogram[:DARK]) / sum(histogram)
    return ink < LEAST_INK and shades[-1] - shades[0] < LEAST_RANGE


def _may_be_drawn(page: Any) -> bool:
    """Whether drawing the page costs no more than a page may. Raises Unreadable for an image that would fill all memory."""
    if not 0 < min(page.get_size()) <= max(page.get_size()) <= HUGE_SIDE:
        return False
    for each in page.get_objects(filter=[IMAGE], max_depth=3):
        width, height = each.get_px_size()
        if width * height > MOST_PIXELS:
            raise Unreadable("bomb")
    return True


def _drawn(page: Any, scale: float) -> Any:
    return page.render(scale=scale).to_pil()
