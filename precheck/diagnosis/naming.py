"""What a place is called, items of lists by what names them: `财务报表 2025 · 资产负债表 · 期末余额 · 资产总计`."""

from typing import Any

from ..application import Application
from ..application.identity import Identities
from ..application.structure import is_index, nested
from ..text import label, title


def named(identities: Identities, pointer: str, lang: str) -> str:
    """The titles on the way to a place of the data interface, without what they add in brackets."""
    names: list[str] = []
    model: Any = Application
    for step in identities.of(pointer).split("/")[1:]:
        if model is None or step not in model.names:
            names[-1] += f" {_item(step, lang)}"
            continue
        names.append(title(model, step).say(lang).partition("（")[0])
        model = next((each.model for each in nested(model) if each.name == step), None)
    return " · ".join(names)


def _item(step: str, lang: str) -> str:
    """What names an item of a list: its period and choices, else its place in the list."""
    if is_index(step) and len(step) < len("2025"):
        return str(int(step) + 1)
    name, _, twin = step.partition("#")
    return " ".join([*(label(each).say(lang) for each in name.split(",")), *filter(None, [twin])])
