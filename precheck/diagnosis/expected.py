"""What is expected of each list of the application, declared when a field of the list is first asked for."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from typing import Any, Final, NamedTuple

from ..application import Application, Gap
from ..engine import Outcome
from ..relation import Relation
from ..rule import Context, Hit, Severity
from . import books, expectations, filings
from .expectations import Expectations
from .fields import list_of, model_of
from .system import System
from .ties import FIRST, Ties

FORM: Final = ("applicant", "scale", "revenue", "loan", "debts")
"""What the form itself asks: few figures, which are always looked at."""
A_LIST: Final = 1 << 32
"""So many numbers are kept for the ties of each entry below."""
IMPOSSIBLE, UNUSUAL = 11.0, 6.0
"""Nats: what it costs that an amount is negative which cannot be, or which seldom is."""


class Expected(NamedTuple):
    """Ties of a list, and the lists with the fields that stand in them."""

    of: str
    lists: tuple[str, ...]
    declare: Callable[[Expectations, Application], None]


EXPECTED: Final = (
    Expected("scale", FORM, expectations.form_bands),
    Expected("statements", ("statements",), books.statement_bands),
    Expected("statements", ("statements", "applicant"), books.capital_bands),
    Expected("vat_returns", ("vat_returns",), filings.vat_bands),
    Expected("income_tax_returns", ("income_tax_returns",), filings.income_tax_bands),
    Expected("invoices", ("invoices",), filings.invoice_bands),
    Expected("bank_accounts", ("bank_accounts",), filings.bank_bands),
    Expected("platforms", ("platforms",), filings.platform_bands),
)
LISTS: Final = frozenset({*FORM, *(each.of for each in EXPECTED)})
"""The lists and sections of the application that have figures."""


class OnExpectations:
    """The ties of the lists that findings speak of."""

    def __init__(
        self,
        system: System,
        application: Application,
        lists: set[str],
        context: Context,
        outcome: Outcome,
    ) -> None:
        self.application, self.outcome = application, outcome
        self.ties = Ties(system)
        self.make = Expectations(self.ties, context)
        self._waiting = {number: each for number, each in enumerate(EXPECTED) if each.of in lists}
        self._declared = set[str]()
        self._signs()

    def reported(self) -> Iterator[int]:
        """The bands that rules report which found something and are no relations themselves."""
        found = [(rule, hit) for rule, hit in self.outcome.found if not isinstance(rule, Relation)]
        for name in {name for _, hit in found for name in _lists_of(hit)}:
            self._declare(name)
        for code in dict.fromkeys(rule.code for rule, _ in self.outcome.found):
            yield from self.ties.coded(code)

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The ties that read a field."""
        self._declare(list_of(model_of(type(section))))
        return self.ties.reading(section, name)

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """Those of them that honest papers always keep."""
        self._declare(list_of(model_of(type(section))))
        return self.ties.certain(section, name)

    def _declare(self, name: str) -> None:
        if name in self._declared:
            return
        self._declared.add(name)
        for number in [number for number, each in self._waiting.items() if name in each.lists]:
            self.ties.next = FIRST + number * A_LIST
            with suppress(Gap):
                self._waiting.pop(number).declare(self.make, self.application)

    def _signs(self) -> None:
        """A figure that a rule found negative should not be."""
        self.ties.next = FIRST + len(EXPECTED) * A_LIST
        for rule, hit in self.outcome.found:
            for section, name, _ in hit.refs[:1]:
                value = section.__dict__.get(name)
                if isinstance(value, float) and value < 0 and not section.is_view:
                    weight = IMPOSSIBLE if rule.severity is Severity.ERROR else UNUSUAL
                    self.make.bounded(rule.code, (section, name), 0.0, inf, weight)


def _lists_of(hit: Hit) -> Iterator[str]:
    """The lists that a hit reads."""
    for section, name, _ in hit.refs:
        yield section.sources[name] if section.is_view else list_of(model_of(type(section)))
