"""A record of typed fields that pydantic-core fills: what sections and policy rows are."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, cast, dataclass_transform

from pydantic import Field
from pydantic.fields import FieldInfo

F = TypeVar("F", bound=Callable[..., Any])


def remembered(function: F) -> F:
    """`functools.cache`, for functions of classes: a type checker would not call a class hashable."""
    return cast("F", cache(function))


@dataclass_transform(kw_only_default=True, field_specifiers=(Field,))
class Record:
    """Subclasses become dataclasses without the methods that nobody calls, and without defaults on the class.

    A default left on the class would hide a field that is absent; the methods would cost half the start-up time.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]
    names: ClassVar[tuple[str, ...]] = ()
    """The fields, in their order."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        cls.names = tuple(each.name for each in fields(cls))
        cls.forget_defaults()

    @classmethod
    def forget_defaults(cls) -> None:
        """Take the defaults off the class. To be called again after pydantic has looked at it: it puts them back."""
        for name in cls.names:
            if name in cls.__dict__:
                delattr(cls, name)

    @classmethod
    def trusted(cls, given: dict[str, Any]) -> Self:
        """A record of values that are known to be right, defaults filled in; nothing is validated."""
        made = cls.__new__(cls)
        made.__dict__.update({n: given[n] if n in given else default(cls, n) for n in cls.names})
        return made


def info(model: type[Record], name: str) -> FieldInfo:
    """What a field says of itself: title, description, examples, default."""
    found: FieldInfo = model.__dataclass_fields__[name].default
    return found


def default(model: type[Record], name: str) -> Any:
    """The default of a field. Raises KeyError when it has none."""
    found = info(model, name)
    if found.is_required():
        raise KeyError(name)
    return found.default
