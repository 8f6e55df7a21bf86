"""Electronic vouchers as XML, digital invoices among them."""

from ..content import Content
from ..reading import Reading
from .markup import leaves


def read(data: bytes) -> Reading:
    """The leaves with their paths. Raises Unreadable."""
    return Reading(Content(elements=tuple(leaves(data))), pages=1)
