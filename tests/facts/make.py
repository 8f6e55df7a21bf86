"""Invented identifiers with the right check digits, for tests and examples: `python -m tests.facts.make`.

Written from the text of the standards, character by character, so that the tests compare two ways of counting.
"""

from datetime import date

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def organisation_check(code8: str) -> str:
    """GB 11714: weights 3 7 9 10 5 8 4 2, 11 minus the remainder; X stands for 10 and 0 for 11."""
    total = sum(
        weight * LETTERS.index(each) for weight, each in zip((3, 7, 9, 10, 5, 8, 4, 2), code8, strict=True)
    )
    return {10: "X", 11: "0"}.get(11 - total % 11) or str(11 - total % 11)


def uscc_check(code17: str) -> str:
    """GB 32100: the weight of character i is 3^(i-1) modulo 31, 31 minus the remainder; 0 stands for 31."""
    total = sum(ALPHABET.index(each) * pow(3, i, 31) for i, each in enumerate(code17))
    return ALPHABET[(31 - total % 31) % 31]


def resident_id_check(first17: str) -> str:
    """GB 11643: the weight of digit i is 2^(18-i) modulo 11; the remainder is looked up."""
    total = sum(int(each) * pow(2, 17 - i, 11) for i, each in enumerate(first17))
    return "10X98765432"[total % 11]


def make_uscc(kind_digit: str = "1", region: str = "330106", serial: str = "MA2EXAMP") -> str:
    """A USCC of the market regulator: kind 1 company, 2 individual business, 3 cooperative; an eight-character serial."""
    code17 = f"9{kind_digit}{region}{serial}{organisation_check(serial)}"
    return code17 + uscc_check(code17)


def make_resident_id(region: str = "330106", birth: date = date(1980, 2, 14), serial: int = 1) -> str:
    """A resident id; an odd `serial` (0 to 999) is a man's, an even one a woman's."""
    first17 = f"{region}{birth:%Y%m%d}{serial:03d}"
    return first17 + resident_id_check(first17)


def make_registration_number(first14: str = "33010800000001") -> str:
    """A 15-digit registration number of the old kind: ISO 7064 MOD 11,10."""
    product = 10
    for each in first14:
        product = ((product + int(each)) % 10 or 10) * 2 % 11
    return first14 + str((11 - product) % 10)


def make_card_number(digits: str = "622202000000000000") -> str:
    """A bank card number: `digits` and the Luhn digit."""
    total = 0
    for place, each in enumerate(reversed(digits)):
        number = int(each) * (2 if place % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return digits + str(-total % 10)


def main() -> None:
    """Print a handful of each kind."""
    for serial in range(1, 6):
        print(
            make_uscc(serial=f"MA2EXA0{serial}"),
            make_uscc("2", serial=f"MA2EXB0{serial}"),
            make_resident_id(birth=date(1975 + 3 * serial, serial, 10 + serial), serial=serial),
            make_card_number(f"62220200000000000{serial}"),
            f"1380000000{serial}",
        )


if __name__ == "__main__":
    main()
