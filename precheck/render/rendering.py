"""One format at work: it is told of every draft, and in the end gives the text."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..errors import PrecheckError
from ..tally import Run, Tally
from ..text import LANGUAGES
from . import FORMATS, IN_BOTH_LANGUAGES, WITH_EVIDENCE, help_words
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData
    from ..report import Report


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
        self.keeps = self.format.entry, style.lang, style.colour, *style.marks.values()
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


def entries_of(
    renderings: Sequence[Rendering], drafts: "Sequence[Mapping[str, FileData]]"
) -> list[list[Any]]:
    """What each rendering keeps of some drafts. Formats that keep the same, as JSON and its lines do, share it."""
    made: dict[Any, list[Any]] = {}
    for each in renderings:
        if each.keeps not in made:
            made[each.keeps] = [entry for said in drafts for entry in each.entries_of(said)]
    return [made[each.keeps] for each in renderings]


def alone(report: "Report", name: str) -> str:
    """One report in the format of that name, in its own language, or that one first. Raises PrecheckError when there
    is no such format."""
    if name not in FORMATS:
        said = help_words.NO_FORMAT.say(report.lang)
        raise PrecheckError(said.format(name=name, choices=", ".join(FORMATS)))
    own = report.lang
    rendering = Rendering(name, Run(report.policies, report.on, own, single=True), Style(own))
    languages = [own, *(lang for lang in LANGUAGES if lang != own)] if rendering.in_both_languages else [own]
    files = {lang: report.said_in(lang).to_dict() for lang in languages}
    rendering.entries += rendering.entries_of(files)
    tally = Tally()
    tally.add(files[own])
    return rendering.text(tally)
