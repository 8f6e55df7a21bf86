"""A section made of what papers say, as if the draft had typed it."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..application import Section
from ..application.structure import models
from ..record import remembered

Data = dict[str, Any]
At = Mapping[int, str]
"""The pointers of papers, by their identity."""


class Source(NamedTuple):
    """A section made from papers, the list of the application that it joins, and where its parts come from."""

    name: str
    section: Section
    places: Mapping[str, str]
    """Pointers of papers by the part of the section that comes from them, "" for all of it."""


def made(model: type[Section], data: Data) -> Any:
    """The section of a model; None when it lacks what the data interface requires."""
    try:
        return _adapter(model).validate_json(json.dumps(data))
    except ValidationError:
        return None


@remembered
def _adapter(model: type[Section]) -> TypeAdapter[Any]:
    adapter = TypeAdapter(model)
    for each in models(model):
        each.forget_defaults()
    return adapter
