"""Claims of the statements of banks and platforms: the months that they cover from the first day to the last."""

from collections.abc import Iterator
from datetime import timedelta

from ..documents.papers.facts.statements import Flow, Month
from ..documents.papers.providers import PROVIDERS
from .claims import Claim, Key, Says, bare


def claims(says: Says) -> Iterator[Claim]:
    """Every account and shop of a paper; what shows only some of the rows tells no sums."""
    for number, flow in enumerate(says.facts.flows):
        if flow.filtered or flow.credit_card or flow.unread:
            continue
        name = (bare(flow.account.text) if flow.account else "") or f"{says.path} {number}"
        yield from _account(says, flow, name) if flow.kind == "bank_statement" else _shop(says, flow, name)


def _account(says: Says, flow: Flow, name: str) -> Iterator[Claim]:
    item: Key = ("bank_accounts", name)
    yield from says.number((*item, "number"), flow.account)
    yield from says.words((*item, "holder"), flow.holder)
    for month in _whole(flow):
        at = (*item, "months", month.month)
        yield from says.word((*at, "month"), month.month, month.place)
        for field in ("opening", "inflow", "outflow", "closing"):
            yield from says.amount((*at, field), getattr(month, field), month.place)
        for field, fen in (("own_transfers", month.own), ("loan_receipts", month.loans)):
            yield from says.amount((*at, field), fen or None, month.place)


def _shop(says: Says, flow: Flow, name: str) -> Iterator[Claim]:
    item: Key = ("platforms", name)
    if flow.provider and flow.months:
        yield from says.word((*item, "platform"), PROVIDERS[flow.provider][0], flow.months[0].place)
    yield from says.words((*item, "holder"), flow.holder)
    for month in _whole(flow):
        at = (*item, "months", month.month)
        yield from says.word((*at, "month"), month.month, month.place)
        yield from says.amount((*at, "gross"), month.income, month.place)
        yield from says.amount((*at, "refunds"), month.refunds, month.place)


def _whole(flow: Flow) -> Iterator[Month]:
    """Months that are covered whole. A statement that states no period may begin and end within a month."""
    for month in flow.months:
        begun = month.month > _text(flow, first=True)
        over = month.month < _text(flow, first=False)
        if begun and over:
            yield month


def _text(flow: Flow, *, first: bool) -> str:
    """The last month that is not covered from its first day on, or the first that is not covered to its last day."""
    if first:
        day = flow.starts.day - timedelta(1) if flow.starts else flow.first and flow.first.day
    else:
        day = flow.ends.day + timedelta(1) if flow.ends else flow.last and flow.last.day
    return day.isoformat()[:7] if day else ""
