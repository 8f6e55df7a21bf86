"""Drafts for tests: a complete application, changed at some places, checked on the day of the examples."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, settings

from precheck.documents.file_facts import FileFacts
from precheck.documents.papers.exchange import fields_of
from precheck.documents.papers.facts import Day, Place, Words
from precheck.flow import judge, policies
from precheck.policy.file import _extended, validated
from precheck.privacy import Voice
from precheck.report import Report
from precheck.source import read

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No test is about how fast the machine is."""
settings.register_profile("same every time", PATIENT, derandomize=True)
settings.register_profile("search", PATIENT, max_examples=1000)  # pytest --hypothesis-profile=search
settings.load_profile("same every time")

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
    `generic-cn`. `papers` holds what was found in the files of some documents, by their pointers; the files of the
    others are then whole and say nothing.
    """
    source = case["text"] if "text" in case else _text(case)
    opened = (lambda paths: files(paths, case["papers"])) if "papers" in case else None
    lenders = policies(_policy(case.get("policy")))
    return judge(read(source.encode()), lenders, case.get("on", DAY), Voice(), read_papers=opened)


FORMATS = {"jpg": "jpeg"}
"""By extension, where the format has another name."""
SOMEWHERE = Place("sheet", 1, 2, 3)
"""Where a fact of a case stands that does not say it."""


def files(paths: Sequence[str], papers: dict[str, Any]) -> list[FileFacts]:
    """What was found in the files of documents, in their order."""
    found = []
    for number, path in enumerate(paths):
        ending = path.rpartition(".")[2]
        whole = {
            "verdict": "ok",
            "format": FORMATS.get(ending, ending),
            "size": 9999,
            "fingerprint": path,
            "pages": 1,
        }
        found.append(facts_from(FileFacts, whole | papers.get(f"/documents/{number}", {})))
    return found


def facts_from(kind: Any, data: Any) -> Any:
    """A record of facts from plain data: amounts are given in `yuan`, texts and days without their places."""
    kind = next((each for each in get_args(kind) if get_origin(each) is tuple), kind)  # tuple[…] | None
    if get_origin(kind) is tuple and data is not None:
        return tuple(facts_from(get_args(kind)[0], each) for each in data)
    record = next((each for each in (kind, *get_args(kind)) if hasattr(each, "_fields")), None)
    if record is None or data is None:
        return data
    if record in (Words, Day) and not isinstance(data, dict):
        return record(data, SOMEWHERE)
    hints = fields_of(record)
    data = {"place": SOMEWHERE._asdict()} | data if "place" in hints else data
    if "yuan" in data:
        data = {name: value for name, value in data.items() if name != "yuan"} | {
            "fen": round(100 * data["yuan"])
        }
    unknown = {name: None for name in record._fields if name not in {*data, *record._field_defaults}}
    return record(**unknown, **{name: facts_from(hints[name], value) for name, value in data.items()})


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
