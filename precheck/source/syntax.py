"""Text that is not JSON: what is wrong with it, all of it in one run, and how it reads once its slips are mended."""

import json
import re
from collections.abc import Iterator
from json.decoder import JSONDecodeError
from typing import Any

from .fault import MOST_FAULTS, Fault
from .grammar import Parser, Room

MOST_MENDED = 10_000
"""More faults than these are not slips of a hand: the text is something else."""
OTHER = re.compile(r"\s*(?:<|(?!(?:NaN|Infinity|True|False|None)\b)[^\W\d_])")
"""A word or a tag: however badly a draft is written, it does not begin with one."""
ALONE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
    "|(?P<raw>[\ud800-\udfff])",
    re.DOTALL,
)
"""Escapes, with the halves of a surrogate pair that stand alone named."""


def scan(text: str) -> tuple[Fault, ...]:
    """Every fault of the text, at most 50, as they are met; empty exactly when it is JSON (NaN is not).

    Too deep for `json.loads` counts as no JSON, with a fault `too_deep`.
    """
    error = _refusal(text)
    if error is None:
        return ()
    if begin := OTHER.match(text):
        return (Fault("not_json", begin.end() - 1, begin.end()),)
    found = Parser(text, MOST_FAULTS).run().faults
    return tuple(found[:MOST_FAULTS]) or (Fault("invalid", error, error),)


def mend(text: str, *, dropping: bool = False) -> str | None:
    """The text as JSON, its unambiguous slips corrected; None when it cannot be had that way.

    Every character keeps its place, so offsets and lines hold for both. An amount is never changed. With `dropping`, a
    value that only a person can correct is replaced (by null, or by an empty list where there is no room), one that is
    missing is put where blanks make room for it, and a missing last bracket is added: never for a file that is written,
    only so that the other values can be checked.
    """
    if _refusal(text) is None:
        return text
    parser = Parser(text, MOST_MENDED).run()
    if not dropping:
        mended = _edited(text, parser.edits)
    else:
        stand_ins = [*(_dropped(*span) for span in parser.lost), *(_put(text, room) for room in parser.rooms)]
        mended = _edited(text, parser.edits + stand_ins) + parser.tail
    return mended if _refusal(mended) is None else None


def lone_surrogates(text: str) -> Iterator[tuple[int, int]]:
    """The spans of halves of a surrogate pair, escaped or raw. `json.loads` takes them; no UTF-8 file can hold them."""
    return (found.span() for found in ALONE.finditer(text) if found["half"] or found["raw"])


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair, in as many characters."""
    edits = [(start, "\ufffd" if end - start == 1 else r"\ufffd") for start, end in lone_surrogates(text)]
    return _edited(text, edits) if edits else text


def _refusal(text: str) -> int | None:
    """Where `json.loads` stops; None when it reads the text. A number of any length is a number."""
    try:
        json.loads(text, parse_constant=_refuse)
    except JSONDecodeError as error:
        return error.pos
    except RecursionError:
        return 0
    except ValueError:
        return None if _has_long_number(text) else 0
    return None


def _has_long_number(text: str) -> bool:
    """Whether the text is JSON but for an integer with more digits than Python converts."""
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str)
    except ValueError:
        return False
    return True


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _dropped(start: int, end: int) -> tuple[int, str]:
    width = end - start
    return start, ("null" if width >= len("null") else "[]").ljust(width)[:width]


def _put(text: str, room: Room) -> tuple[int, str]:
    """An empty list, and the comma after it, between what are line breaks; as much of it as there is room for."""
    characters = [each if each in "\n\r" else " " for each in text[room.start : room.end]]
    at = "".join(characters).find("  ")
    if at >= 0:
        characters[at : at + 2] = "[]"
        if room.has_comma and " " in characters[at + 2 :]:
            characters[characters.index(" ", at + 2)] = ","
    return room.start, "".join(characters)


def _edited(text: str, edits: list[tuple[int, str]]) -> str:
    characters = list(text)
    for at, new in edits:
        characters[at : at + len(new)] = new
    return "".join(characters)
