"""A draft given as a dict, written as JSON, so that it takes the same path as a file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from .decoding import LARGEST
from .fault import DEEPEST, Fault, Kind
from .grammar import escaped


class TooLarge(Exception):
    """More text than a draft may have, perhaps without end."""


class Writer:
    """Writes values as JSON; what JSON cannot hold becomes null, and a fault that names its place."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._pieces: list[str] = []
        self._room = LARGEST

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self._pieces)

    def write(self, value: Any, pointer: str = "", depth: int = 1) -> None:
        """Append a value. Dates become ISO 8601 text, a Decimal keeps its digits, a tuple is a list.

        Raises TooLarge beyond the size of a draft: a dict may hold itself, or a part of itself many times over.
        """
        if isinstance(value, Mapping | list | tuple):
            if depth > DEEPEST:
                self._refuse("too_deep", pointer)
            elif isinstance(value, Mapping):
                self._object(value, pointer, depth)
            else:
                self._list(value, pointer, depth)
        else:
            self._put(self._scalar(value, pointer))

    def _put(self, piece: str) -> None:
        self._room -= len(piece)
        if self._room < 0:
            raise TooLarge
        self._pieces.append(piece)

    def _refuse(self, kind: Kind, pointer: str) -> None:
        self.faults.append(Fault(kind, 0, 0, pointer))
        self._put("null")

    def _object(self, value: Mapping[Any, Any], pointer: str, depth: int) -> None:
        separator = "{"
        for key, inner in value.items():
            if not isinstance(key, str):
                self.faults.append(Fault("invalid", 0, 0, pointer))
                continue
            self._put(f"{separator}{encode_basestring(key)}:")
            self.write(inner, f"{pointer}/{escaped(key)}", depth + 1)
            separator = ","
        self._put("}" if separator == "," else "{}")

    def _list(self, value: list[Any] | tuple[Any, ...], pointer: str, depth: int) -> None:
        self._put("[")
        for index, inner in enumerate(value):
            self._put("," if index else "")
            self.write(inner, f"{pointer}/{index}", depth + 1)
        self._put("]")

    def _scalar(self, value: Any, pointer: str) -> str:
        match value:
            case str():
                return str(encode_basestring(value))
            case None | bool():
                return {None: "null", True: "true", False: "false"}[value]
            case date():
                return f'"{value.isoformat()}"'
        number = _number(value)
        if number is None:
            is_number = isinstance(value, int | float | Decimal)
            self.faults.append(Fault("not_a_number" if is_number else "invalid", 0, 0, pointer))
        return number or "null"


def _number(value: Any) -> str | None:
    """The digits of a number; None for what JSON has no digits for, and for an integer too long to print."""
    match value:
        case int():
            return int.__repr__(value) if value.bit_length() < 10_000 else None
        case float():
            return float.__repr__(value) if isfinite(value) else None
        case Decimal():
            return str(value) if value.is_finite() else None
    return None
