"""Chance, and amounts as a form prints them."""

import random
from calendar import monthrange
from datetime import date, timedelta


class Dice(random.Random):
    """A source of chance with the few draws that this generator uses."""

    noise = 1.0
    """How many times as far as usual honest sources differ."""

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.random() < share

    def spread(self, sd: float) -> float:
        """A factor around 1 with this standard deviation; three times as wide in one draw of twenty.

        A factor below a tenth is drawn again: that would be no difference between sources but a mistake."""
        wide = sd * self.noise * (3 if self.chance(0.05) else 1)
        while (factor := self.gauss(1, wide)) < 0.1:
            pass
        return factor

    def day(self, first: date, last: date) -> date:
        """A day between two days, both included; `first` when they are the wrong way round."""
        return first + timedelta(days=self.randint(0, max(0, (last - first).days)))

    def digits(self, count: int) -> str:
        """So many digits, the first of them no zero."""
        return str(self.randint(10 ** (count - 1), 10**count - 1))


def fen(amount: float) -> float:
    """An amount in yuan to the fen, without a negative zero."""
    return round(amount, 2) + 0.0


def to_unit(amount: float, unit: float) -> float:
    """An amount in yuan to the last digit that a form prints: 0.01, 1, 1,000 or 10,000 yuan."""
    return fen(amount) if unit < 1 else float(round(amount / unit) * unit)


def step_down(amount: float, step: float) -> float:
    """The largest multiple of `step` that is not above the amount, and at least one step."""
    return max(step, amount // step * step)


def later(day: date, years: int) -> date:
    """The same day so many years later; 28 February where that year has no 29."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
