"""What would no longer be found if a slip were corrected: the rules are asked again, on the corrected figures."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from ..application import Ref
from ..case import Case, Judgement
from ..engine import run
from ..examination import Candidate, Trace, fold, named, trace
from ..reading import refusals
from ..rule import Hit, Rule
from ..views.assembly import views_of


class Recheck:
    """Checks a case again with some values changed. The case itself is as it was afterwards."""

    def __init__(self, case: Case, judgement: Judgement) -> None:
        self.case, self.judgement = case, judgement
        refused = named(refusals(case.draft, case.parsed, judgement.catalogue))
        self._refused = [(_again(each), _places(each)) for each in refused]
        self.before = {key(each) for each in judgement.standing}

    def cleared(self, changes: Iterable[tuple[Ref, Any]]) -> set[tuple[str, str]]:
        """The findings, as code and pointer, that are gone once some fields have other values."""
        return self.before - self._standing(list(changes))

    def _standing(self, changes: list[tuple[Ref, Any]]) -> set[tuple[str, str]]:
        before = [(ref.section.__dict__, ref.name, ref.section.__dict__.get(ref.name)) for ref, _ in changes]
        try:
            for ref, value in changes:
                ref.section.__dict__[ref.name] = value
            sections = views_of(self.case.application) | self.case.parsed.sections
            outcome = run(self.judgement.plan, sections, self.judgement.context)
            corrected = {pointer for ref, _ in changes for pointer in self.case.places.pointers(ref)}
            traces = named((*self._still_refused(corrected), *map(self._candidate, outcome.found)))
        finally:
            for fields, name, value in before:
                fields[name] = value
        return {key(each) for each in fold(traces)}

    def _still_refused(self, corrected: set[str]) -> Iterator[Candidate]:
        """What the text itself is refused for, but for the fields that are corrected."""
        return (each for each, places in self._refused if not corrected.issuperset(places))

    def _candidate(self, found: tuple[Rule, Hit]) -> Candidate:
        rule, hit = found
        return Candidate(rule, hit.severity or rule.severity, partial(trace, rule, hit, self.case.places))


def _again(each: Trace) -> Candidate:
    return Candidate(each.rule, each.severity, lambda: each)


def _places(each: Trace) -> tuple[str, ...]:
    return *each.blamed, *each.others


def key(each: Trace) -> tuple[str, str]:
    """What tells a finding from others: its code and the first field that it blames."""
    return each.rule.code, each.blamed[0]
