"""Days and periods that were mistyped: day and month in each other's place, the wrong year, a digit.

What a rule on days asks is no sum, so every edit of the text that makes a day is tried on the rules that found
something. Two days that stand for the same (the licence and its copy, a sheet and the end of its period) bear one
another out.
"""

from collections.abc import Iterator
from datetime import date
from math import exp
from typing import Any, Final, NamedTuple

from ..application import FOREVER, Application, Gap, Period, Ref
from ..application.structure import walk
from ..case import Case, Judgement
from ..engine import VIEWS, hits
from ..rule import Cause, Hit, Rule, Severity
from .days import Dated, Edit, edits
from .fields import model_of
from .recheck import absent, changed, found

SELDOM: Final = 3.0
"""Nats: what it costs that a day was mistyped."""
WEIGHT: Final = {Severity.ERROR: 8.0, Severity.WARNING: 5.0, Severity.NOTE: 2.0}
"""Nats: what a finding is worth that says that a day is wrong."""
TWICE: Final = 4.0
"""Nats in favour of a day that stands in the draft elsewhere too."""
NOT_OVER: Final = "DAT"
"""The rules on days and periods that lie ahead begin so."""
OUT_OF_ORDER: Final = 3.0
"""Nats: what it costs that a row does not stand in the order of its list."""
OF_DAYS: Final = (
    "DAT",
    "FIN021",
    "FIN022",
    "FIN024",
    "PER013",
    "PER016",
    "ENT003",
    "BNK008",
    "BNK014",
    "TAX023",
    "TAX045",
)
"""Rules, by the start of their codes, that compare days and periods with one another or with today."""
OUT_OF_STEP: Final = ("BNK004", "BNK012", "TAX006", "TAX024")
"""Rules that a mistyped month breaks, among other things."""
Asked = tuple[Rule, Any]
"""A rule, and a section that it is asked of."""


class Moved(NamedTuple):
    """A day or period that was most likely mistyped, what was meant, and how sure that is: of the field, and of the
    value too."""

    ref: Ref
    kind: str
    value: Dated
    share: float
    value_share: float


MOST_DAYS = 40
"""More days than these are not out of step by a slip of the hand."""


def mistyped_days(case: Case, judgement: Judgement) -> list[list[Moved]]:
    """For each group of findings on days: the fields that may be mistyped, the likeliest first."""
    found = [(rule, hit) for rule, hit in judgement.outcome.found if hit.refs and _dated(hit.refs[0])]
    groups = _groups([each for each in found if rule_says_wrong(*each)])
    return [made for group in groups if (made := _Group(case, judgement, group).suspects())]


def rule_says_wrong(rule: Rule, hit: Hit) -> bool:
    """Whether a finding says that a figure or day is wrong, and not that something is old or asked for."""
    return rule.code in OUT_OF_STEP or (
        rule.code.startswith(OF_DAYS) and (hit.cause or rule.cause) in (Cause.WRONG_FIGURE, Cause.IDENTITY)
    )


def _dated(ref: Ref) -> bool:
    value = ref.section.__dict__.get(ref.name)
    return (isinstance(value, date) and value < FOREVER) or (isinstance(value, Period) and bool(value.text))


def _groups(found: list[tuple[Rule, Hit]]) -> list[list[tuple[Rule, Hit]]]:
    """The findings by the days that they share, and months out of step together."""
    groups: list[tuple[set[tuple[int, str]], list[tuple[Rule, Hit]]]] = []
    for each in found:
        fields = {(id(ref.section), ref.name) for ref in each[1].refs if _dated(ref)}
        fields |= {(0, each[0].code)} if each[0].code in OUT_OF_STEP else set()
        joined = [group for group in groups if group[0] & fields]
        groups = [group for group in groups if group not in joined]
        fields = fields.union(*(group[0] for group in joined))
        groups.append((fields, [one for group in joined for one in group[1]] + [each]))
    return [group for _, group in groups]


