"""Show every rule every section it asks for, and write down how each ended."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import inf
from typing import Any, NamedTuple

from .application import Application, Gap
from .application.structure import absent_lists, models, nested
from .errors import BrokenRule, PrecheckError
from .papers import Paper, Unread
from .policy import Policy
from .policy.requirements import missing_sources
from .relation import Relation, conditions
from .rule import Context, Found, Hit, Rule, Severity
from .views import Span, Trailing, View, Year

Speaks = Callable[[Sequence[Any], Context], bool]
VIEWS: tuple[type[View] | type[Paper], ...] = (Year, Trailing, Span, Paper)


class Outcome(NamedTuple):
    """What a run found, and the rules that it could not decide, with the gap or the source that each waits for;
    apart from them the rules that speak of papers that were not read."""

    found: list[tuple[Rule, Hit]]
    skipped: list[tuple[Rule, Gap]]
    not_opened: list[tuple[Rule, Unread]]


class Catalogue:
    """The rules by the section that they run on, relations fused for one policy at a time."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.code))
        self.by_code = {rule.code: rule for rule in self.rules}
        self._plans: dict[int, tuple[Policy, Plan]] = {}

    def plan(self, policy: Policy) -> "Plan":
        """What to run under a policy in force."""
        key = id(policy)
        if key not in self._plans:
            ignored = {row.code for row in policy.ignore}
            applied = [rule for rule in self.rules if rule.code not in ignored]
            self._plans[key] = policy, Plan(applied, policy)
        return self._plans[key][1]


class Station:
    """One kind of section, and what is asked of it under a policy: everything of all at once first, then rule by rule."""

    def __init__(self, rules: list[Rule], policy: Policy) -> None:
        self.rules, self._policy = rules, policy

    @cached_property
    def speaks(self) -> Speaks:
        """Whether any rule has anything to say of any of some sections; what a clean draft needs to know. Raises Gap.

        All that the rules ask, compiled into one function when the first section is there: calling them one by one in
        a loop costs a clean draft half as much again.
        """
        held = conditions([rule for rule in self.rules if isinstance(rule, Relation)], self._policy)
        checks = [rule.check for rule in self.rules if not isinstance(rule, Relation)]
        scope: dict[str, Any] = {f"f{number}": check for number, check in enumerate(checks)} | {"inf": inf}
        called = (f"f{number}(s, c)" for number in range(len(checks)))
        asked = " or ".join((*(f"not {test}" for test in held.tests), *called))
        body = [f"  {line}" for line in (*held.lines, f"if {asked}:", " return True")]
        lines = ["def speaks(sections, c):", " for s in sections:", *body, " return False"]
        exec("\n".join(lines), scope)  # noqa: S102 - our own names, and whitelisted nodes of our declarations
        made: Speaks = scope["speaks"]
        return made


class Plan:
    """The rules of one policy, by the section that they run on."""

    def __init__(self, rules: Sequence[Rule], policy: Policy) -> None:
        self.rules = rules
        self.by_section: dict[Any, list[Rule]] = {section: [] for section in (*models(), *VIEWS)}
        for rule in rules:
            self.by_section.get(rule.section, []).append(rule)  # what the reader refuses runs on no section
        self.stations = {section: Station(own, policy) for section, own in self.by_section.items() if own}


def run(plan: Plan, sections: Mapping[Any, Sequence[Any]], context: Context) -> Outcome:
    """Every rule of the plan on every section of its kind. Raises BrokenRule when a rule fails by itself."""
    outcome = Outcome([], [], [])
    for kind, station in plan.stations.items():
        standing = sections.get(kind)
        if standing and _may_speak(station.speaks, standing, context):
            for section in standing:
                if _may_speak(station.speaks, (section,), context):
                    for rule in station.rules:
                        _look(rule, section, context, outcome)
    return outcome


def _may_speak(speaks: Speaks, sections: Sequence[Any], context: Context) -> bool:
    try:
        return speaks(sections, context)
    except Exception:  # a gap, or a fault: asked one by one, each rule names its own
        return True


def hits(answer: Found) -> Iterable[Hit]:
    """What a check answered, as none, one or several hits."""
    return () if answer is None else (answer,) if isinstance(answer, Hit) else answer


def _look(rule: Rule, section: Any, context: Context, outcome: Outcome) -> None:
    """Ask one rule in full. A rule that yields its hits may meet a gap after some of them: those stand."""
    try:
        answer = rule.check(section, context)
        if answer is None:  # as most do
            return
        for each in hits(answer):
            if each.severity is Severity.ERROR and not rule.may_bounce:
                raise BrokenRule(
                    f"rule {rule.code} found an error, which it does not declare: a bug of the rule"
                )
            outcome.found.append((rule, each))
    except Unread as unread:
        outcome.not_opened.append((rule, unread.with_traceback(None)))
    except Gap as gap:
        outcome.skipped.append((rule, gap.with_traceback(None)))
    except PrecheckError:
        raise
    except Exception as fault:
        raise _broken(rule, fault) from None


def _broken(rule: Rule, fault: Exception) -> BrokenRule:
    """Says which rule and which kind of exception; the exception's own text may quote the draft."""
    line = fault.__traceback__
    while line and line.tb_next:
        line = line.tb_next
    place = f" ({line.tb_frame.f_code.co_name}, line {line.tb_lineno})" if line else ""
    return BrokenRule(
        f"rule {rule.code} failed with {type(fault).__name__}{place}: this is a bug of the rule"
    )


def waiting(plan: Plan, context: Context, has_gaps: bool) -> Iterator[tuple[Rule, str]]:
    """The rules that wait for a whole list, and its pointer: a gap stands in its place, or a policy requires it."""
    for pointer, model in absent_lists(context.application) if has_gaps else ():
        below = set(models(model))
        source = pointer[1:]
        yield from (
            (rule, pointer) for rule in plan.rules if rule.section in below or source in sources_of(rule)
        )
    try:
        for row in missing_sources(context):
            for rule in plan.rules:
                if sources_of(rule) & set(row.any_of):
                    yield rule, f"/{row.any_of[0]}"
    except Gap:
        return  # what decides whether a source is required is itself a gap, and a finding


@cache
def sources_of(rule: Rule) -> frozenset[str]:
    """The lists of figures (statements, returns, flows) that a rule reads."""
    if rule.section in VIEWS:
        names = rule.names if isinstance(rule, Relation) else rule.check.__code__.co_names
        return frozenset(rule.section.sources[name] for name in names if name in rule.section.sources)
    return frozenset(each.name for each in nested(Application) if rule.section in models(each.model))
