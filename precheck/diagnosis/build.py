"""The system of one draft under one policy, as far as it bears on what was found in it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from ..application import Gap
from ..case import Case, Judgement
from ..relation import Relation
from ..rule import Severity
from ..views import Span, Trailing, View, Year
from . import expectations
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
    _stand_beside(system, case)
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


def _expect(make: Expectations, case: Case, judgement: Judgement) -> None:
    application = case.application
    found = [
        (rule.code, ref, IMPOSSIBLE if rule.severity is Severity.ERROR else UNUSUAL)
        for rule, hit in judgement.outcome.found
        for ref in hit.refs[:1]
    ]
    steps: tuple[Callable[[], None], ...] = (
        lambda: expectations.statement_bands(make, application.statements),
        lambda: expectations.vat_bands(make, application),
        lambda: expectations.income_tax_bands(make, application),
        lambda: expectations.invoice_bands(make, application),
        lambda: expectations.form_bands(make, application),
        lambda: [expectations.bank_bands(make, each) for each in application.bank_accounts] and None,
        lambda: [expectations.platform_bands(make, each) for each in application.platforms] and None,
        lambda: expectations.sign_bands(make, found),
    )
    for each in steps:
        with suppress(Gap):
            each()


def _stand_beside(system: System, case: Case) -> None:
    """Where the eye slips: the other column of a form, the line above or below of a list."""
    application = case.application

    def beside(pick: Callable[[], list[Any]]) -> None:
        with suppress(Gap):
            system.put_beside(pick())

    beside(lambda: list(application.revenue))
    with suppress(Gap):
        for each in application.statements:
            sheet, income = each.balance_sheet, each.income_statement
            beside(lambda: [sheet.closing, sheet.opening])  # noqa: B023 - called at once
            beside(lambda: [income.current, income.year_to_date])  # noqa: B023
    with suppress(Gap):
        for filed in application.vat_returns:
            beside(lambda: [filed.current, filed.year_to_date])  # noqa: B023
    with suppress(Gap):
        for account in application.bank_accounts:
            beside(lambda: list(account.months))  # noqa: B023
    with suppress(Gap):
        for platform in application.platforms:
            beside(lambda: list(platform.months))  # noqa: B023
