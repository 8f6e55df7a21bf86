"""What the diagnosis costs, beside a check of the honest draft in the same run. One process, the best of some rounds."""

import time
from collections.abc import Callable, Iterator
from statistics import mean, quantiles
from typing import Any, NamedTuple

import precheck
from benchmarks.diagnosis.measure import Line, Run, Section
from benchmarks.diagnosis.outcome import DAY, POLICY
from benchmarks.diagnosis.rows import wrong_draft

ROUNDS = 5


class Cost(NamedTuple):
    """Seconds: to check an honest draft, to diagnose it, and to diagnose it with one and with two slips."""

    check: float
    clean: float
    one: float
    two: float


def timing(run: Run) -> Section:
    """Milliseconds, and how many checks of the honest draft they are."""
    costs = list(_costs(run))
    found = [
        Line("ms to diagnose a clean draft, mean", mean(each.clean for each in costs) * 1e3, len(costs), most=0.03),
        _quantile("ms to diagnose one slip, p50", costs, lambda each: each.one * 1e3, 50, 0.2),
        _quantile("ms to diagnose one slip, p95", costs, lambda each: each.one * 1e3, 95, 0.6),
        _quantile("ms to diagnose two slips, p95", costs, lambda each: each.two * 1e3, 95, 3.0),
        Line("  ms to check a clean draft, mean", mean(each.check for each in costs) * 1e3, len(costs)),
        Line("  clean draft, mean, of its check", mean(each.clean / each.check for each in costs), len(costs)),
        _quantile("  one slip, p50, of the check", costs, lambda each: each.one / each.check, 50),
        _quantile("  one slip, p95, of the check", costs, lambda each: each.one / each.check, 95),
        _quantile("  two slips, p95, of the check", costs, lambda each: each.two / each.check, 95),
    ]  # fmt: skip
    return found, []


def _quantile(
    measure: str, costs: list[Cost], of: Callable[[Cost], float], percent: int, most: float | None = None
) -> Line:
    cuts = quantiles(map(of, costs), n=100, method="inclusive")
    return Line(measure, cuts[percent - 1], len(costs), most=most)


def _costs(run: Run) -> Iterator[Cost]:
    for number in range(run.drafts):
        one, two = (wrong_draft(row, run.seed, number) for row in ("single", "two"))
        if one and two:
            texts = one.page.json(), one.json, two.json
            rounds = [_once(*texts) for _ in range(ROUNDS)]
            yield Cost(*(min(each) for each in zip(*rounds, strict=True)))


def _once(clean: str, one: str, two: str) -> tuple[float, ...]:
    start = time.perf_counter()
    _ = _check(clean).ready
    check = time.perf_counter() - start
    return check, *map(seconds_to_diagnose, (clean, one, two))


def seconds_to_diagnose(text: str) -> float:
    """How long the slips of a draft take once its findings are there."""
    report = _check(text)
    _ = report.findings
    start = time.perf_counter()
    _ = getattr(report, "slips", ())
    return time.perf_counter() - start


def _check(text: str) -> Any:
    return precheck.check(text, policy=POLICY, on=DAY, lang="en", reveal=True)
