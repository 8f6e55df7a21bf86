"""Drafts for tests: a complete application, changed at some places, checked on the day of the examples."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import precheck
from precheck.policy_file import _extended, validated
from precheck.report import Report

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 20)
"""The day for which all examples are written."""
READY = {
    path.parent.name: json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "examples").glob("*/application.json"))
}
"""Every complete example, by its folder."""
BASES = {name: READY[name] for name in ("wholesale-company", "restaurant")}
"""The two that cases change: a company with all its papers' figures, and a small shop without books."""


def changed(base: str = "wholesale-company", *, set: Any = (), drop: Any = (), append: Any = ()) -> Any:
    """The complete draft of that name with values set, dropped or appended at JSON Pointers."""
    data = deepcopy(BASES[base])
    for pointer, value in dict(set).items():
        parent, key = _reach(data, pointer)
        parent[key] = value
    for pointer, item in dict(append).items():
        parent, key = _reach(data, pointer)
        (parent.setdefault(key, []) if isinstance(parent, dict) else parent[key]).append(item)
    for pointer in sorted(drop, reverse=True):
        parent, key = _reach(data, pointer)
        del parent[key]
    return data


def _reach(data: Any, pointer: str) -> tuple[Any, Any]:
    *parents, key = pointer.replace("~1", "/").split("/")[1:]
    for step in parents:
        data = data[int(step) if isinstance(data, list) else step]
    return data, int(key) if isinstance(data, list) else key


def run_case(case: dict[str, Any]) -> Report:
    """The report of a case: `base`, `set`, `drop`, `append` make its draft; `on` is the day.

    `replace` changes the JSON text itself, as (old, new), and `text` is all of it; `policy` holds rows on top of
    `generic-cn`.
    """
    source = case["text"] if "text" in case else _text(case)
    return precheck.check(source.encode(), policy=_policy(case.get("policy")), on=case.get("on", DAY))


def _text(case: dict[str, Any]) -> str:
    data = changed(
        case.get("base", "wholesale-company"), **{k: case[k] for k in ("set", "drop", "append") if k in case}
    )
    text = json.dumps(data, ensure_ascii=False, indent=1)
    if "replace" in case:
        old, new = case["replace"]
        assert text.count(old), "the case replaces a text that is not there"
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def check() -> Callable[[dict[str, Any]], Report]:
    """`check(case)`: the report of a case."""
    return run_case


def _policy(rows: Any) -> Any:
    if rows is None or isinstance(rows, str):
        return rows or "generic-cn"
    rows = dict(rows)
    schema = rows.pop("extension_schema", None)
    head = {"name": "case", "title": "案例 / a case", "extends": "generic-cn"}
    own = {table: [{"source": "案例 / case", **row} for row in listed] for table, listed in rows.items()}
    policy = validated(_extended(head | own, Path(), ("case",)), "case")
    policy.__dict__["extension_schema"] = schema
    return policy
