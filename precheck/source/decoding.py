"""Bytes to text: which encoding a file has, and whether it is text at all."""

from typing import NamedTuple

from .fault import Fault

UTF8_MARK = b"\xef\xbb\xbf"
LARGEST = 8 * 1024 * 1024
"""Bytes of a draft. A full application with a year of flows has some forty thousand."""


class Decoded(NamedTuple):
    """Text without its byte order mark, the encoding that it had, and what there is to say of that."""

    text: str
    encoding: str
    faults: tuple[Fault, ...] = ()


NOT_TEXT = Decoded("", "utf-8", (Fault("not_text", 0, 0),))


def utf_16(raw: bytes) -> Decoded | None:
    """Text in UTF-16, told by its mark or, as JSON starts with an ASCII character, by a zero among the first bytes."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    elif b"\0" in raw[:2] and raw[:2] != b"\0\0":
        name = "utf-16-be" if raw[0] == 0 else "utf-16-le"
    else:
        return None
    return _foreign(raw, name, "utf-16")


def eight_bit(raw: bytes) -> Decoded:
    """Text in UTF-8, or else in GB18030 (GBK and GB 2312 are parts of it)."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return NOT_TEXT if _is_damaged_utf_8(raw) else _foreign(raw, "gb18030", "gb18030")
    return NOT_TEXT if "\0" in text else Decoded(text, "utf-8")


def _foreign(raw: bytes, codec: str, name: str) -> Decoded:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return NOT_TEXT
    fault = Fault("encoding", 0, 0, "", {"encoding": name.upper()})
    return NOT_TEXT if "\0" in text else Decoded(text, name, (fault,))


def _is_damaged_utf_8(raw: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8: read as GB18030 it would turn into other characters."""
    text = raw.decode(errors="replace")
    broken = text.count("\ufffd")
    return sum(not each.isascii() for each in text) > 2 * broken
