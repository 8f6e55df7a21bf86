"""What is expected of each list of the application, declared when a field of the list is first asked for."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from typing import Any, Final, NamedTuple

from ..application import Application, Gap
from ..engine import Outcome
from ..relation import Relation
from ..rule import Context, Hit, Rule, Severity
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
    """Ties of a list, the lists with the fields that stand in them, and the rules that report some of them."""

    of: str
    lists: tuple[str, ...]
    codes: frozenset[str]
    declare: Callable[[Expectations, Application], None]


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


EXPECTED: Final = (
    Expected("scale", FORM, _codes(expectations.CODES), expectations.form_bands),
    Expected("statements", ("statements",), _codes(books.CODES), books.statement_bands),
    Expected("statements", ("statements", "applicant"), _codes(""), books.capital_bands),
    Expected("debts", ("statements", "debts"), _codes("DBT003 DBT004"), books.loan_bands),
    Expected("vat_returns", ("vat_returns",), _codes("TAX021 TAX022"), filings.vat_bands),
    Expected("income_tax_returns", ("income_tax_returns",), _codes("TAX041"), filings.income_tax_bands),
    Expected("invoices", ("invoices",), _codes("TAX001"), filings.invoice_bands),
    Expected("bank_accounts", ("bank_accounts",), _codes("BNK001"), filings.bank_bands),
    Expected("platforms", ("platforms",), _codes(""), filings.platform_bands),
)
CODES: Final = frozenset[str]().union(*(each.codes for each in EXPECTED))
"""The rules that are no relations and say what figures belong together."""
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
        self._looked = set[str]()
        self._signs()

    def reported(self) -> Iterator[int]:
        """The bands that do not hold of the rules that found something."""
        codes = dict.fromkeys(rule.code for rule, _ in self.outcome.found)
        self._declare(lambda each: not each.codes.isdisjoint(codes))
        for code in codes:
            yield from self.ties.coded(code)

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The ties that read a field."""
        self._look(section)
        return self.ties.reading(section, name)

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """Those of them that honest papers always keep."""
        self._look(section)
        return self.ties.certain(section, name)

    def _look(self, section: Any) -> None:
        """Declare what is expected of the list of a section, when it is first asked for."""
        name = list_of(model_of(type(section)))
        if name not in self._looked:
            self._looked.add(name)
            self._declare(lambda each: name in each.lists)

    def _declare(self, is_asked: Callable[[Expected], bool]) -> None:
        for number in [number for number, each in self._waiting.items() if is_asked(each)]:
            self.ties.next = FIRST + number * A_LIST
            with suppress(Gap):
                self._waiting.pop(number).declare(self.make, self.application)

    def _signs(self) -> None:
        """A figure that a rule found negative should not be."""
        self.ties.next = FIRST + len(EXPECTED) * A_LIST
        for rule, hit in self.outcome.found:
            if _is_negative(hit):
                weight = IMPOSSIBLE if rule.severity is Severity.ERROR else UNUSUAL
                self.make.bounded(rule.code, hit.refs[0][:2], 0.0, inf, weight)


def speaks_of_figures(rule: Rule, hit: Hit) -> bool:
    """Whether a finding is on figures that do not belong together, or on one that is negative."""
    return isinstance(rule, Relation) or rule.code in CODES or _is_negative(hit)


def _is_negative(hit: Hit) -> bool:
    for section, name, _ in hit.refs[:1]:
        value = section.__dict__.get(name)
        return isinstance(value, float) and value < 0 and not section.is_view
    return False
