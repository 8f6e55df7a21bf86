"""`precheck check`: every draft is read, judged, rendered and forgotten; then everything is written at once."""

import gc
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from ..errors import PrecheckError, UnreadablePath
from ..flow import below, folder_of, judge, policies
from ..privacy import Redact, Voice, printable
from ..render import help_words as words
from ..report import Report
from ..rule import Severity
from ..rules import catalogue
from ..tally import Run, Tally
from ..terminal import Screen
from .inputs import Input, find
from .trouble import described, reason

FORMATS = {"full": "full", "concise": "concise", "json": "data"}
"""Every format and the module of `render` that makes it."""
TO_SEND, NOT_TO_SEND, COULD_NOT = 0, 1, 2


class Asked(NamedTuple):
    """What the command line asks for: a field for every option, of the same name."""

    paths: Sequence[str]
    policy: Sequence[str]
    on: date
    format: str
    fail_on: str
    redact: str
    no_papers: bool = False


def check(asked: Asked, screen: Screen) -> int:
    """Check the drafts and write what was found. Returns the exit code. Raises PrecheckError for a bad policy."""
    inputs, troubles = find(asked.paths)
    session = Session(asked, screen, single=len(inputs) == 1)
    for trouble in troubles:
        session.unreadable(trouble.filename, trouble)
    for each in inputs:
        session.take(each)
    return session.close()


class Session:
    """One call: adds up what comes of each draft, so that no draft has to be kept."""

    def __init__(self, asked: Asked, screen: Screen, single: bool) -> None:
        self.asked, self.screen = asked, screen
        self.lenders = policies(list(asked.policy))
        self.voice = Voice(screen.style.lang, Redact(asked.redact))
        self.run = Run(tuple(each.name for each in self.lenders), asked.on, screen.style.lang, single)
        catalogue()
        gc.freeze()  # what is loaded stays
        # What a draft leaves behind has no cycles, so there is seldom anything to find.
        gc.set_threshold(20_000)
        gc.enable()
        self.format = import_module(f"..render.{FORMATS[asked.format]}", __package__)
        self.tally, self.entries, self.passed_over = Tally(), list[Any](), 0
        self.failed = self.trouble = False

    def take(self, each: Input) -> None:
        """Check one draft. What goes wrong with it is said, and does not keep the others from being checked."""
        try:
            draft = each.read()
            if draft is None:
                self.passed_over += 1
            else:
                papers = None if self.asked.no_papers else below(folder_of(draft))
                self._add(judge(draft, self.lenders, self.asked.on, self.voice, papers))
        except UnreadablePath as fault:
            self.unreadable(each.path, fault.__cause__)
        except PrecheckError as fault:
            self._say(printable(str(fault)))
        except Exception as fault:
            self._say(described(fault, printable(each.path), self.voice.lang))

    def _add(self, report: Report) -> None:
        entry = self.format.entry(report, self.run, self.screen.style)
        self.tally.add(report)
        self.entries.append(entry)
        if self.asked.fail_on != "never":
            self.failed |= report.fails(Severity(self.asked.fail_on))

    def unreadable(self, path: str, fault: BaseException | None) -> None:
        """Say that a file or folder could not be read, and why."""
        why = reason(fault, self.voice.lang)
        self._say(words.UNREADABLE.say(self.voice.lang).format(path=printable(path), why=why))

    def _say(self, line: str) -> None:
        self.trouble = True
        self.screen.complain(line)

    def close(self) -> int:
        """Write everything. Returns the exit code: that something could not be done outweighs what was found."""
        if self.passed_over:
            self.screen.complain(words.PASSED_OVER.say(self.voice.lang).format(n=self.passed_over))
        if self.entries:
            whole = self.format.whole(self.entries, self.tally, self.run, self.screen.style)
            self.screen.write(whole)
        elif not self.trouble:
            self._say(words.NO_INPUT.say(self.voice.lang))
        return COULD_NOT if self.trouble else NOT_TO_SEND if self.failed else TO_SEND
