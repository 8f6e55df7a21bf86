"""From the bytes of a paper to the line that says what is known of it. Runs in the process that reads it."""

import os
from typing import Final

from .answered import line_of
from .file_facts import FileFacts
from .fingerprint import fingerprint_of
from .limits import LARGEST
from .papers import facts_of
from .readers import Reader, reader_of
from .reading import Reading, Unreadable
from .sniffing import sniff

NO_MEMORY: Final = line_of(FileFacts("memory"))
"""Made beforehand: there may be no memory left to make it."""


def line_for(descriptor: int) -> bytes:
    """The facts of an open file as one line of JSON. Never raises."""
    try:
        return line_of(facts_from(content_of(descriptor)))
    except MemoryError:
        return NO_MEMORY


def content_of(descriptor: int) -> bytes:
    """All of a file, or a byte more than is read of any."""
    parts = []
    left = LARGEST + 1
    while left and (part := os.read(descriptor, min(left, 2**20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def facts_from(data: bytes) -> FileFacts:
    """What is known of a file with this content. Raises MemoryError."""
    if not data:
        return FileFacts("empty")
    if len(data) > LARGEST:
        return FileFacts("too_large", size=len(data))
    known = FileFacts("ok", sniff(data), len(data), fingerprint_of(data))
    try:
        form, read = reader_of(known.format, data)
        known = known._replace(format=form)
        reading = _read(read, data)
    except Unreadable as fault:
        return known._replace(verdict=fault.verdict)
    known = known._replace(pages=reading.pages, blank=reading.blank, picture=reading.picture)
    return known._replace(says=facts_of(reading.content))


def _read(read: Reader, data: bytes) -> Reading:
    try:
        return read(data)
    except (Unreadable, MemoryError):
        raise
    except ImportError:  # of a library that only some files of a format need
        raise Unreadable("unavailable") from None
    except Exception:  # whatever a library makes of a damaged file
        raise Unreadable("damaged") from None
