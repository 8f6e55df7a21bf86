"""A waiver: one finding that somebody knows and accepts, told from every other by what it speaks of.

A waiver must not cover another value at the same place, so it keeps a digest of what the finding read. A digest of a
name or of a number with few possibilities can be guessed by trying them all, salted or not, because whoever has the
file has the salt. So no text goes into it whole: only its mask, which every output shows, and its check number from
0 to 96. That gives away less than two digits of a text, however many digests there are of it (a salt would give away
as much again with each new file), and it tells apart any two texts that differ in one letter or digit, or in the order
of two; of other texts with the same mask it takes one in 97 for the same. Amounts, days and words of closed lists are
no identifying text and go in as they are: whoever hides amounts too must keep a baseline as private as a plain report.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from ..application.choices import LABELS
from ..examination import Trace
from ..privacy import masked
from ..source import Draft
from ..text import Text

DAY = re.compile(r"[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?")
MODULUS, BASE = 97, 5
"""A prime above the number of printable ASCII characters, and a number whose first 96 powers differ by it."""


def facts_digest(draft: Draft, each: Trace) -> str:
    """Tells a finding from another of the same rule at the same place: 16 hexadecimal digits of what it read."""
    pointers = dict.fromkeys((*each.blamed, *each.others))
    read = [_typed(draft.written.typed(pointer)) for pointer in pointers]
    said = [f"{name}={word}" for name, word in sorted(_words(each.hit.facts))]
    return sha256("\0".join([*read, "", *said]).encode()).hexdigest()[:16]


def check_number(text: str) -> int:
    """A number from 0 to 96 that changes with any letter or digit, and when two change places (positions below 96)."""
    number = 0
    for character in text:
        number = (number * BASE + ord(character)) % MODULUS
    return number


def _typed(text: str) -> str:
    """A value of the draft. Of a list or a group of fields only what it is: what is in it stands elsewhere."""
    if text[:1] in ("{", "["):
        return text[0]
    try:
        value = json.loads(text) if text else None
    except ValueError:
        value = text
    return _closed(value) if isinstance(value, str) else repr(value)


def _closed(text: str) -> str:
    if text in LABELS or DAY.fullmatch(text):
        return text
    return f"{masked(text)} {check_number(text)}"


def _words(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a rule says in words of what it found; numbers and days are left out, they may count from today."""
    for name, fact in facts.items():
        if isinstance(fact, Text):
            yield name, fact.en
        elif isinstance(fact, str):
            yield name, _closed(fact)
