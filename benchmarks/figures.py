"""The figures of a draft, found by the published schema: amounts in yuan and numbers of people, where they stand."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from precheck.schema import application_schema

PEOPLE = ("employees", "insured_employees")
"""The fields that count people."""
Form = Any
"""What a form asks at one place: fields by key, `[items]` of a list, `"yuan"`, `"people"`, or None for anything else."""


class Figure(NamedTuple):
    """An amount in yuan, or a number of people, and its JSON Pointer."""

    pointer: str
    value: float
    counts_people: bool = False

    @property
    def source(self) -> str:
        """The section of the application that it stands in."""
        return self.pointer.split("/")[1]


def figures(draft: Any) -> list[Figure]:
    """All figures of a draft, in the order in which the form asks for them."""
    return list(_figures(draft, form(), ""))


@cache
def form() -> Form:
    """The whole form."""
    return _form(application_schema(), "")


def at(draft: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer. Raises KeyError, IndexError or ValueError when nothing does."""
    for step in pointer.split("/")[1:]:
        draft = draft[int(step) if isinstance(draft, list) else step]
    return draft


def put(draft: Any, pointer: str, value: Any) -> None:
    """Write a value at a JSON Pointer that is there."""
    parent, _, step = pointer.rpartition("/")
    inner = at(draft, parent)
    inner[int(step) if isinstance(inner, list) else step] = value


def _form(schema: Any, key: str) -> Form:
    if "$ref" in schema:
        return _form(application_schema()["$defs"][schema["$ref"].rpartition("/")[2]], key)
    if "properties" in schema:
        asked = {name: _form(inner, name) for name, inner in schema["properties"].items()}
        return {name: inner for name, inner in asked.items() if inner}
    if "items" in schema:
        inner = _form(schema["items"], key)
        return [inner] if inner else None
    if key in PEOPLE:
        return "people"
    return "yuan" if "in yuan" in schema.get("description", "") else None


def _figures(draft: Any, asked: Form, pointer: str) -> Iterator[Figure]:
    if isinstance(asked, dict):
        for key, inner in asked.items():
            if key in draft:
                yield from _figures(draft[key], inner, f"{pointer}/{key}")
    elif isinstance(asked, list):
        for index, item in enumerate(draft):
            yield from _figures(item, asked[0], f"{pointer}/{index}")
    else:
        yield Figure(pointer, draft, asked == "people")
