"""Figures of another line: what a field was copied from, where nothing in what was typed says what was meant."""

from math import log
from typing import TYPE_CHECKING, Any, Final

from ..application import Debt, DeclaredRevenue, Scale, VatColumn
from ..application.statements import BalanceSheetColumn, IncomeColumn
from ..application.structure import walk
from .fields import Field, amounts_of
from .slips import COST
from .system import System

if TYPE_CHECKING:
    from .search import State

ASKED: Final = frozenset({DeclaredRevenue, Scale})
"""Where the form asks for figures that papers tell as well."""
ONE_OF_THE_LINES: Final = log(4)
ONE_OF_THE_DRAFT: Final = log(200)
TELLING: Final = 5
"""Digits, zeros at the end not counted: a figure with so many does not stand in two places by chance."""
FEN: Final = 0.01
COLUMNS: Final = frozenset({BalanceSheetColumn, IncomeColumn, VatColumn})
EVERY_MONTH: Final = frozenset(
    {"revenue", "cost_of_sales", "standard_sales", "simplified_sales", "exempt_sales", "output_tax"}
)
"""Lines that go on every month. Any other one may be the same in two columns: it stayed, or came but once this year."""
LIKE: Final = {
    name: group
    for group in (
        "revenue standard_sales simplified_sales exempt_sales net gross",
        "cash closing opening",
        "income_tax tax_payable taxes_payable",
        "operating_profit total_profit taxable_income",
        "short_term_loans balance amount",
    )
    for name in group.split()
}
"""Figures that two papers may honestly tell alike, by their names, beside those of one name."""

PAID_BACK_AT_THE_END: Final = {"amount", "balance"}
"""What is owed of a loan until its last day, as of most loans to small businesses, is what was lent."""


class Copies:
    """Looks for the figures of one draft that stand in two places."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._places: dict[float, list[tuple[Any, str]]] = {}

    def source(self, field: int, state: "State") -> int | None:
        """The field that a figure may have been copied from: the line beside that says the same, else the first of the
        draft that has no reason to."""
        system, x = self.system, state.x[field]
        beside = (each for each in system.neighbours(field) if state.x[each] == x and system.touching(each))
        found = next((each for each in beside if not self._is_usual(field, each)), None)
        if found is None and _is_telling(x):
            found = next((each for each in self.twins(field) if self._is_apart(field, each, state)), None)
        return found

    def cost(self, field: int, source: int, state: "State", width: float, untold: float) -> float:
        """What it costs in nats that a field, which a band would have within so many yuan, was copied from another one.

        Whichever figure was meant, the same was typed. Where the two may honestly be equal that is no sign, and it
        costs what a figure costs of which nothing is told.
        """
        beside = source in self.system.neighbours(field)
        lines = ONE_OF_THE_LINES if beside else ONE_OF_THE_DRAFT
        if _is_telling(state.x[field]) and not self._belong_together(field, source, state):
            return COST["copied"] + max(0.0, lines - log(width / FEN))
        return COST["copied"] + lines + untold

    def twins(self, field: int) -> list[int]:
        """The other amounts of the draft that are the same figure, in the order of the draft."""
        if not self._places:
            for _, section, model in walk(self.system.layout.application):
                for name in amounts_of(model):
                    if amount := section.__dict__.get(name):  # what is absent or nothing is no figure
                        self._places.setdefault(amount, []).append((section, name))
        numbers = [self.system.number(*place) for place in self._places.get(self.system.x[field], ())]
        return [each for each in numbers if each != field]

    def _is_usual(self, field: int, other: int) -> bool:
        """Whether two lines beside each other say the same of most businesses."""
        here, there = self.system.field(field), self.system.field(other)
        return here.model is there.model is Debt and {here.name, there.name} == PAID_BACK_AT_THE_END

    def _is_apart(self, field: int, other: int, state: "State") -> bool:
        """Whether two fields have no reason to be equal: not even that the line beside one should say so, for then
        the two lines rather are in each other's place."""
        if self._belong_together(field, other, state):
            return False
        both = (field, other), (other, field)
        asked = [(one, two) for one, two in both if self.system.field(one).model in ASKED]
        neighbours = self.system.neighbours
        return not any(two in self.compared_with(each) for one, two in asked for each in neighbours(one))

    def _belong_together(self, one: int, other: int, state: "State") -> bool:
        """Whether two fields are honestly one figure: of another paper, a line that may stay as it was, what a
        band that holds says to be equal, or what is compared with one third figure."""
        if _are_alike(self.system.field(one), self.system.field(other)):
            return True
        bands, known = self.system.bands, self.compared_with(one)
        if other in known or not known.isdisjoint(self.compared_with(other)):
            return True
        return any(
            other in self.system.reads(number)
            and bands[number].has_equal_sides
            and bands[number].holds(state.left[number], state.right[number])
            for number, _, _ in self.system.touching(one)
        )

    def compared_with(self, field: int) -> set[int]:
        """The fields that bands compare one figure with, and nothing else."""
        found = set[int]()
        for number, _, _ in self.system.touching(field):
            if self.system.bands[number].has_equal_sides:
                given = [each for each in self.system.fields_of(number) if self.system.x[each]]
                found.update(given if len(given) == 2 else ())
        return found - {field}


def _are_alike(here: Field, there: Field) -> bool:
    """Whether papers may give one figure in two fields. What the form asks is compared with papers of its own time."""
    if here.model is there.model:
        return here.model in COLUMNS and here.name == there.name and here.name not in EVERY_MONTH
    return ASKED.isdisjoint((here.model, there.model)) and (
        LIKE.get(here.name, here.name) == LIKE.get(there.name, there.name)
    )


def _is_telling(amount: float) -> bool:
    return len(f"{abs(amount):.2f}".replace(".", "").strip("0")) >= TELLING
