"""What every object of an application is made of: fields with titles, references to them, and gaps.

Models declare the final contract: what is required must be there at submission. A draft is not final, so a field
may be absent or malformed. Such a field is a *gap*: touching it raises `Gap`, the engine skips the rule and says
which field it waits for. Rules are written as plain arithmetic and never test for a missing value.
"""

from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field

from ..record import Record, remembered
from .types import NOTHING

S = TypeVar("S", bound="Section")


class Gap(Exception):
    """A rule touched a field that is absent or malformed: `section / name`."""

    def __init__(self, section: "Section", name: str) -> None:
        super().__init__(name)
        self.section, self.name = section, name


class Ref(NamedTuple):
    """A field of a section; the engine turns it into a JSON Pointer."""

    section: Any
    """A Section, or a view of several."""
    name: str
    below: str = ""
    """The rest of the pointer, inside a field that holds more than the data interface describes."""

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
    """A list that may be left out when there are none; longer than this it is no application of a small business."""
    return Field((), title=title, max_length=500)


@dataclass_transform(kw_only_default=True, field_specifiers=(field, blank, several, Field))
class Section(Record):
    """One object of the application. `section / "field"` refers to a field, as a path does to a file."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
    is_view: ClassVar[bool] = False
    rounding: ClassVar[float] = 0.01
    """The last digit that a figure of this section is printed with, in yuan."""

    @property
    def last_digit(self) -> float:
        """What the last digit of its figures counts, in yuan, as far as the figures themselves show it."""
        return self.rounding

    def __truediv__(self, name: str) -> Ref:
        return Ref(self, name)


@remembered
def hollow(model: type[S]) -> type[S]:
    """A subclass of `model` whose absent fields raise Gap; a class apart, so that a clean draft pays nothing."""

    def raise_gap(self: Section, name: str) -> Any:
        if name in model.names:
            raise Gap(self, name)
        raise AttributeError(name)

    # Made past `__init_subclass__`: it has no fields of its own to declare.
    made: type[S] = type.__new__(type, model.__name__, (_Hollow, model), {"__getattr__": raise_gap})
    return made


class _Hollow:
    def __init_subclass__(cls) -> None:
        """A hollow section declares no fields of its own."""
