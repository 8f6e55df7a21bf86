"""Which rows of a policy speak of an application, and which required figures it lacks."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from .application import Application
from .policy import For, RequiredSource
from .rule import Context

R = TypeVar("R", bound=For)


def applying(rows: Iterable[R], application: Application) -> Iterator[R]:
    """The rows that hold for the application: its kind, borrower, channel, industry and amount. Raises Gap."""
    return (row for row in rows if _applies(row, application))


def _applies(row: For, application: Application) -> bool:
    loan = application.loan
    return (
        (not row.applicants or application.applicant.kind in row.applicants)
        and (not row.borrowers or loan.borrower in row.borrowers)
        and (not row.channels or loan.channel in row.channels)
        and (not row.amount_above or loan.amount > row.amount_above)
        and (not row.industries or _industry_matches(row, application.applicant.industry))
    )


def _industry_matches(row: For, industry: str) -> bool:
    digits = industry.lstrip("ABCDEFGHIJKLMNOPQRST")
    return digits.startswith(row.industries) and not (
        row.industries_except and digits.startswith(row.industries_except)
    )


def missing_sources(context: Context) -> Iterator[RequiredSource]:
    """The rows that ask for figures of which the application gives none. Raises Gap."""
    for row in applying(context.policy.sources, context.application):
        if not any(getattr(context.application, source) for source in row.any_of):
            yield row
