"""The text of PDF pages, word by word, with the place of each word."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_float, c_ushort, c_void_p, memmove
from math import degrees
from typing import Any

from ..reading import Unreadable
from . import pdfium, stand_in_font
from .lines import Word

WORD = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}(?=-?[0-9][0-9,]*\.[0-9]{2}(?:[ \t\r\n]|$))|[^ \t\r\n]+")
"""A day is a word of its own, too, where the amount of the next column touches it."""
HYPHEN = "\ufffe"
"""What the library puts for a hyphen at the end of a line, where the word goes on in the next one."""
Box = tuple[float, float, float, float]
FONT = stand_in_font.made()
MOST_ASKED = 10
"""Characters of a page that are asked which way they are turned."""
MOST_TORN = 4
"""Characters a line, its end among them, below which a page was torn into single characters: the library takes a page
of a few rows, each character drawn for itself, for one that is written from top to bottom."""
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

    fonts = pdfium.Fonts(version=1, map_font=pdfium.MAP_FONT(font_for), font_data=pdfium.FONT_DATA(data_of))
    PDFIUM.FPDF_SetSystemFontInfo(byref(fonts))
    return fonts


PDFIUM = pdfium.loaded()
PDFIUM.FPDF_InitLibraryWithConfig(byref(pdfium.Config(version=2)))
FONTS = _only_our_font()
"""The library holds on to it."""


class Document:
    """An open PDF. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        self.data = data  # the library reads from there
        self.raw = PDFIUM.FPDF_LoadMemDocument64(data, len(data), None)
        if not self.raw:
            locked = PDFIUM.FPDF_GetLastError() == pdfium.WRONG_PASSWORD
            raise Unreadable("encrypted" if locked else "damaged")
        self.count: int = PDFIUM.FPDF_GetPageCount(self.raw)
        if not self.count:
            raise Unreadable("damaged")

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """A page, closed afterwards. Raises Unreadable."""
        page = PDFIUM.FPDF_LoadPage(self.raw, index)
        if not page:
            raise Unreadable("damaged")
        try:
            yield page
        finally:
            PDFIUM.FPDF_ClosePage(page)

    def words(self, index: int) -> list[Word]:
        """The words of a page, whichever way it is turned. Raises Unreadable."""
        with self.page(index) as page:
            text_page = PDFIUM.FPDFText_LoadPage(page)
            words = list(_words(text_page))
            PDFIUM.FPDFText_ClosePage(text_page)
        return words


def _words(text_page: Any) -> Iterator[Word]:
    count = PDFIUM.FPDFText_CountChars(text_page)
    turned = _turned(text_page, count)
    text = _text(text_page, count)
    is_torn = MOST_TORN * text.count("\n") > len(text)
    box_at = (_whole_boxes if is_torn else _boxes)(text_page, in_order=len(text) == count)
    for found in WORD.finditer(text):
        first, last = box_at(found.start()), box_at(found.end() - 1)
        if first and last:
            around = (
                min(first[0], last[0]),
                max(first[1], last[1]),
                min(first[2], last[2]),
                max(first[3], last[3]),
            )
            yield _upright(found.group(), around, turned)


def _text(text_page: Any, count: int) -> str:
    """The text of so many characters, those without a place in it at either end left out."""
    first, last, place_of = 0, count - 1, PDFIUM.FPDFText_GetTextIndexFromCharIndex
    while first <= last and place_of(text_page, first) < 0:
        first += 1
    while first <= last and place_of(text_page, last) < 0:
        last -= 1
    if first > last:
        return ""
    buffer = (c_ushort * (place_of(text_page, last) - place_of(text_page, first) + 2))()
    written = PDFIUM.FPDFText_GetText(text_page, first, last - first + 1, buffer)
    return bytes(buffer)[: 2 * written - 2].decode("utf-16-le", "ignore").replace(HYPHEN, "-")


def _boxes(text_page: Any, *, in_order: bool) -> Callable[[int], Box | None]:
    """What gives left, right, bottom and top of a character, by its place in the text; `in_order` when that is its place
    on the page too."""
    numbers = [c_double() for _ in range(4)]
    left, right, bottom, top = numbers
    box_of = PDFIUM.FPDFText_GetCharBox
    handle, places = c_void_p(text_page), [byref(each) for each in numbers]

    def box_at(index: int) -> Box | None:
        at = index if in_order else PDFIUM.FPDFText_GetCharIndexFromTextIndex(text_page, index)
        if not box_of(handle, at, *places):
            return None
        return left.value, right.value, bottom.value, top.value

    return box_at


def _whole_boxes(text_page: Any, *, in_order: bool) -> Callable[[int], Box | None]:
    """The same with all the room that the font gives a character, so that those of one word touch."""
    numbers = (c_float * 4)()

    def box_at(index: int) -> Box | None:
        at = index if in_order else PDFIUM.FPDFText_GetCharIndexFromTextIndex(text_page, index)
        if not PDFIUM.FPDFText_GetLooseCharBox(text_page, at, numbers):
            return None
        left, top, right, bottom = numbers
        return left, right, bottom, top

    return box_at


def _turned(text_page: Any, count: int) -> int:
    """How many degrees to the left most characters are turned, however the page is shown: a page may lie on its side,
    and may be saved so."""
    asked = range(0, count, max(1, count // MOST_ASKED))
    angles = [-round(degrees(PDFIUM.FPDFText_GetCharAngle(text_page, each)) / 90) % 4 for each in asked]
    return 90 * max(sorted(set(angles)), key=angles.count, default=0)


def _upright(text: str, box: Box, turned: int) -> Word:
    """A word as it is read; what matters of its place is where it stands beside others."""
    left, right, bottom, top = box
    if turned == 90:
        return Word(text, bottom, top, left, right)
    if turned == 180:
        return Word(text, -right, -left, bottom, top)
    if turned == 270:
        return Word(text, -top, -bottom, -right, -left)
    return Word(text, left, right, -top, -bottom)
