"""What a reader gets out of a file before anybody asks what kind of paper it is: text, tables, codes and measures."""

from typing import Final, NamedTuple

Cell = str | float
"""A cell as text; a float only where the file itself says that it is a number. Days are ISO text, empty cells ""."""


UNKNOWN: Final = "="
"""What stands in a cell whose formula has no value: it is not empty, but nobody knows what it says."""
Span = tuple[float, float]
"""Where something on a page begins and ends, from left to right, in any unit."""


class Sheet(NamedTuple):
    """A table of a file: a sheet of a workbook, or the only table of a text file. Rows and columns count from 0."""

    name: str
    rows: list[list[Cell]]


class Page(NamedTuple):
    """The text of a page, line by line from top to bottom; each line as its words in columns, from left to right."""

    number: int
    """From 1."""
    lines: list[list[str]]
    spans: list[list[Span]] = []
    """Where each of these words stands; empty where the format does not tell."""


class Content(NamedTuple):
    """All that was read of one file. What a kind of file cannot hold is empty."""

    sheets: tuple[Sheet, ...] = ()
    pages: tuple[Page, ...] = ()
    elements: tuple[tuple[str, str], ...] = ()
    """Path of names and text of every leaf of an XML file, in order: `("EInvoice/TaxSupervisionInfo/InvoiceNumber", "…")`."""
    codes: tuple[str, ...] = ()
    """What the QR codes say."""
