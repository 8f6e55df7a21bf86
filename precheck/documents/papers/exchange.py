"""Facts as JSON and back. What comes back is checked field by field: the process that wrote it read a hostile file."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from .facts import PaperFacts

R = TypeVar("R", bound=tuple[Any, ...])

LONGEST = 400
"""Characters of a text."""
MOST_ITEMS = 20_000
"""Items of a list."""
MOST = 10**15
"""Fen, rows or anything else that is counted."""


def to_dict(facts: tuple[Any, ...]) -> dict[str, Any]:
    """A record of facts as JSON knows data: records as objects, days as ISO text."""
    written: dict[str, Any] = _write(facts)
    return written


def from_dict(data: Any) -> PaperFacts:
    """The facts that `to_dict` wrote. Raises ValueError, which quotes nothing, for anything it cannot have written."""
    return record_of(PaperFacts, data)


def record_of(kind: type[R], data: Any) -> R:
    """The record that `to_dict` wrote, with fields of the types that the facts use. Raises ValueError as above."""
    read: R = _read(kind, data)
    return read


def _write(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return {name: _write(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple):
        return [_write(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def fields_of(record: Any) -> dict[str, Any]:
    """The types of the fields of a record of facts, by their names."""
    # Only here: the process that reads a paper writes records, and loads those of its kind alone.
    from .facts.deeds import Deed
    from .facts.forms import Form
    from .facts.invoices import Invoice
    from .facts.prints import Recognised
    from .facts.statements import Flow

    kinds = (Deed, Flow, Form, Invoice, Recognised)
    return get_type_hints(record, localns={kind.__name__: kind for kind in kinds})


def _read(kind: Any, data: Any) -> Any:
    """The value of a type that the facts use: a record, a tuple, a closed list, text, a day, a number, or None."""
    if hasattr(kind, "_fields"):
        return _record(kind, data)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_read(inner[0], each) for each in _items(data))
    if origin is UnionType:
        return None if data is None else _read(_only(each for each in inner if each is not NoneType), data)
    if origin is Literal:
        return _checked(data, type(data) is str and data in inner)
    return _plain(kind, data)


def _record(kind: Any, data: Any) -> Any:
    hints = fields_of(kind)
    if type(data) is not dict or data.keys() != hints.keys():
        raise ValueError(f"no {kind.__name__}")
    return kind(**{name: _read(hint, data[name]) for name, hint in hints.items()})


def _items(data: Any) -> list[Any]:
    items: list[Any] = _checked(data, type(data) is list and len(data) <= MOST_ITEMS)
    return items


def _only(kinds: Iterable[Any]) -> Any:
    (kind,) = kinds
    return kind


def _plain(kind: Any, data: Any) -> Any:
    if kind is int:
        return _checked(data, type(data) is int and -MOST <= data <= MOST)
    if kind is bool:
        return _checked(data, type(data) is bool)
    text: str = _checked(data, type(data) is str and len(data) <= LONGEST)
    return date.fromisoformat(text) if kind is date else text


def _checked(data: Any, right: bool) -> Any:
    if not right:
        raise ValueError("not as the facts are written")
    return data
