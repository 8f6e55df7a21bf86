"""Fits what the diagnosis makes of its own probabilities: `python -m benchmarks.diagnosis.fit --seed 61 --count 10000`.

Half of the drafts are honest, 35 % have one slip, 15 % two. The diagnosis states raw probabilities; a monotone map turns
them into the shares of them that were right, one for the field and one for the value. Measure with other seeds.
While it runs, the data file of the diagnosis holds the identity.
"""

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import precheck
from benchmarks.diagnosis.isotonic import Knots, fitted
from benchmarks.diagnosis.metrics import Observation, has_right_value, of_fields
from benchmarks.diagnosis.outcome import Outcome
from benchmarks.diagnosis.rows import outcomes

STORED = Path(precheck.__file__).parent / "diagnosis" / "calibration.json"
"""The data file that the diagnosis reads."""
IDENTITY: dict[str, Knots] = {name: [(0.0, 0.0), (1.0, 1.0)] for name in ("field", "value")}


@contextmanager
def uncalibrated() -> Iterator[None]:
    """The data file holds the identity for a while: the diagnosis of other processes states raw probabilities."""
    before = STORED.read_text("utf-8")
    store(IDENTITY, STORED)
    try:
        yield
    finally:
        STORED.write_text(before, "utf-8")


def store(maps: dict[str, Knots], path: Path) -> None:
    """Write the maps as the diagnosis reads them."""
    lines = (f'  "{name}": {json.dumps(knots)}' for name, knots in maps.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def raw_values(found: list[Outcome]) -> list[Observation]:
    """What was stated of each value: its own raw probability, or the field's where the report has none."""
    return [
        Observation(
            slip.probability if slip.value_probability is None else slip.value_probability,
            has_right_value(slip, each),
        )
        for each in found
        for slip in each.slips
    ]


def main() -> None:
    """Read the command line, fit, and store the two maps."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=10_000, help="how many drafts")
    words.add_argument("--seed", type=int, default=61, help="which drafts and slips")
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    words.add_argument("--output", type=Path, default=STORED, help="the data file")
    chosen = words.parse_args()
    with uncalibrated():
        found = outcomes("mixture", chosen.seed, chosen.count, chosen.jobs)
    maps = {"field": fitted(of_fields(found)), "value": fitted(raw_values(found))}
    store(maps, chosen.output)
    print(
        f"{chosen.output}: " + ", ".join(f"{len(knots)} knots of the {name}" for name, knots in maps.items())
    )


if __name__ == "__main__":
    main()
