"""The order in which the data interface has its fields, so that a draft made of papers reads like any other."""

from typing import Any

from ..schema import application_schema


def ordered(application: dict[str, Any]) -> dict[str, Any]:
    """The same draft, the fields of every section in their order."""
    draft: dict[str, Any] = _ordered(application, application_schema())
    return draft


def _ordered(value: Any, node: dict[str, Any]) -> Any:
    name = node.get("$ref", "").rpartition("/")[2]
    node = application_schema()["$defs"][name] if name else node
    if isinstance(value, list):
        return [_ordered(each, node["items"]) for each in value]
    if isinstance(value, dict):
        properties = node["properties"]
        return {each: _ordered(value[each], properties[each]) for each in properties if each in value}
    return value
