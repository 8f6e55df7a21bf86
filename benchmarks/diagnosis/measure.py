"""The table: what each row measures, what it should reach, and what it reached."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks.diagnosis import metrics
from benchmarks.diagnosis.metrics import CERTAIN, LIKELY, Share
from benchmarks.diagnosis.outcome import Outcome
from benchmarks.diagnosis.rows import outcomes
from benchmarks.diagnosis.tables import by_kind, by_source, reliability

NOTHING = "-"
"""What the report says where it proposes nothing."""
MUCH = 0.1
"""A slip that changes a figure by more than this share should be seen."""


class Line(NamedTuple):
    """One line of the table. `least` or `most` is what it should reach; neither where it only informs."""

    measure: str
    reached: float
    n: float
    least: float | None = None
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether it reached what it should; where there was nothing to measure it did not."""
        return (
            self.n > 0
            and (self.least is None or self.reached >= self.least)
            and (self.most is None or self.reached <= self.most)
        )


class Run(NamedTuple):
    """How much to measure, and on which drafts."""

    seed: int
    drafts: int
    jobs: int


Section = tuple[list[Line], list[str]]
"""Lines of the table, and tables of text to print below."""


def line(measure: str, found: Share, least: float | None = None, most: float | None = None) -> Line:
    """A line from a share."""
    return Line(measure, found.value, found.n, least, most)


def single(run: Run) -> Section:
    """One slip of a known kind."""
    every = outcomes("single", run.seed, run.drafts, run.jobs)
    main = [each for each in every if each.group == "main"]
    flagged = [each for each in main if each.flagged]
    large = [each for each in main if each.change > MUCH]
    lines = [
        line("a slip changing a figure by > 10 % is flagged", metrics.share(large, _flagged), least=0.94),
        line("  on figures held from one side at most", metrics.share(_large(every, "open"), _flagged)),
        line("  on both", metrics.share([*large, *_large(every, "open")], _flagged)),
        line("  all slips, whatever they change", metrics.share(main, _flagged)),
        line("of flagged: the right field first", metrics.share(flagged, metrics.first_is_right), least=0.90),
        line("of flagged: among three", metrics.share(flagged, metrics.one_of_three_is_right), least=0.95),
        line("of flagged: right value first, within 1 %", metrics.share(flagged, metrics.first_value_is_right), least=0.86),
        line("probability >= .9: field right", metrics.slips_right(main, CERTAIN), least=0.99),
        line("probability >= .9: value right", metrics.values_right(main, CERTAIN), least=0.98),
        line("probability >= .9: share of flagged slips reached", metrics.reached(flagged, CERTAIN), least=0.72),
        line("  share of all slips reached", metrics.reached(main, CERTAIN)),
        line("  of flagged: exact set at >= .5", metrics.share(flagged, _exact)),
        *_apart(every),
    ]  # fmt: skip
    return lines, [by_kind(main), by_source(main)]


def _flagged(each: Outcome) -> bool:
    return each.flagged


def _large(found: Iterable[Outcome], group: str) -> list[Outcome]:
    return [each for each in found if each.group == group and each.change > MUCH]


def _apart(every: list[Outcome]) -> list[Line]:
    """What is counted apart: figures too small, and figures that nothing holds from both sides."""
    found = []
    for group, words in (("open", "held from one side at most"), ("small", "small figures")):
        apart = [each for each in every if each.group == group]
        flagged = [each for each in apart if each.flagged]
        found += [
            line(f"  apart, {words}: flagged", metrics.share(apart, _flagged)),
            line(
                f"  apart, {words}: of flagged, right first", metrics.share(flagged, metrics.first_is_right)
            ),
        ]
    return found


def two(run: Run) -> Section:
    """Two slips that have nothing to do with each other."""
    every = outcomes("two", run.seed, run.drafts, run.jobs)
    main = [each for each in every if each.group == "main"]
    return [
        line("two slips: precision of fields at >= .5", metrics.precision(main, LIKELY), least=0.98),
        line("two slips: recall of fields at >= .5", metrics.recall(main, LIKELY), least=0.75),
        line("  precision of slips at >= .5, a paper is one", metrics.slips_right(main, LIKELY)),
        line("  share of slips reached at >= .5, a paper is one", metrics.reached(main, LIKELY)),
        line("  exact set at >= .5", metrics.share(main, _exact)),
    ], []


def _exact(each: Outcome) -> bool:
    return metrics.is_exact(each, LIKELY)


