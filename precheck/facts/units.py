"""Amounts typed in a wrong unit: 万元, 千元 or 亿元 for yuan, or the other way round."""

from typing import Final

UNITS: Final = (1_000.0, 10_000.0, 100_000_000.0)
"""How many yuan 千元, 万元 and 亿元 are."""
LEAST_SLIP: Final = UNITS[0] / 2


def unit_slip(amount: float, other: float) -> float | None:
    """The unit by which two amounts of one size are apart: 10000.0 or 0.0001 for 万元; None when by none.

    The amounts may differ by a factor of two beside; real businesses of one size are never that far apart (E).
    """
    if amount <= 0 or other <= 0 or 1 / LEAST_SLIP < amount / other < LEAST_SLIP:
        return None
    high, low = max(amount, other), min(amount, other)
    unit = next((each for each in UNITS if each / 2 <= high / low <= each * 2), None)
    return unit and (unit if amount > other else 1 / unit)
