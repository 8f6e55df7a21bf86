"""Mends how a draft is written, never what it says: `precheck check --fix`.

The byte order mark and the encoding, trailing commas, full-width digits and punctuation, blanks around a text,
separators of thousands, and days written year first in another form. Each edit replaces a span of the text; everything
else stays as it was. An amount keeps its digits.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from json import JSONDecodeError, dumps, loads
from typing import Any, Final, NamedTuple, get_type_hints
from unicodedata import normalize

from .application import Application
from .application.structure import is_index, key_of, nested
from .application.types import Code, Coverage, Day, Deadline, Period, Yuan
from .facts.characters import visible
from .source import Draft
from .source.fault import Kind
from .source.grammar import Parser
from .source.positions import walk
from .source.syntax import MOST_MENDED
from .source.tokens import Flaw

MENDED: Final[frozenset[Kind]] = frozenset(
    {
        "full_width_punctuation",
        "curly_quote",
        "single_quote",
        "trailing_comma",
        "thousands_separator",
        "leading_plus",
    }
)
"""Faults of the text that can only mean one thing."""
SEPARATORS: Final = re.compile("[,，]")
NUMBER: Final = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?")
DAY: Final = re.compile(
    r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})日?|([0-9]{4})([0-9]{2})([0-9]{2})"
)
MONTH: Final = re.compile(r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})月?")


class Edit(NamedTuple):
    """What stands in the place of the characters [start, end) afterwards."""

    start: int
    end: int
    new: str


class Repair(NamedTuple):
    """The text before and after, the encoding before, and how many places were mended."""

    before: str
    after: str
    encoding: str
    places: int

    @property
    def raw(self) -> bytes:
        """The mended draft as it is to be written: UTF-8 without a byte order mark."""
        return self.after.encode()


def repair(draft: Draft) -> Repair:
    """How a draft reads once everything is mended that needs no person. Never raises: bytes that are no text stay."""
    text = draft.text
    if any(
        fault.kind in ("not_text", "too_large") for fault in (*draft.faults, *draft.written.syntax_faults())
    ):
        return Repair(text, text, draft.encoding, 0)
    marks = list(_marks(text))
    mended = _edited(text, marks)
    values = list(_values(mended)) if _is_json(mended) else []
    after = _edited(mended, values)
    return Repair(text, after, draft.encoding, len(marks) + len(values) + (draft.encoding != "utf-8"))


def _marks(text: str) -> Iterator[Edit]:
    """Edits of punctuation, of quotes and of bare numbers."""
    if _is_json(text):
        return
    for flaw in Parser(text, MOST_MENDED).run().flaws:
        if flaw.kind == "thousands_separator":
            yield from _without_separators(text, flaw)
        elif flaw.kind == "trailing_comma":
            yield Edit(flaw.start, flaw.end, "")
        elif flaw.kind in MENDED:
            yield from (Edit(at, at + len(new), new) for at, new in flaw.edits)


def _without_separators(text: str, flaw: Flaw) -> Iterator[Edit]:
    """A number without its separators; one with a unit beside is no number, and left to a person."""
    digits = SEPARATORS.sub("", text[flaw.start : flaw.end])
    if NUMBER.fullmatch(digits):
        yield Edit(flaw.start, flaw.end, digits)


def _values(text: str) -> Iterator[Edit]:
    """Edits of texts in quotes, by what the field at their place holds."""
    for entry in walk(text):
        typed = text[entry.start : entry.end]
        kind = None if entry.is_key or typed[0] != '"' else _kind(entry.pointer)
        if kind is not None:
            said = loads(typed)
            new = _tidied(said, kind)
            if new != said:
                yield Edit(entry.start, entry.end, new if kind is Yuan else dumps(new, ensure_ascii=False))


def _tidied(said: str, kind: Any) -> str:
    """A text as the field wants it written; as it is where that is not clear."""
    tidy = TIDIED.get(kind)
    return (tidy(said) if tidy else None) or said.strip()


def _number(said: str) -> str | None:
    plain = normalize("NFKC", said).strip()
    return plain.replace(",", "") if NUMBER.fullmatch(plain) else None


def _day(said: str) -> str | None:
    """A day that is written year first: anything else may mean two days."""
    found = DAY.fullmatch(visible(said))
    if not found:
        return None
    try:
        return date(*(int(each) for each in found.groups() if each)).isoformat()
    except ValueError:
        return None


def _period(said: str) -> str | None:
    plain = visible(said)
    found = MONTH.fullmatch(plain)
    if found and 1 <= int(found[2]) <= 12:
        return f"{found[1]}-{int(found[2]):02}"
    return plain.removesuffix("年") if re.fullmatch("[0-9]{4}年", plain) else None


TIDIED: Final[dict[Any, Callable[[str], str | None]]] = {
    Yuan: _number,
    Day: _day,
    Deadline: _day,
    Period: _period,
    Coverage: _period,
    Code: visible,
}
"""How a text is written that stands in a field of a type."""


@cache
def _kinds(model: Any) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {key_of(model, name): hints[name] for name in model.names}


def _kind(pointer: str) -> Any:
    """The type of the field at a pointer; None where the data interface knows none."""
    model: Any = Application
    *above, last = [step for step in pointer.split("/")[1:] if not is_index(step)]
    for step in above:
        model = next((each.model for each in nested(model) if each.name == step), None) if model else None
    return _kinds(model).get(last) if model else None


def _is_json(text: str) -> bool:
    try:
        loads(text)
    except (JSONDecodeError, RecursionError, ValueError):
        return False
    return True


def _edited(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for edit in sorted(edits):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.new]
            at = edit.end
    return "".join([*pieces, text[at:]])
