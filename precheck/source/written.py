"""A draft's text, read: what is wrong with it, its values, and where each stands. Nothing that a clean draft needs."""

import json
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from math import isinf
from typing import Any

from . import syntax
from .decoding import Decoded
from .fault import DEEPEST, MOST_FAULTS, Fault, Location
from .positions import Entry, Positions, walk


class Written:
    """The text of one draft. `told` are the faults that its first bytes told."""

    def __init__(self, decoded: Decoded, told: tuple[Fault, ...]) -> None:
        self._decoded, self._told = decoded, told
        self.text = decoded.text
        self._lines: dict[int, str] = {}

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
        told = tuple(fault for fault in self._decoded.faults if fault not in self._told)
        if any(fault.kind in ("not_text", "too_large") for fault in self._told + told):
            return told
        halves = tuple(Fault("lone_surrogate", *span) for span in syntax.lone_surrogates(self.text))
        written = syntax.scan(self.text) or tuple(self._unusable())
        return told + written + halves[:MOST_FAULTS]

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
        return tuple(islice(twins, MOST_FAULTS))

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

    def line(self, number: int) -> str:
        """A line as it stands, from 1, without its end."""
        if number not in self._lines:
            start, end = self._places.line(number)
            self._lines[number] = self.text[start:end]
        return self._lines[number]

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
