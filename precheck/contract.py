"""The report as data, field by field: what `to_dict` gives, and what `schemas/report-1.json` is made from.

Fields are only ever added. A field that changes its meaning gets a new `schema_version`.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from .rule import Cause, Severity, Trigger

Words = str
"""Words for a reader, in the report's language, private parts masked."""
Codes = list[Annotated[str, Field(pattern="^[A-Z]{3}[0-9]{3}$")]]
Pointer = Annotated[
    str, Field(description="JSON Pointer (RFC 6901); keys that are not of the data interface are masked")
]
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Number = Annotated[int, Field(ge=0)]
Position = Annotated[int, Field(ge=1)]


class LocationData(TypedDict):
    """Lines and columns from 1, columns in code points; the end column is the one after the value."""

    line: Position
    column: Position
    end_line: Position
    end_column: Position


class PlaceData(TypedDict):
    """A place in the draft; without a location when the draft was given as a dict."""

    pointer: Pointer
    location: LocationData | None


class WaivedData(TypedDict):
    """That it is known and accepted: it makes no command fail, and no draft ready."""

    reason: Annotated[str, Field(min_length=1)]
    until: Annotated[
        Day | None, Field(description="The last day on which it is accepted; null without an end")
    ]


class FrameData(TypedDict):
    """The line of the draft that a finding points at, private parts masked, or what of a long line is near the value.

    The value is `text[start:end]`, counted in code points from 0."""

    text: Words
    start: Number
    end: Number


class FramedData(PlaceData):
    """A place with its line."""

    frame: FrameData | None


class FindingData(FramedData):
    """A rule that does not hold."""

    code: Annotated[str, Field(pattern="^[A-Z]{3}[0-9]{3}$")]
    name: str
    severity: Severity
    cause: Cause
    triggers: list[Trigger]
    message: Words
    remedy: Words
    params: Annotated[dict[str, Words], Field(description="The facts of the message, masked like it")]
    related: list[PlaceData]
    muted: Annotated[Codes, Field(description="Rules that only repeat this finding")]
    source: str
    fingerprint: Annotated[
        str,
        Field(
            pattern="^[0-9a-f]{16}$",
            description="The same for the same fault at the same place, whatever it says",
        ),
    ]
    waived: NotRequired[WaivedData]
    own_severity: NotRequired[
        Annotated[Severity, Field(description="What the severity would be if the caller had not set another")]
    ]


class GuessData(TypedDict):
    """A second explanation of the same contradictions."""

    pointer: Pointer
    kind: str
    likely: Words
    probability: Annotated[float, Field(ge=0, le=1)]


class ClearedData(TypedDict):
    """A finding that would go away."""

    code: str
    pointer: Pointer


class ChangedData(TypedDict):
    """One more field that the same slip changed."""

    pointer: Pointer
    typed: Words
    likely: Words


class SlipData(FramedData):
    """A typing error that explains contradictions: a proposal, never a correction."""

    kind: str
    typed: Words
    likely: Annotated[Words, Field(description="What was most likely meant; - where nothing tells")]
    probability: Annotated[float, Field(ge=0, le=1, description="That these fields were mistyped")]
    value_probability: Annotated[float, Field(ge=0, le=1, description="That the values proposed were meant")]
    clears: list[ClearedData]
    runner_up: GuessData | None
    others: Annotated[list[ChangedData], Field(description="More fields that the same slip changed")]
    message: Words


class ContradictionData(TypedDict):
    """Findings about figures that no slip explains, and the paper to look at."""

    findings: list[ClearedData]
    pointer: Pointer
    message: Words


class SkippedData(TypedDict):
    """A rule that could not be checked, and the places that it waits for."""

    code: str
    waits_for: list[Pointer]
    waived: NotRequired[WaivedData]


class UnusedWaiverData(TypedDict):
    """A waiver that covers nothing: the finding is gone or says something else, or the waiver has ended."""

    code: str
    place: str
    reason: str
    ended: bool


class EvidenceData(TypedDict):
    """What one source says of a declared figure."""

    figure: str
    year: int
    source: str
    period: str
    state: Literal["confirms", "differs", "not_given"]
    amount: Words | None
    differs_by: Words | None


class VerdictData(TypedDict):
    """Whether the draft is ready under one policy, and the codes that stop it."""

    policy: str
    ready: bool
    blocked_by: Codes


class FileData(TypedDict):
    """One draft."""

    path: str
    ready: Annotated[bool, Field(description="No error stands and no rule waits")]
    papers: Literal["opened", "listed", "none"]
    holds_until: Annotated[
        Day | None,
        Field(
            description="The last day on which it stays ready; null when not ready, not asked, or a year away"
        ),
    ]
    findings: list[FindingData]
    slips: Annotated[
        list[SlipData], Field(description="Typing errors that explain findings, likeliest first")
    ]
    contradictions: list[ContradictionData]
    skipped: list[SkippedData]
    evidence: list[EvidenceData]
    verdicts: Annotated[list[VerdictData], Field(min_length=1)]
    not_opened: NotRequired[
        Annotated[
            list[SkippedData],
            Field(
                description="Rules on papers that were to be opened and could not be read; no part of `ready`"
            ),
        ]
    ]
    unread: NotRequired[
        Annotated[list[Words], Field(description="What those papers are called, in the order of the draft")]
    ]
    unused_waivers: NotRequired[list[UnusedWaiverData]]
    unselected: NotRequired[
        Annotated[
            int,
            Field(ge=1, description="Findings and waiting rules that were not asked for, and are not listed"),
        ]
    ]


class SummaryData(TypedDict):
    """Counts over all drafts; `rules` is how many rules there are."""

    files: Number
    ready: Number
    errors: Number
    warnings: Number
    notes: Number
    skipped: Number
    waived: Annotated[int, Field(ge=0, description="Accepted; not in the other counts")]
    unread: Annotated[
        int, Field(ge=0, description="Files and folders that could not be read or checked; not in `files`")
    ]
    rules: Number


class ToolData(TypedDict):
    """What wrote the report."""

    name: Literal["precheck"]
    version: str


class ReportData(TypedDict):
    """A report of one call; with several policies `ready` and `findings` are the first one's."""

    schema_version: Literal[1]
    tool: ToolData
    policy: str
    on: Day
    lang: Literal["zh", "en"]
    summary: SummaryData
    files: list[FileData]
