"""What the recognised print of a licence or of an identity card says. It is a hint: recognition takes 8 for B.

Only numbers whose check characters are right are believed, which a misread one passes in one of a thousand cases.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

from ...facts.identifiers import (
    organisation_check_character,
    resident_id_is_valid,
    uscc_is_valid,
    uscc_repair,
)
from .cells import days_in, plain
from .facts import Day, Place, Words
from .facts.prints import Recognised
from .rows import LONGEST

LICENCE: Final = "营业执照"
CARD: Final = re.compile("公民身份号码|居民身份证")
NAME: Final = {"licence": re.compile("^名称:?(.*)"), "id_card": re.compile("^姓名:?(.*)")}
VALID: Final = "有效期"
FOR_EVER: Final = "长期"
BETWEEN: Final = "|"
_TOKEN: Final = re.compile("(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")

Lines = Sequence[Sequence[str]]
"""Lines from top to bottom, each as its columns."""
Check = Callable[[str], str | None]


def recognised_in(lines: Lines) -> tuple[Recognised, ...]:
    """The licence or the side of an identity card that the lines are; nothing when they are neither."""
    texts = [BETWEEN.join(map(plain, line)) for line in lines]
    if any(LICENCE in each for each in texts):
        return (Recognised("licence", _code(texts, _of_business), _name(lines, "licence"), None),)
    if any(map(CARD.search, texts)):
        return (Recognised("id_card", _code(texts, _of_person), _name(lines, "id_card"), _ends(texts)),)
    return ()


def _place(line: int) -> Place:
    return Place("print", 1, line + 1)


def _code(texts: Sequence[str], check: Check) -> Words | None:
    """The only number that passes a check; of several, nobody knows which is meant."""
    tokens = [(token, line) for line, text in enumerate(texts) for token in _TOKEN.findall(text.upper())]
    found = {code: Words(code, _place(line)) for token, line in tokens if (code := check(token))}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_business(token: str) -> str | None:
    """A unified social credit code with both of its check characters right."""
    if uscc_is_valid(token):
        return token if organisation_check_character(token[8:16]) == token[16] else None
    return uscc_repair(token)


def _of_person(token: str) -> str | None:
    return token if resident_id_is_valid(token) else None


def _name(lines: Lines, kind: str) -> Words | None:
    """What stands behind the label of the name, in its cell or in the next one."""
    for number, line in enumerate(lines):
        for cell, following in zip_longest(line, line[1:], fillvalue=""):
            found = NAME[kind].match(plain(cell))
            name = (found[1] or plain(following)) if found else ""
            if name:
                return Words(name[:LONGEST], _place(number))
    return None


def _ends(texts: Sequence[str]) -> Day | None:
    """The second of the two days between which a card is valid."""
    for number, text in enumerate(texts):
        days = days_in(text) if VALID in text else []
        if days and FOR_EVER in text:
            return Day(date.max, _place(number))
        if len(days) == 2:
            return Day(days[1], _place(number))
    return None
