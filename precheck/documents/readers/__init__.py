"""One reader a format, each in a module that is loaded when a file needs it.

Readers of others join through the entry point group `precheck.readers`: a module with `recognises(data: bytes) -> bool`
and `read(data: bytes) -> Reading`, asked about files that no reader here knows.
"""

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..formats import PICTURES, READERS
from ..reading import Reading, Unreadable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Reader = Callable[[bytes], Reading]


def reader_of(form: str, data: bytes) -> tuple[str, Reader]:
    """The format, by its own name when an installed reader knows it, and what reads it.

    Raises Unreadable: nothing reads it, or its library is not installed.
    """
    if form in READERS:
        return form, _loaded(lambda: import_module(f".{READERS[form]}", __name__))
    for each in _of_others():
        if _recognises(each, data):
            return each.name, _loaded(each.load)
    raise Unreadable("unsupported")


def _of_others() -> Iterable["EntryPoint"]:
    import site  # only here: looking for them costs more than reading most files
    from importlib.metadata import entry_points

    if sys.flags.no_site:
        site.main()  # some packages are installed in ways that nothing else knows
    return entry_points(group="precheck.readers")


def _recognises(other: "EntryPoint", data: bytes) -> bool:
    """Whether a reader of others reads this file. Raises Unreadable when it fails: then nobody knows what the file is."""
    try:
        return bool(other.load().recognises(data))
    except MemoryError:
        raise
    except Exception:  # whatever is wrong with that package, the paper is not to blame
        raise Unreadable("unavailable") from None


def picture_of(form: str, data: bytes) -> Any:
    """The first page of a file as a picture. Raises Unreadable."""
    if READERS.get(form) not in PICTURES:
        raise Unreadable("unsupported")
    try:
        return import_module(f".{READERS[form]}", __name__).picture(data)
    except ImportError:
        raise Unreadable("unavailable") from None


def _loaded(load: Callable[[], Any]) -> Reader:
    try:
        read: Reader = load().read
    except ImportError:
        raise Unreadable("unavailable") from None
    return read
