"""How much income tax a profit can cost at the most and at the least.

Companies and cooperatives: 25 % (企业所得税法 art. 4, K), 5 % for small firms with low profit until the end of 2027
(20 % on a quarter of the income, V2). Owners of other businesses: the table of tax on operating income
(个人所得税法 table 2, K), which is halved for the first 2,000,000 yuan until the end of 2027 (K).
"""

from math import inf
from typing import Final, NamedTuple


class Bracket(NamedTuple):
    """Income up to `most` yuan is taxed at `rate`, less `deduction` yuan for the lower brackets."""

    most: float
    rate: float
    deduction: float


OPERATING_INCOME: Final = (
    Bracket(30_000, 0.05, 0),
    Bracket(90_000, 0.10, 1_500),
    Bracket(300_000, 0.20, 10_500),
    Bracket(500_000, 0.30, 40_500),
    Bracket(inf, 0.35, 65_500),
)
"""The tax on operating income by brackets of the annual income."""
ENTERPRISE: Final = 0.25
SMALL_ENTERPRISE: Final = 0.05


def operating_income_tax(income: float) -> float:
    """The tax on an operating income before relief; both in yuan a year. None is owed on a loss."""
    bracket = next(each for each in OPERATING_INCOME if income <= each.most)
    return max(0.0, income * bracket.rate - bracket.deduction)


def most_tax(form: str, income: float) -> float:
    """The tax on a taxable income without any relief, in yuan; `form` is enterprise or operating_income."""
    return max(0.0, ENTERPRISE * income) if form == "enterprise" else operating_income_tax(income)


def least_tax(form: str, income: float) -> float:
    """The tax with the reliefs that any small business has, in yuan; those of some industries leave even less."""
    if form == "enterprise":
        return max(0.0, SMALL_ENTERPRISE * income)
    return operating_income_tax(income) / 2
