"""`precheck schema`: the published schemas, as they stand in `schemas/`."""

import json
from collections.abc import Callable
from typing import Any

from ..cli.terminal import Screen
from ..schema import application_schema, config_schema, policy_schema, report_schema

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "application": application_schema,
    "policy": policy_schema,
    "report": report_schema,
    "config": config_schema,
}


def text(name: str) -> str:
    """A schema as the text of its file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def show(name: str, screen: Screen) -> int:
    """Write a schema. Returns the exit code."""
    screen.write(text(name))
    return 0
