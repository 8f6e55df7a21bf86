"""Text in, draft out: the bytes for the validator, and on demand what is wrong with them and where each value stands.

A clean draft costs a look at its first bytes. Everything else waits until somebody asks.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UnreadablePath
from .decoding import LARGEST, UTF8_MARK, Decoded, eight_bit, utf_16
from .fault import MOST_FAULTS, Fault, Location

if TYPE_CHECKING:
    from .written import Written

__all__ = ["Draft", "Fault", "Location", "from_object", "read", "read_path"]

TOO_LARGE = Fault("too_large", 0, 0, "", {"most": LARGEST})
BOM = Fault("bom", 0, 0, "", {"encoding": "UTF-8 BOM"})


@dataclass(frozen=True, eq=False)
class Draft:
    """A draft as it was written. `raw` is what a JSON validator may parse as it is, None when there is nothing to parse.

    `faults` is what the first bytes and the size tell; what `written` tells costs a look at all of the text, and is for
    when the validator has reason to ask. `path` is as given: "" for bytes or a dict, "-" for standard input.
    A draft without text, given as a dict, has pointers but no lines.
    """

    raw: bytes | None
    faults: tuple[Fault, ...] = ()
    path: str = ""
    has_text: bool = True
    sniffed: Decoded | None = None

    @cached_property
    def _decoded(self) -> Decoded:
        return self.sniffed or eight_bit(self.raw or b"")

    @property
    def text(self) -> str:
        """The text without a byte order mark. Offsets of faults count in it."""
        return self._decoded.text

    @property
    def encoding(self) -> str:
        """`utf-8`, `utf-8-sig`, `utf-16` or `gb18030`."""
        return "utf-8-sig" if BOM in self.faults else self._decoded.encoding

    @cached_property
    def written(self) -> "Written":
        """Its text, for whoever asks what is wrong with it, or where a value stands."""
        from .written import Written  # only here: of a clean draft nobody asks it

        return Written(self._decoded, self.faults)


def read(source: bytes | str, *, path: str = "") -> Draft:
    """The draft in bytes of a file, or in text. Never raises: what cannot be read is a draft with a fault."""
    if isinstance(source, str):
        return _from_text(source, path)
    if len(source) > LARGEST:
        return _too_large(path)
    if source[:1] in (b"{", b"[", b"\n", b" ") and source[1:2] != b"\0":
        return Draft(source, (), path)
    if source.startswith(UTF8_MARK):
        return Draft(source[len(UTF8_MARK) :], (BOM,), path)
    decoded = utf_16(source)
    if decoded is None:
        return Draft(source, (), path)
    raw = decoded.text.encode(errors="surrogatepass") if decoded.text else None
    return Draft(raw, decoded.faults, path, sniffed=decoded)


def _too_large(path: str) -> Draft:
    return Draft(None, (TOO_LARGE,), path, sniffed=Decoded("", "utf-8"))


def _from_text(source: str, path: str, faults: tuple[Fault, ...] = (), has_text: bool = True) -> Draft:
    text = source.removeprefix("\ufeff")
    if text is not source:
        faults = (BOM, *faults)
    # A half of a surrogate pair is passed on: the validator refuses it, and then it is found and named.
    raw = text.encode(errors="surrogatepass")
    if len(raw) > LARGEST:
        return _too_large(path)
    return Draft(raw, faults, path, has_text, Decoded(text, "utf-8"))


def read_path(path: str | os.PathLike[str]) -> Draft:
    """The draft in a file. Raises UnreadablePath when the system does not give it; never reads more than a draft has."""
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            return read(file.read(LARGEST + 1), path=name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise UnreadablePath(f"cannot read {name}: {reason}") from error


def from_object(value: Mapping[str, Any]) -> Draft:
    """The draft in a dict. Never raises: what JSON cannot hold is a fault, and null in the draft."""
    from .objects import TooLarge, Writer  # only here: most drafts are files

    writer = Writer()
    try:
        writer.write(value)
    except TooLarge:
        return Draft(None, (*writer.faults[:MOST_FAULTS], TOO_LARGE), "", False, Decoded("", "utf-8"))
    return _from_text(writer.text, "", tuple(writer.faults[:MOST_FAULTS]), has_text=False)