def part(run: Run) -> Section:
    """3 to 10 figures of one column of a statement in 万元."""
    found = outcomes("part", run.seed, run.drafts, run.jobs)
    lines = [line("part of a statement in 万元: exact set", metrics.share(found, _exact), least=0.96)]
    return [*lines, *_by_kind(found, _exact)], []


def _by_kind(found: list[Outcome], holds: Callable[[Outcome], bool]) -> list[Line]:
    """The share of each kind in which something holds."""
    kinds = sorted({each.kinds[0] for each in found})
    return [line(f"  {kind}", metrics.share(_of_kind(found, kind), holds)) for kind in kinds]


def _of_kind(found: list[Outcome], kind: str) -> list[Outcome]:
    return [each for each in found if each.kinds[0] == kind]


def unknown(run: Run) -> Section:
    """Slips of kinds that the diagnosis does not know."""
    every = outcomes("unknown", run.seed, run.drafts, run.jobs)
    main = [each for each in every if each.group == "main"]
    lines = [
        line("unknown kinds: wrongly accused at >= .9", metrics.share(main, _certainly_wrong), most=0.01)
    ]
    flagged = [each for each in main if each.flagged]
    first = line("  of flagged: the right field first", metrics.share(flagged, metrics.first_is_right))
    return [*lines, *_by_kind(main, _certainly_wrong), first], []


def _certainly_wrong(each: Outcome) -> bool:
    return metrics.wrongly_accused(each, CERTAIN)


def clean(run: Run) -> Section:
    """Honest drafts."""
    return _clean("clean", run, 0.0005), []


def noise(run: Run) -> Section:
    """Honest drafts whose sources differ three times as far."""
    return _clean("noise", run, 0.003), []


def _clean(row: str, run: Run, most: float) -> list[Line]:
    found = outcomes(row, run.seed, run.drafts, run.jobs)
    return [
        line(f"{row} drafts accused at >= .5", metrics.share(found, _accused), most=most),
        line("  at >= .9", metrics.share(found, lambda each: bool(metrics.accused(each, CERTAIN)))),
        line("  with a finding of any rule", metrics.share(found, _flagged)),
    ]


def _accused(each: Outcome) -> bool:
    return bool(metrics.accused(each, LIKELY))


def mixture(run: Run) -> Section:
    """Half honest, 35 % with one slip, 15 % with two: what the probabilities are worth."""
    found = outcomes("mixture", run.seed, run.drafts, run.jobs)
    fields, values = metrics.of_fields(found), metrics.of_values(found)
    return [
        Line("calibration error, field", metrics.calibration_error(fields), len(fields), most=0.02),
        Line("calibration error, value", metrics.calibration_error(values), len(values), most=0.03),
    ], [reliability("field", fields), reliability("value", values)]


def uscc(run: Run) -> Section:
    """The unified social credit code."""
    found = outcomes("uscc", run.seed, run.drafts, run.jobs)
    lines = []
    for slip, least in (("substituted", 0.95), ("swapped", 0.97)):
        own = [each for each in found if each.kinds[0].startswith(f"uscc_{slip}")]
        proposed = [each for each in own if _proposes(each)]
        right = metrics.share(proposed, metrics.first_value_is_right)
        lines += [
            line(f"USCC {slip}: first proposal right, when it proposes", right, least=least),
            *_by_kind(proposed, metrics.first_value_is_right),
            line("  flagged", metrics.share(own, _flagged)),
            line("  proposes", metrics.share(own, _proposes)),
        ]
    return lines, []


def _proposes(each: Outcome) -> bool:
    return bool(each.slips) and each.slips[0].likely[0] != NOTHING


def days(run: Run) -> Section:
    """Dates, for information: the table asks for nothing."""
    found = outcomes("days", run.seed, run.drafts, run.jobs)
    flagged = [each for each in found if each.flagged]
    return [
        line("dates: flagged", metrics.share(found, _flagged)),
        line("  of flagged: the right field first", metrics.share(flagged, metrics.first_is_right)),
        line("  of flagged: the right date first", metrics.share(flagged, metrics.first_value_is_right)),
        line("  probability >= .9: date right", metrics.values_right(flagged, CERTAIN)),
    ], [by_kind(found)]


SECTIONS: dict[str, Callable[[Run], Section]] = {
    "single": single,
    "two": two,
    "part": part,
    "unknown": unknown,
    "clean": clean,
    "noise": noise,
    "mixture": mixture,
    "uscc": uscc,
    "days": days,
}
