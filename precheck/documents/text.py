"""Bytes as text: the encodings in which papers come."""

import codecs

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a")


def decoded(data: bytes) -> str | None:
    """The text of a file that may be cut off anywhere; None when it is none."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _text(data, encoding)
    for encoding in ("utf-8", "gb18030"):
        text = _text(data, encoding)
        if text is not None:
            return text
    return None


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None
    return None if CONTROLS.intersection(text) else text
