"""Which papers bear a correction out."""

from typing import Final

from ..text import Text
from . import words
from .search import Part, Search
from .suspects import Suspect
from .typed import Reader

MOST: Final = 3
"""Papers that are named."""


def agreeing(search: Search, reader: Reader, suspect: Suspect) -> list[Text]:
    """The papers whose figures go with the correction and did not go with what was typed.

    Papers that tell the same figure come before sums; what is only usual is named where there is nothing else.
    """
    if not suspect.has_value:
        return []
    system, before = search.system, search.begin()
    after = search.after(before, Part(suspect.kind, suspect.changes))
    touched = dict.fromkeys(band for field in suspect.changes for band, _, _ in system.touching(field))
    mended = set(search.broken(before, touched)) - set(search.broken(after, touched))
    tiers: list[list[Text]] = [[], [], []]
    own = {paper_of(reader.pointer(field)) for field in suspect.changes}
    for band in sorted(mended):
        tier = 0 if system.views.compares(band) else 1 if system.bands[band].kind == "sum" else 2
        tiers[tier] += _others(search, reader, band, suspect, own)
    return list(dict.fromkeys(tiers[0] + tiers[1] or tiers[2]))[:MOST]


def _others(search: Search, reader: Reader, band: int, suspect: Suspect, own: set[Text]) -> list[Text]:
    """The papers of the other figures of a band; within the paper itself only sums say anything."""
    system = search.system
    is_sum = system.bands[band].kind == "sum"
    fields = [field for field in system.fields_of(band) if field not in suspect.changes]
    papers = dict.fromkeys(paper_of(reader.pointer(field)) for field in fields)
    return [words.SAME_FORM if each in own else each for each in papers if is_sum or each not in own]


def paper_of(pointer: str) -> Text:
    """The paper that a field is copied from."""
    steps = pointer.split("/")
    sheet = steps[3] if steps[1] == "statements" and len(steps) > len(("", "statements", "0")) else ""
    return words.PAPERS.get(sheet) or words.PAPERS[steps[1]]
