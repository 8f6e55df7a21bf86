"""The bands of the relations on sections, as they stand in the draft."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..engine import Outcome
from ..relation import LEAST_SLACK, Relation
from .fields import model_of
from .relations import NO_FORM, Form, Term
from .system import Made, Reads, System, joined


class OnSections:
    """Relations between the fields of one section. The number of a band tells its section, and its place there."""

    def __init__(self, system: System, forms: Mapping[type[Any], Form], outcome: Outcome) -> None:
        self.system, self.forms, self.outcome = system, forms, outcome

    def reported(self) -> Iterator[int]:
        """The bands of the relations that were found broken: no others can be."""
        for rule, hit in self.outcome.found:
            if isinstance(rule, Relation) and not hit.refs[0].section.is_view:
                section = hit.refs[0].section
                form = self._form(section)
                if rule.code in form.by_code and (band := self._band(form, section, form.by_code[rule.code])):
                    yield band

    def reading(self, section: Any, name: str) -> Iterator[tuple[int, float, float]]:
        """The relations that read a field."""
        form = self._form(section)
        for each in form.reading.get(name, ()):
            if band := self._band(form, section, each.at):
                yield band, factor(section, each.left), factor(section, each.right)

    def certain(self, section: Any, name: str) -> Iterator[int]:
        """Sums that the form of the section prints."""
        form = self._form(section)
        for at in form.certain.get(name, ()):
            if band := self._band(form, section, at):
                yield band

    def _form(self, section: Any) -> Form:
        return self.forms.get(model_of(type(section)), NO_FORM)

    def _band(self, form: Form, section: Any, at: int) -> int:
        """The number of a band; 0 where there is none."""
        band, system = self.system.first(section) + at, self.system
        there = band in system.bands or system.has(band, partial(self._made, form, section, at))
        return band if there else 0

    def _made(self, form: Form, section: Any, at: int) -> Made | None:
        asked, system = form.asked[at], self.system
        sides = asked.relation.sides(section)
        if sides is None:
            return None
        last_digit = max(system.printed(section), system.last_digit(section))
        slack = max(asked.relation.digits * last_digit, LEAST_SLACK)
        return Made(asked.band(slack), sides, partial(self._reads, section, asked.left, asked.right))

    def _reads(self, section: Any, left: Sequence[Term], right: Sequence[Term]) -> Reads:
        return joined(self._side(section, left), self._side(section, right))

    def _side(self, section: Any, terms: Sequence[Term]) -> list[tuple[int, float]]:
        number = self.system.number
        return [(number(section, each.name), factor(section, (each,))) for each in terms]


def factor(section: Any, terms: Sequence[Term]) -> float:
    """What a figure is multiplied with on one side."""
    total = 0.0
    for each in terms:
        total += each.factor * getattr(section, each.rate) if each.rate else each.factor
    return total
