"""From rules that do not hold to findings: places, echoes folded away, words chosen and masked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .application import Application, Ref
from .application.identity import identity
from .application.structure import key_of, models, nested, step, walk
from .extensions import property_names
from .finding import Finding, Place
from .policy import Policy
from .privacy import Redact, Voice, closed, masked, printable, tight
from .rule import Hit, Rule, Severity, Trigger
from .source import Draft, Fault
from .views import View

RELATED_SHOWN = 12
"""A figure summed over a year of months names its first ones only."""
INDEX_DIGITS = 4
"""No list of a draft is longer than that; an identity number is."""
NOWHERE: Mapping[str, str] = {}
RANK = {severity: rank for rank, severity in enumerate(Severity)}


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
    echoes: list[str] = field(default_factory=list)

    @property
    def severity(self) -> Severity:
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


def fold(traces: Sequence[Trace]) -> list[Trace]:
    """Leave out what only repeats another finding, and list it there: `mutes` of a rule on a field that it blames."""
    stands: list[Trace] = []
    top: dict[int, Trace] = {}
    mutable = {code for each in traces for code in each.rule.mutes}
    for each in sorted(traces, key=lambda one: (RANK[one.severity], one.rule.code in mutable, *_order(one))):
        if id(each) in top:
            top[id(each)].echoes.append(each.rule.code)
        else:
            stands.append(each)
        owner = top.get(id(each), each)
        for other in traces:
            if other is not owner and id(other) not in top and other not in stands and _repeats(other, each):
                top[id(other)] = owner
    return sorted(stands, key=lambda one: (RANK[one.severity], *_order(one)))


def _order(one: Trace) -> tuple[str, tuple[str, ...]]:
    return one.rule.code, one.blamed


def _repeats(other: Trace, one: Trace) -> bool:
    if other.rule.code not in one.rule.mutes:
        return False
    read = {*other.blamed, *other.others}
    return any(pointer in read for pointer in one.blamed)


class Speaker:
    """Turns traces into findings: in one language, with one degree of masking, for one draft."""

    def __init__(self, draft: Draft, application: Application, policy: Policy, voice: Voice) -> None:
        self.draft, self.application, self.voice = draft, application, voice
        self.triggers = {row.code: row.triggers for row in policy.triggers}
        self.known_steps = KNOWN_STEPS | property_names(policy.extension_schema)

    def finding(self, each: Trace) -> Finding:
        """The finding of a trace."""
        params = {name: self.voice.say(fact) for name, fact in each.hit.facts.items()}
        fault, remedy = (tight(line.format_map(params)) for line in each.rule.words(self.voice.lang))
        pointer, *more = dict.fromkeys((*each.blamed, *each.others))
        return Finding(
            rule=each.rule,
            severity=each.severity,
            cause=each.hit.cause or each.rule.cause,
            triggers=tuple(map(Trigger, self.triggers.get(each.rule.code, each.rule.triggers))),
            message=fault,
            remedy=remedy,
            params=params,
            place=self._place(pointer, each.at_key, each.fault),
            related=tuple(self._place(other) for other in more[:RELATED_SHOWN]),
            muted=tuple(dict.fromkeys(sorted(each.echoes))),
            fingerprint=self._fingerprint(each, pointer),
        )

    def _place(self, pointer: str, at_key: bool = False, fault: Fault | None = None) -> Place:
        if not self.draft.has_text:
            return Place(self._shown(pointer))
        if fault is not None:
            return Place(self._shown(pointer), self.draft.location(fault))
        locate = self.draft.locate_key if at_key else self.draft.locate
        return Place(self._shown(pointer), locate(pointer))

    def _shown(self, pointer: str) -> str:
        """A pointer with keys that the data interface does not know masked, like any text of the draft."""
        if self.voice.redact is Redact.NONE:
            return printable(pointer)
        return "/".join(
            each if each in self.known_steps or _is_index(each) else masked(each)
            for each in pointer.split("/")
        )

    def _fingerprint(self, each: Trace, pointer: str) -> str:
        place = self._shown(identity(self.application, pointer))
        parts = (each.rule.code, self.draft.path, place, each.hit.row)
        from hashlib import sha256  # only here: a clean draft has no need of it

        return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _is_index(step: str) -> bool:
    """Whether a step of a pointer may be the place in a list; a longer number is a key that somebody typed."""
    return step.isdigit() and len(step) <= INDEX_DIGITS


KNOWN_STEPS = frozenset({"", "-"} | {key_of(model, name) for model in models() for name in model.names})
