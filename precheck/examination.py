"""From rules that do not hold to findings: places, echoes folded away, words chosen and masked."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from .application import Application, Ref, Section
from .application.identity import Identities
from .application.structure import is_index, key_of, models, nested, step, walk
from .extensions import property_names
from .facts.characters import printable
from .finding import Finding, Place, Waived
from .policy import Policy
from .privacy import Redact, Voice, closed, masked, tight
from .rule import RANK, Hit, Rule, Severity, Trigger
from .source import Draft, Fault
from .text import Text
from .views import View

RELATED_SHOWN = 12
"""A figure summed over a year of months names its first ones only."""
NOWHERE: Mapping[str, str] = {}
MOST_NAMED = 200
"""Findings of one rule that are named one by one: one fault a thousand times is that of a program."""
MORE = Text(" 同类问题还有 {more} 处，没有逐条列出。", " {more} more of this kind are not listed one by one.")


@dataclass(slots=True, eq=False)
class Trace:
    """A rule that does not hold, with the pointers of the fields that it read; the first ones are to blame."""

    rule: Rule
    hit: Hit
    blamed: tuple[str, ...]
    others: tuple[str, ...] = ()
    at_key: bool = False
    fault: Fault | None = None
    """The fault of the text that it speaks of, which knows its own place."""
    level: Severity | None = None
    """How grave the caller says that it is."""
    echoes: list[str] = field(default_factory=list)
    more: int = 0
    """How many findings of its rule are not named beside it."""

    @property
    def severity(self) -> Severity:
        """The caller's, or its own."""
        return self.level or self.own_severity

    @property
    def own_severity(self) -> Severity:
        """The hit's own, or the rule's."""
        return self.hit.severity or self.rule.severity


class Places:
    """Where the sections of one application stand: in the draft, or in a paper, which is the paper's own place there."""

    def __init__(self, application: Application, origins: Mapping[str, str] = NOWHERE) -> None:
        """`origins` has the pointer of a paper for the pointers of what comes from it."""
        self.application, self.origins = application, origins

    @cached_property
    def _standing(self) -> dict[int, tuple[str, type]]:
        return {id(each.section): (each.pointer, each.model) for each in walk(self.application)}

    def of(self, section: Section) -> str:
        """The pointer of a section."""
        return self._standing[id(section)][0]

    def pointers(self, ref: Ref) -> tuple[str, ...]:
        """The pointer of a field; of a view's figure, the pointers of the fields that it was summed from."""
        if isinstance(ref.section, View):
            return tuple(each for origin in ref.section.origins(ref.name) for each in self.pointers(origin))
        at, model = self._standing[id(ref.section)]
        pointer = at + step(key_of(model, ref.name)) + ref.below
        return (self._in_a_paper(pointer) if self.origins else pointer,)

    def _in_a_paper(self, pointer: str) -> str:
        """The paper that what stands here comes from: that of the nearest section around; else the place itself."""
        above = pointer
        while above:
            if above in self.origins:
                return self.origins[above]
            above = above.rpartition("/")[0]
        return pointer

    def fact(self, ref: Ref) -> Any:
        """The value of a field, in words of ours when its type is a closed list."""
        value = ref.section.__dict__.get(ref.name)
        if isinstance(ref.section, View):
            return value
        _, model = self._standing[id(ref.section)]
        return closed(model.__dataclass_fields__[ref.name].type, value)  # type: ignore[attr-defined]

    def holds_sections(self, ref: Ref) -> bool:
        """Whether a field holds other sections: a place to point at, nothing to say."""
        return not isinstance(ref.section, View) and any(
            each.name == ref.name for each in nested(self._standing[id(ref.section)][1])
        )


def trace(rule: Rule, found: Hit, places: Places) -> Trace:
    """A hit with its places."""
    per_ref = [places.pointers(ref) for ref in found.refs]
    facts = {ref.name: places.fact(ref) for ref in found.refs if not places.holds_sections(ref)} | {
        name: fact for name, fact in found.facts.items() if name not in {ref.name for ref in found.refs}
    }
    blamed = per_ref[0] if per_ref and per_ref[0] else ("",)
    others = tuple(pointer for pointers in per_ref[1:] for pointer in pointers)
    return Trace(rule, found._replace(facts=facts), blamed, others)


class Candidate(NamedTuple):
    """A finding that may be named: of which rule, how bad, and how its trace is made."""

    rule: Rule
    severity: Severity
    make: Callable[[], Trace]


def named(candidates: Iterable[Candidate]) -> list[Trace]:
    """The traces of the first MOST_NAMED findings of each rule, the worst first; the last of them counts the others."""
    traces: list[Trace] = []
    last: dict[str, Trace] = {}
    count = Counter[str]()
    for each in sorted(candidates, key=lambda one: RANK[one.severity]):
        code = each.rule.code
        count[code] += 1
        if count[code] > MOST_NAMED:
            last[code].more += 1
        else:
            last[code] = each.make()
            traces.append(last[code])
    return traces


