"""One clean draft in this process: `python -m benchmarks.library`.

BARE is `orjson.loads` and `jsonschema-rs` with the published schema stripped to what JSON Schema validators check
fastest (type, properties, required, items, enum, additionalProperties), without a single rule.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
from jsonschema import Draft202012Validator

import precheck
from benchmarks.clock import ratios, table
from precheck.rules import catalogue
from precheck.schema import application_schema

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 20)
DRAFTS = ("restaurant", "wholesale-company")
NAMED = ("properties", "$defs")
KEPT = ("type", "required", "items", "enum", "additionalProperties", "$ref")


def stripped(schema: Any) -> Any:
    """The schema with only the keywords that BARE keeps."""
    if not isinstance(schema, dict):
        return schema
    named = {k: {name: stripped(each) for name, each in schema[k].items()} for k in NAMED if k in schema}
    return named | {k: stripped(schema[k]) for k in KEPT if k in schema}


def main() -> None:
    """Print the size of each draft and the table of ratios."""
    bare = jsonschema_rs.Draft202012Validator(stripped(application_schema()))
    python = Draft202012Validator(application_schema())
    print(f"{len(catalogue().rules)} rules")
    for name in DRAFTS:
        measure(name, bare, python)


def measure(name: str, bare: Any, python: Any) -> None:
    """One draft: its size, its table."""
    data = json.loads((ROOT / "examples" / name / "application.json").read_text("utf-8"))
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    assert bare.is_valid(orjson.loads(text))
    assert precheck.check(text, on=DAY).ready
    jobs = {
        "BARE": lambda: bare.is_valid(orjson.loads(text)),
        "precheck.check": lambda: precheck.check(text, on=DAY).ready,
        "jsonschema iter_errors": lambda: list(python.iter_errors(data)),
    }
    times = {"BARE": 1000, "precheck.check": 300, "jsonschema iter_errors": 5}
    results = ratios(jobs, "BARE", rounds=9, times=times)
    table(f"{name}, {len(text)} bytes", results, "BARE")
    faster = results["jsonschema iter_errors"][0] / results["precheck.check"][0]
    print(f"  jsonschema iter_errors takes {faster:.1f} times as long as precheck.check")


if __name__ == "__main__":
    main()
