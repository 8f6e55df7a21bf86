"""Which typing slips explain what was found, and where papers disagree without one.

Asked only when something was found. `build` makes a system of the figures and of the relations that the rules declare,
`explain` searches it for slips, `suspects` sums up, `recheck` asks the rules again, and `telling` puts it into words.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..application import Ref
from ..case import Case, Judgement
from ..privacy import Voice
from .build import build, is_too_fine
from .dates import mistyped_days
from .decimals import too_fine
from .explain import Diagnosis, explain
from .identifiers import mistyped_numbers
from .recheck import Recheck
from .search import Part, Search
from .slip import Contradiction, Slip
from .suspects import LEAST, MOST, Suspect, doubt, suspects
from .telling import LIKELY, Teller
from .typed import Reader

__all__ = ["Contradiction", "Diagnosed", "Slip", "diagnose"]

POSSIBLE = 0.15
"""One of several explanations is worth naming from here on."""
Findings = set[tuple[str, str]]


class Diagnosed(NamedTuple):
    """What explains the findings of one draft: slips, the likeliest first, and what none explains."""

    slips: tuple[Slip, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def diagnose(case: Case, judgement: Judgement, voice: Voice) -> Diagnosed:
    """The slips that explain what was found in a draft. Where nothing but its form was refused, nothing is worked out."""
    if not judgement.outcome.found and not is_too_fine(judgement):
        return Diagnosed()
    system = build(case, judgement)
    reader = Reader(case, system)
    search = Search(system, reader.typed)
    diagnoses = explain(search, system.broken())
    teller, recheck = Teller(case, voice, search, reader), Recheck(case, judgement)
    texts = [*_texts(case, judgement, teller, recheck)]
    figures = _figures(case, judgement, teller, recheck, diagnoses)
    slips = [*texts, *(each for each in figures if not _explained_by_more(each, texts))]
    slips.sort(key=lambda each: (-each.probability, each.pointer))
    told = _contradictions(search, teller, recheck, diagnoses, slips) if diagnoses else ()
    return Diagnosed(tuple(slips), tuple(told))


def _explained_by_more(slip: Slip, texts: list[Slip]) -> bool:
    """Whether a likely slip of a day explains all that a slip of figures does, and more: figures of the wrong period
    agree with nothing."""
    own = set(slip.clears)
    return any(own < set(each.clears) for each in texts if each.probability >= LIKELY)


def _figures(
    case: Case, judgement: Judgement, teller: Teller, recheck: Recheck, diagnoses: list[Diagnosis]
) -> list[Slip]:
    """Slips of numbers."""
    search = teller.search
    found = [each for group, made in enumerate(diagnoses) for each in suspects(made, group)]
    accused = {field for each in found if each.share >= LIKELY for field in each.changes}
    found += too_fine(search, case, judgement, accused, len(diagnoses))
    told = _cleared(search, teller.reader, recheck, sorted(found, key=_order))
    return [teller.slip(suspect, clears) for suspect, clears in told if clears]


def _texts(case: Case, judgement: Judgement, teller: Teller, recheck: Recheck) -> Iterator[Slip]:
    """Slips of days, and of numbers that identify: what explains nothing is left out."""
    for number, group in enumerate(mistyped_days(case, judgement), 1):
        for moved in group[:MOST]:
            clears = recheck.cleared([(moved.ref, moved.value)])
            if clears and moved.share >= LEAST:
                yield teller.moved(moved, -number, clears)
    for number, each in enumerate(mistyped_numbers(case, judgement), 1):
        if clears := recheck.cleared([(each.ref, each.meant)]):
            yield teller.misspelt(each, -1000 - number, clears)


def _contradictions(
    search: Search, teller: Teller, recheck: Recheck, diagnoses: list[Diagnosis], slips: list[Slip]
) -> Iterator[Contradiction]:
    """What the groups of broken bands say that no likely slip explains."""
    likely = [each for each in slips if each.probability >= LIKELY]
    left = recheck.before - {(each.code, each.pointer) for slip in likely for each in slip.clears}
    accused = {each.group for each in likely}
    for group, made in enumerate(diagnoses):
        if group not in accused:
            possible = [each for each in slips if each.group == group and each.probability >= POSSIBLE]
            if told := _contradiction(teller, search, made, left, possible):
                yield told


def _order(suspect: Suspect) -> tuple[float, int]:
    return -suspect.share, min(suspect.changes)


def _cleared(
    search: Search, reader: Reader, recheck: Recheck, found: list[Suspect]
) -> list[tuple[Suspect, Findings]]:
    """What each suspect explains: those taken to be slips one after the other, the others each for itself."""
    told, corrected, explained = [], list[tuple[Ref, object]](), Findings()
    for suspect in found:
        refs = [_correction(search, field, value) for field, value in suspect.changes.items()]
        if suspect.share < LIKELY:
            told.append((suspect, recheck.cleared(refs) | _rounded_away(search, reader, recheck, suspect)))
            continue
        corrected += refs
        clears = recheck.cleared(corrected) | _rounded_away(search, reader, recheck, suspect)
        told.append((suspect, clears - explained))
        explained |= clears
    return told


def _rounded_away(search: Search, reader: Reader, recheck: Recheck, suspect: Suspect) -> Findings:
    """The findings on sums that a paper in another unit explains, but for what its figures were rounded to."""
    if not suspect.kind.startswith("unit"):
        return set()
    before = search.begin()
    after = search.after(before, Part(suspect.kind, suspect.changes))
    touched = {band for field in suspect.changes for band, _, _ in search.system.touching(field)}
    mended = set(search.broken(before, touched)) - set(search.broken(after, touched))
    return {
        (code, pointer)
        for code, pointer in recheck.before
        for band in mended
        if code == search.system.bands[band].code
        and pointer in {reader.pointer(field) for field in search.system.fields_of(band)}
    }


def _correction(search: Search, field: int, value: float) -> tuple[Ref, object]:
    made = search.system.field(field)
    return Ref(made.section, made.name), round(value) if made.is_count else value


def _contradiction(
    teller: Teller, search: Search, made: Diagnosis, left: Findings, possible: list[Slip]
) -> Contradiction | None:
    """What one group of broken bands says, if findings of it are still unexplained."""
    codes = {search.system.bands[band].code for band in made.bands}
    fields = [field for band in made.bands for field in search.system.fields_of(band)]
    places = {teller.reader.pointer(field) for field in fields}
    findings = sorted(each for each in left if each[0] in codes and each[1] in places)
    if not findings:
        return None
    doubtful = doubt(made)
    return teller.contradiction(findings, doubtful.fields or fields, doubtful.source, possible)
