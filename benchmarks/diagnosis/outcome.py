"""What the product says of a wrong draft, beside the truth. Everything that knows the form of its report is here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import precheck
from benchmarks.diagnosis.inject import Change, Happened, Wrong, is_large
from benchmarks.diagnosis.typed import Page, amount
from benchmarks.figures import Figure

DAY = date(2026, 11, 20)
POLICY = "generic-cn"
NO_SLIP = ("unknown", "contradiction")
"""Kinds that name no slip: the report only says that papers disagree."""
NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
FAR = 10_000
GROUPS = ("small", "open", "main")
MANY = 3
"""So many figures at once are always held by something."""
Codes = set[tuple[str, str, str]]


class Accusation(NamedTuple):
    """A field that is said to be wrong, or several by one slip, and how."""

    pointers: tuple[str, ...]
    kind: str
    likely: tuple[str, ...]
    """What is proposed for each, in words; `-` where nothing is."""
    probability: float
    value_probability: float | None = None
    """None of a runner-up, of whose value the report says nothing."""


class Outcome(NamedTuple):
    """A draft, what is wrong in it, and what was said of it."""

    kinds: tuple[str, ...]
    changes: tuple[Change, ...]
    counted: frozenset[str]
    """The pointers among the changes that are large enough to be counted."""
    group: str
    """`main`; `open` when a slip is on figures held from one side at most; `small` when on none that is counted.

    A date or an identifier is always `main`."""
    flagged: bool
    """Whether the rules say anything that they do not say of the honest draft; of an honest one, anything at all."""
    slips: tuple[Accusation, ...]
    """Likeliest first."""
    candidates: tuple[Accusation, ...]
    """The same and all runners-up, likeliest first."""

    @property
    def wrong(self) -> frozenset[str]:
        """The pointers of what is wrong."""
        return frozenset(each.pointer for each in self.changes)

    @property
    def change(self) -> float:
        """The largest change of a counted figure, as a share of the true one."""
        pairs = [
            (float(each.true), float(each.typed)) for each in self.changes if each.pointer in self.counted
        ]
        return max((abs(typed - true) / abs(true) for true, typed in pairs), default=0.0)


def outcome(wrong: Wrong) -> Outcome:
    """Check the honest and the wrong draft."""
    before = codes(_check(wrong.page.json()))
    report = _check(wrong.json)
    said = report.to_dict(horizon=False)["slips"]
    slips = _accusations(said)
    others = _accusations(each["runner_up"] for each in said if each["runner_up"])
    candidates = sorted((*slips, *others), key=lambda each: -each.probability)
    groups = {_group(wrong.page, each, before) for each in wrong.slips} or {"main"}
    return Outcome(
        kinds=tuple(each.kind for each in wrong.slips),
        changes=wrong.changes,
        counted=frozenset(each.pointer for each in _counted(wrong.page, wrong.changes)),
        group=next(group for group in GROUPS if group in groups),
        flagged=bool(codes(report) - before),
        slips=slips,
        candidates=tuple(candidates),
    )


def honest_outcome(text: str) -> Outcome:
    """What is said of a draft without a slip."""
    report = _check(text)
    slips = _accusations(report.to_dict(horizon=False)["slips"])
    return Outcome((), (), frozenset(), "main", bool(codes(report)), slips, slips)


def are_likely(said: Sequence[str], true: Sequence[str]) -> bool:
    """Whether proposals are the true values: figures within 1 % (of several together), anything else by the letter."""
    try:
        meant = [Decimal(each) for each in true]
    except ArithmeticError:
        return [each.strip() for each in said] == list(true)
    found = [NUMBER.search(each) for each in said]
    off = Decimal(0)
    for number, value in zip(found, meant, strict=True):
        if not number:
            return False
        off += abs(Decimal(number[0].replace(",", "").replace("−", "-")) - value)
    return off <= sum(map(abs, meant)) / 100


def codes(report: Any) -> Codes:
    """The findings of a report: code, pointer, severity."""
    return {(each.code, each.place.pointer, each.severity) for each in report.findings}


def _check(text: str) -> Any:
    return precheck.check(text, policy=POLICY, on=DAY, lang="en", reveal=True)


def _accusations(said: Iterable[Mapping[str, Any]]) -> tuple[Accusation, ...]:
    return tuple(_accusation(each) for each in said if each["kind"] not in NO_SLIP)


def _accusation(said: Mapping[str, Any]) -> Accusation:
    """A slip of the report, or a runner-up, which has one field and no probability of its value."""
    fields = [said, *said.get("others", ())]
    return Accusation(
        tuple(each["pointer"] for each in fields),
        said["kind"],
        tuple(each["likely"] for each in fields),
        said["probability"],
        said.get("value_probability"),
    )


def _counted(page: Page, changes: Iterable[Change]) -> list[Figure]:
    """The figures among the changes that are large enough."""
    changed = (page.by_pointer.get(each.pointer) for each in changes)
    return [figure for figure in changed if figure and is_large(figure)]


def _group(page: Page, slip: Happened, before: Codes) -> str:
    changed = _counted(page, slip.changes)
    if len(changed) >= MANY or slip.changes[0].pointer not in page.by_pointer:
        return "main"
    if not changed:
        return "small"
    return "main" if any(_is_held(page, each, before) for each in changed) else "open"


def _is_held(page: Page, figure: Figure, before: Codes) -> bool:
    """Whether a relation holds a figure from both sides: it is seen when it is far too large, and far too small."""
    texts = [amount(figure.value * FAR), amount(figure.value / FAR)]
    if figure.counts_people:
        texts = [str(round(figure.value * FAR)), "1"]
    return all(codes(_check(page.json({figure.pointer: text}))) - before for text in texts)
