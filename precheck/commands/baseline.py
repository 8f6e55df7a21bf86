"""`precheck baseline`: accept what is found today, so that only what is new fails from now on."""

from collections.abc import Iterator, Sequence
from datetime import date
from os.path import exists
from pathlib import Path
from typing import NamedTuple

from ..acceptance import waiver_key
from ..acceptance.baseline import Baseline, Waiver
from ..acceptance.baseline_file import NAME, load, written
from ..cli import outputs
from ..cli.terminal import Screen
from ..errors import PrecheckError, UnreadablePath
from ..examination import Speaker, Trace
from ..flow import judge
from ..privacy import Redact, Voice
from ..render import help_words as words
from ..report import Report
from .check import Asked
from .inputs import STDIN, Wanted, find
from .terms import Terms
from .trouble import not_written, unreadable


class Accepted(NamedTuple):
    """Why today's findings are accepted, until which day at the latest, and whether old waivers are thrown away."""

    reason: str
    until: date | None
    prune: bool


def accept(asked: Asked, accepted: Accepted, screen: Screen) -> int:
    """Write what stands today into the baseline, beside the waivers that it has. Returns the exit code.

    Raises PrecheckError when a draft cannot be read or the file cannot be written: then nothing is.
    """
    lang = screen.style.lang
    path = Path(asked.baseline or NAME)
    is_there = exists(path)  # noqa: PTH110 - Path raises on a name that is too long
    old = load(path, lang) if is_there else Baseline((), path.parent)
    clerk = _Clerk(asked._replace(baseline=None), accepted, old, lang)
    new = list[Waiver]()
    useless = {id(each) for each in old.waivers if _is_gone(old.folder, each.path)}
    for report in clerk.reports():
        new += clerk.new(report)
        useless |= {id(each.waiver) for each in report.unused_waivers}
    kept = [each for each in old.waivers if not (accepted.prune and id(each) in useless)]
    _write(path, written([*kept, *new]), lang)
    screen.complain(_summary(path, len(new), len(kept), 0 if accepted.prune else len(useless), lang))
    return 0


def _is_gone(folder: Path, path: str) -> bool:
    return path != STDIN and not exists(folder / path)  # noqa: PTH110


def _summary(path: Path, new: int, kept: int, useless: int, lang: str) -> str:
    said = words.BASELINE_WRITTEN.say(lang).format(path=path, new=new, kept=kept)
    if useless:
        said += words.BASELINE_USELESS.say(lang).format(n=useless)
    return f"{said}\n{words.BASELINE_HINT.say(lang).format(path=path)}"


class _Clerk:
    """Checks the drafts as `precheck check` does with the old baseline, and words what still stands as waivers."""

    def __init__(self, asked: Asked, accepted: Accepted, old: Baseline, lang: str) -> None:
        self.asked, self.accepted, self.old, self.lang = asked, accepted, old, lang
        self.terms = Terms(asked, lang, old)
        self.voice = Voice(lang, Redact(asked.redact))

    def reports(self) -> Iterator[Report]:
        """The report of every draft. Raises PrecheckError for one that cannot be read, and when there is none."""
        asked, count = self.asked, 0
        found = find(Wanted(asked.paths, asked.exclude, asked.respect_gitignore, None, self.lang))
        for trouble in found.troubles:
            raise self._unreadable(str(trouble.filename), trouble)
        for each in found.inputs:
            try:
                draft = each.read()
            except UnreadablePath as fault:
                raise self._unreadable(each.path, fault.__cause__) from None
            if draft is not None:
                lenders, acceptance = self.terms.of(each.path)
                count += 1
                yield judge(draft, lenders, asked.on, self.voice, acceptance, asked.reader(draft))
        if not count:
            raise PrecheckError(words.NO_INPUT.say(self.lang))

    def _unreadable(self, path: str, fault: BaseException | None) -> PrecheckError:
        return PrecheckError(unreadable(path, fault, self.lang))

    def new(self, report: Report) -> Sequence[Waiver]:
        """A waiver for everything that stands under any policy; what several policies say is accepted once."""
        made: list[Waiver] = []
        for settled in report.settled:
            others = list(made)
            for trace, waived in settled.found:
                if waived is None and not trace.more:
                    wanted = self._waiver(trace, report.speaker)
                    if wanted in others:
                        others.remove(wanted)
                    else:
                        made.append(wanted)
        return made

    def _waiver(self, trace: Trace, speaker: Speaker) -> Waiver:
        finding, path = speaker.finding(trace), self.old.path_of(speaker.draft.path)
        return Waiver(
            path,
            finding.code,
            speaker.identified(trace),
            trace.own_severity,
            *waiver_key(trace, speaker, path),
            reason=self.accepted.reason,
            also=finding.muted,
            says=finding.message,
            since=self.asked.on,
            until=self.accepted.until,
        )


def _write(path: Path, text: str, lang: str) -> None:
    try:
        outputs.write({str(path): text})
    except OSError as fault:
        raise PrecheckError(not_written(fault, lang)) from fault
