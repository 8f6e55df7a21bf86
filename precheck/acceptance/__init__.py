"""What the caller makes of the findings: which rules are asked for, how grave each is, which findings are accepted.

None of it keeps a rule from being checked: what is accepted stays in the report, as accepted, and a draft that is not
ready is not called ready. It only decides what is listed and whether the command fails.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..case import Judgement
from ..examination import Speaker, Trace, fold
from ..facts.characters import printable
from ..finding import Skipped, Waived
from ..rule import RANK, Severity
from .waiver_facts import facts_digest

if TYPE_CHECKING:
    from ..contract import UnusedWaiverData
    from .baseline import Waiver


@dataclass(frozen=True)
class Acceptance:
    """Codes throughout. `selected` is None when all rules are asked for; `ignored` has a reason for each code;
    `waivers` are those of this draft, and `path` is the draft's as they have it."""

    selected: frozenset[str] | None = None
    levels: Mapping[str, Severity] = field(default_factory=dict)
    ignored: Mapping[str, str] = field(default_factory=dict)
    waivers: Sequence["Waiver"] = ()
    path: str = ""

    def asks(self, code: str) -> bool:
        """Whether a rule is asked for."""
        return self.selected is None or code in self.selected


EVERYTHING = Acceptance()
"""All rules, as grave as they say, and nothing accepted."""


class Unused(NamedTuple):
    """A waiver that covers nothing: the finding is gone or another one, or the waiver has ended."""

    waiver: "Waiver"
    ended: bool

    def to_dict(self) -> "UnusedWaiverData":
        """As the report's data."""
        code, place, reason = map(printable, (self.waiver.code, self.waiver.place, self.waiver.reason))
        return {"code": code, "place": place, "reason": reason, "ended": self.ended}


class Settled(NamedTuple):
    """One judgement as the caller wants it."""

    found: list[tuple[Trace, Waived | None]]
    skipped: tuple[Skipped, ...]
    unselected: int
    unused: list[Unused]

    def fails(self, at: Severity) -> bool:
        """Whether something that is not accepted is as bad as `at` or worse, or could not be checked."""
        stands = (each for each, waived in self.found if not waived)
        return any(RANK[each.severity] <= RANK[at] for each in stands) or any(
            not each.waived for each in self.skipped
        )


def settle(judgement: Judgement, acceptance: Acceptance, speaker: Speaker) -> Settled:
    """Sort what a judgement found: what stands, what is accepted, what was not asked for."""
    if acceptance is EVERYTHING:
        return Settled([(each, None) for each in judgement.standing], judgement.skipped, 0, [])
    asked = [replace(each, echoes=[]) for each in judgement.traces if acceptance.asks(each.rule.code)]
    ignored = [each for each in asked if each.rule.code in acceptance.ignored]
    desk = _Desk(acceptance, speaker, judgement.context.on)
    standing = fold([each for each in asked if each.rule.code not in acceptance.ignored])
    found: list[tuple[Trace, Waived | None]] = [(each, desk.waiver_of(each)) for each in standing]
    found += [(each, Waived(acceptance.ignored[each.rule.code])) for each in fold(ignored)]
    return Settled(
        found, _skipped(judgement, acceptance, found), _left_out(judgement, acceptance), desk.unused()
    )


def _left_out(judgement: Judgement, acceptance: Acceptance) -> int:
    """How many findings and waiting rules were not asked for."""
    if acceptance.selected is None:
        return 0
    codes = [each.rule.code for each in judgement.standing] + [each.rule.code for each in judgement.skipped]
    return sum(not acceptance.asks(code) for code in codes)


def _skipped(
    judgement: Judgement, acceptance: Acceptance, found: Iterable[tuple[Trace, Waived | None]]
) -> tuple[Skipped, ...]:
    """The waiting rules that are asked for. One is accepted when its code is, or all that it waits for."""
    accepted = {pointer: (each, waived) for each, waived in found if waived for pointer in each.blamed}
    made = []
    for each in judgement.skipped:
        if acceptance.asks(each.rule.code):
            reason = acceptance.ignored.get(each.rule.code)
            waived = Waived(reason) if reason else _all_accepted(each.waits_for, accepted)
            made.append(each._replace(waived=waived))
    return tuple(made)


def _all_accepted(places: Sequence[str], accepted: Mapping[str, tuple[Trace, Waived]]) -> Waived | None:
    """The acceptance of what stands in the way of every place; None when one of them is not accepted.

    What the reader refused is a gap with all that is below it; any other finding speaks of its own place alone.
    """
    covers = [
        next(
            (
                waived
                for above, (each, waived) in accepted.items()
                if above == place or (each.rule.section is None and place.startswith(above + "/"))
            ),
            None,
        )
        for place in places
    ]
    return covers[0] if covers and all(covers) else None


def waiver_key(trace: Trace, speaker: Speaker, path: str) -> tuple[str, str]:
    """What a waiver of this finding has as its fingerprint and its facts."""
    return speaker.fingerprint(trace, path), facts_digest(speaker.draft, trace)


class _Desk:
    """Hands out each waiver once: it accepts one finding with what repeated it, and no second one that looks the same."""

    def __init__(self, acceptance: Acceptance, speaker: Speaker, on: date) -> None:
        self.speaker, self.path, self.on = speaker, acceptance.path, on
        self.left = [each for each in acceptance.waivers if acceptance.asks(each.code)]

    def waiver_of(self, trace: Trace) -> Waived | None:
        """The acceptance of a finding, None when nobody accepted it. One that counts others, which nobody has seen,
        cannot be accepted."""
        candidates = [each for each in self.left if each.code == trace.rule.code and not each.ended(self.on)]
        if trace.more or not candidates:
            return None
        key = waiver_key(trace, self.speaker, self.path)
        for each in candidates:
            no_worse = RANK[trace.own_severity] >= RANK[Severity(each.severity)]
            if each.key == key and no_worse and set(trace.echoes) <= set(each.also):
                self.left.remove(each)
                return Waived(each.reason, each.until)
        return None

    def unused(self) -> list[Unused]:
        """The waivers that nothing was found for."""
        return [Unused(each, each.ended(self.on)) for each in self.left]
