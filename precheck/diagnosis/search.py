"""Which slips of one field explain the broken bands, and what it costs to take a slip back."""

from collections.abc import Callable, Iterable, Iterator
from math import inf, log
from typing import Final, NamedTuple

from ..application.statements import IncomeColumn
from .bands import SAME_FIGURE
from .copies import Copies
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


class Over(dict[int, float]):
    """What some slips changed, over what is there; bands that nobody has asked for yet are there all the same."""

    def __init__(self, below: dict[int, float], own: dict[int, float]) -> None:
        super().__init__(own)
        self.below = below

    def __missing__(self, number: int) -> float:
        return self.below[number]


class State(NamedTuple):
    """The values of fields and both sides of bands, after some slips were taken back."""

    x: dict[int, float]
    left: dict[int, float]
    right: dict[int, float]
    costs: dict[int, float]
    """What bands cost, as far as it was worked out."""


POOR: Final = 3.0
"""Nats. An explanation that is this much worse than none is not kept."""
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
PINS: Final = 4.0
"""Nats. A sum that costs at least this much to break tells the value to the fen."""


class Search:
    """Looks for explanations in one system; `typed` gives a field as it was typed."""

    def __init__(self, system: System, typed: Callable[[int], Typed | None]) -> None:
        self.system, self.typed = system, typed
        self.copies = Copies(system)
        self._costs: dict[int, float] = {}
        self.steps = 0
        """How many values were tried: what the work is measured by."""

    def begin(self) -> State:
        """The draft as it is."""
        return State(self.system.x, self.system.left, self.system.right, self._costs)

    def after(self, state: State, part: Part) -> State:
        """The state once a slip is taken back. What the rounding of coarsely typed figures explains is no gap."""
        x, left, right = map(_over, state[:3])
        rounded: dict[int, float] = {}
        for field, value in part.changes.items():
            step, blur, x[field] = value - x[field], self.blur(field, part), value
            for band, on_left, on_right in self.system.touching(field):
                left[band] += on_left * step
                right[band] += on_right * step
                if blur:
                    rounded[band] = rounded.get(band, 0.0) + abs(on_left - on_right) * blur
        for band, blur in rounded.items():
            made = self.system.bands[band]
            if made.kind == "sum" and abs(left[band] - right[band]) <= made.slack + blur:
                left[band] = right[band]
        return State(x, left, right, {})

    def blur(self, field: int, part: Part) -> float:
        """How far off a figure may be, in yuan, because it was rounded in the unit that it was typed in."""
        before = self.system.x[field]
        typed = self.typed(field) if before and part.kind.startswith("unit") else None
        if typed is None:
            return 0.0
        factor = abs(part.changes[field] / before)
        return typed.half_step * factor if factor > 1 else 0.0

    def fields_of(self, broken: Iterable[int]) -> list[int]:
        """The fields that broken bands read."""
        return list(dict.fromkeys(field for band in broken for field in self.system.fields_of(band)))

    def singles(self, state: State, broken: list[int]) -> Iterator[Explanation]:
        """Explanations by one field that no sum vouches for."""
        bands = set(broken)
        for field in self.fields_of(broken):
            if not any(self.vouching(field, state, bands)):
                yield from self._of_field(field, state, bands)

    def vouching(self, field: int, state: State, broken: set[int]) -> Iterator[int]:
        """The sums that honest papers always keep and that hold with the field as it is."""
        bands = self.system.bands
        for number in self.system.certain(field):
            if number not in broken and bands[number].holds(state.left[number], state.right[number]):
                yield number

    def _of_field(self, field: int, state: State, broken: set[int]) -> Iterator[Explanation]:
        targets = self.targets(field, state, broken)
        if not state.x[field] and not any(each.exact for each in targets):
            return  # nothing was entered, and nothing says what should have been
        now = self.cost(field, state.x[field], state)
        made = self.system.field(field)
        weight, whole = made.weight, self.system.last_digit(made.section) >= 1
        least = weight - now - SAME_FIGURE * len(self.system.touching(field))
        best: dict[tuple[str, float], float] = {}
        for target in targets:
            for kind, value, cost in self.proposals(field, state, target):
                if (kind, value) in best or value == state.x[field]:
                    continue
                best[kind, value] = least + cost
                if least + cost < POOR:
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
        for number, on_left, on_right in self.system.touching(field):
            total += bands[number].cost(left[number] + on_left * step, right[number] + on_right * step)
        return total

    def targets(self, field: int, state: State, broken: set[int]) -> list[Target]:
        """Where each broken band would have the field: those that pin it where there are any, else all of them."""
        pinned, free = list[Target](), list[Target]()
        for number, on_left, on_right in self.system.touching(field):
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
                free.insert(0, Target(*at, exact=True, told=True))
        return pinned or _joined(free)

    def proposals(self, field: int, state: State, target: Target) -> Iterator[Proposal]:
        """What may have been meant by a field, where a band would have it."""
        typed, kind = self.typed(field), self.system.field(field)
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
                yield Proposal("left_at_zero", value, COST["left_at_zero"] + (0.0 if target.told else cost))
        elif (source := self.copies.source(field, state)) is not None:
            yield Proposal("copied", value, self.copies.cost(field, source, state, width, cost))
        else:
            yield Proposal("unknown", value, COST["unknown"] + cost)

    def change(self, state: State, part: Part, most: float = inf) -> float:
        """By how much the cost of all bands changes when a slip is taken back; infinity once it is more than `most`."""
        steps = {field: value - state.x[field] for field, value in part.changes.items()}
        total, seen = 0.0, set[int]()
        for field in steps:
            for number, _, _ in self.system.touching(field):
                if number not in seen:
                    seen.add(number)
                    total += self.difference(number, state, part, steps)
                    if total > most:
                        return inf
        self.steps += len(seen)
        return total

    def difference(self, number: int, state: State, part: Part, steps: Changes) -> float:
        """What one band costs more once a slip is taken back, which changes some fields by so much."""
        band, left, right = self.system.bands[number], state.left[number], state.right[number]
        reads, now = self.system.reads(number), state.costs.get(number)
        if now is None:
            now = state.costs[number] = band.cost(left, right)
        few, many = (steps, reads) if len(steps) < len(reads) else (reads, steps)
        own = [field for field in few if field in many]
        for field in own:
            on_left, on_right = reads[field]
            left += on_left * steps[field]
            right += on_right * steps[field]
        after = band.cost(left, right)
        if after and band.is_blurred and part.kind.startswith("unit"):
            blur = sum(abs(reads[field][0] - reads[field][1]) * self.blur(field, part) for field in own)
            after = band.cost(left, right, blur)
        return after - now

    def broken(self, state: State, among: Iterable[int]) -> list[int]:
        """Which of some bands do not hold."""
        bands = self.system.bands
        return [each for each in among if not bands[each].holds(state.left[each], state.right[each])]


def _over(numbers: dict[int, float]) -> Over:
    return Over(numbers.below, numbers) if isinstance(numbers, Over) else Over(numbers, {})


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
