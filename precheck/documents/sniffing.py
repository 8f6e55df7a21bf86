"""What a file is, by its content. Names of files are never asked."""

import re
from typing import Final

from .text import decoded

SIGNATURES: Final = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rtf"),
)
OFFICE_PARTS: Final = (("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "pptx"))
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_STREAMS: Final = (
    ("EncryptedPackage", "locked_office"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")
PDF_WITHIN: Final = 1024
"""Bytes before which the mark of a PDF may stand."""
HEAD: Final = 4096
LEAST_COLUMNS: Final = 3


def sniff(data: bytes) -> str:
    """The format of a file: `pdf`, `xlsx`, `csv` …; `unknown` when it is none that is known here."""
    for mark, name in SIGNATURES:
        if data.startswith(mark):
            return name
    if data.startswith(b"PK"):
        return _zipped(data)
    if data.startswith(OLE):
        return next((name for stream, name in OLE_STREAMS if stream.encode("utf-16-le") in data), "ole")
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return "heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    return _written(data)


def _zipped(data: bytes) -> str:
    from .readers.zipped import Archive, Damaged  # only here: most papers are no archives

    try:
        names = [each.name for each in Archive(data).members[:1000]]
    except Damaged:
        return "zip"
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" in names:
        return next((kind for part, kind in OFFICE_PARTS if any(n.startswith(part) for n in names)), "zip")
    return "zip"


def _written(data: bytes) -> str:
    """The format of a text."""
    text = decoded(data[:HEAD])
    if text is None:
        return "unknown"
    head = text.lstrip().lower()
    if not head.startswith("<"):
        return _lined(text)
    if head.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "spreadsheetml"
    if re.match(r"(<\?xml[^>]*>\s*)?(<!doctype html|<html|<table|<head|<meta)", head):
        return "html"
    if re.match(r"<\?xml|<[a-z_:]+[\s>]", head):
        return "xml"
    return _lined(text)


def _lined(text: str) -> str:
    """A table when most of its longest lines have several columns."""
    lines = [each for each in text.splitlines() if each.strip()]
    columns = sorted(max(each.count(","), each.count("\t")) + 1 for each in lines)
    return "csv" if columns and columns[-1] >= LEAST_COLUMNS else "text"
