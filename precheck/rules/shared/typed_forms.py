"""What a statement or return says, held against the same one as typed in the draft."""

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ...application import NOTHING, Application, Ref
from ...application.structure import ROUNDING

if TYPE_CHECKING:
    from ...documents.papers.facts.forms import Figure, Form

FACTORS = (10_000, 1_000, 1 / 1_000, 1 / 10_000)
"""By what a figure in another unit is too large or too small."""
OTHER_COLUMN = {
    "closing": "opening",
    "opening": "closing",
    "current": "year_to_date",
    "year_to_date": "current",
}
_INSTEAD = {"tax_after_relief": "tax_payable"}
"""Lines of a form that a draft may give for a field just as well as the line of its name."""
RETURNS = frozenset({"vat_return", "income_tax_return"})
"""Forms on which a line left blank is 0. Lines of a statement may stand in another one of the draft."""
FEW = 2
"""Figures that must agree on one explanation, so that it is none by chance."""


class Different(NamedTuple):
    """A figure of which the paper says another amount than the draft."""

    ref: Ref
    figure: "Figure"


class Compared(NamedTuple):
    """One form of a paper beside what the draft has of it."""

    form: "Form"
    different: list[Different]
    factor: float | None
    """All figures are so many times those of the draft: another unit."""
    is_other_column: bool
    """The figures of the draft stand in the other column of the paper."""


def compared(form: "Form", application: Application) -> Compared | None:
    """The form beside the typed one of the same period; None when the draft has none. Raises Gap."""
    section = _typed(form, application)
    if section is None:
        return None
    slack = _slack(form)
    pairs = [Different(ref, figure) for figure in form.figures if (ref := _ref(section, figure.name))]
    exact = form.kind in RETURNS
    typed = [each for each in pairs if exact or each.ref.value is not NOTHING]
    instead = {_INSTEAD.get(figure.name): figure.yuan for figure in form.figures}
    different = [
        each
        for each in typed
        if abs(each.figure.yuan - each.ref.value) > slack and each.ref.value != instead.get(each.figure.name)
    ]
    return Compared(form, different, _factor(different), _is_other_column(different, form, slack))


def _typed(form: "Form", application: Application) -> Any:
    """The section of the draft that speaks of the same form and period."""
    if form.kind == "balance_sheet":
        ends = form.ends.day if form.ends else None
        return next((each for each in application.statements if each.balance_sheet.date == ends), None)
    lists = {"vat_return": "vat_returns", "income_tax_return": "income_tax_returns"}
    items: list[Any] = getattr(application, lists.get(form.kind, "statements"))
    if form.period or form.ends is None:
        return next((each for each in items if each.period.text == form.period), None)
    ends = form.ends.day
    return next((each for each in items if each.period.ends == ends), None)


def _ref(section: Any, name: str) -> Ref | None:
    """The field of the draft that a figure is compared with, None of a line for which there is none."""
    way, _, last = name.rpartition(".")
    holder = attrgetter(way)(section) if way else section
    return Ref(holder, last) if last in holder.names else None


def _slack(form: "Form") -> float:
    """Half of what the last digit printed counts, in yuan: the unit when all figures are whole ones of it."""
    unit = max(ROUNDING[form.unit], 1.0)
    whole = all(figure.fen % round(100 * unit) == 0 for figure in form.figures)
    return unit / 2 if whole else max(unit / 200, 0.005)


def _factor(different: list[Different]) -> float | None:
    """The factor between paper and draft when it is the same for all that differ."""
    filled = [each for each in different if each.ref.value]
    for factor in FACTORS if len(filled) >= FEW else ():
        if all(
            abs(each.figure.yuan - factor * each.ref.value) <= abs(each.figure.yuan) / 1000 for each in filled
        ):
            return factor
    return None


def _is_other_column(different: list[Different], form: "Form", slack: float) -> bool:
    printed = {figure.name: figure.yuan for figure in form.figures}
    pairs = [(each, printed.get(_across(each.figure.name))) for each in different]
    known = [(each, other) for each, other in pairs if other is not None]
    return len(known) >= FEW and all(abs(other - each.ref.value) <= slack for each, other in known)


def _across(name: str) -> str:
    """The same line in the other column."""
    return ".".join(OTHER_COLUMN.get(each, each) for each in name.split("."))


def all_compared(forms: "tuple[Form, ...]", application: Application) -> Iterator[Compared]:
    """Every form of a paper that the draft has, too."""
    for form in forms:
        found = compared(form, application)
        if found and found.different:
            yield found
