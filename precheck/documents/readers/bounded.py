"""Archives and XML that may have been made to do harm: every size is counted while it is unpacked."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..limits import MOST_ELEMENTS, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, SMALL_ENOUGH
from ..reading import Unreadable

if TYPE_CHECKING:
    from zipfile import ZipFile

DEEPEST = 100
CHUNK = 65536


def archive(data: bytes) -> "ZipFile":
    """The archive. Raises Unreadable when it is damaged, locked, or would unfold into too much by its own account."""
    from zipfile import BadZipFile, ZipFile  # only here: an XML file needs none of it

    try:
        made = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("damaged") from None
    members = made.infolist()
    unpacked = sum(each.file_size for each in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise Unreadable("bomb")
    if unpacked > SMALL_ENOUGH and unpacked > MOST_RATIO * len(data):
        raise Unreadable("bomb")
    if any(each.flag_bits & 1 for each in members):
        raise Unreadable("encrypted")
    return made


def member(packed: "ZipFile", name: str, most: int = MOST_UNPACKED) -> bytes:
    """A file of the archive. Raises KeyError, or Unreadable when it is longer than `most`, whatever it claims."""
    parts, left = [], most + 1
    with packed.open(name) as file:
        while left and (part := file.read(min(CHUNK, left))):
            parts.append(part)
            left -= len(part)
    if not left:
        raise Unreadable("bomb")
    return b"".join(parts)


def beside(name: str, target: str) -> str:
    """The member that `target` means in the file `name`; nothing leads out of the archive."""
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join("/", name.rpartition("/")[0], target)).lstrip("/")


def elements(data: bytes) -> Iterator[tuple[str, Element]]:
    """Every element of an XML file as it ends, with the path of local names that leads to it.

    Raises Unreadable when it is damaged, has entities of its own, or is deeper or longer than any paper.
    """
    path: list[str] = []
    try:
        for number, (event, element) in enumerate(iterparse(BytesIO(data), events=("start", "end"))):
            if event == "start":
                path.append(element.tag.rpartition("}")[2])
            else:
                yield "/".join(path), element
                path.pop()
            if len(path) > DEEPEST or number > 2 * MOST_ELEMENTS:
                raise Unreadable("too_large")
    except ParseError:
        raise Unreadable("damaged") from None
    except DefusedXmlException:
        raise Unreadable("bomb") from None


def leaves(data: bytes) -> list[tuple[str, str]]:
    """Path of names and text of every leaf, in order. Raises Unreadable as above."""
    return [
        (path, "".join((element.text or "").split("\n")).strip())
        for path, element in elements(data)
        if not len(element)
    ]
