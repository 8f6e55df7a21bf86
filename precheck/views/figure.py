"""Amounts that are summed from fields of the draft, and know which."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from ..application import Ref


class Sum:
    """Which fields of a section make an amount: dotted paths, those with a minus sign taken off."""

    def __init__(self, *paths: str) -> None:
        self.paths = [path.lstrip("-") for path in paths]
        self.signs = [-1 if path[0] == "-" else 1 for path in paths]
        terms = (f"- s.{path[1:]}" if path[0] == "-" else f"+ s.{path}" for path in paths)
        source = "lambda s: " + " ".join(terms).lstrip("+ ")
        self.of: Callable[[Any], float] = eval(source)  # noqa: S307 - made from paths that our own modules name
        """The amount of one section, in yuan. Raises Gap."""

    def refs(self, sections: Iterable[Any]) -> tuple[Ref, ...]:
        """The fields that the amount of some sections is made of; lines that are 0 only where nothing else stands."""
        refs = [_ref(section, *path.rpartition(".")[::2]) for section in sections for path in self.paths]
        return tuple(ref for ref in refs if ref.value) or tuple(refs[:1])

    def lines(self, sections: Iterable[Any]) -> list[tuple[Ref, int]]:
        """Every field that the amount of some sections is made of, 0 or not, each with 1 or -1."""
        signed = list(zip(self.paths, self.signs, strict=True))
        return [
            (_ref(section, *path.rpartition(".")[::2]), sign) for section in sections for path, sign in signed
        ]


def _ref(section: Any, way: str, name: str) -> Ref:
    return Ref(attrgetter(way)(section) if way else section, name)
