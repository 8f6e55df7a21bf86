"""What a reader gives back, and how it says that it cannot. A reader is a module with `read(data: bytes) -> Reading`."""

from typing import NamedTuple

from .content import Content
from .file_facts import Picture, Verdict


class Reading(NamedTuple):
    """What was read of one file."""

    content: Content = Content()
    pages: int = 0
    blank: tuple[int, ...] = ()
    """The numbers of blank pages."""
    picture: Picture | None = None


class Unreadable(Exception):
    """The file cannot be read, and why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict: Verdict = verdict
