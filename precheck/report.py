"""What was found, what could not be checked, and whether the draft may go out. Renderers turn it into text."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from .assembly import readable
from .case import Case, Judgement
from .evidence import Evidence, evidence
from .examination import RANK, Speaker
from .finding import Finding, Skipped, Verdict
from .horizon import last_day
from .paper_table import PaperRow, rows
from .privacy import Voice, printable
from .rule import Severity
from .text import Text, label

if TYPE_CHECKING:
    from .contract import FileData

MISSING = "DOC001"
"""The rule that finds a required paper missing."""


class Report:
    """What was found in one draft. Everything is worked out when it is asked for, and masked before it is seen."""

    def __init__(self, case: Case, judgements: Sequence[Judgement], voice: Voice) -> None:
        self._case, self._judgements, self._voice = case, judgements, voice

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
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, the worst first, then in the order of the draft."""
        speaker = Speaker(self._case.draft, self._case.application, self._judgements[0].policy, self._voice)
        found = [speaker.finding(each) for each in self._judgements[0].standing]
        return tuple(sorted(found, key=_order))

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """Every rule that could not be checked, and what it waits for: what to ask for next."""
        return self._judgements[0].skipped

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

    @property
    def text(self) -> str:
        """The draft as written, nothing masked: only for code frames, which mask it. Empty for a dict."""
        return self._case.draft.text if self._case.draft.has_text else ""

    @property
    def voice(self) -> Voice:
        """The language of the words, and how much is hidden."""
        return self._voice

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(each.severity is severity for each in self.findings)

    def fails(self, at: Severity) -> bool:
        """Whether under any policy the draft is not ready, or a finding stands that is as bad as `at` or worse."""
        return any(
            not each.ready or any(RANK[one.severity] <= RANK[at] for one in each.standing)
            for each in self._judgements
        )

    def to_dict(self, horizon: bool = True) -> "FileData":
        """One entry of `files` of the report's data. Without `horizon` it is not computed, and null."""
        return {
            "path": self.path,
            "ready": self.ready,
            "papers": self.papers,
            "holds_until": self.holds_until.isoformat() if horizon and self.holds_until else None,
            "findings": [each.to_dict() for each in self.findings],
            "slips": [],
            "skipped": [each.to_dict() for each in self.skipped],
            "not_opened": [each.to_dict() for each in self.not_opened],
            "evidence": [each.to_dict(self._voice) for each in self.evidence],
            "verdicts": [each.to_dict() for each in self.verdicts],
        }


def _order(finding: Finding) -> tuple[Any, ...]:
    where = finding.place.location
    return (
        RANK[finding.severity],
        (where.line, where.column) if where else (0, 0),
        finding.code,
        finding.place.pointer,
    )
