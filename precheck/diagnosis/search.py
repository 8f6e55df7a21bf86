"""Which slips explain the broken bands best: one field first, then two or three together."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from math import inf, log
from typing import Final, NamedTuple

from ..application.statements import IncomeColumn
from .slips import COST, Proposal, Target, Typed, digit_slips, scaled, taxed
from .system import System

Changes = dict[int, float]


class Part(NamedTuple):
    """One slip of an explanation: its kind and the fields that it changed, with what was meant."""

    kind: str
    changes: Changes


class Explanation(NamedTuple):
    """Slips that together explain something, and their cost in nats against there being none: below 0 is likelier."""

    cost: float
    parts: tuple[Part, ...]
    source: str = ""
    """Instead of slips: the list of the application that honestly differs from the others."""

    @property
    def changes(self) -> Changes:
        """All fields with what was meant."""
        return {field: value for part in self.parts for field, value in part.changes.items()}


class State(NamedTuple):
    """The values of all fields and both sides of all bands, after some slips were taken back."""

    x: list[float]
    left: list[float]
    right: list[float]


POOR: Final = 3.0
"""Nats. An explanation that is this much worse than none is not kept."""
ONE_OF_THE_LINES: Final = log(4)
FLOWS: Final = frozenset(
    {"amount", "operating_revenue", "revenue", "cost_of_sales", "standard_sales", "simplified_sales"}
)
"""Fields in which a month may stand for a year."""
WITHOUT_TAX: Final = frozenset(
    {"amount", "operating_revenue", "revenue", "standard_sales", "simplified_sales", "net"}
)
"""Fields in which an amount with tax may stand."""
FEN: Final = 4.0
"""Nats: what it costs that one figure of a form in whole yuan has a fen."""
MOST_PAIRED: Final = 12
"""Fields of broken bands that are tried in each other's place, whether or not they stand side by side."""
PINS: Final = 4.0
"""Nats. A sum that costs at least this much to break tells the value to the fen."""


