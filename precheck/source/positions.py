"""Where the values of JSON text stand: found when asked for, by walking down from the top.

Siblings are skipped by the standard library's scanner, and what was seen of an object or list is kept.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from itertools import accumulate, count
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import make_scanner
from operator import add
from typing import NamedTuple

from .fault import Location
from .grammar import escaped

BLANK = re.compile(r"[ \t\n\r]*+")
COLON = re.compile(r"[ \t\n\r]*+:[ \t\n\r]*+")
COMMA = re.compile(r"[ \t\n\r]*+,[ \t\n\r]*+")
LINE_BREAK = re.compile(r"\r\n?|\n")
TOKEN = re.compile(r'(?P<open>[{\[])|(?P<close>[}\]])|(?P<value>"(?:[^"\\]++|\\.)*+"|[^\s{}\[\]:,"]++)')
# A number stays text: how long it may be is not for the one who looks for its place.
_skip = make_scanner(JSONDecoder(parse_int=str, parse_float=str))  # type: ignore[arg-type]


class Member(NamedTuple):
    """Offsets of a value and of its key; an item of a list has its own place for a key."""

    key: int
    key_end: int
    start: int
    end: int


class Positions:
    """The places of the values of one text. Text that is not JSON has places up to where it breaks off."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._members: dict[int, dict[str, Member]] = {}

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]
        lengths = accumulate(map(len, self.text.split("\n")))
        return [0, *map(add, lengths, count(1))][:-1]

    def location(self, start: int, end: int) -> Location:
        """Lines and columns of the offsets [start, end). A line ends with \\n, \\r\\n or \\r and nothing else."""
        return Location(*self._line_and_column(start), *self._line_and_column(end))

    def line(self, number: int) -> tuple[int, int]:
        """The offsets of a line, from 1, its end left out."""
        start = self._line_starts[number - 1]
        after = LINE_BREAK.search(self.text, start)
        return start, after.start() if after else len(self.text)

    def _line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1

    def find(self, pointer: str) -> tuple[Member, bool]:
        """The member that a JSON Pointer (RFC 6901) names, and True; else the nearest one around it, and False."""
        here = self._top
        for step in pointer.split("/")[1:]:
            inner = self._inside(here.start).get(step.replace("~1", "/").replace("~0", "~"))
            if inner is None:
                return here, False
            here = inner
        return here, True

    @cached_property
    def _top(self) -> Member:
        start = self._blank(0)
        # Where brackets end is not worth reading them all: it is where the text does.
        is_open = self.text[start : start + 1] in ("{", "[")
        end = len(self.text.rstrip(" \t\n\r")) if is_open else self._end(start)
        return Member(start, end, start, end)

    def _blank(self, at: int) -> int:
        return BLANK.match(self.text, at).end()  # type: ignore[union-attr]

    def _end(self, start: int) -> int:
        """Where the value at `start` ends: the end of the text when it has no end of its own."""
        try:
            return int(_skip(self.text, start)[1])
        except (ValueError, StopIteration, RecursionError):
            return len(self.text)

    def _inside(self, start: int) -> dict[str, Member]:
        """The members of the object or list at `start`, by key or index; of two equal keys the last one."""
        if start not in self._members:
            known = self._members[start] = {}
            read = {"{": self._keys, "[": self._items}.get(self.text[start : start + 1])
            with suppress(
                ValueError, StopIteration, RecursionError
            ):  # where the text breaks off, what was seen stands
                if read:
                    read(known, self._blank(start + 1))
        return self._members[start]

    def _keys(self, known: dict[str, Member], at: int) -> None:
        text = self.text
        while text[at : at + 1] == '"':
            name, key_end = scanstring(text, at + 1)
            colon = COLON.match(text, key_end)
            start = colon.end() if colon else self._blank(self._blank(key_end) + 1)
            end = _skip(text, start)[1]
            known[name] = Member(at, key_end, start, end)
            at = self._after_comma(end)

    def _items(self, known: dict[str, Member], start: int) -> None:
        while self.text[start : start + 1] not in ("", "]"):
            end = _skip(self.text, start)[1]
            known[str(len(known))] = Member(start, end, start, end)
            start = self._after_comma(end)

    def _after_comma(self, end: int) -> int:
        """Where the next member starts; the end of the text when no comma follows."""
        comma = COMMA.match(self.text, end)
        return comma.end() if comma else len(self.text)


class Entry(NamedTuple):
    """A key, scalar or opening bracket: pointer, span, open brackets; for a key that stood before, where it did."""

    pointer: str
    start: int
    end: int
    depth: int
    is_key: bool = False
    earlier: int | None = None


class _Level:
    """An object or list on the way down: its pointer, and the keys seen or the items counted."""

    def __init__(self, pointer: str, is_object: bool) -> None:
        self.pointer, self.is_object = pointer, is_object
        self.keys: dict[str, int] = {}
        self.step = ""
        self.count = 0


def walk(text: str) -> Iterator[Entry]:
    """Every key, scalar and opening bracket of JSON text, in its order, in one pass. The text must be JSON."""
    levels = [_Level("", False)]
    for token in TOKEN.finditer(text):
        level = levels[-1]
        if token["close"]:
            levels.pop()
        elif level.is_object and not level.step:
            yield _key(level, text, token.span(), len(levels) - 1)
        else:
            pointer = _next_pointer(level) if len(levels) > 1 else ""
            if token["open"]:
                levels.append(_Level(pointer, token["open"] == "{"))
            yield Entry(pointer, *token.span(), len(levels) - 1)


def _key(level: _Level, text: str, span: tuple[int, int], depth: int) -> Entry:
    start, end = span
    name = scanstring(text, start + 1)[0]
    level.step = "/" + escaped(name)
    earlier = level.keys.get(name)
    level.keys.setdefault(name, start)
    return Entry(level.pointer + level.step, start, end, depth, is_key=True, earlier=earlier)


def _next_pointer(level: _Level) -> str:
    """The pointer of the value that comes now; the level is then ready for the one after it."""
    step, level.step = level.step or f"/{level.count}", ""
    level.count += 1
    return level.pointer + step
