"""Where in a file one printed form ends and the next begins, by the titles of the forms."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from .cells import plain
from .rows import Row, Table

Title = Literal[
    "balance_sheet",
    "income_statement",
    "cash_flow_statement",
    "vat_return",
    "income_tax_return",
    "attachment",
]
_TITLES: Final[tuple[tuple[str, Title], ...]] = (
    ("附列资料|明细表|所有者权益变动表|基础信息表|附表|报表附注|主表附注", "attachment"),
    ("资产负债表", "balance_sheet"),
    ("利润表|损益表|利润及利润分配表|盈余及盈余分配表|收益及收益分配表", "income_statement"),
    ("现金流量表", "cash_flow_statement"),
    ("增值税(?:及附加税费)?(?:纳税)?申报表", "vat_return"),
    (
        r"企业所得税(?:年度|月\(季\)度预缴(?:和年度)?)纳税申报表|经营所得纳税申报表",
        "income_tax_return",
    ),
)
_NUMBER: Final = "会小?企0|会合0|A[12]00000"
_IN_ALL_TITLES: Final = ("表", "资料", "附注")
_BESIDE_TITLE: Final = r"\([^()]*\)|续表|[《》]|[0-9]+$|[-_—]*(?:月季|半年|[月季年])报表?$|[-_—]+[^-_—]{2,30}(?:公司|[厂店社部行]|中心|经营户)$"
"""What stands in brackets in a title or behind it: that it goes on, how often it is made, whose it is."""
MOST_ABOVE: Final = 2
"""Rows that may stand above a title whose form the name of the sheet tells already."""
LEAST_ROWS: Final = 6
"""A title that comes again within so few rows only repeats itself."""
LONGEST_TITLE: Final = 44
MOST_BESIDE: Final = 3
"""Cells with words in the row of a title."""


class Part(NamedTuple):
    """The rows of one form, its title first."""

    title: Title
    rows: list[Row]
    aligned: bool


def parts_of(table: Table) -> Iterator[Part]:
    """The forms in a table or text; where no row is a title, the name of the sheet may tell."""
    title, start = title_of(table.name), 0
    for index, found in titles_in(table.rows):
        if title and index > start + MOST_ABOVE and (found != title or index > start + LEAST_ROWS):
            above = _number_above(table.rows, index)
            yield Part(title, table.rows[start:above], table.aligned)
            start = above
        title = found
    if title:
        yield Part(title, table.rows[start:], table.aligned)


def _number_above(rows: Sequence[Row], index: int) -> int:
    """The row of a title, or the row just above it that has the number of the form."""
    return (
        index - 1
        if re.search(_NUMBER, rows[index - 1].text) and len(rows[index - 1].text) < LONGEST_TITLE
        else index
    )


def title_of(text: str) -> Title | None:
    """The form that a title names."""
    if not any(word in text for word in _IN_ALL_TITLES):
        return None
    return next((title for words, title in _TITLES if re.search(words, text)), None)


def titles_in(rows: Sequence[Row]) -> Iterator[tuple[int, Title]]:
    """The forms whose titles stand alone in a row, perhaps with the unit or the number of the form beside it."""
    for index, row in enumerate(rows):
        cells = row.cells
        if len(cells) - cells.count("") <= MOST_BESIDE and (title := _title_of_row(row)):
            yield index, title


def _title_of_row(row: Row) -> Title | None:
    cells = [text for text in map(plain, row.cells) if text]
    return next(
        (title for text in cells if len(text) <= LONGEST_TITLE and (title := _standing_title(text))), None
    )


def _standing_title(text: str) -> Title | None:
    """The title that a text is, not one that it only mentions."""
    if "表" not in text and "资料" not in text:
        return None
    bare = re.sub(_BESIDE_TITLE, "", text)
    return (
        title_of(text)
        if re.search(r"(?:表|资料[^,。;:]{0,6})$", bare) and not re.search("[,。;:]|填写|见|详", bare)
        else None
    )
