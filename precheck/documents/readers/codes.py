"""QR codes on a page."""

from typing import Any

import zxingcpp

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
LONGEST = 400
MOST = 10


def codes_in(image: Any) -> tuple[str, ...]:
    """What the QR codes on an image say, from top to bottom, then from left to right."""
    found = zxingcpp.read_barcodes(image, formats=QR)
    found.sort(key=lambda each: (each.position.top_left.y, each.position.top_left.x))
    return tuple(each.text[:LONGEST] for each in found[:MOST])
