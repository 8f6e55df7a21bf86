"""What would no longer be found if a slip were corrected: the rules that found something are asked again, on the
corrected figures."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from typing import Any

from ..application import Gap, Ref, hollow
from ..case import Case, Judgement
from ..engine import VIEWS, hits
from ..examination import Candidate, Places, Trace, fold, named
from ..relation import Relation
from ..rule import Context, Hit, Rule
from ..views.assembly import views_of
from .fields import model_of

Sections = Sequence[Any]


class Recheck:
    """Checks a case again with some values changed. The case itself is as it was afterwards."""

    def __init__(self, case: Case, judgement: Judgement) -> None:
        self.case, self.judgement = case, judgement

    @cached_property
    def before(self) -> set[tuple[str, str]]:
        """The findings as they are, as code and pointer."""
        return {key(each) for each in self.judgement.standing}

    @cached_property
    def _refused(self) -> list[Trace]:
        """What the text itself is refused for."""
        return [each for each in self.judgement.traces if each.rule.section is None]

    @cached_property
    def _asked(self) -> list[tuple[Rule, Sections]]:
        """The rules that found something, each with the sections to ask it of: a relation is on the one it blames."""
        blamed: dict[Rule, list[Any]] = {}
        for rule, hit in self.judgement.outcome.found:
            blamed.setdefault(rule, []).extend(ref.section for ref in hit.refs[:1])
        sections = self.case.sections
        return [
            (rule, own if isinstance(rule, Relation) else sections.get(rule.section, ()))
            for rule, own in blamed.items()
        ]

    def cleared(self, changes: Iterable[tuple[Ref, Any]]) -> set[tuple[str, str]]:
        """The findings, as code and pointer, that are gone once some fields have other values."""
        return self.before - self._standing(list(changes))

    def _standing(self, changes: list[tuple[Ref, Any]]) -> set[tuple[str, str]]:
        with ExitStack() as corrected:
            for ref, value in changes:
                corrected.enter_context(changed(ref, value))
            places = {pointer for ref, _ in changes for pointer in self.case.places.pointers(ref)}
            traces = named((*self._still_refused(places), *self._still_found()))
        return {key(each) for each in fold(traces)}

    def _still_refused(self, corrected: set[str]) -> Iterator[Candidate]:
        """What the text itself is refused for, but for the fields that are corrected."""
        for each in self._refused:
            if not corrected.issuperset((*each.blamed, *each.others)):
                yield Candidate(each.rule, each.own_severity, partial(_again, each))

    def _still_found(self) -> Iterator[Candidate]:
        """What the rules still find. Views are made again, as their figures are sums."""
        views: dict[Any, Sections] = {}
        if any(rule.section in VIEWS for rule, _ in self._asked):
            views |= views_of(self.case.application)
        for rule, sections in self._asked:
            for hit in found(rule, views.get(rule.section, sections), self.judgement.context):
                severity = hit.severity or rule.severity
                yield Candidate(rule, severity, partial(_placed, rule, hit, self.case.places))


def found(rule: Rule, sections: Iterable[Any], context: Context) -> Iterator[Hit]:
    """The hits of a rule on some sections, up to a gap."""
    for section in sections:
        try:
            yield from hits(rule.check(section, context))
        except Gap:
            continue


@contextmanager
def changed(ref: Ref, value: Any) -> Iterator[None]:
    """A field has another value for a while."""
    fields = ref.section.__dict__
    before, fields[ref.name] = fields[ref.name], value
    try:
        yield
    finally:
        fields[ref.name] = before


@contextmanager
def absent(ref: Ref) -> Iterator[None]:
    """A gap is in the place of a field for a while."""
    section, before = ref.section, dict(ref.section.__dict__)
    kind, section.__class__ = type(section), hollow(model_of(type(section)))
    del section.__dict__[ref.name]
    try:
        yield
    finally:
        section.__class__ = kind
        section.__dict__.clear()
        section.__dict__.update(before)  # in its old order


def _again(each: Trace) -> Trace:
    """A trace that nothing is folded into yet."""
    return Trace(each.rule, each.hit, each.blamed, each.others)


def _placed(rule: Rule, hit: Hit, places: Places) -> Trace:
    """A hit with its places, and with no facts: no words are made of it."""
    blamed, *others = [places.pointers(ref) for ref in hit.refs] or [()]
    return Trace(rule, hit, blamed or ("",), tuple(pointer for pointers in others for pointer in pointers))


def key(each: Trace) -> tuple[str, str]:
    """What tells a finding from others: its code and the first field that it blames."""
    return each.rule.code, each.blamed[0]
