"""The evidence on the HTML page: for each declared year, which sources confirm it, differ, or were not given."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from . import page_words, words
from .escape import sentence, xml
from .sections import row
from .style import MARKS

if TYPE_CHECKING:
    from ..contract import EvidenceData, FileData

SIGNS = {"confirms": "good", "differs": "error"}


def evidence(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """For every year a table of what was given, and a line of what was not."""
    if not file["evidence"]:
        return
    yield f"<section>\n<h{level}>{words.EVIDENCE.say(lang)}</h{level}>\n"
    for year, entries in groupby(file["evidence"], key=lambda each: each["year"]):
        yield from _year(year, list(entries), lang)
    yield "</section>\n"


def _year(year: int, entries: Sequence["EvidenceData"], lang: str) -> Iterator[str]:
    given = [each for each in entries if each["state"] in SIGNS]
    caption = page_words.YEAR.say(lang).format(year=year)
    yield from _table(caption, given, lang) if given else (f"<p><strong>{caption}</strong></p>\n",)
    if missing := [row(each, lang)[1] for each in entries if each["state"] not in SIGNS]:
        said = words.STATES["not_given"].say(lang) + words.COLON.say(lang)
        yield f'<p class="not-given">{sentence(said)}{xml(words.LIST_MARK.say(lang).join(missing))}</p>\n'


def _table(caption: str, entries: Sequence["EvidenceData"], lang: str) -> Iterator[str]:
    source, amount, agreement = (words.EVIDENCE_COLUMNS[column].say(lang) for column in (1, 3, 4))
    yield f"<table>\n<caption>{caption}</caption>\n<thead><tr>"
    yield f'<th scope="col">{source}</th><th scope="col" class="amount">{amount}</th>'
    yield f'<th scope="col">{agreement}</th></tr></thead>\n<tbody>\n'
    yield from (_row(each, lang) for each in entries)
    yield "</tbody>\n</table>\n"


def _row(each: "EvidenceData", lang: str) -> str:
    _, source, period, amount, state = map(xml, row(each, lang))
    sign = SIGNS[each["state"]]
    small = f" <small>{period}</small>" if period else ""
    shown = f'<span class="{sign}" aria-hidden="true">{MARKS[sign]}</span> {state}'
    return (
        f'<tr><th scope="row">{source}{small}</th><td class="amount">{amount}</td>'
        f"<td>{shown}{_bar(each)}</td></tr>\n"
    )


def _bar(each: "EvidenceData") -> str:
    """How much of the whole bar the source confirms; the words beside it say the same."""
    share = _share(each["differs_by"])
    if share is None:
        return ""
    return f'<span class="bar" aria-hidden="true"><i style="width:{100 - share:.0f}%"></i></span>'


def _share(percent: str | None) -> float | None:
    """The number of a percentage in words, at most 100; None where it is hidden or not given."""
    try:
        return min(100.0, max(0.0, float((percent or "").removesuffix("%"))))
    except ValueError:
        return None
