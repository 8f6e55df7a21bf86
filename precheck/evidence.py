"""Which sources confirm the declared revenue of a year, which differ, which were not given."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .application import Gap
from .case import Case, Judgement
from .privacy import Voice
from .relation import Relation
from .rule import Percent
from .views import Trailing, View, Year

if TYPE_CHECKING:
    from .contract import EvidenceData

State = Literal["confirms", "differs", "not_given"]
CLAIM = "declared"


class Evidence(NamedTuple):
    """One source of one year: the period it speaks of, its amount in yuan, and how far the declared one is from it."""

    figure: str
    year: int
    source: str
    period: str
    state: State
    amount: float | None = None
    differs_by: Percent | None = None

    def to_dict(self, voice: Voice) -> "EvidenceData":
        """As the report's data; figures as words, for they may have to be hidden."""
        return {
            "figure": self.figure,
            "year": self.year,
            "source": self.source,
            "period": self.period,
            "state": self.state,
            "amount": None if self.amount is None else voice.say(self.amount),
            "differs_by": None if self.differs_by is None else voice.say(self.differs_by),
        }


def evidence(case: Case, judgement: Judgement) -> Iterator[Evidence]:
    """One entry for every declared year and every source that a relation compares it with."""
    for kind in (Year, Trailing):
        rules = [
            rule
            for rule in judgement.plan.by_section[kind]
            if isinstance(rule, Relation) and CLAIM in rule.names
        ]
        for view in case.sections[kind]:
            if view.gives(CLAIM):
                yield from (
                    _entry(view, rule, judgement) for rule in rules if kind is Year or _given(view, rule)
                )


def _other(rule: Relation) -> str:
    return next(name for name in rule.names if name != CLAIM)


def _given(view: View, rule: Relation) -> bool:
    return view.gives(_other(rule))


def _entry(view: Any, rule: Relation, judgement: Judgement) -> Evidence:
    name = _other(rule)
    entry = Evidence(CLAIM, view.year, name, view.words, "not_given")
    if not _given(view, rule):
        return entry
    try:
        declared, other = getattr(view, CLAIM), getattr(view, name)
        found = rule.look(view, judgement.context)
    except Gap:
        return entry
    share = Percent(abs(declared - other) / other) if other else None
    return entry._replace(state="differs" if found else "confirms", amount=other, differs_by=share)
