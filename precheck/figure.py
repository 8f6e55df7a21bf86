"""An amount that was summed from fields of the draft, and remembers which."""

from collections.abc import Sequence
from typing import NamedTuple

from .application import Ref, Section


class Figure(NamedTuple):
    """An amount in yuan, and the sections and fields that it was summed from."""

    value: float
    sections: Sequence[Section]
    names: tuple[str, ...]

    def refs(self) -> tuple[Ref, ...]:
        """The fields that it was summed from; lines left blank or 0 only where nothing else stands."""
        refs = [section / name for section in self.sections for name in self.names]
        return tuple(ref for ref in refs if ref.value) or (refs[0],)


def total(sections: Sequence[Section], *plus: str, minus: tuple[str, ...] = ()) -> Figure | None:
    """The sum of some fields over some sections, less others; None of no sections. Raises Gap."""
    if not sections:
        return None
    value: float = sum([getattr(each, name) for each in sections for name in plus])
    value -= sum([getattr(each, name) for each in sections for name in minus])
    return Figure(value, sections, plus + minus)
