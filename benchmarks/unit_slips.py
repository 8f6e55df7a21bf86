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
from benchmarks.figures import at, figures, put

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = date(2026, 11, 20)
LEAST = 1000
FACTORS = (10_000, 1 / 10_000)


def amounts(draft: Any) -> list[str]:
    """The pointers of all amounts in yuan of at least LEAST."""
    return [each.pointer for each in figures(draft) if not each.counts_people and abs(each.value) >= LEAST]


def changed(draft: Any, pointer: str, factor: float) -> Any:
    """The draft with one amount in another unit."""
    made = deepcopy(draft)
    put(made, pointer, round(at(made, pointer) * factor, 2))
    return made


def unseen(data: Any) -> Iterator[tuple[str, float, bool]]:
    """Every amount by its pointer, every factor, and whether nobody notices."""
    before = _findings(data)
    for pointer in amounts(data):
        for factor in FACTORS:
            yield pointer, factor, _findings(changed(data, pointer, factor)) == before


def _findings(data: Any) -> tuple[bool, list[tuple[str, str]]]:
    report = precheck.check(data, on=DAY)
    return report.ready, [(each.code, each.place.pointer) for each in report.findings]


def main() -> None:
    """Print the share that is seen, and the fields where some are not."""
    missed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted(EXAMPLES.glob("*/application.json")):
        for pointer, factor, is_unseen in unseen(json.loads(path.read_text("utf-8"))):
            field = "/".join("*" if step.isdigit() else step for step in pointer.split("/")[1:])
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
