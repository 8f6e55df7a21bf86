"""The system of one draft under one policy, as far as it bears on what was found in it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from ..application import Application, Gap, InvoiceMonth, Statement
from ..case import Case, Judgement
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


def build(case: Case, judgement: Judgement) -> System:
    """Every relation and every expectation between the figures of the draft; what gaps hide is left out."""
    system = System()
    _relations(system, case, judgement)
    _expect(Expectations(system, judgement.context), case, judgement)
    _papers(system, case)
    return system


def _relations(system: System, case: Case, judgement: Judgement) -> None:
    policy = judgement.policy
    for kind, rules in judgement.plan.by_section.items():
        relations = [rule for rule in rules if isinstance(rule, Relation)]
        for section in case.sections.get(kind, ()) if relations else ():
            if kind not in VIEWS:
                system.extend(section_bands(system, section, relations, policy))
                continue
            with suppress(Gap):
                for band, sources in view_bands(system, section, relations, policy):
                    system.sources[len(system.bands)] = sources
                    system.add(band)


EXPECTED: Final[tuple[Callable[[Expectations, Application], None], ...]] = (
    books.statement_bands,
    filings.vat_bands,
    filings.income_tax_bands,
    filings.invoice_bands,
    expectations.form_bands,
    books.capital_bands,
    filings.bank_bands,
    filings.platform_bands,
)


def _expect(make: Expectations, case: Case, judgement: Judgement) -> None:
    for each in EXPECTED:
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


def _papers(system: System, case: Case) -> None:
    """What stands side by side, where the eye slips, and what is typed in one go, all of it in one unit."""
    application = case.application
    with suppress(Gap):
        system.put_beside(application.revenue)
        system.papers += [system.amounts(*application.revenue), system.amounts(application.scale)]
    with suppress(Gap):
        for statement in application.statements:
            _statement(system, statement)
    with suppress(Gap):
        returns = application.vat_returns
        for filed in returns:
            _columns(system, filed.current, filed.year_to_date)
        system.papers.append(
            system.amounts(*(column for each in returns for column in (each.current, each.year_to_date)))
        )
    with suppress(Gap):
        system.papers += [system.amounts(each) for each in application.income_tax_returns]
    with suppress(Gap):
        system.papers.append(_invoices(system, application.invoices))
        system.papers += [_invoices(system, [each]) for each in application.invoices]
    with suppress(Gap):
        sources: list[Any] = [*application.bank_accounts, *application.platforms]
        for source in sources:
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
