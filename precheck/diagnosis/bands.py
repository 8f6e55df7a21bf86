"""A relation between fields as the search sees it: two sums of fields, and how far apart they may be.

    low * right - slack <= left <= high * right + slack

Costs are in nats (natural logarithms of odds): 5 is 150 to 1, 12 is 160,000 to 1.
"""

from math import inf, isfinite, log
from typing import Final, Literal

Kind = Literal["sum", "ratio", "limit"]
"""Sums are exact but for rounding, ratios have a usual value, of limits it is only known what lies beyond them."""
SAME_FIGURE: Final = 3.0
"""Nats in favour of two papers that give one figure to the fen: that is no coincidence."""
FIVEFOLD: Final = log(5)
"""Beyond the band by more than this, honest papers are hardly ever: real ones are never a thousandfold apart."""
CERTAIN: Final = 9.0
"""A sum that costs at least this much never breaks by itself."""


def holds(low: float, high: float, slack: float, left: float, right: float) -> bool:
    """Whether two sides lie in a band; that of a negative amount is mirrored, but for what is only a limit."""
    if right < 0 and low != -inf:
        low, high = high, low
    return _product(low, right, -inf) - slack <= left <= _product(high, right, inf) + slack


class Band:
    """`low * right - slack <= left <= high * right + slack`; both sides are sums of fields.

    `weight` is what it costs, in nats, that the band is honestly broken; what lies far outside costs more. `code`
    is the rule that reports it, "" for what is only usual. `same` marks one figure told twice.
    """

    __slots__ = ("centre", "code", "half", "high", "kind", "low", "same", "slack", "weight")

    def __init__(
        self,
        code: str,
        *,
        low: float = 1.0,
        high: float = 1.0,
        slack: float = 0.02,
        weight: float = 6.0,
        same: bool = False,
    ) -> None:
        self.code, self.low, self.high, self.slack, self.weight, self.same = (
            code,
            low,
            high,
            slack,
            weight,
            same,
        )
        self.kind: Kind = "sum" if low == high else "ratio" if low > 0 and isfinite(high) else "limit"
        self.centre = self.half = 0.0
        if self.kind == "ratio":
            self.centre, self.half = log(low * high) / 2, log(high / low) / 2

    @property
    def is_blurred(self) -> bool:
        """Whether it matters how coarsely its figures were typed."""
        return self.kind == "sum" or self.same

    @property
    def is_certain(self) -> bool:
        """Whether it is a sum that honest papers always keep."""
        return self.kind == "sum" and self.weight >= CERTAIN

    @property
    def has_equal_sides(self) -> bool:
        """Whether its sides are about equal."""
        return self.kind == "sum" or (self.kind == "ratio" and self.low <= 1 <= self.high < 2 * self.low)

    def holds(self, left: float, right: float) -> bool:
        """Whether two sides lie in the band."""
        return holds(self.low, self.high, self.slack, left, right)

    def _facing(self, right: float) -> tuple[float, float]:
        return (self.low, self.high) if right >= 0 or self.low == -inf else (self.high, self.low)

    def cost(self, left: float, right: float, blur: float = 0.0) -> float:
        """How surprising two sides are, in nats. `blur` is what coarsely typed figures may be off, in yuan."""
        if self.kind == "ratio":
            return self._ratio_cost(left, right, blur)
        if self.kind == "sum":
            gap, slack = abs(left - right), self.slack + blur
            return 0.0 if gap <= slack else self.weight + log(gap / slack)
        if self.holds(left, right):
            return 0.0
        beyond = abs(left - right) / (abs(right) + self.slack)
        return self.weight + log(1 + beyond)

    def _ratio_cost(self, left: float, right: float, blur: float) -> float:
        """A bell around the usual ratio whose declared width is two standard deviations, with a long tail."""
        if abs(left - right) <= self.slack + blur and self.same:
            return -SAME_FIGURE
        if left < 0 and right < 0:
            left, right = -left, -right
        if left <= 0 or right <= 0:
            near_nothing = abs(left) <= self.slack and abs(right) <= self.slack
            return 0.0 if near_nothing else self.weight + 1.0
        off = abs(log(left) - log(right) - self.centre)
        cost = 2 * (off / self.half) ** 2
        absurd = max(0.0, off - self.half - FIVEFOLD)
        return cost if cost < self.weight else self.weight + log(cost / self.weight) + absurd

    def interval(
        self, x: float, left: float, right: float, on_left: float, on_right: float, *, equal: bool = False
    ) -> tuple[float, float]:
        """Between which values of one field the band holds, all others as they are; (inf, -inf) where none does.

        `x` is the field's value now, `on_left` and `on_right` what it is multiplied with on each side. With `equal`
        both sides must be equal.
        """
        rest_left, rest_right = left - on_left * x, right - on_right * x
        low, high = (1.0, 1.0) if equal else self._facing(right)
        bottom, top = -inf, inf
        if isfinite(low):
            bottom, top = _cut(
                bottom, top, on_left - low * on_right, low * rest_right - self.slack - rest_left
            )
        if isfinite(high):
            bottom, top = _cut(
                bottom, top, high * on_right - on_left, rest_left - self.slack - high * rest_right
            )
        return bottom, top


def _product(ratio: float, amount: float, otherwise: float) -> float:
    return ratio * amount if isfinite(ratio) else otherwise


def _cut(bottom: float, top: float, slope: float, least: float) -> tuple[float, float]:
    """What is left of an interval where `slope * value >= least`."""
    if slope > 0:
        return max(bottom, least / slope), top
    if slope < 0:
        return bottom, min(top, least / slope)
    return (bottom, top) if least <= 0 else (inf, -inf)
