"""OFD (GB/T 33190), the format of electronic vouchers: its named data, the text of its pages, the codes in its images."""

import re
from collections.abc import Sequence

from ..content import Content, Page
from ..limits import MOST_PAGES
from ..reading import Reading, Unreadable
from .bounded import archive, beside, member
from .lines import Word, page_of
from .markup import elements, leaves
from .zipped import Archive

ROOT = "OFD.xml"
ORIGINAL = "Attachs/original_invoice.xml"
TAGS = "Tags/CustomTag.xml"
IMAGES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")
MOST_IMAGES = 10
LARGEST_IMAGE = 10 * 2**20
"""Bytes."""
INVOICE = "发票"
DRAWN = ("ImageObject", "PathObject", "CompositeObject")
"""What is seen on a page beside its text."""
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
Texts = dict[str, str]


def read(data: bytes) -> Reading:
    """`CustomData/NAME` for its named data, `CustomTag/NAME` for the texts that it names, then the pages.

    Raises Unreadable.
    """
    packed = archive(data)
    named = _custom_data(packed)
    document = _document(packed)
    texts: Texts = {}
    seen = [_page(packed, name, number, texts) for number, name in enumerate(_pages(packed, document), 1)]
    pages = tuple(page for page, _ in seen)
    folder = document.rpartition("/")[0]
    named += _tagged(packed, f"{folder}/{TAGS}", texts) or _original(packed, f"{folder}/{ORIGINAL}")
    blank = tuple(page.number for page, drawn in seen if not (page.lines or drawn))
    codes = _codes(packed) if _may_have_codes(pages) else ()
    return Reading(Content(pages=pages, elements=tuple(named), codes=codes), len(pages), blank)


def _custom_data(packed: Archive) -> list[tuple[str, str]]:
    return [
        (f"CustomData/{element.attributes.get('Name', '')}", element.text.strip())
        for element in elements(member(packed, ROOT))
        if element.path.endswith("/CustomData")
    ]


def _document(packed: Archive) -> str:
    roots = [text for path, text in leaves(member(packed, ROOT)) if path.endswith("/DocRoot")]
    if not roots:
        raise Unreadable("damaged")
    return beside(ROOT, roots[0])


def _pages(packed: Archive, document: str) -> list[str]:
    found = [
        beside(document, element.attributes.get("BaseLoc", ""))
        for element in elements(member(packed, document))
        if element.path.endswith("Pages/Page")
    ]
    return found[:MOST_PAGES]


def _page(packed: Archive, name: str, number: int, texts: Texts) -> tuple[Page, bool]:
    """The text of a page, and whether anything else is drawn on it."""
    words, drawn = [], False
    for element in elements(member(packed, name)):
        drawn = drawn or element.path.endswith(DRAWN)
        if element.path.endswith("/TextObject"):
            text = "".join(element.text.split())
            box = [float(each) for each in NUMBER.findall(element.attributes.get("Boundary", ""))[:4]]
            texts[element.attributes.get("ID", "")] = text
            if text and len(box) == 4:
                x, y, width, height = box
                words.append(Word(text, x, x + width, y, y + height))
    return page_of(number, words), drawn


def _may_have_codes(pages: Sequence[Page]) -> bool:
    """Whether it is an invoice, or a scan without any text."""
    cells = [cell for page in pages for line in page.lines for cell in line]
    return not cells or any(INVOICE in cell for cell in cells)


def _codes(packed: Archive) -> tuple[str, ...]:
    """What the QR codes in its images say; an image that does not open is none. Raises Unreadable for one that would
    fill all memory."""
    names = [each.name for each in packed.members if each.name.lower().endswith(IMAGES)]
    if not names:
        return ()  # and no library of images is loaded
    from .codes import MOST, codes_in
    from .image import on_paper, opened

    found: list[str] = []
    for name in names[:MOST_IMAGES]:
        try:
            found += codes_in(on_paper(opened(member(packed, name, LARGEST_IMAGE))).convert("L"))
        except Unreadable as fault:
            if fault.verdict == "bomb":
                raise
    return tuple(dict.fromkeys(found))[:MOST]


def _tagged(packed: Archive, name: str, texts: Texts) -> list[tuple[str, str]]:
    """The texts of a page that the voucher gives names to; some makers write this file so that nobody can read it."""
    try:
        found: Texts = {}
        for element in elements(member(packed, name)):
            if element.path.endswith("/ObjectRef"):
                tag = element.path.split("/")[-2]
                found[tag] = found.get(tag, "") + texts.get(element.text.strip(), "")
        return [(f"CustomTag/{tag}", text) for tag, text in found.items()]
    except (KeyError, Unreadable):
        return []


def _original(packed: Archive, name: str) -> list[tuple[str, str]]:
    try:
        return leaves(member(packed, name))
    except (KeyError, Unreadable):
        return []
