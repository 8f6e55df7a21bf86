"""Which rows of a policy speak of an application, and which required figures it lacks."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from ..application import Application, Gap
from ..rule import Context, Severity
from .rows import For, RequiredSource

R = TypeVar("R", bound=For)
SEVERITY = {"restricted": Severity.WARNING, "refused": Severity.ERROR}
"""What a verdict of the lender means for the draft."""


def applying(rows: Iterable[R], application: Application) -> list[R]:
    """The rows that hold for the application: its kind, borrower, channel, industry and amount.

    Raises Gap only for a field that one of the rows asks about."""
    loan = application.loan
    try:
        rows = _fitting(tuple(rows), application.applicant.kind, loan.borrower, loan.channel)
    except Gap:
        rows = [row for row in rows if _fits_gaps(row, application)]
    return [
        row
        for row in rows
        if (not row.amount_above or loan.amount > row.amount_above)
        and (not row.industries or _industry_matches(row, application.applicant.industry))
    ]


@lru_cache(512)
def _fitting(rows: tuple[R, ...], kind: str, borrower: str, channel: str) -> tuple[R, ...]:
    """The rows for one kind of applicant, borrower and channel: the same few for every draft under a policy."""
    return tuple(
        row
        for row in rows
        if kind in (row.applicants or (kind,))
        and borrower in (row.borrowers or (borrower,))
        and channel in (row.channels or (channel,))
    )


def _fits_gaps(row: For, application: Application) -> bool:
    """The same for one row of an application with gaps: only a field that the row asks about is touched."""
    loan = application.loan
    return (
        (not row.applicants or application.applicant.kind in row.applicants)
        and (not row.borrowers or loan.borrower in row.borrowers)
        and (not row.channels or loan.channel in row.channels)
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
