"""From the bytes of a photo or scan to the line that says what its print was recognised as."""

from typing import Final

from . import ocr
from .answer import content_of
from .answered import line_of
from .file_facts import FileFacts
from .fingerprint import fingerprint_of
from .papers.recognised import recognised_in
from .readers import picture_of
from .reading import Unreadable
from .sniffing import sniff

NO_MEMORY: Final = line_of(FileFacts("memory"))


def line_for(descriptor: int) -> bytes:
    """What is recognised on the first page of an open file, as one line of JSON. Never raises."""
    try:
        return line_of(_facts(content_of(descriptor)))
    except MemoryError:
        return NO_MEMORY


def _facts(data: bytes) -> FileFacts:
    known = FileFacts("ok", sniff(data), len(data), fingerprint_of(data))
    try:
        seen = recognised_in(ocr.recognised(picture_of(known.format, data)))
    except Unreadable as fault:
        return known._replace(verdict=fault.verdict)
    except MemoryError:
        raise
    except Exception:  # whatever the libraries make of it
        return known._replace(verdict="damaged")
    return known._replace(recognised=seen)
