"""What tax returns and financial statements say."""

from typing import Literal, NamedTuple

from . import Day, Place, Words

Unit = Literal["yuan", "thousand_yuan", "ten_thousand_yuan"]


class Figure(NamedTuple):
    """An amount under its name in the data interface: `income_statement.year_to_date.revenue`, `current.output_tax`.

    A figure that is the sum of several lines of the form has the place of the first of them.
    """

    name: str
    fen: int
    place: Place

    @property
    def yuan(self) -> float:
        """The amount as the data interface has it."""
        return self.fen / 100


class Form(NamedTuple):
    """One statement or return of one period. A line that it leaves blank has no figure."""

    kind: Literal["balance_sheet", "income_statement", "vat_return", "income_tax_return"]
    form: Literal["", "small", "general", "cooperative", "small_scale", "enterprise", "operating_income"] = ""
    """As the data interface names the form of that kind; empty when the paper does not tell."""
    period: str = ""
    """As the data interface writes periods; empty when the paper states none."""
    ends: Day | None = None
    """The date of a balance sheet, or the last day of the period."""
    holder: Words | None = None
    taxpayer_id: Words | None = None
    unit: Unit = "yuan"
    unit_place: Place | None = None
    """Where the unit is printed; without it the amounts are taken for yuan."""
    figures: tuple[Figure, ...] = ()
    misread: tuple[Place, ...] = ()
    """Where a figure is due and what stands there is no amount, or does not tell its column."""
    unknown_lines: tuple[Words, ...] = ()
    """Lines of a statement with figures that no field of the data interface stands for."""
