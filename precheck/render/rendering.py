"""One format at work: it is told of every draft, and in the end gives the text."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..tally import Run, Tally
from . import FORMATS, IN_BOTH_LANGUAGES, WITH_EVIDENCE
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData


class Format(Protocol):
    """What a module of a format offers."""

    def entry(self, file: "FileData", run: Run, style: Style) -> Any:
        """What the format keeps of one draft."""

    def whole(self, entries: Sequence[Any], tally: Tally, run: Run, style: Style) -> str:
        """The text."""


class Rendering:
    """One run in one format."""

    def __init__(self, name: str, run: Run, style: Style) -> None:
        self.run, self.style = run, style
        self.format = cast("Format", import_module(f"{__package__}.{FORMATS[name]}"))
        self.in_both_languages = name in IN_BOTH_LANGUAGES
        self.with_evidence = name in WITH_EVIDENCE or run.single
        self.entries: list[Any] = []

    def entries_of(self, said: "Mapping[str, FileData]") -> list[Any]:
        """What the format keeps of one draft, said in one language or in both."""
        own = self.style.lang
        if not self.in_both_languages:
            return [self.format.entry(said[own], self.run, self.style)]
        order = sorted(said, key=lambda lang: lang != own)
        return [self.format.entry(said[lang], self.run, self.style._replace(lang=lang)) for lang in order]

    def text(self, tally: Tally) -> str:
        """Everything that it was told of, as it is to be written."""
        return self.format.whole(self.entries, tally, self.run, self.style)
