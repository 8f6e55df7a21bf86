"""What the product's rules ask of the figures of one draft, as linear edits.

The relations are taken as they are declared; the equations that rules check in functions are in `carried`.
"""

from collections.abc import Iterator
from datetime import date
from math import inf
from typing import Any, NamedTuple, Self

from benchmarks.diagnosis.carried import equations
from benchmarks.diagnosis.linear import Edit, Linear
from benchmarks.figures import figures
from precheck.application import Gap, Ref
from precheck.case import Case
from precheck.policy import Policy
from precheck.relation import Band, Relation
from precheck.rules import catalogue
from precheck.shape import parse
from precheck.source import read
from precheck.views import View

TAKEN_OFF = ("own_transfers", "loan_receipts", "refunds")
"""Fields that figures of views are reduced by."""


class Record(NamedTuple):
    """The figures of a draft as typed, those that may not be negative, and the edits on them."""

    values: dict[str, float]
    never_negative: frozenset[str]
    edits: list[Edit]

    @classmethod
    def of(cls, text: str, policy: Policy, on: date) -> Self:
        """The record of a draft under a policy."""
        draft = read(text)
        case = Case(draft, parse(draft))
        values = {each.pointer: float(each.value) for each in figures(draft.written.data)}
        in_force = policy.on(on)
        edits, held = list(equations(draft.written.data)), set[str]()
        for rule in catalogue().plan(in_force).rules:
            for section in case.sections.get(rule.section, ()):
                if isinstance(rule, Relation):
                    edits += _edits(rule, section, case, values, in_force)
                elif "found" in rule.check.__globals__:  # made by `never_negative`
                    fields = [name for name in rule.check.__code__.co_names if name != "found"]
                    held |= {at for name in fields for at in case.places.pointers(Ref(section, name))}
        return cls(values, frozenset(held & values.keys()), edits)


class _Symbols:
    """A section whose figures are symbols, for the function that a relation compiles its two sides to."""

    def __init__(self, section: Any, case: Case, values: dict[str, float]) -> None:
        self._of = section, case, values

    def __getattr__(self, name: str) -> Any:
        section, case, values = self._of
        value = getattr(section, name)
        if isinstance(section, View) and value is not None:
            return _figure_of_view(section, name, case)
        if isinstance(section, View) or not isinstance(value, float):
            return value
        (pointer,) = case.places.pointers(Ref(section, name))
        return Linear({pointer: 1.0}) if pointer in values else value


def _figure_of_view(view: View, name: str, case: Case) -> Linear:
    terms: dict[str, float] = {}
    total = 0.0
    for ref in view.origins(name):
        (pointer,) = case.places.pointers(ref)
        terms[pointer] = -1.0 if ref.name in TAKEN_OFF else 1.0
        total += terms[pointer] * ref.value
    figure = getattr(view, name)
    return Linear(terms) * (figure / total if total else 1.0)  # months are scaled up to a year


def _edits(
    rule: Relation, section: Any, case: Case, values: dict[str, float], policy: Policy
) -> Iterator[Edit]:
    try:
        typed = rule.sides(section)
    except Gap:
        return
    if typed is not None:
        left, right = (Linear() + side for side in rule.sides(_Symbols(section, case, values)))  # type: ignore
        band = next(filter(None, rule.tolerance(policy)))
        yield from _of_band(band, left, right, typed[1] < 0, rule.slack(section), rule.parts[1] != "~")


def _of_band(
    band: Band, left: Linear, right: Linear, is_mirrored: bool, slack: float, is_hard: bool
) -> Iterator[Edit]:
    low, high = (band.high, band.low) if is_mirrored and band.low > -inf else band
    if low > -inf:
        yield Edit(right * low - left - slack, is_hard)
    if high < inf:
        yield Edit(left - right * high - slack, is_hard)
