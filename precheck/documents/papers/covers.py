"""The cover and the list of contents of a set of returns: they say whose it is and of what period, and have no figures."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from .facts import PaperFacts, Words
from .facts.forms import Form
from .rows import MOST

HAVE_COVERS: Final = ("income_tax_return",)


class Unread(NamedTuple):
    """A form without columns that are known: what it states, and the row that has the names of its columns if any has."""

    form: Form
    header: Words


def with_covers(facts: PaperFacts, unread: Sequence[Unread]) -> PaperFacts:
    """Facts whose returns are of the period and the taxpayer that their cover states; what is no cover is unknown."""
    read = {form.kind for form in facts.forms if form.kind in HAVE_COVERS}
    covers = [each.form for each in unread if each.form.kind in read]
    unknown = (each.header for each in unread if each.form.kind not in read)
    return facts._replace(
        forms=tuple(_covered(form, covers) for form in facts.forms),
        unknown_headers=(*facts.unknown_headers, *unknown)[:MOST],
    )


def _covered(form: Form, covers: Iterable[Form]) -> Form:
    """A form under the last cover above it, where it states no period itself."""
    if form.ends or not form.figures:
        return form
    top = form.figures[0].place
    above = ((each.ends.place, each) for each in covers if each.kind == form.kind and each.ends)
    _, cover = max((each for each in above if each[0] < top), default=(top, None))
    if not cover:
        return form
    return form._replace(
        period=cover.period,
        ends=cover.ends,
        holder=form.holder or cover.holder,
        taxpayer_id=form.taxpayer_id or cover.taxpayer_id,
    )
