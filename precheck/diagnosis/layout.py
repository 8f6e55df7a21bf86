"""How figures stand on paper: what stands side by side, where the eye slips, and what is typed in one go, in one unit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, Final, NamedTuple

from ..application import Application, Gap
from .fields import list_of, model_of

Sections = Sequence[Any]


class Paper(NamedTuple):
    """Sections that are typed in one go, and whether they are one column of a form."""

    sections: Sections
    is_column: bool = False


class Layout:
    """The papers of a draft and what is beside what, of each list of the application when it is first asked for."""

    def __init__(self, application: Application, lists: set[str]) -> None:
        self.application, self.lists = application, lists
        self._papers: dict[str, list[Paper]] = {}
        self._beside: dict[int, list[Any]] = {}

    def beside(self, section: Any) -> Sections:
        """The sections in which the eye may slip to the same line: the other column, the month before or after."""
        self._look(list_of(model_of(type(section))))
        return self._beside.get(id(section), ())

    def papers(self, sections: Iterable[Any]) -> list[Paper]:
        """Every paper or part of one that may have been typed in another unit as a whole and has some of the
        sections."""
        sections = list(sections)
        ids, names = {id(each) for each in sections}, {list_of(model_of(type(each))) for each in sections}
        for each in names:
            self._look(each)
        return [
            paper
            for name in LAID_OUT
            if name in names
            for paper in self._papers[name]
            if not ids.isdisjoint(map(id, paper.sections))
        ]

    def _look(self, name: str) -> None:
        if name not in self._papers:
            papers = self._papers[name] = []
            with suppress(Gap):
                papers.extend(LAID_OUT.get(name, _nothing)(self))

    def put_beside(self, sections: Iterable[Any]) -> None:
        """Say that sections stand side by side."""
        for one, other in pairwise(sections):
            self._beside.setdefault(id(one), []).append(other)
            self._beside.setdefault(id(other), []).append(one)


def _nothing(layout: Layout) -> Iterator[Paper]:
    return iter(())


def _revenue(layout: Layout) -> Iterator[Paper]:
    layout.put_beside(layout.application.revenue)
    yield Paper(layout.application.revenue)


def _scale(layout: Layout) -> Iterator[Paper]:
    yield Paper([layout.application.scale])


def _statements(layout: Layout) -> Iterator[Paper]:
    for each in layout.application.statements if "statements" in layout.lists else ():
        sheet, income = each.balance_sheet, each.income_statement
        yield from _columns(layout, sheet.closing, sheet.opening)
        yield from _columns(layout, income.current, income.year_to_date)
        yield Paper([sheet.closing, sheet.opening, income.current, income.year_to_date])


def _vat_returns(layout: Layout) -> Iterator[Paper]:
    returns = layout.application.vat_returns if "vat_returns" in layout.lists else ()
    for each in returns:
        yield from _columns(layout, each.current, each.year_to_date)
    yield Paper([column for each in returns for column in (each.current, each.year_to_date)])


def _columns(layout: Layout, one: Any, other: Any) -> Iterator[Paper]:
    layout.put_beside([one, other])
    yield Paper([one], is_column=True)
    yield Paper([other], is_column=True)
    yield Paper([one, other])


def _income_tax_returns(layout: Layout) -> Iterator[Paper]:
    for each in layout.application.income_tax_returns:
        yield Paper([each])


def _invoices(layout: Layout) -> Iterator[Paper]:
    months = layout.application.invoices if "invoices" in layout.lists else []
    for direction in ("issued", "received"):
        own = [each for each in months if each.__dict__.get("direction") == direction]
        layout.put_beside(own)
        yield Paper([*own, *(rate for month in own for rate in month.rates)])
    for each in months:
        yield Paper([each, *each.rates])


def _bank_accounts(layout: Layout) -> Iterator[Paper]:
    return _flows(layout, layout.application.bank_accounts)


def _platforms(layout: Layout) -> Iterator[Paper]:
    return _flows(layout, layout.application.platforms)


def _flows(layout: Layout, sources: Iterable[Any]) -> Iterator[Paper]:
    for source in sources if layout.lists & {"bank_accounts", "platforms"} else ():
        layout.put_beside(source.months)
        yield Paper(source.months)
        for each in source.months:
            yield Paper([each])


LAID_OUT: Final[dict[str, Callable[[Layout], Iterator[Paper]]]] = {
    "revenue": _revenue,
    "scale": _scale,
    "statements": _statements,
    "vat_returns": _vat_returns,
    "income_tax_returns": _income_tax_returns,
    "invoices": _invoices,
    "bank_accounts": _bank_accounts,
    "platforms": _platforms,
}
"""The papers of each list of the application."""
