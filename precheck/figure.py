"""Amounts that are summed from fields of the draft, and remember which."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from .application import Ref


class Sum:
    """Which fields of a section make an amount: dotted paths, those with a minus sign taken off."""

    def __init__(self, *paths: str) -> None:
        self.paths = [path.lstrip("-") for path in paths]
        terms = (f"- s.{path[1:]}" if path[0] == "-" else f"+ s.{path}" for path in paths)
        source = "lambda s: " + " ".join(terms).lstrip("+ ")
        self.of: Callable[[Any], float] = eval(source)  # noqa: S307 - made from paths that our own modules name
        """The amount of one section, in yuan. Raises Gap."""

    def refs(self, section: Any) -> list[Ref]:
        """The fields of one section that the amount is made of."""
        return [self._ref(section, *path.rpartition(".")[::2]) for path in self.paths]

    @staticmethod
    def _ref(section: Any, way: str, name: str) -> Ref:
        return Ref(attrgetter(way)(section) if way else section, name)


class Figure(NamedTuple):
    """An amount in yuan, and the sections that it was summed from, gathered only when somebody asks."""

    value: float
    made_of: Sum
    gather: Callable[[], Sequence[Any]]

    def refs(self) -> tuple[Ref, ...]:
        """The fields that it was summed from; lines left blank or 0 only where nothing else stands."""
        refs = [ref for section in self.gather() for ref in self.made_of.refs(section)]
        return tuple(ref for ref in refs if ref.value) or tuple(refs[:1])
