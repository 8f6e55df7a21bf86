"""Draft in, typed application out: pydantic-core reads the bytes; what it refuses is named and becomes a gap.

The fast path is strict. When it refuses, the same schema is used once more with every refusal replaced by a mark;
the marks are then taken out, and what is not there is a gap. So both paths agree on every leaf by construction.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from .application import Application, Section
from .application.section import hollow
from .application.structure import (
    Collected,
    collect_hollow,
    collector,
    hollow_section,
    is_index,
    models,
    nested,
    step,
    walk,
)
from .source import Draft, Fault

BLANK_MARK = "□"
"""What a starter draft writes in front of everything that is still to be filled in; it is in every Chinese encoding."""
BLANK_MARKS = (BLANK_MARK.encode(), rb"\u25a1", rb"\u25A1")
"""The same as it may stand in the bytes of a draft."""

HARMLESS = ("bom", "encoding")
"""Faults of the text that hide nothing."""

REFUSED = object()
"""Stands where a value was refused, until the marks are taken out."""


class Misshapen(NamedTuple):
    """One refusal of the schema: its kind in pydantic-core's terms, and the place."""

    kind: str
    path: tuple[str | int, ...]


@cache
def adapter() -> TypeAdapter[Application]:
    """What pydantic makes of the models, once."""
    made = TypeAdapter(Application)
    for model in models():
        model.forget_defaults()
    return made


@cache
def strict() -> SchemaValidator:
    """The fast path."""
    return adapter().validator  # type: ignore[return-value]


@cache
def lenient() -> SchemaValidator:
    """The fast path's schema, with REFUSED wherever it would refuse."""
    return SchemaValidator(_tolerant(adapter().core_schema))


def _tolerant(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_tolerant(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _tolerant(value) for name, value in schema.items() if name != "metadata"}
    match made.get("type"):
        case "dataclass":
            made["cls"] = hollow(made["cls"])
            made["config"] = made["config"] | {"extra_fields_behavior": "ignore"}
        case "dataclass-field":
            made["schema"] = _or_refused(made["schema"])
        case "list":
            made["items_schema"] = _or_refused(made["items_schema"])
    return made


def _or_refused(schema: Any) -> Any:
    if schema.get("type") == "default":  # absent stays the default, refused becomes the mark
        return schema | {"schema": _or_refused(schema["schema"])}
    return {"type": "default", "schema": schema, "default": REFUSED, "on_error": "default"}


class Parsed(NamedTuple):
    """The application, its sections by model, and what the schema or the text itself refuses."""

    application: Application
    sections: Collected
    misshapen: tuple[Misshapen, ...]
    faults: tuple[Fault, ...]

    @property
    def has_gaps(self) -> bool:
        """Whether anything was refused, so that a field which a rule may touch is not there."""
        return bool(self.misshapen) or any(fault.kind not in HARMLESS for fault in self.faults)


def parse(draft: Draft) -> Parsed:
    """The typed application of a draft. Never raises on what the draft says."""
    raw = draft.raw
    if raw is None:
        return _nothing(draft.faults or draft.written.syntax_faults())
    try:
        application = strict().validate_json(raw)
    except ValidationError as refusal:
        return _with_gaps(draft, raw, refusal)
    sections, keys = collector()(application)
    faults = draft.faults if _keys_counted(raw, keys) else draft.faults + draft.written.duplicate_keys()
    if application.extensions:  # what no model describes may hold NaN, which the fast path lets through
        faults += draft.written.syntax_faults()
    if _has_blanks(raw):
        return _hollowed(raw, [], faults)
    return Parsed(application, sections, (), faults)


def _has_blanks(raw: bytes) -> bool:
    """Whether a mark of the starter draft stands anywhere; looked for by one byte first, which is rare."""
    return any(mark[:1] in raw and mark in raw for mark in BLANK_MARKS)


def _keys_counted(raw: bytes, keys: int) -> bool:
    """Whether the text surely has no more keys than were read, so that none stands twice.

    Every key has a colon of its own, so no more colons than keys settles it. Where strings hold colons, `":` counts
    every key, and perhaps more, as long as no blank precedes a colon.
    """
    if raw.count(b":") == keys:
        return True
    return raw.count(b'":') == keys and not any(blank in raw for blank in (b" :", b"\t:", b"\n:", b"\r:"))


def _with_gaps(draft: Draft, raw: bytes, refusal: ValidationError) -> Parsed:
    errors = refusal.errors(include_url=False, include_context=False)
    if not errors[0]["loc"] and errors[0]["type"] != "json_invalid":
        return _nothing(draft.faults + draft.written.syntax_faults())
    if errors[0]["type"] != "json_invalid":
        return _hollowed(raw, errors, draft.faults + draft.written.duplicate_keys())
    faults = draft.faults + draft.written.syntax_faults()
    mended = draft.written.mended()
    return _nothing(faults) if mended is None else _mended(mended, faults + draft.written.duplicate_keys())


def _mended(raw: bytes, faults: tuple[Fault, ...]) -> Parsed:
    """A text whose slips are mended. What only a person can mend is left out of it, and its fault says so already."""
    told = {fault.pointer for fault in faults}
    try:
        strict().validate_json(raw)
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False, include_context=False)
        return _hollowed(raw, [each for each in errors if _at(each) not in told], faults)
    return _hollowed(raw, [], faults)


def _at(error: Any) -> str:
    return "".join(map(step, error["loc"]))


def _nothing(faults: tuple[Fault, ...]) -> Parsed:
    application = hollow_section(Application)
    return Parsed(application, collect_hollow(application), (), faults)  # type: ignore[arg-type]


def _hollowed(raw: bytes, errors: list[Any], faults: tuple[Fault, ...]) -> Parsed:
    try:
        application = lenient().validate_json(raw)
    except ValidationError:
        return _nothing(faults)
    _settle(application, Application)
    blanks = list(_blanked(application)) if _has_blanks(raw) else []
    misshapen = (*map(_misshapen, errors), *blanks)
    return Parsed(application, collect_hollow(application), misshapen, faults)


def _blanked(application: Application) -> Iterator[Misshapen]:
    """Makes a gap of every text that is still to be filled in; where no text belongs, the schema has refused it."""
    for at, section, _ in walk(application):
        for name in [name for name, value in section.__dict__.items() if _is_blank(value)]:
            del section.__dict__[name]
            above = (int(each) if is_index(each) else each for each in at.split("/")[1:])
            yield Misshapen("blank", (*above, name))


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(BLANK_MARK)


def _is_empty(value: Any) -> bool:
    return value == [] or (isinstance(value, str) and not value.strip())


def _misshapen(error: Any) -> Misshapen:
    kind, typed = error["type"], error["input"]
    if kind in ("missing", "unexpected_keyword_argument"):
        return Misshapen(kind, error["loc"])
    nothing = (
        "null" if typed is None else "blank" if _is_blank(typed) else "empty" if _is_empty(typed) else ""
    )
    return Misshapen(nothing or kind, error["loc"])


def _settle(section: Section, model: type[Section]) -> None:
    """Take the marks out: what was refused is not there; a refused section is one of gaps."""
    fields = section.__dict__
    if REFUSED in fields.values():
        for name in [name for name, value in fields.items() if value is REFUSED]:
            del fields[name]
    for name, inner, many in nested(model):
        if many:
            items = fields.get(name, ())
            if REFUSED in items:
                items = fields[name] = [hollow_section(inner) if each is REFUSED else each for each in items]
            for item in items:
                _settle(item, inner)
        else:
            if name not in fields:
                fields[name] = hollow_section(inner)
            _settle(fields[name], inner)