def fold(traces: Sequence[Trace]) -> list[Trace]:
    """Leave out what only repeats another finding, and list it there: `mutes` of a rule on a field that it blames."""
    stands: list[Trace] = []
    standing: set[int] = set()
    top: dict[int, Trace] = {}
    reading = _by_code_and_place(traces)
    mutable = {code for each in traces for code in each.rule.mutes}
    for each in sorted(
        traces, key=lambda one: (RANK[one.severity], *_causes_first(one.rule, mutable), *_order(one))
    ):
        owner = top.get(id(each), each)
        if owner is each:
            stands.append(each)
            standing.add(id(each))
        else:
            owner.echoes.append(each.rule.code)
        places = [(code, pointer) for code in each.rule.mutes for pointer in each.blamed]
        for other in (other for place in places for other in reading.get(place, ())):
            if other is not owner and id(other) not in standing:
                top.setdefault(id(other), owner)
    return sorted(stands, key=lambda one: (RANK[one.severity], *_order(one)))


def _causes_first(rule: Rule, mutable: set[str]) -> tuple[bool, bool]:
    """What nothing can be an echo of comes first, what can only be an echo last."""
    return rule.code in mutable, not rule.mutes


def _by_code_and_place(traces: Sequence[Trace]) -> dict[tuple[str, str], list[Trace]]:
    """The traces by the code of their rule and every field that they read."""
    found: dict[tuple[str, str], list[Trace]] = {}
    for each in traces:
        for pointer in dict.fromkeys((*each.blamed, *each.others)):
            found.setdefault((each.rule.code, pointer), []).append(each)
    return found


def _order(one: Trace) -> tuple[str, tuple[str, ...]]:
    return one.rule.code, one.blamed


class Speaker:
    """Turns traces into findings: in one language, with one degree of masking, for one draft."""

    def __init__(self, draft: Draft, application: Application, policy: Policy, voice: Voice) -> None:
        self.draft, self.voice, self.identities = draft, voice, Identities(application)
        self.triggers = {row.code: row.triggers for row in policy.triggers}
        self.known_steps = KNOWN_STEPS | property_names(policy.extension_schema)

    def finding(self, each: Trace, waived: Waived | None = None) -> Finding:
        """The finding of a trace, accepted or not."""
        message, remedy, params = self._words(each)
        pointer, *more = dict.fromkeys((*each.blamed, *each.others))
        compared = (
            () if each.at_key else more[:RELATED_SHOWN]
        )  # beside a misspelt key nothing stands to compare
        return Finding(
            rule=each.rule,
            severity=each.severity,
            cause=each.hit.cause or each.rule.cause,
            triggers=tuple(map(Trigger, self.triggers.get(each.rule.code, each.rule.triggers))),
            message=message,
            remedy=remedy,
            params=params,
            place=self._place(pointer, each.at_key, each.fault),
            related=tuple(map(self._place, compared)),
            muted=tuple(dict.fromkeys(sorted(each.echoes))),
            fingerprint=self.fingerprint(each, self.draft.path),
            waived=waived,
            own_severity=each.own_severity,
        )

    def again(self, each: Trace, finding: Finding) -> Finding:
        """The finding of a trace in this language, once it is made in another one."""
        message, remedy, params = self._words(each)
        return replace(finding, message=message, remedy=remedy, params=params)

    def _words(self, each: Trace) -> tuple[str, str, dict[str, str]]:
        """Message, remedy and the facts in them."""
        params = {name: self.voice.say(fact) for name, fact in each.hit.facts.items()}
        if each.more:
            params["more"] = str(each.more)
        fault, remedy = (tight(line.format_map(params)) for line in each.rule.words(self.voice.lang))
        return fault + (MORE.say(self.voice.lang).format_map(params) if each.more else ""), remedy, params

    def _place(self, pointer: str, at_key: bool = False, fault: Fault | None = None) -> Place:
        if not self.draft.has_text:
            return Place(self._shown(pointer))
        if fault is not None:
            return Place(self._shown(pointer), self.draft.written.location(fault))
        locate = self.draft.written.locate_key if at_key else self.draft.written.locate
        return Place(self._shown(pointer), locate(pointer))

    def _shown(self, pointer: str) -> str:
        """A pointer with keys that the data interface does not know masked, like any text of the draft."""
        return printable(pointer) if self.voice.redact is Redact.NONE else self._masked(pointer)

    def _masked(self, pointer: str) -> str:
        return "/".join(
            each if each in self.known_steps or is_index(each) else masked(each)
            for each in pointer.split("/")
        )

    def identified(self, each: Trace) -> str:
        """The place of a trace, list items by what names them; masked, whatever else is revealed."""
        return self.identities.of(self._masked(each.blamed[0]))

    def fingerprint(self, each: Trace, path: str) -> str:
        """The same for the same fault at the same place of the draft at `path`, whatever stands there."""
        parts = (each.rule.code, path, self.identified(each), each.hit.row)
        from hashlib import sha256  # only here: a clean draft has no need of it

        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


KNOWN_STEPS = frozenset({"", "-"} | {key_of(model, name) for model in models() for name in model.names})
