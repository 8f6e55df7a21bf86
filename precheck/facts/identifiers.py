"""Numbers that identify a firm, a person, a card or a phone: their shapes and check characters.

Functions take text as `tidy` leaves it. They say whether a number can exist, never whether it was issued. Where a
standard is not public the check is generous: to refuse a good number is worse than to let a bad one pass.

Sources: GB 32100-2015 (unified social credit code, USCC), GB 11714-1997 (organisation code inside it),
GB 11643-1999 (resident id), GS 15-2006 (15-digit registration number), ISO/IEC 7812-1 (Luhn).
"""

from datetime import date
from typing import Final

from .characters import has_hidden_characters, visible
from .regions import PROVINCES

__all__ = [
    "age_on",
    "birth_date",
    "foreign_permanent_residence_shape",
    "has_hidden_characters",
    "hong_kong_macao_permit_shape",
    "luhn_is_valid",
    "mobile_is_valid",
    "organisation_check_character",
    "passport_shape",
    "registration_number_is_valid",
    "resident_id_check_character",
    "resident_id_is_foreign_permanent",
    "resident_id_is_valid",
    "resident_id_shape",
    "taiwan_permit_shape",
    "tidy",
    "uscc_check_character",
    "uscc_is_valid",
    "uscc_repair",
    "uscc_shape",
]

USCC_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters; I, O, S, V and Z are left out because they look like others."""

_HYPHENS: Final = dict.fromkeys(map(ord, "-‐‒–—―−"))
_USCC_CHARACTERS: Final = frozenset(USCC_ALPHABET)
_TO_BASE_34: Final = str.maketrans(USCC_ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTU")
_LOOKALIKES: Final = str.maketrans("OIZS", "0125")
_DOUBLED: Final = str.maketrans("0123456789", "0246813579")
_RESIDENCE_PERMITS: Final = frozenset({"81", "82", "83"})
_ID_PREFIXES: Final = (
    frozenset(PROVINCES) | _RESIDENCE_PERMITS | {"71"} | {f"9{digit}" for digit in range(10)}
)


def tidy(text: str) -> str:
    """A code as its issuer would print it: narrow characters, upper case, no blanks, hyphens or hidden characters."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return visible(text).translate(_HYPHENS).upper()


def is_digits(text: str) -> bool:
    """Whether `text` is made of 0 to 9 only; `str.isdigit` alone also takes digits of other scripts."""
    return text.isascii() and text.isdigit()


def uscc_shape(code: str) -> bool:
    """Whether `code` has 18 characters of the alphabet, the third to eighth (the region) being digits."""
    return len(code) == 18 and code[2:8].isdigit() and _USCC_CHARACTERS.issuperset(code)


def uscc_check_character(code17: str) -> str:
    """The 18th character of a USCC, from its first 17 (all of the alphabet).

    GB 32100 weighs character i with 3^(i-1) modulo 31 and takes what is lacking to a multiple of 31.
    """
    # 34 is 3 modulo 31: read backwards as a number of base 34, the characters weigh themselves.
    return USCC_ALPHABET[-int(code17[::-1].translate(_TO_BASE_34), 34) % 31]


def uscc_is_valid(code: str) -> bool:
    """Whether `code` has the shape of a USCC and the right last character; the organisation code is not looked at."""
    return uscc_shape(code) and uscc_check_character(code[:17]) == code[17]


def organisation_check_character(code8: str) -> str:
    """The ninth character of an organisation code (the 17th of a USCC), from its first eight: 0-9 and A-Y.

    GB 11714 weighs them with 3 7 9 10 5 8 4 2, takes what is lacking to a multiple of 11, and writes X for 10.
    Old and special codes may break it, so a difference is a reason to ask, not to refuse.
    """
    # The weights are 2^8 … 2^1 modulo 11, and 35 is 2 modulo 11.
    return "0123456789X"[-2 * int(code8, 35) % 11]


