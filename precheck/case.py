"""One draft with everything derived from it, and what one policy makes of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any

from .application import Application, Ref
from .engine import Catalogue, Outcome, Plan, run, waiting
from .examination import Candidate, Places, Trace, fold, named, trace
from .finding import Skipped, Verdict
from .papers import Paper
from .policy import Policy
from .reading import refusals
from .rule import Context, Hit, Rule, Severity
from .shape import Parsed
from .source import Draft
from .views.assembly import views_of

NO_LEVELS: Mapping[str, Severity] = {}


class Case:
    """A draft, its application and its sections and views: what no policy and no day changes."""

    def __init__(self, draft: Draft, parsed: Parsed, papers: Sequence[Paper] = ()) -> None:
        """`papers` are those that were opened; what only they say joins the sections of the draft."""
        self._origins: dict[str, str] = {}
        if papers:
            from .papers.sources import with_papers  # only here: many drafts come without papers

            parsed, self._origins = with_papers(parsed, papers)
        self.draft, self.parsed, self.papers = draft, parsed, papers
        self.application: Application = parsed.application
        self.sections: Mapping[Any, Sequence[Any]] = (
            views_of(parsed.application) | parsed.sections | {Paper: papers}
        )

    @cached_property
    def places(self) -> Places:
        """Where its sections stand."""
        return Places(self.application, self._origins)


class Judgement:
    """A case under one policy on one day."""

    def __init__(
        self,
        case: Case,
        catalogue: Catalogue,
        policy: Policy,
        on: date,
        levels: Mapping[str, Severity] = NO_LEVELS,
    ) -> None:
        """`policy` as written; the rows in force on `on` are the ones that judge. `levels` by code of rule are how
        grave the caller says that it is."""
        self.case, self.catalogue, self.lender, self.levels = case, catalogue, policy, levels
        self.policy = policy.on(on)
        self.plan: Plan = catalogue.plan(self.policy)
        self.context = Context(case.application, self.policy, on)
        self.outcome: Outcome = run(self.plan, case.sections, self.context)
        self.waits = list(waiting(self.plan, self.context, case.parsed.has_gaps))

    @property
    def ready(self) -> bool:
        """No error stands and no rule waits; what the text or the schema refuses is an error too."""
        if self.case.parsed.has_gaps or self.outcome.skipped or self.waits:
            return False
        return not self.has_error(self.outcome)

    def has_error(self, outcome: Outcome) -> bool:
        """Whether anything found is an error."""
        return any(self.severity(rule, hit) is Severity.ERROR for rule, hit in outcome.found)

    def severity(self, rule: Rule, hit: Hit) -> Severity:
        """How grave a hit is: as the caller says, else the hit, else its rule."""
        return self.levels.get(rule.code) or hit.severity or rule.severity

    def may_bounce(self, rule: Rule) -> bool:
        """Whether a hit of the rule can be an error."""
        level = self.levels.get(rule.code)
        return rule.may_bounce if level is None else level is Severity.ERROR

    @cached_property
    def traces(self) -> list[Trace]:
        """What does not hold, with its places, echoes included: the first findings of each rule, the others counted."""
        places = self.case.places
        found = (
            Candidate(rule, self.severity(rule, hit), partial(trace, rule, hit, places))
            for rule, hit in self.outcome.found
        )
        refused = refusals(self.case.draft, self.case.parsed, self.catalogue)
        made = named((*refused, *found))
        for each in made if self.levels else ():
            each.level = self.levels.get(each.rule.code)
        return made

    @cached_property
    def standing(self) -> list[Trace]:
        """What does not hold, without what only repeats it."""
        return fold(self.traces)

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rules that wait, by code, each with what it waits for."""
        waits: dict[str, list[str]] = {}
        for rule, gap in self.outcome.skipped:
            waits.setdefault(rule.code, []).extend(self.case.places.pointers(Ref(gap.section, gap.name)))
        for rule, pointer in self.waits:
            waits.setdefault(rule.code, []).append(pointer)
        return self._by_code(waits)

    @cached_property
    def not_opened(self) -> tuple[Skipped, ...]:
        """The rules on papers that were tried in vain, by code, each with the papers that it speaks of."""
        papers: dict[str, list[str]] = {}
        for rule, unread in self.outcome.not_opened:
            papers.setdefault(rule.code, []).extend(
                self.case.places.pointers(Ref(unread.section, unread.name))
            )
        return self._by_code(papers)

    def _by_code(self, pointers: Mapping[str, Sequence[str]]) -> tuple[Skipped, ...]:
        rules = self.catalogue.by_code
        return tuple(Skipped(rules[code], tuple(dict.fromkeys(pointers[code]))) for code in sorted(pointers))

    @property
    def verdict(self) -> Verdict:
        """Whether it is ready, and the codes that stop it: errors, and what could not be checked."""
        errors = {each.rule.code for each in self.traces if each.severity is Severity.ERROR}
        return Verdict(
            self.policy.name, self.ready, tuple(sorted(errors | {each.rule.code for each in self.skipped}))
        )
