"""The published schemas, generated from the models: `precheck schema NAME` prints them."""

import warnings
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from .application.choices import LABELS
from .shape import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


@cache
def application_schema() -> Schema:
    """The data interface, as JSON Schema 2020-12. Its defaults are left out: an absent field is not a value."""
    from pydantic.json_schema import PydanticJsonSchemaWarning  # only here: a clean draft has no need of it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)
        body = adapter().json_schema()
    body = _clean(body)
    head = {"$schema": DIALECT, "title": "经营贷款申请 / Application for an operating loan"}
    return {**head, "$defs": body.pop("$defs"), **{k: v for k, v in body.items() if k != "title"}}


@cache
def policy_schema() -> Schema:
    """What a policy file may say, in JSON's terms; TOML is read into the same."""
    from .policy import Policy

    body = _clean(TypeAdapter(Policy).json_schema())
    return {"$schema": DIALECT, **body, "title": "机构要求 / A lender's policy"}


@cache
def report_schema() -> Schema:
    """The report as data. It is closed: what is added later gets a schema of its own."""
    from .contract import ReportData

    body = _closed(TypeAdapter(ReportData).json_schema(mode="serialization"))
    return {"$schema": DIALECT, **body, "title": "预审报告 / A report of precheck"}


@cache
def config_schema() -> Schema:
    """What a file of settings may say, in JSON's terms; TOML is read into the same."""
    from .cli.settings_keys import adapter as settings

    body = settings().json_schema()
    return {"$schema": DIALECT, **body, "title": "precheck 的设置 / Settings of precheck"}


def _closed(node: Any) -> Any:
    """The schema with every object restricted to the properties that it names."""
    if isinstance(node, list):
        return [_closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _closed(value) for key, value in node.items()}
    return made | {"additionalProperties": False} if isinstance(node.get("properties"), dict) else made


def _clean(node: Any) -> Any:
    if isinstance(node, list):
        return [_clean(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _clean(value) for key, value in node.items() if not (key == "default" and "type" in node)}
    if made.get("examples") in ([None], [[]]):
        del made["examples"]
    if "enum" in made and isinstance(made["enum"], list):
        made["description"] = "；".join(f"{each} {LABELS.get(each, each)}" for each in made["enum"])
    return made
