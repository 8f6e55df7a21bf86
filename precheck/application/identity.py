"""What tells an item of a list from its neighbours, so that a finding is known again when the list is reordered."""

from typing import Any, Final

from . import Application
from .section import Section
from .structure import nested

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


def identity(application: Application, pointer: str) -> str:
    """A JSON Pointer whose list indices are replaced by what names the items."""
    return "".join(_steps(application, Application, pointer.split("/")[1:]))


def _steps(section: Any, model: type[Section], steps: list[str]) -> list[str]:
    each = next((each for each in nested(model) if steps and each.name == steps[0]), None)
    if each is None:
        return [f"/{step}" for step in steps]
    value, rest = section.__dict__.get(each.name) if section else None, steps[1:]
    if not each.many:
        return [f"/{each.name}", *_steps(value, each.model, rest)]
    if not rest or not rest[0].isdigit():
        return [f"/{step}" for step in steps]
    index, items = int(rest[0]), value or ()
    item = items[index] if index < len(items) else None
    return [f"/{each.name}/{_name(items, index, each.model)}", *_steps(item, each.model, rest[1:])]


def _name(items: Any, index: int, model: type[Section]) -> str:
    words = [
        ",".join(str(item.__dict__.get(n, "")) for n in IDENTITY.get(model.__name__, ())) for item in items
    ]
    if index >= len(words) or not words[index]:
        return str(index)
    twins = words[:index].count(words[index])
    return words[index] + (f"#{twins + 1}" if twins else "")
