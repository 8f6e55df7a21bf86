"""The fields of a system as they stand in the draft: their places, and what was typed there."""

from decimal import Decimal, InvalidOperation

from ..application.structure import key_of, step
from ..case import Case
from .slips import Typed
from .system import System


class Reader:
    """Looks up each field once, when it is first asked for."""

    def __init__(self, case: Case, system: System) -> None:
        self.case, self.system = case, system
        self._known: dict[int, Typed | None] = {}
        self._pointers: dict[int, str] = {}

    def pointer(self, field: int) -> str:
        """Where a field stands."""
        if field not in self._pointers:
            made = self.system.field(field)
            at = self.case.places.of(made.section)
            self._pointers[field] = at + step(key_of(made.model, made.name))
        return self._pointers[field]

    def text(self, field: int) -> str:
        """A field as it was typed, without an exponent; "" when it is absent."""
        text = self.case.draft.written.typed(self.pointer(field))
        if "e" not in text and "E" not in text:
            return text
        try:
            return format(Decimal(text), "f")
        except InvalidOperation:
            return text

    def typed(self, field: int) -> Typed | None:
        """A field as typed; None of one that is absent or no number."""
        if field not in self._known:
            self._known[field] = Typed.of(self.text(field))
        return self._known[field]