class _Group:
    """Findings that hang together, and the rules to ask again."""

    def __init__(self, case: Case, judgement: Judgement, found: list[tuple[Rule, Hit]]) -> None:
        self.case, self.context, self.found = case, judgement.context, found
        self.plan = judgement.plan
        rules = dict.fromkeys(rule for rule, _ in judgement.outcome.found if rule.section not in VIEWS)
        self.asked = [(rule, section) for rule in rules for section in case.sections.get(rule.section, ())]
        self.elsewhere = [
            (id(section), name, value)
            for _, section, _ in walk(case.application)
            for name, value in section.__dict__.items()
            if isinstance(value, date)
        ]

    def suspects(self) -> list[Moved]:
        """The fields that may be mistyped, the likeliest first, each with its likeliest value."""
        refs = self._refs()
        if len(refs) > MOST_DAYS:
            return []
        likely = [(ref, edit, cost) for ref in refs for edit, cost in self._costs(ref) if cost < 0]
        total = 1 + sum(exp(-cost) for _, _, cost in likely)
        found = []
        for ref in refs:
            own = [(exp(-cost) / total, edit) for other, edit, cost in likely if other is ref or other == ref]
            if own:
                edit = max(own, key=lambda each: (each[0], each[1].kind))[1]
                same = sum(share for share, other in own if other.value == edit.value)
                found.append(Moved(ref, edit.kind, edit.value, sum(share for share, _ in own), same))
        return sorted(found, key=lambda each: -each.share)

    def _refs(self) -> list[Ref]:
        """The days that the findings read; periods that stand twice in a list with one of them, or before a gap."""
        read = [Ref(ref.section, ref.name) for _, hit in self.found for ref in hit.refs if _dated(ref)]
        found = {(id(ref.section), ref.name): ref for ref in read}
        for ref in read:
            for each in self._beside(ref) if isinstance(ref.value, Period) else ():
                found.setdefault((id(each), ref.name), Ref(each, ref.name))
        return list(found.values())

    def _beside(self, ref: Ref) -> list[Any]:
        """The rows of a list that have the same period as one of them, or the last one before it."""
        told = [
            (each.__dict__[ref.name].first, each)
            for each in self.case.sections.get(model_of(type(ref.section)), ())
            if isinstance(each.__dict__.get(ref.name), Period)
        ]
        own = ref.value.first
        before = max((first for first, _ in told if first < own), default=own)
        return [each for first, each in told if first in (own, before) and each is not ref.section]

    def _costs(self, ref: Ref) -> Iterator[tuple[Edit, float]]:
        """What may have been meant by a day, with its cost: only what can be likelier than no slip is asked about."""
        asked = self._asked_about(ref)
        wrong, others = self._worth(asked)
        for edit in edits(ref.section.__dict__[ref.name]):
            cost = SELDOM + edit.cost - wrong - TWICE * self._stands_twice(ref, edit)
            cost += OUT_OF_ORDER * self._is_out_of_order(ref, edit.value)
            if cost < 0:
                with changed(ref, edit.value):
                    still_wrong, new_others = self._worth(asked)
                yield edit, cost + still_wrong + max(0.0, new_others - others)

    def _stands_twice(self, ref: Ref, edit: Edit) -> bool:
        return any(
            value == edit.value and (section, name) != (id(ref.section), ref.name)
            for section, name, value in self.elsewhere
        )

    def _is_out_of_order(self, ref: Ref, meant: Dated) -> bool:
        """Whether a row of a list would not stand between the periods of the rows around it."""
        if not isinstance(meant, Period):
            return False
        rows = self.case.sections.get(model_of(type(ref.section)), ())
        periods = [meant if each is ref.section else each.__dict__.get(ref.name) for each in rows]
        at = next((at for at, each in enumerate(rows) if each is ref.section), 0)
        around = [each.first for each in periods[max(0, at - 1) : at + 2] if isinstance(each, Period)]
        return around != sorted(around)

    def _asked_about(self, ref: Ref) -> list[Asked]:
        """The rules that read a day, with their sections: a gap in its place is a gap for them. Those on its own
        section, and on days that are not yet over, are asked though they found nothing, lest what was meant be found
        wrong as well."""
        asked = {rule.code for rule, _ in self.asked}
        by_section, whole = self.plan.by_section, self.case.application
        others = [(rule, ref.section) for rule in by_section.get(model_of(type(ref.section)), ())]
        others += [(rule, whole) for rule in by_section[Application] if rule.code.startswith(NOT_OVER)]
        others = [each for each in others if each[0].code not in asked]
        with absent(ref):
            return [each for each in (*self.asked, *others) if self._meets_a_gap(*each)]

    def _meets_a_gap(self, rule: Rule, section: Any) -> bool:
        try:
            for _ in hits(rule.check(section, self.context)):
                pass
        except Gap:
            return True
        return False

    def _worth(self, asked: list[Asked]) -> tuple[float, float]:
        """What the findings of some rules are worth together: those that say that a day is wrong, and the others. That
        a paper has expired is no sign of a slip, since papers do; that a correction lets one expire speaks against it."""
        worth = {True: 0.0, False: 0.0}
        for rule, section in asked:
            for hit in found(rule, (section,), self.context):
                worth[rule_says_wrong(rule, hit)] += WEIGHT[hit.severity or rule.severity]
        return worth[True], worth[False]
