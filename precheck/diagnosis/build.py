"""The system of one draft under one policy, as far as it bears on what was found in it."""

from ..case import Case, Judgement
from ..reading import FINER_THAN_FEN
from .expected import FORM, LISTS, OnExpectations, speaks_of_figures
from .fields import list_of
from .layout import Layout
from .on_sections import OnSections
from .on_views import OnViews
from .relations import forms, numbering
from .system import System


def build(case: Case, judgement: Judgement) -> System:
    """The relations and expectations between the figures of the lists that findings speak of; what gaps hide is left
    out. Empty when no finding speaks of figures."""
    lists, policy, outcome = lists_of(judgement), judgement.policy, judgement.outcome
    system = System(case.sections, numbering(judgement.plan, policy), Layout(case.application, lists))
    if lists:
        known = forms(judgement.plan, policy)
        own = {kind: form for kind, form in known.items() if list_of(kind) in lists}
        system.views = OnViews(system, case.sections, known, lists, outcome)
        expected = OnExpectations(system, case.application, lists, judgement.context, outcome)
        system.sources = OnSections(system, own, outcome), system.views, expected
    return system


def lists_of(judgement: Judgement) -> set[str]:
    """The lists and sections of the application whose figures the findings read, and the form itself; none where no
    finding is on figures that belong together."""
    if not any(speaks_of_figures(*each) for each in judgement.outcome.found) and not is_too_fine(judgement):
        return set()
    pointers = (pointer for each in judgement.traces for pointer in (*each.blamed, *each.others))
    found = {pointer.split("/")[1] for pointer in pointers if pointer} & LISTS
    return found.union(FORM) if found else found


def is_too_fine(judgement: Judgement) -> bool:
    """Whether amounts were typed finer than the fen."""
    return any(each.rule.code == FINER_THAN_FEN for each in judgement.traces)
