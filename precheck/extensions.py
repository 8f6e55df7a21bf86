"""The lender's own fields: whatever a policy's JSON Schema says of `extensions`."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from .application.structure import step
from .text import Text

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


def problems(schema: Any, extensions: Any) -> Iterator[Problem]:
    """What a lender's schema refuses, in the order of the draft."""
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(schema).iter_errors(extensions)
    for error in sorted(errors, key=lambda each: [str(one) for one in each.absolute_path]):
        below = "".join(map(step, error.absolute_path))
        yield Problem(below, PROBLEMS.get(str(error.validator), OTHERWISE))


def property_names(schema: Any) -> frozenset[str]:
    """The field names that a lender's schema itself speaks of: closed words, unlike any other key."""
    if isinstance(schema, dict):
        return frozenset(schema.get("properties", ())).union(*map(property_names, schema.values()))
    return frozenset().union(*map(property_names, schema)) if isinstance(schema, list) else frozenset()
