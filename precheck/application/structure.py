"""How the sections of an application nest: walking them, collecting them by kind, counting the keys they were read from."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple, get_args, get_origin, get_type_hints

from ..record import default, info, remembered
from . import Application
from .section import Section, hollow

ROUNDING: Final = {"yuan": 0.01, "thousand_yuan": 1000.0, "ten_thousand_yuan": 10_000.0}
"""The last digit of a statement in yuan, by the unit printed on it; a statement in 万元 is taken to print whole ones."""

INDEX_DIGITS = 4
"""No list of an application is longer."""
Collected = dict[type[Section], list[Any]]


class Nested(NamedTuple):
    """A field that holds sections: one, or with `many` a list of them."""

    name: str
    model: type[Section]
    many: bool


@remembered
def nested(model: type[Section]) -> tuple[Nested, ...]:
    """The fields of a model that hold sections, in their order."""
    found = []
    for name, hint in get_type_hints(model).items():
        inner = get_args(hint)[0] if get_origin(hint) is list else hint
        if name in model.names and isinstance(inner, type) and issubclass(inner, Section):
            found.append(Nested(name, inner, inner is not hint))
    return tuple(found)


@remembered
def models(root: type[Section] = Application) -> tuple[type[Section], ...]:
    """Every model below `root`, itself first, each once, in the order in which a reader meets them."""
    found = dict.fromkeys([root])
    for each in nested(root):
        found |= dict.fromkeys(models(each.model))
    return tuple(found)


def key_of(model: type[Section], name: str) -> str:
    """The JSON key of a field."""
    return info(model, name).alias or name


def step(key: str | int) -> str:
    """One step of a JSON Pointer (RFC 6901)."""
    return "/" + str(key).replace("~", "~0").replace("/", "~1")


def is_index(step: str) -> bool:
    """Whether a step of a pointer can be a place in a list; a longer number, or one in other digits, is somebody's key."""
    return step.isascii() and step.isdigit() and len(step) <= INDEX_DIGITS


class Standing(NamedTuple):
    """A section where it stands."""

    pointer: str
    section: Section
    model: type[Section]


@lru_cache(1)  # asked for several times on end, of the same application
def walk(application: Application) -> list[Standing]:
    """All sections, in the order in which a reader meets them."""
    found: list[Standing] = []
    _walk(application, Application, "", found)
    return found


def _walk(section: Section, model: type[Section], at: str, found: list[Standing]) -> None:
    found.append(Standing(at, section, model))
    for name, inner, many in nested(model):
        value = section.__dict__.get(name)
        if not value:
            continue
        if many:
            for index, item in enumerate(value):
                _walk(item, inner, f"{at}/{name}/{index}", found)
        else:
            _walk(value, inner, f"{at}/{name}", found)


def absent_lists(application: Application) -> Iterator[tuple[str, type[Section]]]:
    """Every list of sections in whose place a gap stands: its pointer and the model of its items."""
    for pointer, section, model in walk(application):
        for each in nested(model):
            if each.many and each.name not in section.__dict__:
                yield f"{pointer}/{each.name}", each.model


def hollow_section(model: type[Section]) -> Section:
    """A section in which every field is a gap, with sections of gaps below it."""
    made = hollow(model).__new__(hollow(model))
    made.__dict__.update({each.name: hollow_section(each.model) for each in nested(model) if not each.many})
    return made


def collect_hollow(application: Application) -> Collected:
    """The sections of an application with gaps, by their model."""
    found: Collected = {model: [] for model in models()}
    for _, section, model in walk(application):
        found[model].append(section)
    _hand_down_rounding(application.__dict__.get("statements") or ())
    return found


def _hand_down_rounding(statements: Any) -> None:
    for statement in statements:
        rounding = ROUNDING.get(statement.__dict__.get("unit", "yuan"))
        for part in ("balance_sheet", "income_statement"):
            for column in statement.__dict__[part].__dict__.values():
                if rounding and isinstance(column, Section):
                    column.__dict__["rounding"] = rounding


@cache
def collector() -> Callable[[Application], tuple[Collected, int]]:
    """A function that collects the sections of a whole application by their model, and counts the JSON keys
    that they were read from. It is generated once from the models: it runs on every draft."""
    scope: dict[str, Any] = {"ROUNDING": ROUNDING, **{model.__name__: model for model in models()}}
    lines = [f" {_list(model)} = []" for model in models()]
    body = [*_collect(Application, "a", 1, scope)]
    result = ", ".join(f"{model.__name__}: {_list(model)}" for model in models())
    source = ["def collect(a):", *lines, " k = 0", *body, f" return {{{result}}}, k"]
    exec("\n".join(source), scope)  # noqa: S102 - made from the names of our own models
    made: Callable[[Application], tuple[Collected, int]] = scope["collect"]
    return made


def _list(model: type[Section]) -> str:
    return f"l_{model.__name__}"


def _collect(
    model: type[Section], this: str, depth: int, scope: dict[str, Any], many: str = ""
) -> Iterator[str]:
    indent = " " * depth
    if not many:
        yield f"{indent}{_list(model)}.append({this})"
    yield f"{indent}k += {_count(model, this, scope)}"
    if model.__name__ == "Statement":
        yield from _collect_rounding(this, indent)
    for each in nested(model):
        value = f"{this}.{each.name}"
        if each.many:
            item = f"x{depth}"
            yield f"{indent}if {value}:"
            yield f"{indent} {_list(each.model)} += {value}"
            yield f"{indent} for {item} in {value}:"
            yield from _collect(each.model, item, depth + 2, scope, many=value)
        else:
            inner = f"s{depth}"
            yield f"{indent}{inner} = {value}"
            yield from (line[1:] for line in _collect(each.model, inner, depth + 1, scope))


def _collect_rounding(this: str, indent: str) -> Iterator[str]:
    yield f"{indent}if {this}.unit != 'yuan':"
    columns = (
        "balance_sheet.closing",
        "balance_sheet.opening",
        "income_statement.current",
        "income_statement.year_to_date",
    )
    yield from (f"{indent} {this}.{column}.rounding = ROUNDING[{this}.unit]" for column in columns)


def _count(model: type[Section], this: str, scope: dict[str, Any]) -> str:
    """How many keys a section was read from: its fields less those that hold their own default object."""
    parts = [str(len(model.names))]
    for name in model.names:
        if not info(model, name).is_required():
            scope[f"D_{model.__name__}_{name}"] = default(model, name)
            parts.append(f"({this}.{name} is D_{model.__name__}_{name})")
    return " - ".join(parts)
