"""Which amounts of the ready examples may be typed in the wrong unit unseen: `python -m benchmarks.unit_slips`.

Every amount of 1,000 yuan or more is multiplied by 10,000 and divided by it, one at a time; it is seen when the draft
is no longer ready or has a finding that it did not have.
"""

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import precheck
from precheck.schema import application_schema

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = date(2026, 11, 20)
LEAST = 1000
FACTORS = (10_000, 1 / 10_000)


def amounts(data: Any, schema: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all amounts in yuan of at least LEAST."""
    if "$ref" in schema:
        schema = application_schema()["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(data, dict):
        for key, value in data.items():
            yield from amounts(value, schema.get("properties", {}).get(key, {}), (*at, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from amounts(item, schema.get("items", {}), (*at, index))
    elif "in yuan" in schema.get("description", "") and abs(data) >= LEAST:
        yield at


def changed(data: Any, place: tuple[Any, ...], factor: float) -> Any:
    """The draft with one amount in another unit."""
    made = deepcopy(data)
    parent = made
    for step in place[:-1]:
        parent = parent[step]
    parent[place[-1]] = round(parent[place[-1]] * factor, 2)
    return made


def unseen(data: Any) -> Iterator[tuple[tuple[Any, ...], float, bool]]:
    """Every amount and factor, and whether nobody notices."""
    before = _findings(data)
    for place in amounts(data, application_schema()):
        for factor in FACTORS:
            yield place, factor, _findings(changed(data, place, factor)) == before


def _findings(data: Any) -> tuple[bool, list[tuple[str, str]]]:
    report = precheck.check(data, on=DAY)
    return report.ready, [(each.code, each.place.pointer) for each in report.findings]


def main() -> None:
    """Print the share that is seen, and the fields where some are not."""
    missed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted(EXAMPLES.glob("*/application.json")):
        for place, factor, is_unseen in unseen(json.loads(path.read_text("utf-8"))):
            field = "/".join("*" if isinstance(step, int) else str(step) for step in place)
            name = f"{field} {'x' if factor > 1 else '/'} 10,000"
            total[name] += 1
            missed[name] += is_unseen
    seen = 1 - sum(missed.values()) / sum(total.values())
    print(f"{sum(total.values())} slips, {100 * seen:.2f} % seen")
    for name, count in missed.most_common():
        if count:
            print(f"  {count:4} of {total[name]:4} unseen: {name}")


if __name__ == "__main__":
    main()
