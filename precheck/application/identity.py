"""What tells an item of a list from its neighbours, so that a finding is known again when the list is reordered."""

from collections import Counter
from typing import Any, Final

from . import Application
from .section import Section
from .structure import is_index, nested

IDENTITY: Final = {
    "Person": ("role",),
    "Account": ("role",),
    "DeclaredRevenue": ("year",),
    "Statement": ("period",),
    "VatReturn": ("period",),
    "IncomeTaxReturn": ("period",),
    "InvoiceMonth": ("direction", "month"),
    "BankMonth": ("month",),
    "PlatformMonth": ("month",),
    "Document": ("kind", "side", "period"),
    "Consent": ("kind",),
}
"""The fields that name an item, by model: closed words only, never a text of the draft."""


class Identities:
    """The pointers of one application with what names the items of its lists in the place of their indices."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self._named: dict[int, list[str]] = {}

    def of(self, pointer: str) -> str:
        """A JSON Pointer whose list indices are replaced by what names the items."""
        return "".join(self._steps(self.application, Application, pointer.split("/")[1:]))

    def _steps(self, section: Any, model: type[Section], steps: list[str]) -> list[str]:
        each = next((each for each in nested(model) if steps and each.name == steps[0]), None)
        if each is None:
            return [f"/{step}" for step in steps]
        value, rest = section.__dict__.get(each.name) if section else None, steps[1:]
        if not each.many:
            return [f"/{each.name}", *self._steps(value, each.model, rest)]
        if not rest or not is_index(rest[0]):
            return [f"/{step}" for step in steps]
        index, items = int(rest[0]), value or ()
        item = items[index] if index < len(items) else None
        name = self._names(items, each.model)[index] if item is not None else str(index)
        return [f"/{each.name}/{name}", *self._steps(item, each.model, rest[1:])]

    def _names(self, items: Any, model: type[Section]) -> list[str]:
        if id(items) not in self._named:
            self._named[id(items)] = _names(items, IDENTITY.get(model.__name__, ()))
        return self._named[id(items)]


def _names(items: Any, fields: tuple[str, ...]) -> list[str]:
    """What names each item: its index when it says nothing of itself, a number behind the second of a name."""
    words = [",".join([str(item.__dict__.get(name, "")) for name in fields]) for item in items]
    twins = Counter[str]()
    names = []
    for index, word in enumerate(words):
        twins[word] += 1
        names.append((word if twins[word] == 1 else f"{word}#{twins[word]}") if word else str(index))
    return names
