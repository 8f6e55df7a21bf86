"""Until when a verdict stands if nothing but time passes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from .case import Case, Judgement
from .engine import hits
from .papers import Unread
from .rule import Context, Rule, Severity

FARTHEST = 366
"""Days. Nobody waits longer to send an application."""


class Watch:
    """A context that notes whether anybody asks for the day."""

    def __init__(self, context: Context) -> None:
        self.application, self.policy = context.application, context.policy
        self._day, self.asked = context.on, False

    @property
    def on(self) -> date:
        """The day of the check."""
        self.asked = True
        return self._day


class Question(NamedTuple):
    """A rule that may bounce a draft and asks for the day when it looks at a section."""

    rule: Rule
    section: Any


def last_day(case: Case, judgement: Judgement) -> date | None:
    """The last day on which a ready draft stays ready under its policy; None when it does for a year and a day.

    Every day ahead is asked in turn, so none can be passed over: a rule is a function of its section, the policy and
    the day, so that one which did not ask for the day answers the same on another. On a day on which a row of the policy
    changes all rules run.
    """
    today = judgement.context.on
    questions = list(_reading_the_day(case, judgement))
    for ahead in range(1, FARTHEST + 1):
        day = today + timedelta(ahead)
        policy = judgement.lender.on(day)
        context = Context(case.application, policy, day)
        if policy is judgement.policy:
            ready = not _bounces(questions, judgement, context)
        else:
            ready = Judgement(case, judgement.catalogue, judgement.lender, day, judgement.levels).ready
        if not ready:
            return day - timedelta(1)
    return None


def _reading_the_day(case: Case, judgement: Judgement) -> Iterator[Question]:
    watch = Watch(judgement.context)
    for kind, station in judgement.plan.stations.items():
        bouncing = [rule for rule in station.rules if judgement.may_bounce(rule)]
        for section in case.sections.get(kind, ()):
            for rule in bouncing:
                watch.asked = False
                try:
                    list(hits(rule.check(section, watch)))  # type: ignore[arg-type]
                except Unread:
                    continue  # no day opens the paper
                if watch.asked:
                    yield Question(rule, section)


def _bounces(questions: list[Question], judgement: Judgement, context: Context) -> bool:
    """Whether any question has an error for an answer; asked for every day ahead, so in a plain loop."""
    for rule, section in questions:
        answer = rule.check(section, context)
        if answer is not None and any(
            judgement.severity(rule, hit) is Severity.ERROR for hit in hits(answer)
        ):
            return True
    return False
