"""Accounts at banks and platforms as sources: the months that statements tell, several of one account put together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..application import Application, Section
from ..application.flows import BankAccount, Platform
from ..facts.masks import may_be, may_be_account
from . import Paper
from .made import At, Data, Source, made

if TYPE_CHECKING:
    from datetime import date

    from ..documents.papers.facts.statements import Flow, Month

SUMS = ("inflow", "outflow", "neutral", "refunds", "rows", "own", "loans", "returned")
"""What two parts of a month add up to."""


class Told(NamedTuple):
    """A statement of an account, and the paper that it is in."""

    flow: "Flow"
    paper: Paper

    @property
    def first(self) -> "date | None":
        """The first day that it covers, as far as it says."""
        day = self.flow.starts or self.flow.first
        return day and day.day

    @property
    def last(self) -> "date | None":
        """The last one."""
        day = self.flow.ends or self.flow.last
        return day and day.day


Months = list[tuple["Month", Told]]
"""The months of an account in their order, each with the statement that tells its end."""


def bank_accounts(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    """Accounts that the draft names and gives no months of. One with a statement that breaks off, or moves money with
    somebody who may be the holder but is not named as it is, is none: what of it is income cannot be told."""
    have = {each.__dict__.get("number", "") for each in typed}
    told: dict[str, list[Told]] = {}
    accounts = {}
    for each in _told(papers, "bank_statement"):
        account = _account(each.flow, application)
        if account and account.number not in have:
            accounts[account.number] = account
            told.setdefault(account.number, []).append(each)
    for number, account in accounts.items():
        if all(_is_plain(each.flow, account.holder) for each in told[number]):
            head = {name: getattr(account, name) for name in ("bank", "number", "holder", "kind")}
            yield from _source("bank_accounts", head, told[number], at)


def platforms(application: Application, typed: Any, papers: list[Paper], at: At) -> Iterator[Source]:
    """Shops, when the draft gives no months of any."""
    told: dict[tuple[str, str], list[Told]] = {}
    for each in _told(papers, "platform_statement") if not typed else ():
        if each.flow.holder and not (each.flow.filtered or each.flow.unread or each.flow.missing):
            told.setdefault((each.flow.provider or "other", each.flow.holder.text), []).append(each)
    for (provider, holder), statements in told.items():
        yield from _source("platforms", {"platform": provider, "holder": holder}, statements, at)


def _told(papers: Iterable[Paper], kind: str) -> Iterator[Told]:
    """The statements in papers of a kind."""
    for paper in papers:
        if paper.document.__dict__.get("kind") == kind:
            yield from (Told(flow, paper) for flow in paper.says.flows)


def _source(name: str, head: Data, statements: list[Told], at: At) -> Iterator[Source]:
    """An account with its months, when they can be told and the data interface has room for them."""
    model, month_of = MADE_OF[name]
    months = put_together(statements)
    section = made(model, head | {"months": [month_of(month) for month, _ in months]}) if months else None
    if section:
        by_month = {f"/months/{number}": at[id(told.paper)] for number, (_, told) in enumerate(months)}
        yield Source(name, section, {"": at[id(statements[0].paper)]} | by_month)


def put_together(statements: list[Told]) -> Months:
    """The months of one account. One that two statements tell in parts is added up, one that both tell alike counts
    once; none at all when they tell it differently, for then which is right cannot be told."""
    found: dict[str, tuple[Month, Told]] = {}
    for told in sorted(statements, key=lambda each: str(each.first or "")):
        for month in told.flow.months:
            before = found.get(month.month)
            if before is None:
                found[month.month] = month, told
            elif told.first and before[1].last and told.first > before[1].last:
                found[month.month] = _added(before[0], month), told
            elif _sums(before[0]) != _sums(month):
                return []
    return [found[month] for month in sorted(found)]


def _sums(month: "Month") -> tuple[int, ...]:
    return tuple(getattr(month, name) for name in SUMS)


def _added(one: "Month", other: "Month") -> "Month":
    """A month of its two parts, in the order of time."""
    sums = {name: getattr(one, name) + getattr(other, name) for name in SUMS}
    return one._replace(closing=other.closing, **sums)


def _account(flow: "Flow", application: Application) -> Any:
    accounts = [
        each for each in application.__dict__.get("accounts", ()) if len(each.__dict__) == len(each.names)
    ]
    fitting = [each for each in accounts if flow.account and may_be_account(flow.account.text, each.number)]
    return fitting[0] if len({each.number for each in fitting}) == 1 else None


def _is_plain(flow: "Flow", holder: str) -> bool:
    printed = flow.holder.text if flow.holder else ""
    doubtful = any(may_be(each.name, holder) and each.name != printed for each in flow.counterparties)
    return not (doubtful or flow.breaks or flow.unread or flow.filtered or flow.missing)


def _bank_month(month: "Month") -> Data:
    """Money given back counts among the own transfers: it is no income either."""
    fen = {name: getattr(month, name) for name in ("inflow", "outflow", "opening", "closing")}
    fen |= {"own_transfers": month.own + month.returned, "loan_receipts": month.loans}
    return {"month": month.month} | {name: each / 100 for name, each in fen.items() if each is not None}


def _platform_month(month: "Month") -> Data:
    return {"month": month.month, "gross": month.income / 100, "refunds": month.refunds / 100}


MADE_OF: Mapping[str, tuple[type[Section], Callable[[Any], Data]]] = {
    "bank_accounts": (BankAccount, _bank_month),
    "platforms": (Platform, _platform_month),
}
"""The model of each list of the application, and what a month of a statement is in it."""
