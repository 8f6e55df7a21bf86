"""OFD (GB/T 33190), the format of electronic vouchers: its named data, and the text of its pages."""

import re
from zipfile import ZipFile

from ..content import Content, Page
from ..limits import MOST_PAGES
from ..reading import Reading, Unreadable
from .bounded import archive, beside, elements, leaves, member
from .lines import Word, lines_of

ROOT = "OFD.xml"
ORIGINAL = "Attachs/original_invoice.xml"
TAGS = "Tags/CustomTag.xml"
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
    pages = [_page(packed, name, number, texts) for number, name in enumerate(_pages(packed, document), 1)]
    folder = document.rpartition("/")[0]
    named += _tagged(packed, f"{folder}/{TAGS}", texts) or _original(packed, f"{folder}/{ORIGINAL}")
    blank = tuple(page.number for page in pages if not page.lines)
    return Reading(Content(pages=tuple(pages), elements=tuple(named)), len(pages), blank)


def _custom_data(packed: ZipFile) -> list[tuple[str, str]]:
    return [
        (f"CustomData/{element.get('Name', '')}", (element.text or "").strip())
        for path, element in elements(member(packed, ROOT))
        if path.endswith("/CustomData")
    ]


def _document(packed: ZipFile) -> str:
    roots = [text for path, text in leaves(member(packed, ROOT)) if path.endswith("/DocRoot")]
    if not roots:
        raise Unreadable("damaged")
    return beside(ROOT, roots[0])


def _pages(packed: ZipFile, document: str) -> list[str]:
    found = [
        beside(document, element.get("BaseLoc", ""))
        for path, element in elements(member(packed, document))
        if path.endswith("Pages/Page")
    ]
    return found[:MOST_PAGES]


def _page(packed: ZipFile, name: str, number: int, texts: Texts) -> Page:
    words = []
    for path, element in elements(member(packed, name)):
        if path.endswith("/TextObject"):
            text = "".join("".join(element.itertext()).split())
            box = [float(each) for each in NUMBER.findall(element.get("Boundary", ""))[:4]]
            texts[element.get("ID", "")] = text
            if text and len(box) == 4:
                x, y, width, height = box
                words.append(Word(text, x, x + width, y, y + height))
    return Page(number, lines_of(words))


def _tagged(packed: ZipFile, name: str, texts: Texts) -> list[tuple[str, str]]:
    """The texts of a page that the voucher gives names to; some makers write this file so that nobody can read it."""
    try:
        found: Texts = {}
        for path, element in elements(member(packed, name)):
            if path.endswith("/ObjectRef"):
                tag = path.split("/")[-2]
                found[tag] = found.get(tag, "") + texts.get((element.text or "").strip(), "")
        return [(f"CustomTag/{tag}", text) for tag, text in found.items()]
    except (KeyError, Unreadable):
        return []


def _original(packed: ZipFile, name: str) -> list[tuple[str, str]]:
    try:
        return leaves(member(packed, name))
    except (KeyError, Unreadable):
        return []
