"""How often honest drafts raise an alarm: `python -m benchmarks.false_alarms --count 2000 --seed 1`.

Prints the shares of drafts with an error, with a warning, and not ready, then every rule that found something.
`--show CODE` prints one draft that a rule finds fault with instead, and what it says.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from benchmarks.honest import businesses
from precheck import check
from precheck.report import Report

DAY = date(2026, 11, 20)
POLICY = "generic-cn"


class Outcome(NamedTuple):
    """One draft and its report."""

    draft: dict[str, Any]
    report: Report

    @property
    def alarms(self) -> set[tuple[str, str]]:
        """The findings as (code, severity), each once."""
        return {(each.code, each.severity) for each in self.report.findings}


def outcomes(seed: int, count: int) -> Iterator[Outcome]:
    """Honest drafts and what the product says of each."""
    for draft in businesses(seed, count):
        yield Outcome(draft, check(draft, policy=POLICY, on=DAY, lang="en", reveal=True))


def main() -> None:
    """Read the command line and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=2000, help="how many drafts")
    words.add_argument("--seed", type=int, default=1, help="which drafts")
    words.add_argument("--show", metavar="CODE", help="print one draft of this rule")
    chosen = words.parse_args()
    found = outcomes(chosen.seed, chosen.count)
    if chosen.show:
        _show(found, chosen.show)
    else:
        _table(list(found))


def shares(found: list[Outcome]) -> dict[str, float]:
    """The shares of drafts with an error, with a warning (whether or not also an error), and not ready."""
    severities = [{severity for _, severity in each.alarms} for each in found]
    return {
        "with an error": sum("error" in each for each in severities) / len(found),
        "with a warning": sum("warning" in each for each in severities) / len(found),
        "not ready": sum(not each.report.ready for each in found) / len(found),
    }


def _table(found: list[Outcome]) -> None:
    for name, share in shares(found).items():
        print(f"{name:<16} {share:7.2%}")
    counts = Counter(alarm for each in found for alarm in each.alarms)
    waiting = Counter((each.rule.code, "skipped") for one in found for each in one.report.skipped)
    print(f"\n{'code':<8} {'severity':<9} {'drafts':>6} {'share':>8}")
    for (code, severity), count in [*counts.most_common(), *waiting.most_common()]:
        print(f"{code:<8} {severity:<9} {count:>6} {count / len(found):8.2%}")


def _show(found: Iterator[Outcome], code: str) -> None:
    for each in found:
        if code in {alarm for alarm, _ in each.alarms}:
            print(json.dumps(each.draft, ensure_ascii=False, indent=1))
            for finding in each.report.findings:
                print(f"{finding.severity} {finding.code} {finding.place.pointer}: {finding.message}")
            return
    print(f"no draft of these raises {code}")


if __name__ == "__main__":
    main()
