"""`precheck draft`: a draft made of the papers in a folder."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from ..cli.terminal import Screen
from ..documents.children import read_all
from ..documents.limits import MOST_PAPERS
from ..drafting import Drafted, drafted
from ..errors import UnreadablePath
from ..privacy import Redact, Voice
from ..render.draft_page import page
from .trouble import unreadable
from .written import written

NO_PAPERS = frozenset({".json", ".toml", ".md", ".txt"})
"""Endings of what may lie beside papers and is none."""


def write(
    folder: str, output: str | None, sources: str | None, reveal: bool, cache: bool, screen: Screen
) -> int:
    """Write the draft that the papers in a folder make, and say what came of each on standard error.

    `sources` names a new file for the paper and place of every value. Returns the exit code: 2 when a file cannot be
    written. Raises UnreadablePath.
    """
    lang = screen.style.lang
    found = list(papers_in(folder, lang))
    paths = [path for path in found if _can_be_written(path)]
    says = [file.says for file in read_all(folder, paths, cached=cache)]
    made = drafted(zip(paths, says, strict=True))
    if not written(_text({"$schema": "application-1.json", **made.application}), output, screen):
        return 2
    if sources is not None and not written(_text(_sources(made)), sources, screen):
        return 2
    unknown = [path for path, facts in zip(paths, says, strict=True) if not facts.kinds]
    unnamed = [path for path in found if not _can_be_written(path)]
    for line in page(made, paths, unknown, unnamed, Voice(lang, Redact.NONE if reveal else Redact.IDENTITY)):
        screen.complain(line)
    return 0


def papers_in(folder: str, lang: str) -> Iterator[str]:
    """The files below a folder that may be papers, as paths relative to it, in order. Raises UnreadablePath."""
    try:
        next(Path(folder).iterdir(), None)
    except OSError as fault:
        raise UnreadablePath(unreadable(folder, fault, lang)) from None
    found = (each for each in sorted(Path(folder).rglob("*")) if each.is_file() and not each.is_symlink())
    paths = (each.relative_to(folder) for each in found)
    papers = [each.as_posix() for each in paths if _may_be_paper(each)]
    yield from papers[:MOST_PAPERS]


def _may_be_paper(path: PurePath) -> bool:
    return path.suffix.lower() not in NO_PAPERS and not any(part.startswith(".") for part in path.parts)


def _can_be_written(path: str) -> bool:
    """Whether a path can stand in a draft: what is no UTF-8, as names that were packed on another system, cannot."""
    try:
        return bool(path.encode())
    except UnicodeEncodeError:
        return False


def _sources(made: Drafted) -> list[dict[str, object]]:
    return [
        {"pointer": each.pointer, "path": each.path, "place": each.place._asdict()} for each in made.sources
    ]


def _text(data: object) -> str:
    """It as JSON, without the characters of names and papers that could steer a terminal."""
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return "".join(each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in text)
