"""Timing that a noisy machine cannot bend: cases interleaved in rounds, ratios taken inside a round, medians quoted."""

import subprocess
import time
from collections.abc import Callable
from statistics import median

Job = Callable[[], object]


def ratios(
    jobs: dict[str, Job], base: str, rounds: int, times: dict[str, int] | int = 1
) -> dict[str, tuple[float, float]]:
    """For each job its median seconds and the median of its ratio to `base`, run in turn for so many rounds."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):
        for name, job in jobs.items():
            taken[name].append(_seconds(job, times if isinstance(times, int) else times[name]))
    kept = {name: seconds[1:] for name, seconds in taken.items()}  # the first round warms up
    return {
        name: (median(seconds), median(one / other for one, other in zip(seconds, kept[base], strict=True)))
        for name, seconds in kept.items()
    }


def _seconds(job: Job, times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        job()
    return (time.perf_counter() - start) / times


def command(*words: str, expect: tuple[int, ...] = (0,)) -> Job:
    """A job that runs a command and insists on its exit code."""

    def job() -> None:
        done = subprocess.run(words, capture_output=True, check=False)
        if done.returncode not in expect:
            raise SystemExit(
                f"{' '.join(words[:4])} … ended with {done.returncode}: {done.stderr.decode()[-500:]}"
            )

    return job


def table(title: str, results: dict[str, tuple[float, float]], base: str) -> None:
    """Print the results, one line each."""
    print(f"\n{title} (ratio to {base})")
    for name, (seconds, ratio) in results.items():
        print(f"  {name:<44} {_shown(seconds):>10}  {ratio:8.3f} x")


def _shown(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} us" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"
