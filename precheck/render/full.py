"""The report for a person: what to do, why, and where; then what could not be checked yet."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..finding import Finding
from ..report import Report
from ..tally import Run, Tally
from . import words
from .concise import counts, position, total
from .frame import frame
from .sections import evidence, holds_until, not_opened, skipped, verdicts
from .style import Style

LINE_END = re.compile(r"\r\n?|\n")
LINES_NAMED = 3
"""Of the other places that a finding reads, so many are named."""


def entry(report: Report, run: Run, style: Style) -> str:
    """Everything about one draft; of a clean draft among several just its first line."""
    lines = [*_head(report, style)]
    if report.findings:
        lines += _findings(report, style)
    if report.skipped:
        lines += skipped(report, style)
    if report.not_opened:
        lines += not_opened(report, style)
    if len(run.policies) > 1:
        lines += verdicts(report, style)
    if run.single:
        lines += [*evidence(report, style), *holds_until(report, style)]
    return "\n".join(lines) + "\n"


def whole(entries: Sequence[str], tally: Tally, run: Run, style: Style) -> str:
    """All drafts, a blank line after each that has more than its first line, and the sum of several."""
    parts = [each + "\n" if each.count("\n") > 2 and not run.single else each for each in entries]
    return "".join(parts) + ("" if run.single else style.paint("strong", total(tally, style)) + "\n")


def _head(report: Report, style: Style) -> Iterator[str]:
    said = words.READY if report.ready else words.NOT_READY
    sign, verdict = ("good" if report.ready else "error"), said.say(style.lang)
    dot = f" {style.marks['dot']} "
    facts = (report.policy, report.on.isoformat(), words.PAPERS[report.papers].say(style.lang))
    yield (
        f"{style.mark(sign)} {style.paint('strong', report.path)}{words.COLON.say(style.lang)}"
        f"{style.paint(sign, verdict)}{style.paint('faint', dot + dot.join(facts))}"
    )
    tally = Tally()
    tally.add(report)
    if found := counts(tally, style):
        yield f"  {found}"


def _findings(report: Report, style: Style) -> Iterator[str]:
    """The findings by what the reader must do: the task with the worst finding first."""
    lines = _lines(report.text)
    causes = list(dict.fromkeys(each.cause for each in report.findings))
    tasks = sorted(report.findings, key=lambda each: causes.index(each.cause))
    for cause, findings in groupby(tasks, key=lambda each: each.cause):
        yield from ("", style.paint("strong", words.TASKS[cause].say(style.lang)))
        for each in findings:
            yield from _finding(each, report, lines, style)


def _lines(text: str) -> list[str]:
    return LINE_END.split(text) if "\r" in text else text.split("\n")


def _finding(each: Finding, report: Report, lines: Sequence[str], style: Style) -> Iterator[str]:
    severity = style.paint(each.severity, words.SEVERITY[each.severity].say(style.lang))
    yield f"  {style.mark(each.severity)} {severity} {each.code}  {each.message}"
    yield f"    {style.mark('arrow')} {each.remedy}"
    yield style.paint("faint", f"    {_where(each, report, style)}")
    yield from _frame(each, report, lines, style)


def _where(each: Finding, report: Report, style: Style) -> str:
    lang, comma = style.lang, words.LIST_MARK.say(style.lang)
    parts = [position(report.path, each.place)]
    if others := _other_lines(each):
        parts.append(words.RELATED.say(lang).format(lines=comma.join(others)))
    if each.triggers:
        refusals = comma.join(words.REFUSALS[trigger].say(lang) for trigger in each.triggers)
        parts.append(words.TRIGGERS.say(lang).format(triggers=refusals))
    if each.muted:
        parts.append(words.ALSO.say(lang).format(codes=comma.join(each.muted)))
    return f" {style.marks['dot']} ".join(parts)


def _other_lines(each: Finding) -> list[str]:
    own = each.place.location.line if each.place.location else 0
    others = dict.fromkeys(place.location.line for place in each.related if place.location)
    return [str(line) for line in others if line != own][:LINES_NAMED]


def _frame(each: Finding, report: Report, lines: Sequence[str], style: Style) -> Iterator[str]:
    where = each.place.location
    if where is None or (not each.place.pointer and where.line != where.end_line):
        return  # the whole draft is no place to look at
    line = lines[where.line - 1]
    end = where.end_column - 1 if where.end_line == where.line else where.column
    shown = frame(line, where.column - 1, end, report.voice.redact, style.marks["cut"])
    bar = style.paint("faint", style.marks["bar"])
    number = str(where.line)
    yield f"      {style.paint('faint', number)} {bar} {shown.line}"
    carets = style.paint(each.severity, "^" * shown.columns)
    yield f"      {' ' * len(number)} {bar} {shown.before}{carets}"
