"""`precheck check`: every draft is read, judged, rendered and forgotten; then everything is written at once."""

import gc
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..cli import outputs
from ..cli.outputs import Output
from ..cli.terminal import LANGUAGES, Screen
from ..errors import PrecheckError, UnreadablePath
from ..flow import below, folder_of, judge
from ..globs import Patterns
from ..papers import Read
from ..privacy import Redact, Voice, printable
from ..render import help_words as words
from ..render.rendering import Rendering, entries_of
from ..render.style import Style
from ..report import Report
from ..rule import Severity
from ..rules import catalogue
from ..source import Draft, read
from ..tally import Run, Tally
from .inputs import Input, Wanted, find
from .progress import Progress
from .terms import Terms
from .trouble import described, guarded, not_written, reason

if TYPE_CHECKING:
    from ..contract import FileData

TO_SEND, NOT_TO_SEND, COULD_NOT = 0, 1, 2
AT_ONCE = 50
"""Drafts that are rendered together: many formats in turn for every single draft would cost half as much again."""


class Asked(NamedTuple):
    """What is asked for: a field for every option, of the same name. `files` are the settings' rows for some files
    only, `folder` is what their patterns are relative to."""

    paths: Sequence[str]
    policy: Sequence[str]
    on: date
    format: str
    fail_on: str
    redact: str
    no_papers: bool = False
    output: Sequence[Output] = ()
    select: Sequence[str] = ()
    ignore: Mapping[str, str] = MappingProxyType({})
    severity: Mapping[str, str] = MappingProxyType({})
    baseline: str | None = None
    exclude: Patterns = Patterns()
    respect_gitignore: bool = False
    stdin_filename: str | None = None
    files: Sequence[Mapping[str, Any]] = ()
    folder: Path = Path()
    fix: bool = False
    diff: bool = False

    def reader(self, draft: Draft) -> Read | None:
        """What opens the papers of a draft."""
        return None if self.no_papers else below(folder_of(draft))


def check(asked: Asked, screen: Screen) -> int:
    """Check the drafts and write what was found. Returns the exit code. Raises PrecheckError for a bad policy."""
    lang = screen.style.lang
    found = find(Wanted(asked.paths, asked.exclude, asked.respect_gitignore, asked.stdin_filename, lang))
    inputs = found.inputs
    if asked.output:
        inputs = _without(asked.output, inputs)
        guarded(asked.output, (each.path for each in inputs), lang)
    session = Session(asked, screen, single=len(inputs) == 1)
    for trouble in found.troubles:
        session.unreadable(trouble.filename, trouble)
    try:
        for done, each in enumerate(inputs):
            session.progress.at(done, len(inputs))
            session.take(each)
    finally:
        session.progress.clear()
    return session.close(found.left_out)


def _without(written: Sequence[Output], inputs: Sequence[Input]) -> list[Input]:
    """The inputs without files that will be written, where a folder merely holds them."""
    own = {outputs.identity(each.path) for each in written}
    return [each for each in inputs if each.named or outputs.identity(each.path) not in own]