def uscc_repair(code: str) -> str | None:
    """The code that was meant when O, I, Z or S was typed for 0, 1, 2 or 5; None unless both checks then hold."""
    likely = code.translate(_LOOKALIKES)
    if likely == code or not uscc_is_valid(likely):
        return None
    return likely if organisation_check_character(likely[8:16]) == likely[16] else None


def registration_number_is_valid(number: str) -> bool:
    """Whether `number` is a 15-digit registration number of a licence from before October 2015 (ISO 7064 MOD 11,10)."""
    if len(number) != 15 or not is_digits(number):
        return False
    carry = 10
    for digit in number[:-1]:
        carry = ((carry + int(digit)) % 10 or 10) * 2 % 11
    return (carry + int(number[-1])) % 10 == 1


def resident_id_shape(number: str) -> bool:
    """Whether `number` is 17 digits and a digit or X."""
    return len(number) == 18 and is_digits(number[:17]) and number[17] in "0123456789X"


def resident_id_check_character(first17: str) -> str:
    """The 18th character of a resident id, from its first 17 digits: GB 11643, ISO 7064 MOD 11-2."""
    # Digit i weighs 2^(18-i) modulo 11, and 13 is 2 modulo 11.
    return "10X98765432"[2 * int(first17, 13) % 11]


def resident_id_is_valid(number: str) -> bool:
    """Whether a number of this form can exist: shape, check character, birth date and the first two digits.

    Numbers of residence permits and of foreigners' permanent residence cards have the same form and are valid
    too; the two functions below tell them apart. A birth date in the future is not refused here.
    """
    if not resident_id_shape(number) or number[:2] not in _ID_PREFIXES:
        return False
    return resident_id_check_character(number[:17]) == number[17] and _has_birth_date(number)


def _has_birth_date(number: str) -> bool:
    try:
        birth_date(number)
    except ValueError:
        return False
    return True


def birth_date(number: str) -> date:
    """The day of birth in a resident id. Raises ValueError, which never quotes the number, when there is none."""
    if not resident_id_shape(number):
        raise ValueError("not a resident id number")
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def age_on(birth: date, day: date) -> int:
    """Full years from `birth` to `day`; negative when `birth` is later."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def resident_id_is_foreign_permanent(number: str) -> bool:
    """Whether an id number is that of a foreigner's permanent residence card: it starts with 9."""
    return resident_id_shape(number) and number[0] == "9"


def passport_shape(number: str) -> bool:
    """Whether `number` could be a passport of any country: 5 to 15 letters and digits, a digit among them."""
    return 5 <= len(number) <= 15 and number.isascii() and number.isalnum() and not number.isalpha()


def hong_kong_macao_permit_shape(number: str) -> bool:
    """Whether `number` is H or M and eight digits; older cards add up to two for the renewals."""
    return number[:1] in ("H", "M") and 9 <= len(number) <= 11 and is_digits(number[1:])


def taiwan_permit_shape(number: str) -> bool:
    """Whether `number` is eight digits, perhaps after a T; older booklets add up to five characters."""
    rest = number.removeprefix("T")
    return 8 <= len(rest) <= 13 and is_digits(rest[:8])


def foreign_permanent_residence_shape(number: str) -> bool:
    """Whether `number` is three letters and twelve digits (cards before 2023), or 18 characters starting with 9."""
    if len(number) == 15:
        return number[:3].isascii() and number[:3].isalpha() and is_digits(number[3:])
    return resident_id_is_foreign_permanent(number)


def luhn_is_valid(number: str) -> bool:
    """Whether the digits pass the Luhn check of bank cards; the length is not looked at."""
    if not is_digits(number):
        return False
    digits = number[::-2] + number[-2::-2].translate(_DOUBLED)
    return (sum(digits.encode()) - ord("0") * len(digits)) % 10 == 0


def mobile_is_valid(number: str) -> bool:
    """Whether `number` is a mainland mobile number: eleven digits, 1 and then 3 to 9 first."""
    return len(number) == 11 and is_digits(number) and number[0] == "1" and number[1] in "3456789"
