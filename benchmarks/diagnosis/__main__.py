"""What the diagnosis is worth: `python -m benchmarks.diagnosis --seed 1 --count 2000`.

Prints every row of the table with what it should reach, and what the diagnosis is compared with. `--row NAME` measures
one row. Rows without slips take ten times as many drafts, the comparison a fifth.
"""

import argparse
import os

from benchmarks.diagnosis import measure
from benchmarks.diagnosis.measure import Line, Run, Section
from benchmarks.diagnosis.rows import CLEAN, ROWS, outcomes
from benchmarks.diagnosis.tables import misses
from benchmarks.diagnosis.timing import timing

MORE = dict.fromkeys(CLEAN, 10.0) | {"comparison": 0.2}
"""How many drafts a row takes beside the others: what is rare needs more, what is slow gets fewer."""


def _comparison(run: Run) -> Section:
    from benchmarks.diagnosis.compare import comparison  # only here: the others need no scipy

    return comparison(run)


SECTIONS = {**measure.SECTIONS, "time": timing, "comparison": _comparison}


def main() -> None:
    """Read the command line and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=2000, help="how many drafts a row")
    words.add_argument("--seed", type=int, default=1, help="which drafts and slips")
    words.add_argument("--row", choices=SECTIONS, action="append", help="only this row; may be repeated")
    words.add_argument(
        "--misses", type=int, default=0, help="print so many wrongly diagnosed drafts of each row"
    )
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    chosen = words.parse_args()
    print(f"seed {chosen.seed}, {chosen.count} drafts a row\n{'measure':<62}{'n':>7}{'reached':>10}  should")
    for row in chosen.row or SECTIONS:
        run = Run(chosen.seed, max(1, round(chosen.count * MORE.get(row, 1.0))), chosen.jobs)
        if not chosen.misses:
            _print(*SECTIONS[row](run))
        elif row in {*ROWS, *CLEAN}:
            print(f"{row}: {misses(outcomes(row, *run), chosen.misses)}")


def _print(lines: list[Line], tables: list[str]) -> None:
    for line in lines:
        print(shown(line), flush=True)
    for table in tables:
        print(f"\n{table}\n", flush=True)


def shown(line: Line) -> str:
    """A line of the table."""
    wanted = ""
    if line.least is not None or line.most is not None:
        wanted = f">= {line.least:g}" if line.least is not None else f"<= {line.most:g}"
    verdict = ("met" if line.is_met else "NOT MET") if wanted else ""
    return f"{line.measure:<62}{line.n:>7.0f}{line.reached:>10.4f}  {wanted:<10}{verdict}".rstrip()


if __name__ == "__main__":
    main()
