"""Code frames: the line of a draft with a mark under the value, rebuilt from masked tokens.

Nothing of the line is shown because it looks harmless: only what is known to be closed is shown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_type_hints

from ..application.choices import LABELS
from ..application.structure import key_of, models
from ..application.types import LONG_TERM
from ..facts.characters import printable
from ..finding import Place
from ..privacy import MASK, Redact, masked
from ..source import Draft
from .style import Style
from .width import blank_like, width

if TYPE_CHECKING:
    from ..contract import FrameData, FramedData

TOKEN = re.compile(
    r'(?P<blank>[ \t]+)|(?P<string>"(?:[^"\\]|\\.)*+"?)|(?P<mark>[{}\[\]:,：，、｛｝［］【】；“”„‘’＂\'])'
    r"|(?P<word>[^\s{}\[\]:,\"：，、｛｝［］【】；“”„‘’＂']+)|(?P<other>.)",
    re.DOTALL,
)
DATED = re.compile(
    r"20[0-9]{2}(-(Q[1-4]|[0-9]{2}(-[0-9]{2}|/20[0-9]{2}-[0-9]{2})?))?|19[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
WORDS = frozenset({"true", "false", "null"})
CUT = "…"
"""Stands for what is left out of a line."""
BEFORE, AFTER = 48, 48
"""Columns that are shown before and after the start of a value when a line is too long."""
REACH = 240
"""Characters that are looked at before and after the start of a value: a whole draft may stand on one line."""
ENTRY = re.compile(r'[{,][ \t]*+(?="[a-z_$]+"[ \t]*:)')
"""Where a new field starts. It cannot stand inside a string, where a quote has a backslash before it."""


class Frame(NamedTuple):
    """A line of the draft with what is private masked; `line[start:end]` is the value."""

    line: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """What stands under the line before the mark."""
        return blank_like(self.line[: self.start])

    @property
    def columns(self) -> int:
        """How wide the mark is."""
        return max(1, width(self.line[self.start : self.end]))

    def with_cut(self, mark: str) -> "Frame":
        """The frame with another sign for what is left out."""
        line, shift = self.line, 0
        if line.endswith(CUT):
            line = line.removesuffix(CUT) + mark
        if line.startswith(CUT):
            line, shift = mark + line.removeprefix(CUT), len(mark) - len(CUT)
        return Frame(line, self.start + shift, self.end + shift)


class Frames:
    """The frames of one draft's text."""

    def __init__(self, draft: Draft, redact: Redact) -> None:
        self.draft, self.redact = draft, redact

    def at(self, place: Place) -> "FrameData | None":
        """The frame of a place as the report's data; None without lines, and for the whole draft: no place to look at."""
        where = place.location
        if where is None or (not place.pointer and where.line != where.end_line):
            return None
        end = where.end_column - 1 if where.end_line == where.line else where.column
        shown = frame(self.draft.written.line(where.line), where.column - 1, end, self.redact)
        return {"text": shown.line, "start": shown.start, "end": shown.end}


class Piece(NamedTuple):
    """A token as it may be shown, and the columns of the source line at which it stood, from 0."""

    shown: str
    start: int
    end: int


def frame(line: str, start: int, end: int, redact: Redact) -> Frame:
    """The frame of a source line (without its end) whose value stands at the columns [start, end), from 0.

    The mark stands under all that is shown of the value, also where masking changed its length; of a line that
    is too long only the part around the value is shown, with an ellipsis where something is left out.
    """
    first_seen, seen = _reach(line, start)
    start, end = start - first_seen, end - first_seen
    pieces = [Piece(_shown(*each, redact), each[1], each[2]) for each in _tokens(seen)]
    first = next((n for n, each in enumerate(pieces) if each.end > start), len(pieces))
    after = next((n for n, each in enumerate(pieces) if n > first and each.start >= end), len(pieces))
    low, high = _window(pieces, first)
    before = "".join(each.shown for each in pieces[low:first])
    value = "".join(each.shown for each in pieces[first : min(after, high)]).rstrip()
    rest = "".join(each.shown for each in pieces[first:high])
    head = CUT if low or first_seen else ""
    tail = CUT if high < len(pieces) or first_seen + len(seen) < len(line) else ""
    before = head + (before if head else before.lstrip())
    return Frame((before + rest + tail).rstrip(), len(before), len(before + value))


