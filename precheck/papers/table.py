"""The papers of a draft one by one: asked for or not, there or not, opened, read, and for which months."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..application import Gap
from ..case import Case, Judgement
from ..policy.requirements import applying
from ..policy.rows import RequiredDocument
from ..text import Text, label
from . import Paper

State = Literal["not_given", "closed", "unreadable", "opened", "read"]


class PaperRow(NamedTuple):
    """One paper that the draft names, or one that the policy asks for and the draft does not name."""

    pointer: str
    """Of the paper; "" of one that is not there."""
    kind: Text
    side: Text | None
    asked_for: bool
    state: State
    """`closed` when nobody opened it, `unreadable` when it does not open, `opened` when nothing could be read of what
    it shows, as of a photo, and `read` when it could."""
    covers: Text
    """The months that the paper itself says, or the draft."""


def rows(case: Case, judgement: Judgement, missing: Sequence[Text]) -> Iterator[PaperRow]:
    """A row for every paper of the draft, in its order, then one for each that is `missing`."""
    asked = _asked_for(judgement)
    opened = {id(each.document): each for each in case.papers}
    for number, document in enumerate(case.application.__dict__.get("documents", ())):
        kind, side = document.__dict__.get("kind", ""), document.__dict__.get("side", "both")
        paper = opened.get(id(document))
        yield PaperRow(
            f"/documents/{number}",
            label(kind),
            label(side) if side != "both" else None,
            kind in asked,
            _state(paper),
            _covers(paper) or _typed_period(document.__dict__.get("period")),
        )
    for each in missing:
        yield PaperRow("", each, None, True, "not_given", NOTHING)


NOTHING = Text("", "")


def _asked_for(judgement: Judgement) -> set[str]:
    """The kinds that the policy asks for; none when it cannot be told what applies."""
    try:
        applied: list[RequiredDocument] = applying(judgement.policy.documents, judgement.case.application)
    except Gap:
        return set()
    return {kind for row in applied for kind in row.any_of}


def _state(paper: Paper | None) -> State:
    if paper is None or not paper.was_opened:
        return "closed"
    if paper.file.verdict != "ok":
        return "unreadable"
    return "read" if paper.says.kinds or paper.file.recognised else "opened"


def _covers(paper: Paper | None) -> Text | None:
    """From the first month to the last that the statements in a paper speak of."""
    if paper is None or _state(paper) != "read":
        return None
    months = [month.month for flow in paper.says.flows for month in flow.months]
    months += [f"{form.ends.day:%Y-%m}" for form in paper.says.forms if form.ends]
    if not months:
        return None
    span = min(months) if min(months) == max(months) else f"{min(months)}/{max(months)}"
    return Text(span, span)


def _typed_period(period: object) -> Text:
    text = getattr(period, "text", "")
    return Text(text, text)
