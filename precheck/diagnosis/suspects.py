"""Which fields are suspected of a slip, out of everything that may explain what is broken."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from .explain import Diagnosis
from .search import Changes, Explanation, Part

NO_VALUE: Final = frozenset({"unknown", "copied", "left_at_zero"})
"""Kinds of which what was typed says nothing about what was meant."""
LEAST: Final = 0.05
"""Less likely suspects are not worth naming."""
CLOSE: Final = 0.01
MOST: Final = 3
"""Suspects for one contradiction."""
Fields = tuple[int, ...]


class Suspect(NamedTuple):
    """Fields that one slip may have changed, what was meant, and how sure the search is: of the fields, and of the
    kind and value among them. `group` is the number of the contradiction that it explains."""

    kind: str
    changes: Changes
    share: float
    value_share: float
    group: int
    runner_up: "Suspect | None" = None

    @property
    def has_value(self) -> bool:
        """Whether what was typed tells what was meant."""
        return self.kind not in NO_VALUE


def suspects(diagnosis: Diagnosis, group: int) -> list[Suspect]:
    """The likeliest suspects of one contradiction, each with the second likeliest explanation of it."""
    found = sorted(_merged(diagnosis, group), key=lambda each: (-each.share, min(each.changes)))
    likely = [each for each in found if each.share >= LEAST][:MOST]
    return [each._replace(runner_up=_runner_up(each, diagnosis, group)) for each in likely]


def _merged(diagnosis: Diagnosis, group: int) -> Iterator[Suspect]:
    """One suspect for each set of fields, with the likeliest kind and value."""
    by_fields: dict[Fields, dict[tuple[str, tuple[float, ...]], float]] = {}
    for part, share in _parts(diagnosis):
        if part.kind != "unknown":
            fields = tuple(sorted(part.changes))
            values = tuple(round(part.changes[field], 2) for field in fields)
            outcomes = by_fields.setdefault(fields, {})
            outcomes[part.kind, values] = outcomes.get((part.kind, values), 0.0) + share
    for fields, outcomes in by_fields.items():
        (kind, values), _ = max(outcomes.items(), key=lambda each: (each[1], each[0]))
        same = sum(share for (_, others), share in outcomes.items() if _are_close(values, others))
        changes = dict(zip(fields, values, strict=True))
        yield Suspect(kind, changes, sum(outcomes.values()), same, group)


def _parts(diagnosis: Diagnosis) -> Iterator[tuple[Part, float]]:
    for explanation, share in zip(diagnosis.explanations, diagnosis.shares, strict=True):
        for part in explanation.parts:
            yield part, share


def _runner_up(suspect: Suspect, diagnosis: Diagnosis, group: int) -> Suspect | None:
    """The likeliest slip of the explanations that do without this one."""
    for explanation, share in zip(diagnosis.explanations, diagnosis.shares, strict=True):
        if explanation.parts and not any(_is_same(part, suspect) for part in explanation.parts):
            part = _likeliest_new(explanation, suspect)
            return Suspect(part.kind, part.changes, share, share, group)
    return None


def _is_same(part: Part, suspect: Suspect) -> bool:
    if part.changes.keys() != suspect.changes.keys():
        return False
    return _are_close(suspect.changes.values(), [part.changes[field] for field in suspect.changes])


def _are_close(values: Iterable[float], others: Iterable[float]) -> bool:
    """Whether values are the same but for a hundredth."""
    return all(abs(one - other) <= CLOSE * abs(one) for one, other in zip(values, others, strict=True))


def _likeliest_new(explanation: Explanation, suspect: Suspect) -> Part:
    """Of several slips the one that speaks of the same fields, else the first."""
    same = [part for part in explanation.parts if part.changes.keys() & suspect.changes.keys()]
    return (same or list(explanation.parts))[0]


class Doubt(NamedTuple):
    """What most likely is wrong where no slip explains it: a list of the application, or some fields."""

    source: str = ""
    fields: tuple[int, ...] = ()


def doubt(diagnosis: Diagnosis) -> Doubt:
    """The likeliest explanation without a slip."""
    for explanation in diagnosis.explanations:
        if explanation.source:
            return Doubt(source=explanation.source)
        for part in explanation.parts:
            if part.kind in NO_VALUE:
                return Doubt(fields=tuple(part.changes))
    return Doubt()
