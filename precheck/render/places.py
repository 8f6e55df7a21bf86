"""What the place of a JSON Pointer is called, for readers who do not read pointers."""

from functools import lru_cache

from ..application import Application
from ..application.structure import is_index, key_of, nested
from ..text import Text, title
from . import words


@lru_cache(4096)
def called(pointer: str, lang: str) -> str:
    """The titles on the way to a place: `贷款 · 申请金额`, `Bank flows no. 1 · Months no. 3 · Money in`.

    A key that the data interface does not know stands as it is in the pointer, where it is masked already.
    """
    if not pointer:
        return words.WHOLE.say(lang)
    names: list[str] = []
    model: type | None = Application
    for step in pointer.split("/")[1:]:
        if is_index(step) and names:
            names[-1] = words.ITEM.say(lang).format(title=names[-1], n=int(step) + 1)
            continue
        names.append(_title(model, step).say(lang))
        model = _below(model, step)
    return " · ".join(names)


def _title(model: type | None, key: str) -> Text:
    if model is None:
        return Text(key, key)
    known = {key_of(model, name): name for name in model.names}  # type: ignore[attr-defined]
    return title(model, known[key]) if key in known else Text(key, key)


def _below(model: type | None, key: str) -> type | None:
    inner = nested(model) if model else ()
    return next((each.model for each in inner if each.name == key), None)
