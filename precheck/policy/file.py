"""Policies as files: ours by name, a lender's by path, an installed package's by entry point.

A policy may extend another; its rows replace all rows of the same table and name.
"""

import json
from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..errors import BadPolicy, UnknownPolicy
from ..extensions import faults
from ..facts.characters import printable
from ..record import Record
from ..toml import tables
from . import TABLES, Policy

Raw = dict[str, Any]
BUILT_IN = files("precheck") / "policies"


def names() -> list[str]:
    """The policies that can be named: ours and installed ones."""
    return sorted([*_ours(), *(entry.name for entry in entry_points(group="precheck.policies"))])


def _ours() -> list[str]:
    return [each.name.removesuffix(".toml") for each in BUILT_IN.iterdir() if each.name.endswith(".toml")]


@cache
def load(name: str) -> Policy:
    """The policy of a name, or of a path to a .toml file. Raises UnknownPolicy or BadPolicy."""
    raw, trusted = _read(name)
    merged = _extended(raw, Path(name).parent, seen=(name,))
    policy = _trusted(merged) if trusted else validated(merged, name)
    if policy.extensions:
        policy.__dict__["extension_schema"] = _schema(Path(name).parent / policy.extensions)
    return policy


def _schema(path: Path) -> Any:
    """The JSON Schema of a lender's own fields, checked. Raises BadPolicy."""
    try:
        schema = json.loads(_text(path))
        found = list(faults(schema))
    except ValueError as fault:
        raise BadPolicy(f"{path}: not JSON: {fault}") from None
    except RecursionError:
        raise BadPolicy(f"{path}: nested too deeply") from None
    if found:
        raise BadPolicy("\n  ".join([f"{path}: not a JSON Schema that can be used", *found]))
    return schema


def _read(name: str) -> tuple[Raw, bool]:
    """The content of a policy file, and whether it is one of ours, which the tests have validated."""
    if name.endswith(".toml"):
        return _harmless(_parse(_text(Path(name)), name)), False
    if name in _ours():
        return _parse((BUILT_IN / f"{name}.toml").read_text("utf-8"), name), True
    for entry in entry_points(group="precheck.policies"):
        if entry.name == name:
            return _parse(_text(Path(entry.load())), name), False
    raise UnknownPolicy(name, tuple(get_close_matches(name, names())))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        why = getattr(fault, "strerror", "it is no text in UTF-8")
        raise BadPolicy(f"cannot read the policy {path}: {why}") from None


def _parse(text: str, name: str) -> Raw:
    try:
        return tables(text)
    except ValueError as fault:
        raise BadPolicy(f"{name}: not TOML: {fault}") from None


def _harmless(value: Any) -> Any:
    """What somebody else's file says, without characters that could steer a terminal."""
    match value:
        case str():
            return printable(value)
        case list():
            return [_harmless(each) for each in value]
        case dict():
            return {key: _harmless(each) for key, each in value.items()}
    return value


def _extended(raw: Raw, folder: Path, seen: tuple[str, ...]) -> Raw:
    base_name = raw.get("extends", "")
    if not base_name:
        return raw
    if base_name.endswith(".toml"):
        base_name = str(folder / base_name)
    if base_name in seen:
        raise BadPolicy(f"policies extend each other in a circle: {' → '.join((*seen, base_name))}")
    base = _extended(_read(base_name)[0], Path(base_name).parent, (*seen, base_name))
    merged = {**base, **raw}
    for table in TABLES:
        merged[table] = _merged(base.get(table, []), raw.get(table, []))
    return merged


def _merged(base: list[Raw], own: list[Raw]) -> list[Raw]:
    replaced = {row.get("name") for row in own if isinstance(row, dict)}
    return [row for row in base if row.get("name") not in replaced] + list(own)


@cache
def adapter() -> TypeAdapter[Policy]:
    """What pydantic makes of the policy's tables, once."""
    return TypeAdapter(Policy)


def validated(raw: Raw, name: str) -> Policy:
    """A policy of untrusted content. Raises BadPolicy with every fault, its place and the nearest known key."""
    try:
        return adapter().validate_json(json.dumps(raw, default=str))
    except (ValidationError, TypeError) as refusal:
        faults = (
            refusal.errors(include_url=False, include_input=False)
            if isinstance(refusal, ValidationError)
            else []
        )
        raise BadPolicy("\n".join([f"{name}: not a policy", *map(_fault, faults)])) from None


def _fault(error: Any) -> str:
    place = ".".join(str(each) for each in error["loc"])
    if error["type"] != "unexpected_keyword_argument":
        return f"  {place}: {error['msg']}"
    table = TABLES.get(str(error["loc"][0])) if len(error["loc"]) > 1 else None
    near = get_close_matches(str(error["loc"][-1]), (table or Policy).names, 1)
    return f"  {place}: unknown key" + (f"; did you mean {near[0]}?" if near else "")


def _trusted(raw: Raw) -> Policy:
    tables = {name: tuple(_row(row, each) for each in raw.get(name, [])) for name, row in TABLES.items()}
    return Policy.trusted(raw | tables)


def _row(row: type[Record], raw: Raw) -> Any:
    return row.trusted(
        {k: tuple(v) if isinstance(v, list) and k not in ("warn", "error") else v for k, v in raw.items()}
    )