def shown_line(line: str, redact: Redact) -> str:
    """A line of a draft with what is private masked."""
    return "".join(_shown(*each, redact) for each in _tokens(line))


def _reach(line: str, start: int) -> tuple[int, str]:
    """The part of a line around a column that is looked at, and where it starts: at a field, if one is near."""
    low = max(0, start - REACH)
    field = ENTRY.search(line, low, start) if low else None
    low = field.end() if field else low
    return low, line[low : start + REACH]


def _tokens(line: str) -> Iterator[tuple[str, int, int, str, str]]:
    """Kind, start, end and text of every token, and the key that it is the value of on this line."""
    key, before = "", ""
    for found in TOKEN.finditer(line):
        kind, text = found.lastgroup or "other", found[0]
        if kind == "mark" and text in ":：":
            key = before
        yield kind, found.start(), found.end(), text, key
        if kind == "string":
            before, key = text[1:-1], ""
        elif kind in ("word", "mark") and text not in ":：":
            key = ""


def _shown(kind: str, start: int, end: int, text: str, key: str, redact: Redact) -> str:
    if kind in ("blank", "mark"):
        return text
    if redact is Redact.NONE:
        return "".join(printable(each) or "?" for each in text)
    if kind == "string":
        return _string(text)
    if kind == "word":
        return _word(text, key, redact)
    return "?"


def _string(text: str) -> str:
    end = '"' if len(text) > 1 and text[-1] == '"' else ""
    inner = text[1 : len(text) - len(end)]
    return text if inner in _closed() or DATED.fullmatch(inner) else f'"{masked(inner)}{end}'


def _word(text: str, key: str, redact: Redact) -> str:
    """A number is shown as the value of a field that holds one: elsewhere it may be a telephone's or a card's."""
    if text in WORDS:
        return text
    return text if redact is not Redact.ALL and key in _numeric() and NUMBER.fullmatch(text) else MASK


@cache
def _closed() -> frozenset[str]:
    """What a string may say and be shown: keys and choices of the data interface."""
    keys = {key_of(model, name) for model in models() for name in model.names}
    return frozenset({"", LONG_TERM, *keys, *LABELS})


@cache
def _numeric() -> frozenset[str]:
    """The keys of the data interface whose values are numbers."""
    return frozenset(
        key_of(model, name)
        for model in models()
        for name, hint in get_type_hints(model).items()
        if hint in (int, float) and name in model.names
    )


def _window(pieces: Sequence[Piece], first: int) -> tuple[int, int]:
    """Which pieces to show: those within reach of the value's first one, and always that one."""
    low, room = first, BEFORE
    while low and (room := room - width(pieces[low - 1].shown)) >= 0:
        low -= 1
    high, room = first + 1, AFTER
    while high < len(pieces) and (room := room - width(pieces[high].shown)) >= 0:
        high += 1
    return low, min(high, len(pieces))


def pointed_at(place: "FramedData", severity: str, style: Style) -> Iterator[str]:
    """The stored line of the draft at a place, with a mark under the value; nothing for a place without a line."""
    if not place["frame"] or not place["location"]:
        return
    stored = place["frame"]
    shown = Frame(stored["text"], stored["start"], stored["end"]).with_cut(style.marks["cut"])
    bar = style.paint("faint", style.marks["bar"])
    number = str(place["location"]["line"])
    yield f"      {style.paint('faint', number)} {bar} {shown.line}"
    carets = style.paint(severity, "^" * shown.columns)
    yield f"      {' ' * len(number)} {bar} {shown.before}{carets}"
