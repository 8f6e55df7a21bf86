"""What kind of paper a content is, part by part, and what each part says."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from ..content import Content
from .facts import PaperFacts, Words
from .rows import LONGEST, MOST, Row, Table, tables_of

if TYPE_CHECKING:
    from .covers import Unread
    from .facts.invoices import Invoice
    from .sections import Part


def understood(content: Content) -> PaperFacts:
    """What the paper says. Never raises on what a file says; what is not recognised leaves the facts empty.

    A table of money whose layout is not known is a fact of its own, never left out in silence.
    """
    invoices = _invoices_of(content)
    if invoices:
        return PaperFacts(kinds=("invoice",), invoices=invoices[:MOST])
    tables = list(tables_of(content))
    is_web_page = bool(content.sheets and content.pages)
    if is_web_page:
        tables = _titled(tables)
    beside = _beside(tables) if is_web_page else ()
    unread: list[Unread] = []
    facts = _together([_facts_of_table(table, beside, unread) for table in tables])
    if not unread:
        return facts
    from .covers import with_covers

    return with_covers(facts, unread)


def _invoices_of(content: Content) -> "tuple[Invoice, ...]":
    """The invoices that the file shows; none is a table."""
    if not (content.elements or content.pages or content.codes):
        return ()
    from .invoices import invoices_of

    return invoices_of(content)


def _titled(tables: list[Table]) -> list[Table]:
    """The tables of a web page, all in one where a form has its title outside of the table that has its figures. Between
    which tables a line stands is not known: a title among the lines tells of them only where the page has no other."""
    from .sections import parts_of, titles_in

    titles = [{title for _, title in titles_in(table.rows)} for table in tables]
    in_lines = [part for table in tables if not table.aligned for part in parts_of(table)]
    is_clear = not in_lines or len(in_lines) == len(set().union(*titles)) == 1
    if not any(titles) or all(titles) or not is_clear:
        return tables
    in_order = sorted(tables, key=lambda table: table.aligned)
    return [Table("", [row for table in in_order for row in table.rows], aligned=True)]


def _beside(tables: Iterable[Table]) -> list[Row]:
    """The rows of a web page that are in no statement: pages lay out what a statement says of itself in tables and lines
    of their own."""
    from .columns import find_header

    return [row for table in tables if not find_header(table.rows) for row in table.rows[:MOST]]


def _together(parts: Iterable[PaperFacts]) -> PaperFacts:
    kinds, *others = (tuple(chain(*each)) for each in zip(PaperFacts(), *parts, strict=True))
    return PaperFacts(tuple(dict.fromkeys(kinds)), *(each[:MOST] for each in others))


def _facts_of_table(table: Table, beside: Sequence[Row], unread: "list[Unread]") -> PaperFacts:
    """What a table says; forms whose columns are not known join the `unread`."""
    # Each kind of paper is loaded by the first paper that may be of it: loading all costs more than reading most.
    from .sections import parts_of

    parts = list(islice(parts_of(table), MOST))
    if parts:
        return _facts_of_parts(parts, unread)
    from .headings import with_header

    found, header = with_header(table)
    if header:
        from .flows import flows_of

        if flows := flows_of(found, header, beside):
            return PaperFacts(kinds=tuple(flow.kind for flow in flows), flows=tuple(flows))
    from .columns import unknown_header
    from .deeds import deed_of

    deed = deed_of(table)
    unknown = unknown_header(table.rows)
    return PaperFacts(
        kinds=(deed.kind,) if deed else (),
        deeds=(deed,) if deed else (),
        unknown_headers=(_quoted(unknown),) if unknown else (),
    )


def _facts_of_parts(parts: "Iterable[Part]", unread: "list[Unread]") -> PaperFacts:
    from .covers import Unread
    from .forms import KINDS, RECOGNISED, continued, form_of, stated_by

    known = continued([part for part in parts if part.title in RECOGNISED])
    forms = [(part, form_of(part)) for part in known]
    unread += [
        Unread(stated_by(part), _quoted(_header(part)))
        for part, form in forms
        if not form and part.title in KINDS
    ]
    return PaperFacts(
        kinds=tuple(RECOGNISED[part.title] for part in known),
        forms=tuple(form for _, form in forms if form),
    )


def _header(part: "Part") -> Row:
    """The first row with three cells or more, which has the names of the columns if any has."""
    return next((row for row in part.rows if len([cell for cell in row.cells if cell]) > 2), part.rows[0])


def _quoted(row: Row) -> Words:
    return Words(" | ".join(str(cell) for cell in row.cells if cell != "")[:LONGEST], row.place)
