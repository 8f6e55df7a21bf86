"""A zip that holds one voucher, which is how tax offices hand out digital invoices."""

from ..formats import READERS
from ..reading import Reading, Unreadable
from ..sniffing import sniff
from . import bounded

VOUCHERS = ("xml", "ofd", "pdf")


def read(data: bytes) -> Reading:
    """What its only XML, else its only OFD or PDF file says. Raises Unreadable: any other archive is no paper."""
    packed = bounded.archive(data)
    names = [each.name for each in packed.members if not each.is_folder]
    for ending in VOUCHERS:
        fitting = [each for each in names if each.lower().endswith(f".{ending}")]
        if len(fitting) == 1:
            return _voucher(bounded.member(packed, fitting[0]))
    raise Unreadable("unsupported")


def _voucher(data: bytes) -> Reading:
    from . import reader_of

    form = sniff(data)
    if form not in VOUCHERS or form not in READERS:
        raise Unreadable("unsupported")
    return reader_of(form, data)[1](data)
