"""The figures of a printed form: which line is which field, in tables and in text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..content import Cell
from .cells import fen_of, has_fen, is_blank, plain
from .facts import Place, Words
from .facts.forms import Figure
from .layouts import COLUMNS, NOTES, Layout, has_han
from .names import is_torn, sides_of, with_names
from .placing import is_below, only_column
from .rows import Row

_HEAD: Final = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十0-9]+\)|[0-9]+[、.]|[*#△☆▲※]+|[减加]:?(?=\D))+"
)
_GROUP: Final = re.compile(
    "^(?:[一二三]、)?(?:销售额|计税依据|税款计算|税款缴纳|利润总额计算|应纳税所得额计算|应纳税额计算)(?=.)"
)
"""The name of a group of lines of a return, in a column of its own, which may run into the name of a line."""
_WHOLE: Final = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)")
_LINE_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:[^0-9.,].*)?")
OF_WHICH: Final = "其中"
PARTS: Final = frozenset(
    f"{of}{what}" for of in ("应收", "应付") for what in ("票据", "账款", "利息", "股利", "利润")
)
"""Lines of their own on some forms, and on others what the line above consists of."""


class Lines(NamedTuple):
    """The lines of a form: the field of each name, and how to treat them."""

    fields: Mapping[str, str]
    summed: frozenset[str]
    details: frozenset[str] = frozenset()
    """Known lines without a field. Without any, lines that are not known are left alone."""
    spread: bool = False
    """Whether a column may stand over several, whose amounts are summed."""


class Read(NamedTuple):
    """What was read of a form."""

    figures: dict[str, Figure]
    misread: list[Place]
    unknown: list[Words]


def lines(
    table: Mapping[str, str],
    summed: frozenset[str],
    details: frozenset[str] = frozenset(),
    *,
    spread: bool = False,
) -> Lines:
    """The lines of a form from its table of names by field."""
    return Lines(
        {name: field for field, names in table.items() for name in names.split()}, summed, details, spread
    )


def name_of(cell: Cell, known: Lines) -> str | None:
    """The name of a line without its number, signs and notes, where the form has such a line."""
    name = _HEAD.sub("", _GROUP.sub("", plain(cell)))
    for each in (name, NOTES.sub("", name), NOTES.sub("", NOTES.sub("", name))):
        if each in known.fields or each in known.details:
            return each
    return None


def figures_of(rows: Sequence[Row], layout: Layout, known: Lines, unit: int) -> Read:
    """The figures below the header, named `column.field`, or `field` where the form has one column only.

    `unit` is how many yuan the unit of the form is.
    """
    read = Read({}, [], [])
    taken: dict[str, set[str]] = {}
    broken_down: set[str | None] = set()
    for row in _lines_below(rows, layout, known):
        if not layout.blocks and _is_unread(row, layout):
            read.misread.append(row.place)
            continue
        lines_of_row = (
            _of_table(row, layout, known, unit) if layout.blocks else _of_text(row, layout, known, unit)
        )
        for line in lines_of_row:
            field = known.fields.get(line.name)
            if field is None:
                read.unknown.extend(_unknown(line, known))
                broken_down.add(_broken_down(line, known))
            elif field in broken_down and line.name in PARTS:
                continue  # the line above has it already
            elif not taken.get(field) or (field in known.summed and line.name not in taken[field]):
                taken.setdefault(field, set()).add(line.name)
                _keep(read, field, line)
    return read


def _lines_below(rows: Sequence[Row], layout: Layout, known: Lines) -> Iterator[Row]:
    """The lines below the header: those of a text one for each side of the form, with whole names."""
    below = rows[layout.row + 1 :]
    if layout.blocks:
        yield from below
        return
    for side in sides_of(below, layout.edges):
        yield from with_names(side, lambda name: name_of(name, known) is not None)


def _is_unread(row: Row, layout: Layout) -> bool:
    """Whether a line of a text has amounts without a name, or only the beginning of one, below the names of columns."""
    if not row.is_placed or not layout.places:
        return False
    amounts = [cell for cell, span in zip(row.cells, row.spans, strict=True) if is_below(span, layout.places)]
    has_name = any(map(has_han, row.cells))
    return any(is_torn(cell) or (not has_name and has_fen(cell) and fen_of(cell)) for cell in amounts)


class _Line(NamedTuple):
    """A line of a form: its name, where that stands, and what stands in its columns."""

    name: str
    """One that the form has, or empty."""
    words: Words
    amounts: dict[str, tuple[int | None, Place]]
    """Fen by column; None for what is no amount. Blanks are left out."""


def _keep(read: Read, field: str, line: _Line) -> None:
    for kind, (fen, place) in line.amounts.items():
        name = f"{kind}.{field}".removeprefix("amount.")
        if fen is None:
            read.misread.append(place)
        elif kind in COLUMNS and kind != "previous":
            before = read.figures.get(name)
            read.figures[name] = before._replace(fen=before.fen + fen) if before else Figure(name, fen, place)


def _broken_down(line: _Line, known: Lines) -> str | None:
    """The field of the line above, if this one begins what it consists of: `其中：应收利息`."""
    text = line.words.text
    return known.fields.get(text.removeprefix(OF_WHICH).lstrip(":")) if text.startswith(OF_WHICH) else None


def _unknown(line: _Line, known: Lines) -> Iterator[Words]:
    """The words of a line that has figures and no name that is known, where all lines of the form should be."""
    is_part = line.words.text.startswith(OF_WHICH)
    if known.details and not line.name and not is_part and any(fen for fen, _ in line.amounts.values()):
        yield line.words


def _of_table(row: Row, layout: Layout, known: Lines, unit: int) -> Iterator[_Line]:
    """One line a block."""
    for block in layout.blocks:
        named = [i for i in block.names if i < len(row.cells) and has_han(row.cells[i])]
        if not named:
            continue
        column = next((i for i in reversed(named) if name_of(row.cells[i], known)), named[-1])
        amounts = {
            kind: _sum(row, columns if known.spread else columns[:1], unit)
            for kind, columns in block.columns.items()
        }
        there = {kind: each for kind, each in amounts.items() if each}
        yield _Line(name_of(row.cells[column], known) or "", row.words(column), there)


def _sum(row: Row, columns: Sequence[int], unit: int) -> tuple[int | None, Place] | None:
    """What stands in some columns of a row; None when they are blank."""
    cells = [(row.cells[i], row.at(i)) for i in columns if i < len(row.cells) and not is_blank(row.cells[i])]
    fen = [fen_of(cell, unit) for cell, _ in cells]
    if not cells:
        return None
    return (None if None in fen else sum(each or 0 for each in fen)), cells[0][1]


def _of_text(row: Row, layout: Layout, known: Lines, unit: int) -> Iterator[_Line]:
    """A line for every name; without any, one for the first word."""
    starts = [i for i, cell in enumerate(row.cells[:200]) if name_of(cell, known)]
    starts = starts or [i for i, cell in enumerate(row.cells[:1]) if has_han(cell)]
    for start, stop in pairwise([*starts, len(row.cells)]):
        words = row.cells[start + 1 : stop]
        amounts = _amounts(words, unit, numbered=layout.numbered or _has_one_more(words, layout))
        by_kind = _placed(row, start, amounts, layout, spread=known.spread)
        if by_kind is None:
            by_kind = _in_order([*amounts.values()], layout.order, spread=known.spread)
        there = {kind: (fen, row.place) for kind, fen in by_kind.items()}
        yield _Line(name_of(row.cells[start], known) or "", row.words(start), there)


def _has_one_more(words: Sequence[Cell], layout: Layout) -> bool:
    """Whether a number that no column is for stands in front of the amounts: that of the line."""
    there = len([word for word in words if not has_han(word)])
    return there == len(layout.order) + 1 and re.fullmatch("[0-9]{1,3}", plain(words[0])) is not None


def _amounts(words: Sequence[Cell], unit: int, *, numbered: bool) -> dict[int, int | None]:
    """The amounts behind a name in a text, by which word they are, up to the next name; None for a sign that stands for
    an empty cell."""
    found: dict[int, int | None] = {}
    for index, word in enumerate(map(plain, words)):
        if numbered and not found and _LINE_NUMBER.fullmatch(word):
            numbered = False
        elif has_han(word):
            break
        elif has_fen(word) or _WHOLE.fullmatch(word) or (is_blank(word) and word):
            found[index] = fen_of(word, unit)
    return found


def _placed(
    row: Row, start: int, amounts: Mapping[int, int | None], layout: Layout, *, spread: bool
) -> dict[str, int | None] | None:
    """Amounts by the column below whose name they stand, several in one summed where columns are `spread`; None when
    that is not known, or not clear."""
    if len(layout.places) < 2 or not row.is_placed:
        return None
    columns = [only_column(row.spans[start + 1 + index], layout.places) for index in amounts]
    if None in columns or (len({*columns}) < len(columns) and not spread):
        return None
    first = next((i for i, (_, right) in enumerate(layout.places) if right > row.spans[start][0]), 0)
    found: dict[str, int | None] = {}
    for column, fen in zip(columns, amounts.values(), strict=True):
        if column is not None and fen is not None and layout.held[column][1] == layout.held[first][1]:
            kind = layout.held[column][0]
            found[kind] = (found.get(kind) or 0) + fen
    return found


def _in_order(amounts: Sequence[int | None], order: Sequence[str], *, spread: bool) -> dict[str, int | None]:
    """Amounts by column; every column None when there are too few to tell which is which."""
    there, columns = len(amounts), len(order)
    if spread and there == 2 * columns:
        pairs = [(amounts[2 * i] or 0) + (amounts[2 * i + 1] or 0) for i in range(columns)]
        return dict(zip(order, pairs, strict=True))
    if there >= columns and not (spread and columns < there < 2 * columns):
        return {kind: fen for kind, fen in zip(order, amounts, strict=False) if fen is not None}
    return dict.fromkeys(order[:1]) if there else {}
