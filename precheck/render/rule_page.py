"""Pages about rules: a table of all, a page for one, the same as Markdown and as data."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..rule import Rule
from ..text import LANGUAGES, Text
from . import words
from .style import Style
from .width import padded, width

FACT = re.compile(r"\{[^}]*\}")


def as_data(rule: Rule) -> dict[str, Any]:
    """A rule as data; words in both languages, with the places of the facts in braces."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "cause": rule.cause.value,
        "triggers": list(rule.triggers),
        "source": rule.source,
        "message": _both(lambda lang: rule.words(lang)[0]),
        "remedy": _both(lambda lang: rule.words(lang)[1]),
        "why": _both(rule.explain),
        "section": rule.section.__name__ if rule.section else None,
        "mutes": list(rule.mutes),
    }


def _both(say: Callable[[str], str]) -> dict[str, str]:
    return {lang: say(lang) for lang in LANGUAGES}


def listed(rules: Sequence[Rule], style: Style) -> str:
    """A line for every rule: code, severity, name, and what it finds."""
    names = max(width(each.name) for each in rules)
    levels = max(width(each.say(style.lang)) for each in words.SEVERITY.values())
    lines = []
    for each in rules:
        level = padded(words.SEVERITY[each.severity].say(style.lang), levels)
        fault = without_facts(each, style.lang)[0]
        lines.append(
            f"{each.code}  {style.paint(each.severity, level)}  {padded(each.name, names)}  {fault}\n"
        )
    return "".join(lines)


def page(rule: Rule, style: Style) -> str:
    """Everything about one rule, for the terminal."""
    head = f"{style.paint('strong', rule.code)}  {rule.name}"
    lines = [
        head,
        f"{style.mark(rule.severity)} {_level(rule, style.lang)}{without_facts(rule, style.lang)[0]}",
        "",
    ]
    colon = words.COLON.say(style.lang)
    lines += [f"{title.say(style.lang)}{colon}{said}" for title, said in _facts(rule, style.lang)]
    return "\n".join(lines) + "\n"


def markdown(rule: Rule, lang: str) -> str:
    """Everything about one rule, as Markdown."""
    fault = without_facts(rule, lang)[0]
    lines = [f"## {rule.code} {rule.name}", "", f"**{_level(rule, lang).strip()}** {fault}", ""]
    lines += [f"- {title.say(lang)}{words.COLON.say(lang)}{said}" for title, said in _facts(rule, lang)]
    return "\n".join(lines) + "\n"


def without_facts(rule: Rule, lang: str) -> tuple[str, str]:
    """The fault and the remedy, with an ellipsis for each fact of a draft."""
    fault, remedy = rule.words(lang)
    return FACT.sub("…", fault), FACT.sub("…", remedy)


def _level(rule: Rule, lang: str) -> str:
    return words.SEVERITY[rule.severity].say(lang) + words.COLON.say(lang)


def _facts(rule: Rule, lang: str) -> Iterator[tuple[Text, str]]:
    """What is worth knowing about a rule, with its title; what it has nothing to say on is left out."""
    comma = words.LIST_MARK.say(lang)
    yield words.REMEDY, without_facts(rule, lang)[1]
    if why := rule.explain(lang):
        yield words.WHY, why
    yield words.CAUSE, words.CAUSES[rule.cause].say(lang)
    if rule.triggers:
        yield words.REFUSAL, comma.join(words.REFUSALS[each].say(lang) for each in rule.triggers)
    yield words.SOURCE, Text.of(rule.source).say(lang)
    yield words.LOOKS_AT, _section(rule, lang)
    if rule.mutes:
        yield words.MUTES, comma.join(rule.mutes)


def _section(rule: Rule, lang: str) -> str:
    """The section by its first line: `资产负债表的一栏 / one column of a balance sheet`."""
    if rule.section is None:
        return words.READING.say(lang)
    if rule.section.__name__ in words.VIEWS:
        return words.VIEWS[rule.section.__name__].say(lang)
    return Text.of((rule.section.__doc__ or "").partition("\n")[0].removesuffix(".")).say(lang)