class Session:
    """One call: adds up what comes of each draft, so that no draft has to be kept."""

    def __init__(self, asked: Asked, screen: Screen, single: bool) -> None:
        self.asked, self.screen = asked, screen
        self.terms, self.progress = Terms(asked, screen.style.lang), Progress(screen)
        self.voice = Voice(screen.style.lang, Redact(asked.redact))
        self.run = Run(tuple(each.name for each in self.terms.lenders), asked.on, screen.style.lang, single)
        catalogue()
        gc.freeze()  # what is loaded stays
        # What a draft leaves behind has no cycles, so there is seldom anything to find.
        gc.set_threshold(20_000)
        gc.enable()
        self.shown = Rendering(asked.format, self.run, screen.style)
        plain = Style(screen.style.lang)
        self.written = {each.path: Rendering(each.format, self.run, plain) for each in asked.output}
        self.renderings = [self.shown, *self.written.values()]
        self.waiting: list[Mapping[str, FileData]] = []
        self.tally, self.passed_over = Tally(), 0
        self.failed = self.trouble = self.differs = False

    def take(self, each: Input) -> None:
        """Check one draft. What goes wrong with it is said, and does not keep the others from being checked."""
        try:
            draft = each.read()
            if draft is None:
                self.passed_over += 1
            elif self.asked.diff:
                self._show_diff(draft)
            else:
                draft = self._mended(draft) if self.asked.fix else draft
                lenders, acceptance = self.terms.of(each.path)
                papers = self.asked.reader(draft)
                self._add(judge(draft, lenders, self.asked.on, self.voice, acceptance, papers))
        except UnreadablePath as fault:
            self.unreadable(each.path, fault.__cause__)
        except OSError as fault:
            why = reason(fault, self.voice.lang)
            self._say(words.NOT_WRITTEN.say(self.voice.lang).format(path=printable(each.path), why=why))
        except PrecheckError as fault:
            self._unread(printable(str(fault)))
        except Exception as fault:
            self._unread(described(fault, printable(each.path), self.voice.lang))

    def _mended(self, draft: Draft) -> Draft:
        """The draft once its writing is mended, in the file too. Raises OSError when it cannot be written."""
        from ..repair import repair
        from .fix import replace

        mended = repair(draft)
        if not mended.places:
            return draft
        replace(draft.path, mended.raw)
        path = printable(draft.path)
        self.screen.complain(words.FIXED.say(self.voice.lang).format(path=path, n=mended.places))
        return read(mended.raw, path=draft.path)

    def _show_diff(self, draft: Draft) -> None:
        from ..repair import repair
        from .fix import diff

        changes = diff(draft.path, repair(draft), self.voice.redact)
        self.differs |= bool(changes)
        self.screen.write(changes)

    def _add(self, report: Report) -> None:
        self.waiting.append(self._said(report))
        if len(self.waiting) == AT_ONCE:
            self._render()
        if self.asked.fail_on != "never":
            self.failed |= report.fails(Severity(self.asked.fail_on))

    def _render(self) -> None:
        """Render the drafts that wait for it. A bug with one of them does not keep the others from being rendered."""
        drafts, self.waiting = self.waiting, []
        try:
            self._keep(drafts)
        except Exception:
            for each in drafts:
                try:
                    self._keep([each])
                except Exception as fault:
                    path = each[self.voice.lang]["path"]
                    self._unread(described(fault, path, self.voice.lang))

    def _keep(self, drafts: "Sequence[Mapping[str, FileData]]") -> None:
        entries = entries_of(self.renderings, drafts)
        for rendering, made in zip(self.renderings, entries, strict=True):
            rendering.entries += made
        for each in drafts:
            self.tally.add(each[self.voice.lang])

    def _said(self, report: Report) -> "dict[str, FileData]":
        """The report's data by language; the horizon is worked out for a single draft only."""
        evidence = any(each.with_evidence for each in self.renderings)
        said = {report.lang: report.to_dict(self.run.single, evidence)}
        if any(each.in_both_languages for each in self.renderings):
            for lang in {*LANGUAGES} - {report.lang}:
                said[lang] = report.said_in(lang).to_dict(self.run.single, evidence)
        return said

    def unreadable(self, path: str, fault: BaseException | None) -> None:
        """Say that a file or folder could not be read, and why."""
        why = reason(fault, self.voice.lang)
        self._unread(words.UNREADABLE.say(self.voice.lang).format(path=printable(path), why=why))

    def _unread(self, line: str) -> None:
        self.tally.unread += 1
        self._say(line)

    def _say(self, line: str) -> None:
        self.progress.clear()
        self.trouble = True
        self.screen.complain(line)

    def close(self, left_out: int) -> int:
        """Write everything. Returns the exit code: that something could not be done outweighs what was found.

        That a draft was named and is to be left out is no lack of input: a hook names every file that was changed.
        """
        self._render()
        if self.passed_over:
            self.screen.complain(words.PASSED_OVER.say(self.voice.lang).format(n=self.passed_over))
        if left_out:
            self.screen.complain(words.LEFT_OUT.say(self.voice.lang).format(n=left_out))
        if self.asked.diff and not self.trouble:
            return NOT_TO_SEND if self.differs else TO_SEND
        if self.tally.files:
            self._write()
        elif not (self.trouble or left_out):
            self._say(words.NO_INPUT.say(self.voice.lang))
        return COULD_NOT if self.trouble else NOT_TO_SEND if self.failed else TO_SEND

    def _write(self) -> None:
        try:
            outputs.write({path: each.text(self.tally) for path, each in self.written.items()})
        except OSError as fault:
            self._say(not_written(fault, self.voice.lang))
        self.screen.write(self.shown.text(self.tally))
