"""DOCX: paragraphs and tables as lines of one page."""

from ..content import Content, Page
from ..reading import Reading
from .bounded import archive, elements, member

BODY = "word/document.xml"


def read(data: bytes) -> Reading:
    """The lines; a row of a table is a line with its cells as columns. Raises Unreadable."""
    lines: list[list[str]] = []
    for path, element in elements(member(archive(data), BODY)):
        names = path.split("/")
        if names[-1] == "tr":
            lines.append(["".join(cell.itertext()).strip() for cell in element if cell.tag.endswith("}tc")])
        elif names[-1] == "p" and "tr" not in names and (text := "".join(element.itertext()).strip()):
            lines.append([text])
    return Reading(Content(pages=(Page(1, lines),)), pages=1, blank=() if lines else (1,))
