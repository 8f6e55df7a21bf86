"""Until when a verdict stands if nothing but time passes."""

from datetime import date, timedelta

from .case import Case, Judgement
from .engine import Outcome, run, waiting
from .rule import Context, Severity

FARTHEST = 366
"""Days. Nobody waits longer to send an application."""


def last_day(case: Case, judgement: Judgement) -> date | None:
    """The last day on which a ready draft stays ready under its policy; None when it does for a year and a day.

    Every day ahead is asked in turn: only the rules that read the day run again, and all of them on a day on
    which a row of the policy changes, so no day can be passed over.
    """
    today = judgement.context.on
    for ahead in range(1, FARTHEST + 1):
        day = today + timedelta(ahead)
        if not _ready_on(case, judgement, day):
            return day - timedelta(1)
    return None


def _ready_on(case: Case, judgement: Judgement, day: date) -> bool:
    policy = judgement.lender.on(day)
    changed = policy is not judgement.policy
    plan = judgement.catalogue.plan(policy, day_only=not changed)
    context = Context(case.application, policy, day)
    outcome: Outcome = run(plan, case.sections, context)
    if outcome.skipped or (changed and any(waiting(plan, context, has_gaps=False))):
        return False
    return not any((hit.severity or rule.severity) is Severity.ERROR for rule, hit in outcome.found)
