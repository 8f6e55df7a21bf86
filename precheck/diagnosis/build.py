"""The system of one draft under one policy, as far as it bears on what was found in it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final

from ..application import Application, Gap, InvoiceMonth, Section, Statement
from ..application.structure import models, nested
from ..case import Case, Judgement
from ..policy import Policy
from ..record import remembered
from ..relation import Relation
from ..rule import Severity
from ..views import Span, Trailing, View, Year
from . import books, expectations, filings
from .expectations import Expectations
from .relations import section_bands, view_bands
from .system import System

VIEWS: Final[tuple[type[View], ...]] = (Year, Trailing, Span)

IMPOSSIBLE, UNUSUAL = 11.0, 6.0
"""Nats: what it costs that an amount is negative which cannot be, or which seldom is."""


FORM: Final = ("applicant", "scale", "revenue", "loan", "debts")
"""What the form itself asks: few figures, which are always looked at."""
EXPECTED: Final[dict[str, tuple[Callable[[Expectations, Application], None], ...]]] = {
    "scale": (expectations.form_bands,),
    "statements": (books.statement_bands, books.capital_bands),
    "vat_returns": (filings.vat_bands,),
    "income_tax_returns": (filings.income_tax_bands,),
    "invoices": (filings.invoice_bands,),
    "bank_accounts": (filings.bank_bands,),
    "platforms": (filings.platform_bands,),
}
"""What is expected of the figures of each list of the application."""


def build(case: Case, judgement: Judgement) -> System:
    """The relations and expectations between the figures of the lists that findings speak of; what gaps hide is left
    out. Empty when no finding speaks of figures."""
    system = System()
    lists = _lists(judgement)
    if lists:
        lists |= set(FORM)
        _relations(system, case, judgement, lists)
        _expect(Expectations(system, judgement.context), case, judgement, lists)
        _papers(system, case, lists)
    return system


def _lists(judgement: Judgement) -> set[str]:
    """The lists and sections of the application whose figures the findings read."""
    pointers = (pointer for each in judgement.traces for pointer in (*each.blamed, *each.others))
    return {pointer.split("/")[1] for pointer in pointers if pointer} & {*EXPECTED, *FORM}


@remembered
def _list_of(model: type[Section]) -> str:
    """The list or section of the application that holds a model."""
    return next((each.name for each in nested(Application) if model in models(each.model)), "")


def _relations(system: System, case: Case, judgement: Judgement, lists: set[str]) -> None:
    policy = judgement.policy
    for kind, rules in judgement.plan.by_section.items():
        relations = [rule for rule in rules if isinstance(rule, Relation)]
        if kind in VIEWS:
            near = [
                each for each in relations if lists.intersection(kind.sources[name] for name in each.names)
            ]
            _views(system, case.sections.get(kind, ()), near, policy)
        elif relations and issubclass(kind, Section) and _list_of(kind) in lists:
            for section in case.sections.get(kind, ()):
                system.extend(section_bands(system, section, relations, policy))


def _views(system: System, views: Sequence[Any], relations: list[Relation], policy: Policy) -> None:
    for view in views if relations else ():
        with suppress(Gap):
            for band, sources in view_bands(system, view, relations, policy):
                system.sources[len(system.bands)] = sources
                system.add(band)


def _expect(make: Expectations, case: Case, judgement: Judgement, lists: set[str]) -> None:
    for name, expected in EXPECTED.items():
        for each in expected if name in lists else ():
            with suppress(Gap):
                each(make, case.application)
    expectations.sign_bands(
        make,
        [
            (rule.code, ref, IMPOSSIBLE if rule.severity is Severity.ERROR else UNUSUAL)
            for rule, hit in judgement.outcome.found
            for ref in hit.refs[:1]
        ],
    )


def _papers(system: System, case: Case, lists: set[str]) -> None:
    """What stands side by side, where the eye slips, and what is typed in one go, all of it in one unit."""
    application = case.application
    with suppress(Gap):
        system.put_beside(application.revenue)
        system.papers += [system.amounts(*application.revenue), system.amounts(application.scale)]
    with suppress(Gap):
        for statement in application.statements if "statements" in lists else ():
            _statement(system, statement)
    with suppress(Gap):
        returns = application.vat_returns if "vat_returns" in lists else ()
        for filed in returns:
            _columns(system, filed.current, filed.year_to_date)
        system.papers.append(
            system.amounts(*(column for each in returns for column in (each.current, each.year_to_date)))
        )
    with suppress(Gap):
        system.papers += [system.amounts(each) for each in application.income_tax_returns]
    with suppress(Gap):
        months = application.invoices if "invoices" in lists else []
        for direction in ("issued", "received"):
            own = [each for each in months if each.__dict__.get("direction") == direction]
            system.put_beside(own)
            system.papers.append(_invoices(system, own))
        system.papers += [_invoices(system, [each]) for each in months]
    with suppress(Gap):
        sources: list[Any] = [*application.bank_accounts, *application.platforms]
        for source in sources if lists & {"bank_accounts", "platforms"} else ():
            system.put_beside(source.months)
            system.papers.append(system.amounts(*source.months))
            system.papers += [system.amounts(each) for each in source.months]


def _statement(system: System, statement: Statement) -> None:
    sheet, income = statement.balance_sheet, statement.income_statement
    _columns(system, sheet.closing, sheet.opening)
    _columns(system, income.current, income.year_to_date)
    system.papers.append(system.amounts(sheet.closing, sheet.opening, income.current, income.year_to_date))


def _columns(system: System, one: Any, other: Any) -> None:
    system.put_beside([one, other])
    columns = [system.amounts(one), system.amounts(other)]
    system.columns += columns
    system.papers += [*columns, columns[0] + columns[1]]


def _invoices(system: System, months: list[InvoiceMonth]) -> list[int]:
    return system.amounts(*months, *(rate for month in months for rate in month.rates))
