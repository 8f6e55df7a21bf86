"""Text in, draft out: the bytes for the validator, and on demand what is wrong with them and where each value stands.

A clean draft costs a look at its first bytes. Everything else waits until somebody asks.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import isinf
from pathlib import Path
from typing import Any

from ..errors import UnreadablePath
from . import syntax
from .decoding import LARGEST, UTF8_MARK, Decoded, eight_bit, utf_16
from .grammar import DEEPEST, Fault
from .objects import TooLarge, Writer
from .positions import Entry, Location, Positions, walk

__all__ = ["Draft", "Fault", "Location", "from_object", "read", "read_path"]

TOO_LARGE = Fault("too_large", 0, 0, "", {"most": LARGEST})
BOM = Fault("bom", 0, 0, "", {"encoding": "UTF-8 BOM"})


@dataclass(frozen=True, eq=False)
class Draft:
    """A draft as it was written. `raw` is what a JSON validator may parse as it is, None when there is nothing to parse.

    `faults` is what the first bytes and the size tell; `duplicate_keys()` and `syntax_faults()` read the text, and are
    for when the validator has reason to ask. `path` is as given: "" for bytes or a dict, "-" for standard input.
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
    def data(self) -> Any:
        """The values as `json.loads` has them, of two equal keys the last; None when the text is not JSON.

        A number that no float can hold, NaN and Infinity are None, and so is an integer too long to count with.
        """
        try:
            return json.loads(self.text, parse_constant=_nothing, parse_float=_finite, parse_int=_countable)
        except (ValueError, RecursionError):
            return None

    def syntax_faults(self) -> tuple[Fault, ...]:
        """Why the validator refuses `raw` as JSON: its encoding, its syntax, or values that no program can hold."""
        decoded = self._decoded
        told = tuple(fault for fault in decoded.faults if fault not in self.faults)
        if any(fault.kind in ("not_text", "too_large") for fault in self.faults + told):
            return told
        halves = tuple(Fault("lone_surrogate", *span) for span in syntax.lone_surrogates(decoded.text))
        written = syntax.scan(decoded.text) or tuple(self._unusable())
        return told + written + halves[: syntax.MOST_FAULTS]

    def _unusable(self) -> Iterator[Fault]:
        """Faults of text that is JSON, but no application."""
        if self.text[self._places.find("")[0].start] != "{":
            yield Fault("not_object", *self._span(""))
        for entry in walk(self.text):
            if entry.depth > DEEPEST:
                yield Fault("too_deep", entry.start, entry.end)
                return
            if not entry.is_key and _overflows(self.text[entry.start : entry.end]):
                yield Fault("not_a_number", entry.start, entry.end, entry.pointer)

    @cached_property
    def _parsable(self) -> str | None:
        """The text, its slips mended and what only a person can mend left out, every character in its place."""
        if any(fault.kind == "not_text" for fault in self._decoded.faults):
            return None
        return self.text if self._has_twins is not None else syntax.mend(self.text, dropping=True)

    @cached_property
    def _has_twins(self) -> bool | None:
        """Whether an object of the text has a key twice; None when the text is not JSON."""
        try:
            return _has_twins(self.text)
        except (ValueError, RecursionError):
            return None

    def mended(self) -> bytes | None:
        """UTF-8 JSON to check in the place of a refused `raw`, None when there is none.

        Values that only a person can correct are null in it; their faults stand in `syntax_faults()`.
        """
        return syntax.without_surrogates(self._parsable).encode() if self._parsable else None

    def duplicate_keys(self) -> tuple[Fault, ...]:
        """A fault at every key that its object has already, at most 50; `first_line` says where. Reads all of the text."""
        text = self._parsable
        if text is None or not (self._has_twins if text is self.text else _has_twins(text)):
            return ()
        twins = (self._twin(entry, entry.earlier) for entry in walk(text) if entry.earlier is not None)
        return tuple(islice(twins, syntax.MOST_FAULTS))

    def _twin(self, entry: Entry, earlier: int) -> Fault:
        facts: dict[str, str | int] = {"first_line": self._places.location(earlier, earlier).line}
        return Fault("duplicate_key", entry.start, entry.end, entry.pointer, facts)

    @cached_property
    def _places(self) -> Positions:
        return Positions(self._parsable or self.text)

    def _span(self, pointer: str) -> tuple[int, int]:
        member, is_there = self._places.find(pointer)
        if is_there or self.text[member.start : member.start + 1] not in ("{", "["):
            return member.start, member.end
        return member.start, member.start + 1

    def location(self, fault: Fault) -> Location:
        """Where a fault stands."""
        return self._places.location(fault.start, fault.end)

    def locate(self, pointer: str) -> Location:
        """Where a value stands; of an absent one, the opening bracket that should hold it, or the nearest around."""
        return self._places.location(*self._span(pointer))

    def locate_key(self, pointer: str) -> Location:
        """Where the key of a value stands; without a key, as `locate`."""
        member, is_there = self._places.find(pointer)
        return self._places.location(member.key, member.key_end) if is_there else self.locate(pointer)

    def typed(self, pointer: str) -> str:
        """A value exactly as written: `1234.560`, `"2026-01-01"`; "" when it is absent."""
        member, is_there = self._places.find(pointer)
        return self.text[member.start : member.end] if is_there else ""

    def typed_numbers(self) -> Iterator[tuple[str, str]]:
        """Pointer and text of every number as written, in one pass over all of the text."""
        for entry in walk(self._parsable or ""):
            typed = self.text[entry.start : entry.end]
            if not entry.is_key and typed[0] in "-0123456789":
                yield entry.pointer, typed


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
    writer = Writer()
    try:
        writer.write(value)
    except TooLarge:
        return Draft(None, (*writer.faults[: syntax.MOST_FAULTS], TOO_LARGE), "", False, Decoded("", "utf-8"))
    return _from_text(writer.text, "", tuple(writer.faults[: syntax.MOST_FAULTS]), has_text=False)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _nothing(constant: str) -> None:
    return None


def _finite(typed: str) -> float | None:
    number = float(typed)
    return None if isinf(number) else number


def _countable(typed: str) -> int | None:
    return None if _overflows(typed) else int(typed)


def _overflows(typed: str) -> bool:
    return typed[0] in "-0123456789" and isinf(float(typed))


def _has_twins(text: str) -> bool:
    objects: list[list[tuple[str, Any]]] = []
    json.loads(text, object_pairs_hook=objects.append, parse_int=str, parse_constant=_refuse)
    return any(len(dict(pairs)) != len(pairs) for pairs in objects)
