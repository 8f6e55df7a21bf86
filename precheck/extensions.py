"""The lender's own fields: whatever a policy's JSON Schema says of `extensions`.

Nothing is looked up outside of the schema itself, and a pattern takes time in proportion to the text, whatever it is.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import SchemaError, SchemaValidator, core_schema

from .application.structure import step
from .errors import BadPolicy
from .text import Text

if TYPE_CHECKING:
    from referencing import Resource

PROBLEMS = {
    "required": Text("缺少必填项", "a required field is missing"),
    "additionalProperties": Text("有机构没有规定的字段", "there is a field that the lender does not know"),
    "type": Text("类型不对", "it is of another type"),
    "enum": Text("不在可选范围内", "it is none of the choices"),
    "const": Text("不是规定的值", "it is not the value asked for"),
    "pattern": Text("写法不对", "it is not written as it must be"),
    "minimum": Text("太小", "it is too small"),
    "exclusiveMinimum": Text("太小", "it is too small"),
    "maximum": Text("太大", "it is too large"),
    "exclusiveMaximum": Text("太大", "it is too large"),
    "minLength": Text("太短", "it is too short"),
    "maxLength": Text("太长", "it is too long"),
    "minItems": Text("项数太少", "it has too few items"),
    "maxItems": Text("项数太多", "it has too many items"),
}
OTHERWISE = Text("不符合机构的要求", "it does not meet what the lender asks")


class Problem(NamedTuple):
    """One refusal: its place below `extensions`, and what is wrong, in words of ours that quote nothing."""

    below: str
    words: Text


def faults(schema: Any) -> Iterator[str]:
    """What is wrong with a lender's schema, in words for its author. Looks at no text of a draft."""
    from jsonschema import Draft202012Validator, SchemaError
    from referencing.jsonschema import DRAFT202012

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as fault:
        yield f"{fault.json_path}: not as JSON Schema 2020-12 has it"
        return
    resource = DRAFT202012.create_resource(schema)
    yield from _faults_below(resource, _registry(resource).resolver())


def _faults_below(resource: "Resource[Any]", resolver: Any) -> Iterator[str]:
    """References that lead nowhere, and patterns that could take forever, in one schema and all below it."""
    from referencing.exceptions import Unresolvable

    words = resource.contents if isinstance(resource.contents, dict) else {}
    for keyword in ("$ref", "$dynamicRef"):
        try:
            if keyword in words:
                resolver.lookup(words[keyword])
        except Unresolvable:
            yield f"{words[keyword]!r}: a reference to nothing in this file, and nothing else is opened"
    if "patternProperties" in words:
        yield "patternProperties: is not supported"
    if "pattern" in words and _matcher(words["pattern"]) is None:
        yield f"{words['pattern']!r}: a pattern with what is not supported, such as a look-ahead"
    for each in resource.subresources():
        yield from _faults_below(each, resolver.in_subresource(each))


def problems(schema: Any, extensions: Any) -> Iterator[Problem]:
    """What a lender's schema refuses, in the order of the draft. Raises BadPolicy when the schema never ends."""
    try:
        errors = list(_validator(schema).iter_errors(extensions))
    except RecursionError:
        raise BadPolicy("the schema of the lender's own fields refers to itself without end") from None
    for error in sorted(errors, key=lambda each: [str(one) for one in each.absolute_path]):
        below = "".join(map(step, error.absolute_path))
        yield Problem(below, PROBLEMS.get(str(error.validator), OTHERWISE))


def _validator(schema: Any) -> Any:
    from referencing.jsonschema import DRAFT202012

    return _kind()(schema, registry=_registry(DRAFT202012.create_resource(schema)))


def _registry(resource: "Resource[Any]") -> Any:
    """A registry that holds one schema: without one, whatever a `$ref` names would be fetched."""
    from referencing import Registry

    return Registry[Any]().with_resource("", resource)


@cache
def _kind() -> Any:
    """The validator of JSON Schema 2020-12 with patterns of our own."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    return extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    matcher = _matcher(pattern)
    if isinstance(instance, str) and not (matcher and matcher.isinstance_python(instance)):
        yield ValidationError("")


@lru_cache
def _matcher(pattern: str) -> SchemaValidator | None:
    """What matches a pattern without ever trying a text twice; None of a pattern for which that cannot be done."""
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError:
        return None


def property_names(schema: Any) -> frozenset[str]:
    """The field names that a lender's schema itself speaks of: closed words, unlike any other key."""
    if isinstance(schema, dict):
        return frozenset(schema.get("properties", ())).union(*map(property_names, schema.values()))
    return frozenset().union(*map(property_names, schema)) if isinstance(schema, list) else frozenset()
