"""What the product says of a wrong draft, beside the truth. Everything that knows the form of its report is here."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import precheck
from benchmarks.diagnosis.inject import Change, Happened, Wrong, is_large
from benchmarks.diagnosis.typed import Page, amount
from benchmarks.figures import Figure, figures

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
    """A field that is said to be wrong, and how."""

    pointers: tuple[str, ...]
    """Several when a whole paper is accused."""
    kind: str
    likely: str
    probability: float
    value_probability: float | None = None
    """Where the report gives one of its own."""


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
    tree = wrong.page.draft
    slips = tuple(_accusation(each, tree) for each in said if each["kind"] not in NO_SLIP)
    others = [each["runner_up"] for each in said if each["runner_up"]]
    rest = tuple(_accusation(each, tree) for each in others if each["kind"] not in NO_SLIP)
    candidates = sorted((*slips, *rest), key=lambda each: -each.probability)
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
    said = report.to_dict(horizon=False)["slips"]
    slips = tuple(_accusation(each, {}) for each in said if each["kind"] not in NO_SLIP)
    return Outcome((), (), frozenset(), "main", bool(codes(report)), slips, slips)


def likely_value(said: str, true: str) -> bool:
    """Whether a proposal is the true value: for a figure within 1 %, for anything else letter by letter."""
    try:
        meant = Decimal(true)
    except ArithmeticError:
        return said.strip() == true
    found = NUMBER.search(said)
    if not found:
        return False
    number = Decimal(found[0].replace(",", "").replace("−", "-"))
    return abs(number - meant) <= abs(meant) / 100


def codes(report: Any) -> Codes:
    """The findings of a report: code, pointer, severity."""
    return {(each.code, each.place.pointer, each.severity) for each in report.findings}


def _check(text: str) -> Any:
    return precheck.check(text, policy=POLICY, on=DAY, lang="en", reveal=True)


def _accusation(said: Mapping[str, Any], draft: Any) -> Accusation:
    return Accusation(
        _figures_below(said["pointer"], draft),
        said["kind"],
        said["likely"],
        said["probability"],
        said.get("value_probability"),
    )


def _figures_below(pointer: str, draft: Any) -> tuple[str, ...]:
    """The pointer of a field; of a section or list, those of all figures in it."""
    inside = [
        each.pointer for each in figures(draft) if each.pointer.startswith(f"{pointer}/") and each.value
    ]
    return tuple(inside) or (pointer,)


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
