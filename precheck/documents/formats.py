"""The formats that are read here, as `sniffing` names them, and the modules of `readers` that read them."""

from typing import Final

READERS: Final = {
    "pdf": "pdf",
    "xlsx": "zipped_workbook",
    "xls": "workbook",
    "csv": "table",
    "text": "table",
    "html": "web_table",
    "spreadsheetml": "xml_table",
    "jpeg": "image",
    "png": "image",
    "webp": "image",
    "bmp": "image",
    "tiff": "image",
    "heic": "image",
    "ofd": "ofd",
    "xml": "xml",
    "docx": "word",
    "zip": "archive",
    "locked_office": "locked",
}
"""The module that reads a format."""
PICTURES: Final = ("image", "pdf")
"""Modules with `picture(data: bytes)`, which gives the first page as an image."""
