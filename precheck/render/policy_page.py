"""Pages about policies: one line each, or every row with its source and the time in which it is in force."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..policy import Policy
from ..policy.rows import Row
from ..record import Record, default, info
from ..text import Text, label
from . import words
from .style import Style

SAID_ELSEWHERE = ("name", "source", "since", "until", "off")
"""Fields of a row that have a place of their own on the page."""


def line(policy: Policy, style: Style) -> str:
    """The name of a policy, and what it is."""
    return f"{style.paint('strong', policy.name)}  {Text.of(policy.title).say(style.lang)}{_example(policy, style)}\n"


def _example(policy: Policy, style: Style) -> str:
    if not policy.example:
        return ""
    return style.paint("warning", f"  [{words.EXAMPLE_POLICY.say(style.lang)}]")


def page(policy: Policy, style: Style) -> str:
    """A policy with all its tables."""
    lines = [line(policy, style).rstrip("\n")]
    if policy.extends:
        lines.append(words.EXTENDS.say(style.lang).format(base=policy.extends))
    tables = {name: rows for name, rows in policy.tables().items() if rows}
    for name, rows in tables.items():
        title = Text.of(info(Policy, name).title or name).say(style.lang)
        lines += ["", f"{style.paint('strong', title)}  {style.paint('faint', name)}"]
        lines += [each for row in rows for each in _row(row, style)]
    return "\n".join(lines if tables else [*lines, words.NO_ROWS.say(style.lang)]) + "\n"


def _row(row: Row, style: Style) -> Iterator[str]:
    colon, comma = words.COLON.say(style.lang), words.SENTENCE_MARK.say(style.lang)
    facts = comma.join(f"{title} {said}".strip() for title, said in _facts(row, style))
    yield f"  {style.marks['dot']} {row.name}{colon}{facts}"
    source = Text.of(row.source).say(style.lang)
    in_force = f"{comma}{_in_force(row, style.lang)}" if _bounded(row) else ""
    yield style.paint("faint", f"    {words.SOURCE.say(style.lang)}{colon}{source}{in_force}")


def _facts(row: Row, style: Style) -> Iterator[tuple[str, str]]:
    """What a row says beyond its defaults: the title of each field, none of a lone value, and what it says."""
    model: type[Record] = type(row)
    for name in model.names:
        value = getattr(row, name)
        if name not in SAID_ELSEWHERE and (info(model, name).is_required() or value != default(model, name)):
            title = "" if name == "value" else _title(model, name).say(style.lang)
            yield title, _said(value, style.lang)


def _title(model: type[Record], name: str) -> Text:
    return Text.of((info(model, name).title or name).split("；")[0])


def _said(value: Any, lang: str) -> str:
    if value is True:
        return ""  # the title says it
    if isinstance(value, list | tuple):
        return words.LIST_MARK.say(lang).join(_said(each, lang) for each in value)
    if isinstance(value, str):
        return label(value).say(lang) if " / " not in value else Text.of(value).say(lang)
    return f"{value:,}".removesuffix(".0") if isinstance(value, int | float) else str(value)


def _bounded(row: Row) -> bool:
    return row.since > date.min or row.until < date.max


def _in_force(row: Row, lang: str) -> str:
    since = row.since.isoformat() if row.since > date.min else words.FROM_START.say(lang)
    until = row.until.isoformat() if row.until < date.max else words.OPEN_END.say(lang)
    return words.IN_FORCE.say(lang).format(since=since, until=until)
