"""What was found, what could not be checked, and whether the draft may go out. Renderers turn it into text."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from .acceptance import EVERYTHING, Acceptance, Settled, Unused, settle
from .case import Case, Judgement
from .evidence import Evidence, evidence
from .examination import Speaker, Trace
from .facts.characters import printable
from .finding import Finding, Place, Skipped, Verdict
from .horizon import last_day
from .papers.table import PaperRow, rows
from .privacy import Voice
from .rule import RANK, Severity
from .text import Text, label
from .views.assembly import readable

if TYPE_CHECKING:
    from .contract import FileData, FrameData
    from .diagnosis import Contradiction, Diagnosed, Slip

SAME_IN_ALL_LANGUAGES = (
    "settled",
    "skipped",
    "unused_waivers",
    "verdicts",
    "holds_until",
    "evidence",
    "_frames",
)
"""What need not be worked out again for another language: the findings' order is the same in all of them."""

MISSING = "DOC001"
"""The rule that finds a required paper missing."""


class Report:
    """What was found in one draft. Everything is worked out when it is asked for, and masked before it is seen."""

    def __init__(
        self,
        case: Case,
        judgements: Sequence[Judgement],
        voice: Voice,
        acceptance: Acceptance = EVERYTHING,
    ) -> None:
        self._case, self._judgements, self._voice, self._acceptance = case, judgements, voice, acceptance

    @property
    def path(self) -> str:
        """The draft's path as it was given, without characters that could steer a terminal."""
        return printable(self._case.draft.path)

    @property
    def on(self) -> date:
        """The day of the check."""
        return self._judgements[0].context.on

    @property
    def policy(self) -> str:
        """The policy that `ready` and `findings` speak of: the first one asked for."""
        return self._judgements[0].policy.name

    @property
    def policies(self) -> tuple[str, ...]:
        """All the policies asked for."""
        return tuple(each.policy.name for each in self._judgements)

    @property
    def lang(self) -> str:
        """The language of the words: `zh` or `en`."""
        return self._voice.lang

    @property
    def ready(self) -> bool:
        """Nothing will bounce it, and nothing was left unchecked."""
        return self._judgements[0].ready

    @property
    def papers(self) -> Literal["opened", "listed", "none"]:
        """Whether attached papers were `opened`, only `listed`, or there are `none`. With one that nothing here can
        open, they are only listed."""
        if not readable(self._case.application, "documents"):
            return "none"
        papers = self._case.papers
        return "opened" if papers and all(each.was_opened for each in papers) else "listed"

    @cached_property
    def settled(self) -> tuple[Settled, ...]:
        """For each policy, what stands, what the caller accepts, and what was not asked for."""
        return tuple(settle(each, self._acceptance, self.speaker) for each in self._judgements)

    @cached_property
    def speaker(self) -> Speaker:
        """Who puts the first policy's findings into words."""
        return Speaker(self._case.draft, self._case.application, self._judgements[0].policy, self._voice)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, the worst first, then in the order of the draft; what the caller accepts comes last."""
        return tuple(found for _, found in self._told)

    @cached_property
    def _told(self) -> list[tuple[Trace, Finding]]:
        """The findings with what they were made from."""
        found = [(each, self.speaker.finding(each, waived)) for each, waived in self.settled[0].found]
        return sorted(found, key=lambda each: _order(each[1]))

    @cached_property
    def _diagnosed(self) -> "Diagnosed":
        from .diagnosis import diagnose  # only here: a clean draft has no need of it

        return diagnose(self._case, self._judgements[0], self._voice)

    @property
    def slips(self) -> "tuple[Slip, ...]":
        """The typing slips that most likely explain findings, the likeliest first: proposals, never corrections."""
        return self._diagnosed.slips if self.findings else ()

    @property
    def contradictions(self) -> "tuple[Contradiction, ...]":
        """Findings about figures that no slip explains, and which paper to look at."""
        return self._diagnosed.contradictions if self.findings else ()

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """Every rule that could not be checked, and what it waits for: what to ask for next."""
        return self.settled[0].skipped

    @cached_property
    def unused_waivers(self) -> tuple[Unused, ...]:
        """The waivers of this draft that cover nothing under any policy."""
        used_nowhere = [each.unused for each in self.settled]
        return tuple(each for each in used_nowhere[0] if all(each in others for others in used_nowhere))

    @property
    def unselected(self) -> int:
        """How many findings and waiting rules were not asked for, and are not listed."""
        return self.settled[0].unselected

    @cached_property
    def not_opened(self) -> tuple[Skipped, ...]:
        """The rules that speak of papers which were to be opened and could not be read. When `papers` says `listed`
        and none was tried, it is empty: no rule on papers was asked at all."""
        return self._judgements[0].not_opened

    @property
    def unread(self) -> tuple[Text, ...]:
        """The kinds of the papers which those rules speak of, in the order of the draft."""
        pointers = {pointer for each in self.not_opened for pointer in each.waits_for}
        return tuple(
            label(paper.document.kind)
            for paper in self._case.papers
            if pointers.intersection(self._case.places.pointers(paper.document / "path"))
        )

    @cached_property
    def paper_findings(self) -> tuple[Finding, ...]:
        """The findings that speak of a paper, or of one that is missing, the worst first."""
        return tuple(
            each
            for each in self.findings
            if any(place.pointer.startswith("/documents") for place in (each.place, *each.related))
        )

    @cached_property
    def paper_rows(self) -> tuple[PaperRow, ...]:
        """The papers one by one, then those that are asked for and missing."""
        missing = [
            trace.hit.facts["paper"] for trace in self._judgements[0].standing if trace.rule.code == MISSING
        ]
        return tuple(rows(self._case, self._judgements[0], missing))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """For each policy: whether the draft is ready, and what stops it."""
        return tuple(each.verdict for each in self._judgements)

    @cached_property
    def holds_until(self) -> date | None:
        """The last day on which the draft stays ready if nothing but time passes; None when not ready, or when
        nothing changes within a year."""
        return last_day(self._case, self._judgements[0]) if self.ready else None

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """For each declared year, which sources confirm the declared revenue, differ from it, or were not given."""
        return tuple(evidence(self._case, self._judgements[0]))

    def count(self, severity: Severity) -> int:
        """How many findings have a severity, those that the caller accepts left out."""
        return sum(each.severity is severity and not each.waived for each in self.findings)

    def fails(self, at: Severity) -> bool:
        """Whether under any policy something that the caller does not accept stands and is as bad as `at` or worse,
        or keeps the draft from being ready."""
        if self._acceptance is EVERYTHING and not all(each.ready for each in self._judgements):
            return True
        return any(each.fails(at) for each in self.settled)

    def said_in(self, lang: str) -> "Report":
        """The same report with its words in a language, `zh` or `en`."""
        other = Report(self._case, self._judgements, replace(self._voice, lang=lang), self._acceptance)
        other.__dict__ |= {
            name: self.__dict__[name] for name in SAME_IN_ALL_LANGUAGES if name in self.__dict__
        }
        other._told = [(each, other.speaker.again(each, found)) for each, found in self._told]
        return other

    def to_dict(self, horizon: bool = True, evidence: bool = True) -> "FileData":
        """One entry of `files` of the report's data. What takes longer is left out unless it is wanted: without
        `horizon` it is null, without `evidence` there is none."""
        made: FileData = {
            "path": self.path,
            "ready": self.ready,
            "papers": self.papers,
            "holds_until": self.holds_until.isoformat() if horizon and self.holds_until else None,
            "findings": [*map(Finding.to_dict, self.findings, self._frames)] if self.findings else [],
            "slips": [each.to_dict(self._frame_at(each.place)) for each in self.slips],
            "contradictions": [each.to_dict() for each in self.contradictions],
            "skipped": [each.to_dict() for each in self.skipped],
            "evidence": [each.to_dict(self._voice) for each in self.evidence] if evidence else [],
            "verdicts": [each.to_dict() for each in self.verdicts],
        }
        if self.not_opened:
            made["not_opened"] = [each.to_dict() for each in self.not_opened]
            made["unread"] = [each.say(self.lang) for each in self.unread]
        if self.unused_waivers:
            made["unused_waivers"] = [each.to_dict() for each in self.unused_waivers]
        if self.unselected:
            made["unselected"] = self.unselected
        return made

    def render(self, format: str = "full") -> str:  # noqa: A002 - as the command's option is called
        """The report as text in a format of `precheck check`: `html`, `markdown`, `sarif` … Raises PrecheckError when
        there is no such format."""
        from .render.rendering import alone  # only here: who only reads findings has no need of it

        return alone(self, format)

    @cached_property
    def _frames(self) -> "list[FrameData | None]":
        """For each finding the line that it points at; of a draft without text there is none."""
        return [self._frame_at(each.place) for each in self.findings]

    @cached_property
    def _frame_at(self) -> "Callable[[Place], FrameData | None]":
        from .render.frame import Frames  # only here: a clean draft has no need of it

        return Frames(self._case.draft, self._voice.redact).at


def _order(finding: Finding) -> tuple[Any, ...]:
    where = finding.place.location
    return (
        finding.waived is not None,
        RANK[finding.severity],
        (where.line, where.column) if where else (0, 0),
        finding.code,
        finding.place.pointer,
    )
