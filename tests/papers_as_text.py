"""Papers and their facts as plain text, so that a person can write both by hand and compare them.

A file has a title, then parts, each after a line `--- sheet NAME`, `--- page`, `--- elements` or `--- codes`, then
`===` and one line a fact. Cells of a sheet are separated by commas (a number cell is written `#1.5`), columns of a page
by two blanks, an element and its text by ` = `.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from precheck.documents.content import Cell, Content, Page, Sheet
from precheck.documents.papers.facts import Amount, Day, PaperFacts, Place, Words
from precheck.documents.papers.facts.deeds import Dated, Party
from precheck.documents.papers.facts.forms import Figure
from precheck.documents.papers.facts.statements import (  # fmt: skip
    Break,
    Counterparty,
    Month,
    RoundTrip,
    Stated,
)

PAPERS = Path(__file__).parent / "papers"


def paper(path: Path) -> tuple[Content, list[str]]:
    """The content of a paper and the facts that it states."""
    text, _, facts = path.read_text("utf-8").partition("\n===\n")
    parts = re.split(r"^--- (.*)\n", text + "\n", flags=re.MULTILINE)[1:]
    return _content(zip(parts[::2], parts[1::2], strict=True)), facts.splitlines()


def _content(parts: Iterable[tuple[str, str]]) -> Content:
    content = Content()
    for head, text in parts:
        kind, _, name = head.partition(" ")
        lines = text.rstrip("\n").split("\n")
        if kind == "sheet":
            rows = [[_cell(cell) for cell in row] for row in csv.reader(lines)]
            content = content._replace(sheets=(*content.sheets, Sheet(name, rows)))
        elif kind == "page":
            page = Page(len(content.pages) + 1, [re.split(r" {2,}", line.strip()) for line in lines])
            content = content._replace(pages=(*content.pages, page))
        elif kind == "elements":
            pairs = [tuple(line.split(" = ", 1)) for line in lines]
            content = content._replace(elements=tuple((path, value) for path, value in pairs))
        else:
            content = content._replace(codes=tuple(lines))
    return content


def _cell(cell: str) -> Cell:
    return float(cell[1:]) if re.fullmatch(r"#-?[0-9.]+", cell) else cell


def facts_as_text(facts: PaperFacts) -> list[str]:
    """One line a fact; what is left at its default has none."""
    return [f"{path} = {value}" for path, value in _facts(facts, "")]


def _facts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    shown = _shown(value)
    if shown is not None:
        yield path, shown
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        if value and all(isinstance(each, str) for each in value):
            yield path, " ".join(value)
        else:
            for index, each in enumerate(value):
                yield from _facts(each, f"{path}.{index}")
    else:
        for name, each in zip(value._fields, value, strict=True):
            if name not in value._field_defaults or each != value._field_defaults[name]:
                yield from _facts(each, f"{path}.{name}".lstrip("."))


def _shown(value: Any) -> str | None:
    """A fact on one line; None for what has several."""
    if isinstance(value, str):
        return value
    show = _SHOWN.get(type(value))
    return show(value) if show else None


def _party(party: Party) -> str:
    share = "" if party.share is None else f" {_yuan(party.share)}"
    return f"{party.role} {party.name.text}{share} @{_at(party.name.place)}"


def _stated(value: Stated) -> str:
    shown = str if value.name == "rows" else _yuan
    return f"{value.name} {shown(value.stated)} of {shown(value.summed)} @{_at(value.place)}"


def _month(month: Month) -> str:
    words = [month.month, f"in {_yuan(month.inflow)} out {_yuan(month.outflow)}"]
    words += [
        f"{name} {_yuan(fen)}"
        for name in ("neutral", "refunds", "own", "loans", "returned")
        if (fen := getattr(month, name))
    ]
    words += [
        f"{name} {_yuan(fen)}" for name in ("opening", "closing") if (fen := getattr(month, name)) is not None
    ]
    return " ".join([*words, f"rows {month.rows} @{_at(month.place)}"])


def _yuan(fen: int) -> str:
    return f"{'-' * (fen < 0)}{abs(fen) // 100}.{abs(fen) % 100:02}"


def _at(place: Place) -> str:
    if place.kind == "sheet":
        return ("" if place.number == 1 else f"{place.number}!") + place.cell
    if place.kind == "page":
        return f"{place.number}:{place.line}"
    return f"{place.kind}{place.number}"


_SHOWN: dict[type, Callable[[Any], str]] = {
    Place: lambda place: _at(place),
    Words: lambda words: f"{words.text} @{_at(words.place)}",
    Day: lambda day: f"{'长期' if day.day == date.max else day.day} @{_at(day.place)}",
    Amount: lambda amount: f"{_yuan(amount.fen)} @{_at(amount.place)}",
    Figure: lambda figure: f"{figure.name} {_yuan(figure.fen)} @{_at(figure.place)}",
    Month: lambda month: _month(month),
    Break: lambda gap: f"{_yuan(gap.stated)} for {_yuan(gap.expected)} @{_at(gap.place)}",
    Stated: lambda total: _stated(total),
    Counterparty: lambda party: f"{party.name} in {_yuan(party.inflow)} out {_yuan(party.outflow)}",
    RoundTrip: lambda trip: f"{trip.name} in {_shown(trip.came)} out {_shown(trip.went)} days {trip.days}",
    Party: lambda party: _party(party),
    Dated: lambda dated: f"{dated.event} {_shown(dated.on)}",
}
