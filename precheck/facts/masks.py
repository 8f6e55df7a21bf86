"""Names and account numbers as papers print them: often with a part of them starred out."""

import re
from typing import Final

from .names import fold_name

_STARS: Final = re.compile(r"[*＊×]+")
LEAST_DIGITS: Final = 4
"""Digits of an account that are compared: statements leave at least so many at its end."""


def may_be(printed: str, whole: str) -> bool:
    """Whether a name as printed, `王*` or `**微超` with stars for characters, may be this name."""
    first, *others = _STARS.split(fold_name(printed))
    name = fold_name(whole)
    if not others:
        return name == first
    *between, last = others
    end = len(first)
    for part in between:
        # Where it first stands leaves most room for the others: no other place need be tried.
        found = name.find(part, end + 1)
        if found < 0:
            return False
        end = found + len(part)
    return name.startswith(first) and name.endswith(last) and end < len(name) - len(last)


def may_be_account(printed: str, whole: str) -> bool:
    """Whether an account number as printed, `6226******5669`, may be this number. Too few digits may be any."""
    parts = [re.sub(r"\D", "", each) for each in _STARS.split(printed)]
    digits = re.sub(r"\D", "", whole)
    if sum(map(len, parts)) < LEAST_DIGITS:
        return True
    return digits.startswith(parts[0]) and digits.endswith(parts[-1])
