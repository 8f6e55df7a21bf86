"""`precheck check`: every draft is read, judged, rendered and forgotten; then everything is written at once."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..cli import outputs
from ..cli.outputs import Output
from ..cli.terminal import Screen
from ..facts.characters import printable
from ..flow import below, folder_of
from ..globs import Patterns
from ..papers import Read
from ..render import help_words as words
from ..render.rendering import Rendering
from ..render.style import Style
from ..rules import catalogue
from ..source import Draft, read
from ..tally import Run, Tally
from .inputs import Input, Wanted, find
from .judging import Judging, Part
from .progress import Progress
from .terms import Terms
from .trouble import guarded, not_written, unreadable

TO_SEND, NOT_TO_SEND, COULD_NOT = 0, 1, 2
AT_ONCE = 50
"""Drafts that are rendered together: many formats in turn for every single draft would cost half as much again."""
A_SHARE = 16
"""Drafts that a process takes at a time: few enough that all processes have work until the end."""


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
    cache: bool = False
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
        return None if self.no_papers else below(folder_of(draft), self.cache)


def check(asked: Asked, screen: Screen) -> int:
    """Check the drafts and write what was found. Returns the exit code. Raises PrecheckError for a bad policy."""
    lang = screen.style.lang
    found = find(Wanted(asked.paths, asked.exclude, asked.respect_gitignore, asked.stdin_filename, lang))
    inputs = found.inputs
    if asked.output:
        inputs = _without(asked.output, inputs)
        guarded(asked.output, (each.path for each in inputs), lang)
    session = Session(asked, screen, single=len(inputs) == 1)
    session.cannot([unreadable(each.filename, each, lang) for each in found.troubles])
    try:
        session.take(inputs)
    finally:
        session.progress.clear()
    return session.close(found.left_out)


def _without(written: Sequence[Output], inputs: Sequence[Input]) -> list[Input]:
    """The inputs without files that will be written, where a folder merely holds them."""
    own = {outputs.identity(each.path) for each in written}
    return [each for each in inputs if each.named or outputs.identity(each.path) not in own]


def _in_shares(inputs: Sequence[Input], size: int) -> list[Sequence[Input]]:
    return [inputs[start : start + size] for start in range(0, len(inputs), size)]


class Session:
    """One call: adds up what comes of each draft, so that no draft has to be kept."""

    def __init__(self, asked: Asked, screen: Screen, single: bool) -> None:
        self.asked, self.screen, self.lang = asked, screen, screen.style.lang
        self.progress = Progress(screen)
        catalogue()
        gc.freeze()  # what is loaded stays
        # What a draft leaves behind has no cycles, so there is seldom anything to find.
        gc.set_threshold(20_000)
        gc.enable()
        terms = Terms(asked, self.lang)
        self.run = Run(tuple(each.name for each in terms.lenders), asked.on, self.lang, single)
        self.shown = Rendering(asked.format, self.run, screen.style)
        plain = Style(self.lang)
        self.written = {each.path: Rendering(each.format, self.run, plain) for each in asked.output}
        self.renderings = [self.shown, *self.written.values()]
        self.judging = Judging(asked, terms, self.renderings, single)
        self.tally, self.passed_over = Tally(), 0
        self.failed = self.trouble = self.differs = False

    def take(self, inputs: Sequence[Input]) -> None:
        """Check the drafts, many of them in several processes at once."""
        first = self._show_diff if self.asked.diff else self._mended if self.asked.fix else None
        shared = first is None and len(inputs) > AT_ONCE
        for part in self._shared_parts(inputs) if shared else self._own_parts(inputs, first):
            self._add(part)

    def _own_parts(
        self, inputs: Sequence[Input], first: Callable[[Draft], Draft | None] | None
    ) -> Iterator[Part]:
        done = count(1)
        for own in _in_shares(inputs, AT_ONCE):
            yield self.judging.part(own, first, lambda: self.progress.at(next(done), len(inputs)))

    def _shared_parts(self, inputs: Sequence[Input]) -> Iterator[Part]:
        from . import crew  # only here: of a few drafts nobody else is asked

        processes = crew.size(len(inputs))
        if processes == 1:
            yield from self._own_parts(inputs, None)
            return
        first, *shares = _in_shares(inputs, A_SHARE)
        yield self.judging.part(first)  # what that loads is loaded for all processes
        made = crew.shared(lambda number: self.judging.part(shares[number]), len(shares), processes)
        done = len(first)
        for own, part in zip(shares, made, strict=True):
            done += len(own)
            self.progress.at(done, len(inputs))
            yield part or self._ended(own)

    def cannot(self, lines: Sequence[str]) -> None:
        """Say of files and folders why nothing comes of them."""
        self.tally.unread += len(lines)
        for line in lines:
            self._complain(line)

    def _ended(self, inputs: Sequence[Input]) -> Part:
        """What comes of drafts whose process was ended by the system, perhaps for one of them."""
        part = Part([[] for _ in self.renderings])
        for each in inputs:
            part.cannot(words.ENDED.say(self.lang).format(path=printable(each.path)))
        return part

    def _add(self, part: Part) -> None:
        for rendering, made in zip(self.renderings, part.entries, strict=True):
            rendering.entries += made
        self.tally.include(part.tally)
        self.failed |= part.fails
        self.passed_over += part.passed_over
        for line in part.troubles:
            self._complain(line)

    def _mended(self, draft: Draft) -> Draft:
        """The draft once its writing is mended, in the file too. Raises OSError when it cannot be written."""
        from ..repair import repair

        mended = repair(draft)
        if not mended.places:
            return draft
        outputs.write({draft.path: mended.after})
        path = printable(draft.path)
        self.screen.complain(words.FIXED.say(self.lang).format(path=path, n=mended.places))
        return read(mended.raw, path=draft.path)

    def _show_diff(self, draft: Draft) -> None:
        from ..repair import repair
        from .fix import diff

        changes = diff(draft.path, repair(draft), self.judging.voice.redact)
        self.differs |= bool(changes)
        self.screen.write(changes)

    def _complain(self, line: str) -> None:
        self.progress.clear()
        self.trouble = True
        self.screen.complain(line)

    def close(self, left_out: int) -> int:
        """Write everything. Returns the exit code: that something could not be done outweighs what was found.

        That a draft was named and is to be left out is no lack of input: a hook names every file that was changed.
        """
        if self.passed_over:
            self.screen.complain(words.PASSED_OVER.say(self.lang).format(n=self.passed_over))
        if left_out:
            self.screen.complain(words.LEFT_OUT.say(self.lang).format(n=left_out))
        if self.asked.diff and not self.trouble:
            return NOT_TO_SEND if self.differs else TO_SEND
        if self.tally.files:
            self._write()
        elif not (self.trouble or left_out):
            self._complain(words.NO_INPUT.say(self.lang))
        return COULD_NOT if self.trouble else NOT_TO_SEND if self.failed else TO_SEND

    def _write(self) -> None:
        try:
            outputs.write({path: each.text(self.tally) for path, each in self.written.items()})
        except OSError as fault:
            self._complain(not_written(fault, self.lang))
        self.screen.write(self.shown.text(self.tally))
