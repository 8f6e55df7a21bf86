"""Which typing slips explain what was found, and where papers disagree without one.

Asked only when something was found. `build` makes a system of the figures and of the relations that the rules declare,
`explain` searches it for slips, `suspects` sums up, `recheck` asks the rules again, and `telling` puts it into words.
"""

from typing import NamedTuple

from ..application import Ref
from ..case import Case, Judgement
from ..privacy import Voice
from .build import build
from .explain import Diagnosis, explain
from .recheck import Recheck
from .search import Search
from .slip import Contradiction, Slip
from .suspects import Suspect, honest_source, likely_wrong, suspects
from .telling import Teller
from .typed import Reader

__all__ = ["Contradiction", "Diagnosed", "Slip", "diagnose"]

LIKELY = 0.5
"""A slip at least this likely is taken to be one."""
POSSIBLE = 0.15
"""One of several explanations is worth naming from here on."""
Findings = set[tuple[str, str]]


class Diagnosed(NamedTuple):
    """What explains the findings of one draft: slips, the likeliest first, and what none explains."""

    slips: tuple[Slip, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def diagnose(case: Case, judgement: Judgement, voice: Voice) -> Diagnosed:
    """The slips that explain what was found in a draft. Nothing was found: nothing is worked out."""
    codes = {rule.code for rule, _ in judgement.outcome.found}
    if not codes:
        return Diagnosed()
    system = build(case, judgement)
    reader = Reader(case, system)
    search = Search(system, reader.typed)
    diagnoses = explain(search, codes)
    teller, recheck = Teller(case, voice, search, reader), Recheck(case, judgement)
    found = [each for group, made in enumerate(diagnoses) for each in suspects(made, group)]
    told = _cleared(search, recheck, sorted(found, key=_order))
    slips = tuple(teller.slip(suspect, clears) for suspect, clears in told if clears)
    accused = {each.group for each in slips if each.probability >= LIKELY}
    open_groups = [(group, made) for group, made in enumerate(diagnoses) if group not in accused]
    explained = {
        (each.code, each.pointer) for slip in slips if slip.probability >= LIKELY for each in slip.clears
    }
    left = recheck.before - explained
    contradictions = [
        _contradiction(teller, search, made, left, [each for each in slips if each.group == group])
        for group, made in open_groups
    ]
    return Diagnosed(slips, tuple(each for each in contradictions if each))


def _order(suspect: Suspect) -> tuple[float, int]:
    return -suspect.share, min(suspect.changes)


def _cleared(search: Search, recheck: Recheck, found: list[Suspect]) -> list[tuple[Suspect, Findings]]:
    """What each suspect explains: those taken to be slips one after the other, the others each for itself."""
    told, corrected, explained = [], list[tuple[Ref, object]](), Findings()
    for suspect in found:
        refs = [_correction(search, field, value) for field, value in suspect.changes.items()]
        if suspect.share < LIKELY:
            told.append((suspect, recheck.cleared(refs)))
            continue
        corrected += refs
        clears = recheck.cleared(corrected)
        told.append((suspect, clears - explained))
        explained |= clears
    return told


def _correction(search: Search, field: int, value: float) -> tuple[Ref, object]:
    made = search.system.fields[field]
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
    told = [each for each in possible if each.probability >= POSSIBLE]
    return teller.contradiction(findings, likely_wrong(made) or fields, honest_source(made), told)
