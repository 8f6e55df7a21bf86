"""The rates of value-added tax, by date.

Standard rates: 增值税法 art. 10 (V1) and the changes of 2017-07-01, 2018-05-01 and 2019-04-01, which real invoices
confirm (E). Rates of the simplified method: 3 % (增值税法 art. 11, V1), 5 % for real estate, and the reliefs of
2 %, 1.5 %, 1 % and 0.5 % (S, K). Exempt sales and exports are written with 0.
"""

from datetime import date
from typing import Final

SIMPLIFIED: Final = frozenset({0.0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05})
"""The rates at which small-scale taxpayers invoice; general taxpayers use them for some sales."""

STANDARD: Final = (
    (date(2019, 4, 1), frozenset({0.13, 0.09, 0.06})),
    (date(2018, 5, 1), frozenset({0.16, 0.10, 0.06})),
    (date(2017, 7, 1), frozenset({0.17, 0.11, 0.06})),
    (date.min, frozenset({0.17, 0.13, 0.11, 0.06})),
)
"""The standard rates and the first day of each set, the latest first."""


def rates_on(day: date) -> frozenset[float]:
    """The rates that an invoice of a day may carry, as fractions."""
    return next(rates for since, rates in STANDARD if day >= since) | SIMPLIFIED
