"""Findings and likely slips on the HTML page: what to do, where, and why it matters."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import page_words as words
from . import words as common
from .concise import beside, severity, why_waived
from .escape import xml
from .full import context, tasks
from .places import called
from .slips import contradiction_at, explained, refusals, second, shown, sure_of, unexplained

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, FrameData, FramedData, SkippedData, SlipData

SUREST = 0.99
"""No guess is shown as certain."""


def to_do(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """The findings that no slip explains, by what the reader must do, the worst first."""
    open_ones = unexplained(file)
    if not open_ones:
        return
    yield f"<section>\n<h{level}>{words.FIRST.say(lang)}</h{level}>\n"
    for cause, findings in tasks(open_ones):
        yield f"<h{level + 1}>{common.TASKS[cause].say(lang)}</h{level + 1}>\n<ul class='findings'>\n"
        yield from (_finding(each, lang, contradiction_at(file, each)) for each in findings)
        yield "</ul>\n"
    yield f"<p>{words.THEN.say(lang)}</p>\n</section>\n"


def accepted(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """What somebody knows and accepts, with the reason, and what else there is to say of that."""
    waived = [_finding(each, lang) for each in file["findings"] if "waived" in each]
    rules = [_accepted_rule(each, lang) for each in file["skipped"] if "waived" in each]
    if waived or rules:
        yield f"<section>\n<h{level}>{common.WAIVED.say(lang)}</h{level}>\n<ul class='findings'>\n"
        yield from (*waived, *rules, "</ul>\n</section>\n")
    yield from (f"<p>{xml(each)}</p>\n" for each in beside(file, lang))


def _accepted_rule(each: "SkippedData", lang: str) -> str:
    waived = each.get("waived")
    why = why_waived(waived, lang) if waived else ""
    said = f"{each['code']} {common.NOT_CHECKED.say(lang)} · {why}"
    return f'<li class="note">\n<p>{xml(said)}</p>\n</li>\n'


def _finding(each: "FindingData", lang: str, contradiction: str = "") -> str:
    hint = f'<p class="remedy"><span aria-hidden="true">→</span> {xml(contradiction)}</p>\n'
    return (
        f'<li class="{each["severity"]}">\n'
        f'<p class="fault"><strong class="level">{severity(each, lang)}</strong> '
        f"{xml(each['message'])}</p>\n{_accepted(each, lang)}"
        f'<p class="remedy"><span aria-hidden="true">→</span> {xml(each["remedy"])}</p>\n'
        f"{hint if contradiction else ''}"
        f'<p class="place">{words.PLACE.say(lang)}{common.COLON.say(lang)}{_place(each, lang)}</p>\n'
        f"{_frame(each['frame'])}"
        f"<p><small>{' · '.join(map(xml, (each['code'], *context(each, lang))))}</small></p>\n</li>\n"
    )


def _accepted(each: "FindingData", lang: str) -> str:
    waived = each.get("waived")
    return f"<p>{xml(why_waived(waived, lang))}</p>\n" if waived else ""


def _place(each: "FramedData", lang: str) -> str:
    where = each["location"]
    name = xml(called(each["pointer"], lang))
    return f"{name} <small>{words.LINE.say(lang).format(n=where['line'])}</small>" if where else name


def _frame(frame: "FrameData | None") -> str:
    """The line of the draft with the value marked."""
    if not frame:
        return ""
    text, start, end = frame["text"], frame["start"], frame["end"]
    parts = map(xml, (text[:start], text[start:end], text[end:]))
    return "<pre>{}<mark>{}</mark>{}</pre>\n".format(*parts)


def slips(file: "FileData", lang: str, level: int) -> Iterator[str]:
    """The typing errors that would explain what does not agree, likeliest first."""
    likely = shown(file)
    if not likely:
        return
    yield f"<section>\n<h{level}>{words.SLIPS.say(lang)}</h{level}>\n<ul class='findings'>\n"
    yield from (_slip(each, file, lang) for each in likely)
    yield "</ul>\n</section>\n"


def _slip(each: "SlipData", file: "FileData", lang: str) -> str:
    share = f"{min(sure_of(each), SUREST):.0%}"
    findings = explained(each, file)
    return (
        f'<li class="slip">\n<p class="fault">{xml(each["message"])}</p>\n'
        f'<p class="remedy"><span aria-hidden="true">→</span> {common.PROPOSAL.say(lang)}</p>\n'
        f'<p class="place">{words.PLACE.say(lang)}{common.COLON.say(lang)}{_place(each, lang)}</p>\n'
        f"{_frame(each['frame'])}"
        f"<dl><div><dt>{words.TYPED.say(lang)}</dt><dd>{xml(each['typed'])}</dd></div>"
        f"<div><dt>{words.LIKELY.say(lang)}</dt><dd><mark>{xml(each['likely'])}</mark></dd></div></dl>\n"
        f'<p><span class="bar" aria-hidden="true"><i style="width:{share}"></i></span> '
        f"{words.PROBABILITY.say(lang).format(share=share)}</p>\n"
        f"{''.join(_explained(one, lang) for one in findings)}"
        f"<p><small>{' · '.join(map(xml, refusals(findings, lang)))}</small></p>\n{_runner_up(each, lang)}</li>\n"
    )


def _explained(each: "FindingData", lang: str) -> str:
    said = f"{common.EXPLAINS.say(lang)} {each['code']}  {each['message']}"
    return f"<p><small>{xml(said)}</small></p>\n"


def _runner_up(each: "SlipData", lang: str) -> str:
    other = second(each)
    if other is None:
        return ""
    said = words.OR_ELSE.say(lang).format(place=called(other["pointer"], lang), likely=other["likely"])
    return f"<p><small>{xml(said)}</small></p>\n"
