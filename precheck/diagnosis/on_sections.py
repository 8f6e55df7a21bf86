"""The bands of the relations on sections, as they stand in the draft."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ..engine import Outcome
from ..relation import Relation
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
                yield band, _factor(section, each.left), _factor(section, each.right)

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
        slack = max(asked.relation.slack(section), asked.relation.digits * system.last_digit(section))
        return Made(asked.band(slack), sides, partial(self._reads, section, asked.left, asked.right))

    def _reads(self, section: Any, left: tuple[Term, ...], right: tuple[Term, ...]) -> Reads:
        number = self.system.number
        return joined(
            [(number(section, term.name), _factor(section, (term,))) for term in left],
            [(number(section, term.name), _factor(section, (term,))) for term in right],
        )


def _factor(section: Any, terms: tuple[Term, ...]) -> float:
    return sum([term.factor * getattr(section, term.rate) if term.rate else term.factor for term in terms])
