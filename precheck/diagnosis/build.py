"""The system of one draft under one policy, as far as it bears on what was found in it."""

from ..case import Case, Judgement
from .expected import FORM, LISTS, OnExpectations
from .fields import list_of
from .layout import Layout
from .on_sections import OnSections
from .on_views import OnViews
from .relations import forms, numbering
from .system import System


def build(case: Case, judgement: Judgement) -> System:
    """The relations and expectations between the figures of the lists that findings speak of; what gaps hide is left
    out. Empty when no finding speaks of figures."""
    lists = lists_of(judgement)
    if lists:
        lists |= set(FORM)
    policy, outcome = judgement.policy, judgement.outcome
    known = forms(judgement.plan, policy)
    own = {kind: form for kind, form in known.items() if list_of(kind) in lists}
    system = System(case.sections, numbering(judgement.plan, policy), Layout(case.application, lists))
    system.views = OnViews(system, case.sections, known, lists, outcome)
    system.sources = (
        OnSections(system, own, outcome),
        system.views,
        OnExpectations(system, case.application, lists, judgement.context, outcome),
    )
    return system


def lists_of(judgement: Judgement) -> set[str]:
    """The lists and sections of the application whose figures the findings read."""
    pointers = (pointer for each in judgement.traces for pointer in (*each.blamed, *each.others))
    return {pointer.split("/")[1] for pointer in pointers if pointer} & LISTS
