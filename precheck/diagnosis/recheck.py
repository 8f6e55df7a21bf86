"""What would no longer be found if a slip were corrected: the rules are asked again, on the corrected figures."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..application import Ref
from ..assembly import views_of
from ..case import Case, Judgement
from ..engine import run
from ..examination import Trace, fold, trace


class Recheck:
    """Checks a case again with some values changed. The case itself is as it was afterwards."""

    def __init__(self, case: Case, judgement: Judgement) -> None:
        self.case, self.judgement = case, judgement
        asked = len(judgement.traces) - len(judgement.outcome.found)
        self._from_text = [replace(each, echoes=[]) for each in judgement.traces[:asked]]
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
            found = [trace(rule, hit, self.case.places) for rule, hit in outcome.found]
        finally:
            for fields, name, value in before:
                fields[name] = value
        corrected = {pointer for ref, _ in changes for pointer in self.case.places.pointers(ref)}
        typed = [each for each in self._from_text if not corrected.issuperset((*each.blamed, *each.others))]
        return {key(each) for each in fold([*typed, *found])}


def key(each: Trace) -> tuple[str, str]:
    """What tells a finding from others: its code and the first field that it blames."""
    return each.rule.code, each.blamed[0]
