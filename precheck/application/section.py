"""What every object of an application is made of: fields with titles, references to them, and gaps.

Models declare the final contract: what is required must be there at submission. A draft is not final, so a field
may be absent or malformed. Such a field is a *gap*: touching it raises `Gap`, the engine skips the rule and says
which field it waits for. Rules are written as plain arithmetic and never test for a missing value.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field

from .types import NOTHING

S = TypeVar("S", bound="Section")


class Gap(Exception):
    """A rule touched a field that is absent or malformed: `section / name`."""

    def __init__(self, section: "Section", name: str) -> None:
        super().__init__(name)
        self.section, self.name = section, name


class Ref(NamedTuple):
    """A field of a section; the engine turns it into a JSON Pointer."""

    section: "Section"
    name: str

    @property
    def value(self) -> Any:
        """What stands there. Raises Gap."""
        return getattr(self.section, self.name)


def field(title: str, example: Any, **more: Any) -> Any:
    """A required field; `title` is "zh / en", `example` what a real draft would say."""
    return Field(title=title, examples=[example], **more)


def blank(title: str, example: Any, **more: Any) -> Any:
    """A line of a form that may be left blank, which counts as 0."""
    return Field(NOTHING, title=title, examples=[example], **more)


def several(title: str) -> Any:
    """A list that may be left out when there are none."""
    return Field((), title=title)


@dataclass_transform(kw_only_default=True, field_specifiers=(field, blank, several, Field))
class Section:
    """One object of the application. `section / "field"` refers to a field, as a path does to a file."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
    gapped: ClassVar[bool] = False

    def __init_subclass__(cls, gapped: bool = False) -> None:
        super().__init_subclass__()
        cls.gapped = gapped
        if gapped:
            return
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        for name in cls.__dataclass_fields__:  # type: ignore[attr-defined]
            if name in cls.__dict__:  # a default left on the class would hide a gap
                delattr(cls, name)

    def __truediv__(self, name: str) -> Ref:
        return Ref(self, name)


def with_gaps(model: type[S]) -> type[S]:
    """A subclass of `model` whose absent fields raise Gap. Kept apart, so that a clean draft pays nothing for it."""

    class Gapped(model, gapped=True):  # type: ignore[valid-type,misc,call-arg]
        def __getattr__(self, name: str) -> Any:
            if name in model.__dataclass_fields__:  # type: ignore[attr-defined]
                raise Gap(self, name)
            raise AttributeError(name)

    Gapped.__name__ = Gapped.__qualname__ = model.__name__
    return Gapped
