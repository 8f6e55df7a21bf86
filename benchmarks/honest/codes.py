"""Invented numbers with the check characters that the standards ask for; written apart from the product's own."""

from datetime import date

from .dice import Dice

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a unified social credit code (GB 32100-2015)."""
KINDS = {
    "company": "1",
    "sole_proprietorship": "1",
    "partnership": "1",
    "individual_business": "2",
    "cooperative": "3",
}


def uscc(dice: Dice, kind: str, region: str) -> str:
    """A unified social credit code of the market administration for a kind of business in a region."""
    body = "MA" + "".join(dice.choice(LETTERS) for _ in range(6))
    first = "9" + KINDS[kind] + region + body + organisation_check(body)
    total = sum(LETTERS.index(each) * pow(3, place, 31) for place, each in enumerate(first))
    return first + LETTERS[(31 - total % 31) % 31]


def organisation_check(body: str) -> str:
    """The ninth character of an organisation code (GB 11714-1997)."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(each, 36) * weight for each, weight in zip(body, weights, strict=True))
    return "0123456789X0"[11 - total % 11]


def resident_id(dice: Dice, region: str, birth: date) -> str:
    """A resident id (GB 11643-1999)."""
    first = f"{region}{birth:%Y%m%d}{dice.randint(1, 999):03}"
    return first + id_check(first)


def id_check(first: str) -> str:
    """The last character of a resident id."""
    total = sum(int(each) * pow(2, 17 - place, 11) for place, each in enumerate(first))
    return "10X98765432"[total % 11]


def foreign_permanent_residence(dice: Dice, birth: date) -> str:
    """A foreign permanent residence card as issued since 2023: 9, region, nationality, birth, serial, check."""
    first = f"933{dice.randint(100, 899)}{birth:%Y%m%d}{dice.randint(1, 999):03}"
    return first + id_check(first)


def card(dice: Dice) -> str:
    """A bank card of 19 digits that starts with 62 (ISO/IEC 7812-1, Luhn)."""
    first = "62" + dice.digits(16)
    return first + luhn_check(first)


def luhn_check(first: str) -> str:
    """The last digit of a bank card."""
    total = 0
    for place, each in enumerate(reversed(first)):
        value = int(each) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def company_account(dice: Dice) -> str:
    """A number of a firm's bank account: its bank's own scheme, no check digit."""
    return dice.digits(dice.choice((12, 15, 17, 18, 19, 20)))


def mobile(dice: Dice) -> str:
    """A mobile number."""
    return dice.choice(("135", "136", "138", "139", "150", "159", "177", "186", "189")) + dice.digits(8)
