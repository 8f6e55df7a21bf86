"""One self-contained page to open on a phone, print and pass on: no script, no network, both languages in one file."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from .. import __version__
from ..tally import Run, Tally
from . import page_words as words
from . import words as common
from .concise import counts, has_more, total
from .escape import xml
from .html_draft import draft, mark
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Whatever a text may turn out to hold, the page loads nothing and runs nothing."""


class Sheet(NamedTuple):
    """One draft in one language: its line in the list of drafts, as mark, path and verdict, and everything about it."""

    lang: str
    ready: bool
    line: tuple[str, str, str]
    body: str


def entry(file: "FileData", run: Run, style: Style) -> Sheet:
    """What is shown of one draft; of one among several with nothing to say of it just a line."""
    body = draft(file, run, style.lang) if run.single or has_more(file) else ""
    verdict = (common.READY if file["ready"] else common.NOT_READY).say(style.lang)
    tally = Tally()
    tally.add(file)
    said = " · ".join(filter(None, (verdict, counts(tally, Style(style.lang)))))
    return Sheet(style.lang, file["ready"], (mark(file["ready"]), xml(file["path"]), said), body)


def whole(entries: Sequence[Sheet], tally: Tally, run: Run, style: Style) -> str:
    """The page; the reader's own language is shown first."""
    by_language: dict[str, list[Sheet]] = {}
    for each in entries:
        by_language.setdefault(each.lang, []).append(each)
    own = next(iter(by_language), run.lang)
    return "".join(
        (
            f'<!doctype html>\n<html lang="{words.LANGUAGES[own][0]}">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n',
            f"<title>{words.TITLE.say(own)} · {run.on.isoformat()}</title>\n",
            f"<style>\n{_stylesheet()}</style>\n</head>\n<body>\n<main>\n",
            *_switch(list(by_language)),
            *(part for lang, sheets in by_language.items() for part in _language(lang, sheets, tally, run)),
            "</main>\n</body>\n</html>\n",
        )
    )


@cache
def _stylesheet() -> str:
    return (files(__package__) / "page.css").read_text("utf-8")


def _switch(languages: Sequence[str]) -> Iterator[str]:
    """A choice of language that the stylesheet follows; without a stylesheet all languages stand one below the other."""
    for lang in languages if len(languages) > 1 else ():
        tag, name = words.LANGUAGES[lang]
        checked = " checked" if lang == languages[0] else ""
        yield f'<input type="radio" name="language" id="in-{lang}"{checked}>'
        yield f'<label for="in-{lang}" lang="{tag}">{name}</label>\n'


def _language(lang: str, sheets: Sequence[Sheet], tally: Tally, run: Run) -> Iterator[str]:
    yield f'<div class="{lang}" lang="{words.LANGUAGES[lang][0]}">\n'
    if run.single:
        yield from (each.body for each in sheets)
    else:
        yield from _several(lang, sheets, tally)
    made_by = words.MADE_BY.say(lang).format(version=__version__)
    yield f"<footer><p>{words.CAVEAT.say(lang)}</p><p>{made_by}</p></footer>\n</div>\n"


def _several(lang: str, sheets: Sequence[Sheet], tally: Tally) -> Iterator[str]:
    """A list of all drafts, what has to be worked on first; below it everything about each that has more to it."""
    yield f"<h1>{total(tally, Style(lang))}</h1>\n<nav><ul class='drafts'>\n"
    order = sorted(sheets, key=lambda each: each.ready)
    for number, each in enumerate(order, 1):
        sign, path, said = each.line
        name = f'<a href="#{lang}-{number}">{path}</a>' if each.body else path
        yield f"<li>{sign} <code>{name}</code><br><small>{said}</small></li>\n"
    yield "</ul></nav>\n"
    for number, each in enumerate(order, 1):
        if each.body:
            yield f'<article id="{lang}-{number}">\n{each.body}</article>\n'
