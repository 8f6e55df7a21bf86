"""Numbers with check characters that were mistyped: which character is wrong, where two checks or a date tell.

A single check digit only says that something is wrong. A value is proposed where at most two numbers that differ by
one slip can exist, or where the same number stands in the draft a second time; then only the wrong characters are
named, never the whole number.
"""

from collections.abc import Callable, Iterator
from math import exp, log
from typing import Any, Final, NamedTuple

from ..application import Gap, Ref
from ..case import Case, Judgement
from ..facts.identifiers import (
    luhn_is_valid,
    organisation_check_character,
    resident_id_is_valid,
    tidy,
    uscc_is_valid,
)
from ..facts.regions import is_registration_region

LOOK_ALIKE: Final = ("0ODQ", "1ILT7", "2Z", "5S", "8B36", "6G", "UVYW", "MN", "9P")
"""Characters that are taken for one another, as sets."""
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DIGITS: Final = "0123456789"
MOST: Final = 2
"""Numbers that can exist, beyond which none is proposed."""
SURE: Final = 0.9
"""Of two numbers that can exist, one is proposed if it is this much likelier."""
KINDS: Final = {
    "substituted": -log(0.6),
    "transposed": -log(0.2),
    "missing_digit": -log(0.1),
    "extra_digit": -log(0.1),
}
"""What each kind costs in nats (Verhoeff 1969)."""
LIKE, UNLIKE = log(6), log(60)
"""Nats for a character that looks like the one that was typed, and for any other: half of them do."""


class Misspelt(NamedTuple):
    """A number that was mistyped, what was most likely meant, and how sure that is."""

    ref: Ref
    kind: str
    meant: str
    share: float


class Meant(NamedTuple):
    """A number that can exist, and the slip that made it what was typed."""

    kind: str
    text: str
    cost: float


def mistyped_numbers(case: Case, judgement: Judgement) -> list[Misspelt]:
    """A record for every number whose check was found broken, and of which it can be told what was meant."""
    found = []
    for rule, hit in judgement.outcome.found:
        if rule.code in CHECKED and hit.refs:
            alphabet, can_exist = CHECKED[rule.code](case)
            found.append(_misspelt(hit.refs[0], alphabet, can_exist))
    return [each for each in found if each]


def _misspelt(ref: Ref, alphabet: str, can_exist: Callable[[str], bool]) -> Misspelt | None:
    weights: dict[str, float] = {}
    kinds: dict[str, str] = {}
    for each in sorted(edits(tidy(ref.value), alphabet), key=lambda each: each.cost):
        if can_exist(each.text):
            kinds.setdefault(each.text, each.kind)
            weights.setdefault(each.text, exp(-each.cost))
    if not weights or len(weights) > MOST:
        return None
    best = max(weights, key=lambda text: (weights[text], text))
    share = weights[best] / sum(weights.values())
    return Misspelt(ref, kinds[best], best, share) if share >= SURE else None


def edits(typed: str, alphabet: str) -> Iterator[Meant]:
    """Every text that one slip may have turned into what was typed."""
    places = log(len(typed) + 1)
    for at, letter in enumerate(typed):
        for other in alphabet:
            if other != letter:
                cost = KINDS["substituted"] + places + (LIKE if _are_alike(letter, other) else UNLIKE)
                yield Meant("substituted", typed[:at] + other + typed[at + 1 :], cost)
        if at and typed[at - 1] != letter:
            swapped = typed[: at - 1] + letter + typed[at - 1] + typed[at + 1 :]
            yield Meant("transposed", swapped, KINDS["transposed"] + places)
        yield Meant("extra_digit", typed[:at] + typed[at + 1 :], KINDS["extra_digit"] + places)
    for at in range(len(typed) + 1):
        for other in alphabet:
            cost = KINDS["missing_digit"] + places + UNLIKE
            yield Meant("missing_digit", typed[:at] + other + typed[at:], cost)


def _are_alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in LOOK_ALIKE)


def uscc_can_exist(code: str) -> bool:
    """Whether a code of the market administration passes both of its checks and has a region."""
    if not uscc_is_valid(code) or code[0] != "9" or code[1] not in "123":
        return False
    return is_registration_region(code[2:]) and organisation_check_character(code[8:16]) == code[16]


Checked = tuple[str, Callable[[str], bool]]


def _of_firms(case: Case) -> Checked:
    """With the second copies of the code in tax returns, which say more than any check."""
    copies = _copies(case)

    def can_exist(code: str) -> bool:
        return code in copies if copies else uscc_can_exist(code)

    return ALPHABET, can_exist


def _copies(case: Case) -> set[str]:
    try:
        returns: list[Any] = [*case.application.vat_returns, *case.application.income_tax_returns]
        codes = {tidy(each.taxpayer_id) for each in returns}
    except Gap:
        return set()
    return {code for code in codes if uscc_can_exist(code)}


def _as_the_applicant(case: Case) -> Checked:
    """The number of a return that is one slip away from the applicant's own."""
    own = tidy(case.application.applicant.uscc)
    return ALPHABET, lambda code: code == own and uscc_can_exist(code)


def _of_people(case: Case) -> Checked:
    return DIGITS + "X", resident_id_is_valid


def _of_cards(case: Case) -> Checked:
    return DIGITS, lambda number: len(number) in (16, 19) and luhn_is_valid(number)


CHECKED: Final[dict[str, Callable[[Case], Checked]]] = {
    "IDN002": _of_firms,
    "IDN003": _of_firms,
    "IDN010": _of_people,
    "IDN007": _as_the_applicant,
    "IDN008": _as_the_applicant,
    "IDN016": _of_cards,
}
"""The rules that find a number whose check fails, and what can exist in its place."""


class Character(NamedTuple):
    """A wrong character, counted from 1; what was typed there and what was meant, "" past the end."""

    at: int
    typed: str
    meant: str


def wrong_character(typed: str, meant: str) -> Character:
    """Where two numbers differ first."""
    at = next(
        (at for at, pair in enumerate(zip(typed, meant, strict=False)) if pair[0] != pair[1]),
        min(len(typed), len(meant)),
    )
    return Character(at + 1, typed[at : at + 1], meant[at : at + 1])
