"""Sums of figures, and the edits that they must obey."""

from typing import NamedTuple


class Linear:
    """A sum of figures of the draft, each with a factor, and a constant."""

    def __init__(self, terms: dict[str, float] | None = None, constant: float = 0.0) -> None:
        self.terms, self.constant = terms or {}, constant

    def plus(self, other: "Linear | float", factor: float) -> "Linear":
        """The sum with another one, so many times."""
        if not isinstance(other, Linear):
            return Linear(self.terms, self.constant + factor * other)
        terms = dict(self.terms)
        for pointer, inner in other.terms.items():
            terms[pointer] = terms.get(pointer, 0.0) + factor * inner
        return Linear(terms, self.constant + factor * other.constant)

    def __add__(self, other: "Linear | float") -> "Linear":
        return self.plus(other, 1.0)

    __radd__ = __add__

    def __sub__(self, other: "Linear | float") -> "Linear":
        return self.plus(other, -1.0)

    def __mul__(self, factor: float) -> "Linear":
        return Linear({at: inner * factor for at, inner in self.terms.items()}, self.constant * factor)

    __rmul__ = __mul__

    def at(self, values: dict[str, float]) -> float:
        """Its value for these figures."""
        return self.constant + sum(factor * values[pointer] for pointer, factor in self.terms.items())


class Edit(NamedTuple):
    """`sum <= 0` must hold."""

    sum: Linear
    is_hard: bool
    """Whether it is arithmetic; the others are what a policy tolerates."""

    def holds(self, values: dict[str, float]) -> bool:
        """Whether these figures obey it."""
        return self.sum.at(values) <= 1e-6
