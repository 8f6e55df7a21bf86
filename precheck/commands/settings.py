"""`precheck check --show-settings`: every setting, its value, and where it came from, as TOML that can be kept."""

import json
from collections.abc import Iterator
from typing import Any

import click
from click.core import ParameterSource

from ..cli.project import NOT_OPTIONS, language_of
from ..cli.settings import Found
from ..cli.settings_keys import Settings
from ..cli.terminal import Screen
from ..render import help_words as words
from ..render.width import padded, width

TABLES = ("ignore", "severity")


def show(context: click.Context, screen: Screen) -> int:
    """Write the settings. Returns the exit code."""
    lang, found = screen.style.lang, context.obj
    options = [name for name in Settings.__annotations__ if name not in NOT_OPTIONS]
    rows = [_row(name, _value(context, name), _source(context, name, lang)) for name in options]
    rows.insert(1, _row("lang", lang, _source_of_lang(context, lang)))
    rows += [each for name in TABLES for each in _table(context, name, lang)]
    columns = max(width(said) for said, _ in rows)
    lines = [f"{padded(said, columns)}  # {source}" for said, source in rows]
    screen.write("\n".join([*lines, *_files(found)]) + "\n")
    return 0


def _row(name: str, value: Any, source: str) -> tuple[str, str]:
    """`fail-on = "error"`, commented out when there is no value to keep."""
    key = name.replace("_", "-")
    return (f"# {key}" if value is None else f"{key} = {_toml(value)}"), source


def _value(context: click.Context, name: str) -> Any:
    value = context.params[name]
    return list(value) if isinstance(value, tuple) else value


def _source(context: click.Context, name: str, lang: str) -> str:
    match context.get_parameter_source(name):
        case ParameterSource.COMMANDLINE:
            return words.BY_COMMAND_LINE.say(lang)
        case ParameterSource.ENVIRONMENT:
            return f"PRECHECK_{name.upper()}"
        case ParameterSource.DEFAULT_MAP:
            return str(context.obj.path)
    return words.BY_DEFAULT.say(lang)


def _source_of_lang(context: click.Context, lang: str) -> str:
    said = context.obj.settings.get("lang")
    own = language_of(context)
    return str(context.obj.path) if said == lang and said != own else words.BY_CALL.say(lang)


def _table(context: click.Context, name: str, lang: str) -> Iterator[tuple[str, str]]:
    """`ignore.AMT005 = "…"`: a row for every rule, and where it was said."""
    typed = context.params[name]
    said = {**context.obj.settings.get(name, {}), **typed}
    for code, what in said.items():
        source = words.BY_COMMAND_LINE.say(lang) if code in typed else str(context.obj.path)
        yield f"{name}.{code} = {_toml(what)}", source


def _files(found: Found) -> Iterator[str]:
    for row in found.settings.get("files", []):
        yield ""
        yield f"[[files]]  # {found.path}"
        for key, value in row.items():
            inner = value if isinstance(value, dict) else None
            yield from (
                [f"{key} = {_toml(value)}"]
                if inner is None
                else [f"{key}.{code} = {_toml(what)}" for code, what in inner.items()]
            )


def _toml(value: Any) -> str:
    """A text, a list of texts or a truth value: JSON and TOML write them alike."""
    return json.dumps(value, ensure_ascii=False)
