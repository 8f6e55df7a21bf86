"""Tables of web pages, which many banks give out under the name of a workbook."""

from html.parser import HTMLParser

from ..content import Cell, Content, Page, Sheet
from ..limits import MOST_ELEMENTS
from ..reading import Reading, Unreadable
from ..text import decoded

SILENT = frozenset({"script", "style", "title"})


def read(data: bytes) -> Reading:
    """Every table, and the lines outside of tables. Raises Unreadable."""
    text = decoded(data)
    if text is None:
        raise Unreadable("damaged")
    found = _Tables()
    found.feed(text)
    found.close()
    sheets = tuple(Sheet(str(number), rows) for number, rows in enumerate(found.tables, 1) if rows)
    return Reading(Content(sheets=sheets, pages=(Page(1, found.lines),)), pages=1)


class _Tables(HTMLParser):
    """Collects the cells of tables; an inner table ends the outer one."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self.lines: list[list[str]] = []
        self.count, self.silent, self.in_table = 0, "", False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise Unreadable("too_large")
        if tag in SILENT:
            self.silent = tag
        elif tag == "table":
            self.tables.append([])
            self.in_table = True
        elif tag == "tr" and self.in_table:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.in_table and self.tables[-1]:
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        if tag == "table":
            self.in_table = False

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text or self.silent:
            return
        if self.in_table and self.tables[-1] and self.tables[-1][-1]:
            row = self.tables[-1][-1]
            row[-1] = f"{row[-1]} {text}".strip()
        else:
            self.lines.append([text])
