"""Bytes as text: the encodings in which papers come."""

import codecs

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a"))


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
    plain = text.encode() if encoding == "utf-16" else data  # no other has controls within its characters
    return None if len(plain.translate(None, CONTROLS)) < len(plain) else text
