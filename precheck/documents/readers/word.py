"""DOCX: paragraphs and tables as lines of one page."""

from ..content import Content, Page
from ..reading import Reading
from .bounded import archive, member
from .markup import elements

BODY = "word/document.xml"


def read(data: bytes) -> Reading:
    """The lines; a row of a table is a line with its cells as columns. Raises Unreadable."""
    lines: list[list[str]] = []
    cells: dict[str, list[str]] = {}
    for element in elements(member(archive(data), BODY)):
        names = element.path.split("/")
        if names[-1] == "tc":
            cells.setdefault("/".join(names[:-1]), []).append(element.text.strip())
        elif names[-1] == "tr":
            lines.append(cells.pop(element.path, []))
        elif names[-1] == "p" and "tr" not in names and (text := element.text.strip()):
            lines.append([text])
    return Reading(Content(pages=(Page(1, lines),)), pages=1, blank=() if lines else (1,))
