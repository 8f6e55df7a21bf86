"""One draft on the HTML page: the verdict, what to do first, the evidence, what could not be checked, the sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..tally import Run, Tally
from ..text import Text
from . import concise
from . import page_words as words
from . import words as common
from .concise import counts
from .escape import sentence, xml
from .html_evidence import evidence
from .html_findings import accepted, slips, to_do
from .places import called
from .sections import PLACES_NAMED, named, waiting
from .style import MARKS, Style

if TYPE_CHECKING:
    from ..contract import FileData


def draft(file: "FileData", run: Run, lang: str) -> str:
    """Everything about one draft. Its headings are one level lower where it is one of several."""
    top = 1 if run.single else 2
    return "".join(
        (
            *_verdict(file, run, lang, top),
            *slips(file, lang, top + 1),
            *to_do(file, lang, top + 1),
            *accepted(file, lang, top + 1),
            *(evidence(file, lang, top + 1) if run.single else ()),
            *_unchecked(file, lang, top + 1),
            *_policies(file, lang, top + 1),
            *_sources(file, lang, top + 1),
        )
    )


def mark(good: bool) -> str:
    """A sign for the eye; the words beside it say the same."""
    name = "good" if good else "error"
    return f'<span class="{name}" aria-hidden="true">{MARKS[name]}</span>'


def heading(level: int, text: str) -> str:
    """A heading of ours."""
    return f"<h{level}>{text}</h{level}>\n"


def _verdict(file: "FileData", run: Run, lang: str, top: int) -> Iterator[str]:
    ready = file["ready"]
    said = sentence((common.READY if ready else common.NOT_READY).say(lang))
    if not run.single:
        said += f" <code>{xml(file['path'])}</code>"  # its headings are how a reader finds a draft
    yield f'<header class="{"ready" if ready else "not-ready"}">\n{heading(top, f"{mark(ready)} {said}")}<dl>\n'
    for title, text in _facts(file, run, lang):
        yield f"<div><dt>{title.say(lang)}</dt><dd>{xml(text)}</dd></div>\n"
    yield "</dl>\n</header>\n"


def _facts(file: "FileData", run: Run, lang: str) -> Iterator[tuple[Text, str]]:
    tally = Tally()
    tally.add(file)
    if found := counts(tally, Style(lang)):
        yield words.FOUND, found
    if file["holds_until"]:
        yield words.STANDS, words.STANDS_UNTIL.say(lang).format(day=file["holds_until"])
    yield words.POLICY, file["verdicts"][0]["policy"]
    yield words.DAY, run.on.isoformat()
    yield words.PAPERS, common.PAPERS[file["papers"]].say(lang)
    if run.single and file["path"]:
        yield words.FILE, file["path"]


def _unchecked(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """The places that rules wait for, and that papers were not opened."""
    places = waiting(concise.waiting(file))
    if not places and file["papers"] != "listed":
        return
    yield f"<section class='short'>\n{heading(level, words.UNCHECKED.say(lang))}"
    if file["papers"] == "listed":
        yield f"<p>{words.NOT_OPENED.say(lang)}</p>\n"
    if places:
        yield f"<p>{common.SKIPPED.say(lang)}{common.COLON.say(lang).rstrip()}</p>\n<ul>\n"
        yield from (f"<li>{_place(*each, lang)}</li>\n" for each in places[:PLACES_NAMED])
        if len(places) > PLACES_NAMED:
            yield f"<li>{common.MORE_PLACES.say(lang).format(n=len(places) - PLACES_NAMED)}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _place(pointer: str, codes: list[str], lang: str) -> str:
    said = common.WAITING.say(lang).format(n=len(codes), codes=named(codes, Style(lang)))
    return f"{xml(called(pointer, lang))} <small>{said}</small>"


def _policies(file: "FileData", lang: str, level: int) -> Iterator[str]:
    if len(file["verdicts"]) == 1:
        return
    yield f"<section class='short'>\n{heading(level, common.VERDICTS.say(lang))}<ul class='drafts'>\n"
    for each in file["verdicts"]:
        said = (common.READY if each["ready"] else common.NOT_READY).say(lang)
        stopped = common.BLOCKED.say(lang).format(codes=named(each["blocked_by"], Style(lang)))
        more = "" if each["ready"] else f" <small>{stopped}</small>"
        yield f"<li>{mark(each['ready'])} {xml(each['policy'])}{common.COLON.say(lang)}{said}{more}</li>\n"
    yield "</ul>\n</section>\n"


def _sources(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """What each finding rests on."""
    sources = {each["code"]: each["source"] for each in file["findings"]}
    if not sources:
        return
    yield f"<section class='short'>\n{heading(level, words.SOURCES.say(lang))}<dl class='sources'>\n"
    for code in sorted(sources):
        yield f"<div><dt>{xml(code)}</dt><dd>{xml(Text.of(sources[code]).say(lang))}</dd></div>\n"
    yield "</dl>\n</section>\n"
