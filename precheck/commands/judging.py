"""What comes of some drafts of a call: each is read, judged, rendered and forgotten."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import PrecheckError, UnreadablePath
from ..facts.characters import printable
from ..flow import judge
from ..privacy import Redact, Voice
from ..render import help_words as words
from ..render.rendering import Rendering, entries_of
from ..report import Report
from ..rule import Severity
from ..source import Draft
from ..tally import Tally
from ..text import LANGUAGES
from .inputs import Input
from .terms import Terms
from .trouble import described, reason, unreadable

if TYPE_CHECKING:
    from ..contract import FileData
    from .check import Asked

Said = Mapping[str, "FileData"]
"""A report as data, by language."""


@dataclass
class Part:
    """What came of some drafts: what each rendering keeps of them, and what could not be done, in words."""

    entries: list[list[Any]]
    tally: Tally = field(default_factory=Tally)
    troubles: list[str] = field(default_factory=list)
    fails: bool = False
    passed_over: int = 0
    """Files that a folder merely holds and that are no drafts."""

    def cannot(self, line: str) -> None:
        """Say of a draft why nothing came of it."""
        self.tally.unread += 1
        self.troubles.append(line)


class Judging:
    """Judges the drafts of one call. It shows nothing, and keeps nothing of a draft."""

    def __init__(self, asked: "Asked", terms: Terms, renderings: Sequence[Rendering], single: bool) -> None:
        """The horizon is worked out for a single draft only."""
        self.asked, self.terms, self.renderings, self.single = asked, terms, renderings, single
        self.voice = Voice(terms.lang, Redact(asked.redact))
        self.evidence = any(each.with_evidence for each in renderings)
        self.in_both_languages = any(each.in_both_languages for each in renderings)

    def part(
        self,
        inputs: Sequence[Input],
        first: Callable[[Draft], Draft | None] | None = None,
        seen: Callable[[], None] = lambda: None,
    ) -> Part:
        """What comes of some drafts. `first` makes of each what is to be judged, if anything; `seen` is called when
        one is done. What goes wrong with a draft is told, and does not keep the others from being checked."""
        part = Part([[] for _ in self.renderings])
        reports = list[Said]()
        for each in inputs:
            reports += self._told(each, first, part)
            seen()
        self._render(reports, part)
        return part

    def _told(self, each: Input, first: Callable[[Draft], Draft | None] | None, part: Part) -> list[Said]:
        lang = self.voice.lang
        try:
            draft = each.read()
            part.passed_over += draft is None
            wanted = first(draft) if first and draft else draft
            return [self._judged(wanted, each.path, part)] if wanted else []
        except UnreadablePath as fault:
            part.cannot(unreadable(each.path, fault.__cause__, lang))
        except OSError as fault:
            why = reason(fault, lang)
            part.cannot(words.NOT_WRITTEN.say(lang).format(path=printable(each.path), why=why))
        except PrecheckError as fault:
            part.cannot(printable(str(fault)))
        except Exception as fault:
            part.cannot(described(fault, printable(each.path), lang))
        return []

    def _judged(self, draft: Draft, path: str, part: Part) -> Said:
        lenders, acceptance = self.terms.of(path)
        report = judge(draft, lenders, self.asked.on, self.voice, acceptance, self.asked.reader(draft))
        if self.asked.fail_on != "never":
            part.fails |= report.fails(Severity(self.asked.fail_on))
        return self._said(report)

    def _said(self, report: Report) -> Said:
        said = {report.lang: report.to_dict(self.single, self.evidence)}
        if self.in_both_languages:
            for lang in {*LANGUAGES} - {report.lang}:
                said[lang] = report.said_in(lang).to_dict(self.single, self.evidence)
        return said

    def _render(self, reports: Sequence[Said], part: Part) -> None:
        """Render the reports. A bug with one of them does not keep the others from being rendered."""
        try:
            self._keep(reports, part)
        except Exception:
            for each in reports:
                try:
                    self._keep([each], part)
                except Exception as fault:
                    part.cannot(described(fault, each[self.voice.lang]["path"], self.voice.lang))

    def _keep(self, reports: Sequence[Said], part: Part) -> None:
        for kept, made in zip(part.entries, entries_of(self.renderings, reports), strict=True):
            kept += made
        for each in reports:
            part.tally.add(each[self.voice.lang])