class Search:
    """Looks for explanations in one system; `typed` gives a field as it was typed."""

    def __init__(self, system: System, typed: Callable[[int], Typed | None]) -> None:
        self.system, self.typed = system, typed
        self.steps = 0
        """How many values were tried: what the work is measured by."""

    def begin(self) -> State:
        """The draft as it is."""
        return State(self.system.x, self.system.left, self.system.right)

    def after(self, state: State, part: Part) -> State:
        """The state once a slip is taken back. What the rounding of coarsely typed figures explains is no gap."""
        x, left, right = list(state.x), list(state.left), list(state.right)
        rounded: dict[int, float] = {}
        for field, value in part.changes.items():
            step, blur, x[field] = value - x[field], self.blur(field, part), value
            for band, on_left, on_right in self.system.touching[field]:
                left[band] += on_left * step
                right[band] += on_right * step
                rounded[band] = rounded.get(band, 0.0) + abs(on_left - on_right) * blur
        for band, blur in rounded.items():
            made = self.system.bands[band]
            if blur and made.kind == "sum" and abs(left[band] - right[band]) <= made.slack + blur:
                left[band] = right[band]
        return State(x, left, right)

    def blur(self, field: int, part: Part) -> float:
        """How far off a figure may be, in yuan, because it was rounded in the unit that it was typed in."""
        typed, before = self.typed(field), self.system.x[field]
        if typed is None or not part.kind.startswith("unit") or not before:
            return 0.0
        factor = abs(part.changes[field] / before)
        return typed.half_step * factor if factor > 1 else 0.0

    def singles(self, state: State, broken: list[int]) -> list[Explanation]:
        """Explanations by a single slip, the likeliest first."""
        bands = set(broken)
        fields = dict.fromkeys(field for band in broken for field in self.system.fields_of(band))
        open_fields = [field for field in fields if not self._is_vouched_for(field, state, bands)]
        found = [each for field in open_fields for each in self._of_field(field, state, bands)]
        found += self._swaps(fields, state)
        return sorted(found, key=lambda each: each.cost)

    def _is_vouched_for(self, field: int, state: State, broken: set[int]) -> bool:
        """Whether a sum that honest papers always keep holds with the field as it is."""
        bands = self.system.bands
        return any(
            bands[number].is_certain
            and number not in broken
            and bands[number].holds(state.left[number], state.right[number])
            for number, _, _ in self.system.touching[field]
        )

    def _of_field(self, field: int, state: State, broken: set[int]) -> Iterator[Explanation]:
        now = self.cost(field, state.x[field], state)
        made = self.system.fields[field]
        weight, whole = made.weight, self.system.last_digit(made.section) >= 1
        best: dict[tuple[str, float], float] = {}
        for target in self._targets(field, state, broken):
            for kind, value, cost in self._proposals(field, state, target):
                if (kind, value) in best or value == state.x[field]:
                    continue
                self.steps += 1
                fen = FEN if whole and value % 1 else 0.0
                best[kind, value] = weight + cost + fen + self.cost(field, value, state) - now
        for (kind, value), cost in best.items():
            if cost < POOR:
                yield Explanation(cost, (Part(kind, {field: value}),))

    def cost(self, field: int, value: float, state: State) -> float:
        """What the bands of a field cost when it has a value."""
        step, total = value - state.x[field], 0.0
        bands, left, right = self.system.bands, state.left, state.right
        for number, on_left, on_right in self.system.touching[field]:
            total += bands[number].cost(left[number] + on_left * step, right[number] + on_right * step)
        return total

    def _targets(self, field: int, state: State, broken: set[int]) -> list[Target]:
        """Where each broken band would have the field: those that pin it where there are any, else all of them."""
        pinned, free = list[Target](), list[Target]()
        for number, on_left, on_right in self.system.touching[field]:
            band = self.system.bands[number]
            left, right = state.left[number], state.right[number]
            if number not in broken and band.holds(left, right):
                continue
            low, high = band.interval(state.x[field], left, right, on_left, on_right)
            if low <= high:
                pins = band.kind == "sum" and band.weight >= PINS
                (pinned if pins else free).append(Target(low, high, band.kind == "sum"))
            if band.same:
                at = band.interval(state.x[field], left, right, on_left, on_right, equal=True)
                free.insert(0, Target(*at, True))
        return pinned or _joined(free)

    def _proposals(self, field: int, state: State, target: Target) -> Iterator[Proposal]:
        typed, kind = self.typed(field), self.system.fields[field]
        if typed is not None:
            yield from scaled(
                typed,
                target,
                is_count=kind.is_count,
                is_flow=kind.name in FLOWS or kind.model is IncomeColumn,
            )
            if kind.name in WITHOUT_TAX:
                yield from taxed(typed, target)
            yield from digit_slips(typed, target)
        yield from self._untold(field, state, target)

    def _untold(self, field: int, state: State, target: Target) -> Iterator[Proposal]:
        """The field is wrong, and nothing in what was typed says what was meant: only what the others leave for it."""
        value = _middle(target)
        width = max(target.high - target.low, 0.01)
        cost = 1.0 + log(1 + max(abs(value), abs(state.x[field])) / width)
        if not state.x[field]:
            if target.exact:
                yield Proposal("left_at_zero", value, COST["left_at_zero"] + cost)
        else:
            copied = any(state.x[each] == state.x[field] for each in self.system.neighbours(field))
            kind = "copied" if copied else "unknown"
            yield Proposal(kind, value, COST[kind] + cost + (ONE_OF_THE_LINES if copied else 0.0))

    def _swaps(self, fields: Iterable[int], state: State) -> Iterator[Explanation]:
        """Two fields in each other's place: next to one another, or lines of one form that broken bands read."""
        ordered, kinds = list(fields), self.system.fields
        pairs = {
            (min(one, other), max(one, other)) for one in ordered for other in self.system.neighbours(one)
        } | {
            (min(one, other), max(one, other))
            for one, other in combinations(ordered[:MOST_PAIRED], 2)
            if kinds[one].section is kinds[other].section
        }
        for one, other in sorted(pairs):
            if state.x[one] == state.x[other] or not (state.x[one] and state.x[other]):
                continue
            part = Part("swapped", {one: state.x[other], other: state.x[one]})
            weight = max(self.system.fields[one].weight, self.system.fields[other].weight)
            cost = weight + COST["swapped"] + ONE_OF_THE_LINES + self.change(state, part)
            if cost < POOR:
                yield Explanation(cost, (part,))

    def change(self, state: State, part: Part) -> float:
        """By how much the cost of all bands changes when a slip is taken back."""
        steps: dict[int, list[float]] = {}
        for field, value in part.changes.items():
            step, blur = value - state.x[field], self.blur(field, part)
            for number, on_left, on_right in self.system.touching[field]:
                sums = steps.setdefault(number, [0.0, 0.0, 0.0])
                sums[0] += on_left * step
                sums[1] += on_right * step
                sums[2] += abs(on_left - on_right) * blur
        self.steps += len(steps)
        return sum(self._difference(number, state, *sums) for number, sums in steps.items())

    def _difference(self, number: int, state: State, left: float, right: float, blur: float) -> float:
        band = self.system.bands[number]
        now = band.cost(state.left[number], state.right[number])
        return band.cost(state.left[number] + left, state.right[number] + right, blur) - now

    def broken(self, state: State, among: Iterable[int]) -> list[int]:
        """Which of some bands do not hold."""
        bands = self.system.bands
        return [each for each in among if not bands[each].holds(state.left[each], state.right[each])]


def _middle(target: Target) -> float:
    if target.low == -inf:
        return target.high
    return target.low if target.high == inf else round((target.low + target.high) / 2, 2)


def _joined(targets: list[Target]) -> list[Target]:
    """Overlapping intervals as one."""
    joined: list[Target] = []
    for each in sorted(targets, key=lambda each: (not each.exact, each)):
        if joined and each.low <= joined[-1].high and not each.exact and not joined[-1].exact:
            joined[-1] = Target(joined[-1].low, max(joined[-1].high, each.high), False)
        else:
            joined.append(each)
    return joined
