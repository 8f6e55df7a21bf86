"""The page of `precheck check`: its options, and what becomes of them.

To add one: a line in `_params`, and a field of the same name in `commands.check.Asked`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from ..globs import Patterns
from ..render import help_words as words
from .options import color as color_option
from .options import day, formats, option, policy_names
from .project import ProjectPage, cache, language_of, project_page, setting, spoken, variable
from .terminal import screen

LEVELS = ("error", "warning", "note", "never")


def check_page(lang: str) -> ProjectPage:
    """`precheck check` in one language."""

    def work(context: click.Context, /, color: str, show_settings: bool, **typed: Any) -> int:
        shown = screen(spoken(context), color)
        if show_settings:
            from ..commands.settings import show

            return show(context, shown)
        if typed["fix"] and "-" in typed["paths"]:
            raise click.UsageError(words.NO_FIX_OF_STDIN.say(language_of(context)))
        from ..commands.check import Asked, check

        code: int = check(Asked(**asked(context, typed)), shown)
        return code

    return project_page("check", lang, work, *_params(lang))


def _params(lang: str) -> list[click.Parameter]:
    return [
        *drafts(lang),
        *formats(lang, envvar=variable("--format")),
        setting(lang, "--fail-on", type=click.Choice(LEVELS), default="error"),
        color_option(lang, envvar=variable("--color")),
        option(lang, "--reveal", is_flag=True),
        option(lang, "--fix", is_flag=True),
        option(lang, "--diff", is_flag=True),
        option(lang, "--stdin-filename", metavar="FILE"),
        option(lang, "--show-settings", is_flag=True),
    ]


def drafts(lang: str) -> list[click.Parameter]:
    """The options that say which drafts are checked, by which rules, and what is shown of them."""
    return [
        click.Argument(["paths"], nargs=-1, metavar="[PATH|-]...", type=click.Path()),
        setting(
            lang,
            "--policy",
            multiple=True,
            default=["generic-cn"],
            metavar="NAME|FILE",
            shell_complete=policy_names,
        ),
        day(lang, envvar="PRECHECK_ON"),
        setting(lang, "--select", multiple=True, metavar="CODE"),
        option(lang, "--ignore", multiple=True, metavar="CODE=WHY", callback=_pairs),
        option(lang, "--severity", multiple=True, metavar="CODE=LEVEL", callback=_levels),
        setting(lang, "--baseline", metavar="FILE", type=click.Path(dir_okay=False)),
        setting(lang, "--exclude", multiple=True, metavar="PATTERN"),
        setting(lang, "--respect-gitignore/--no-respect-gitignore", default=False),
        option(lang, "--no-papers", is_flag=True),
        cache(lang),
        setting(lang, "--redact", type=click.Choice(("identity", "all")), default="identity"),
    ]


def _pairs(context: click.Context, parameter: click.Parameter, typed: Iterable[str]) -> dict[str, str]:
    """`CODE=why` as code and reason. Raises BadParameter without a reason."""
    made = {}
    for each in typed:
        code, _, what = (part.strip() for part in each.partition("="))
        if not (code and what):
            said = words.NOT_A_PAIR.say(language_of(context)).format(name=parameter.opts[-1])
            raise click.BadParameter(said, context, parameter)
        made[code] = what
    return made


def _levels(context: click.Context, parameter: click.Parameter, typed: Iterable[str]) -> dict[str, str]:
    """`CODE=level` as code and level. Raises BadParameter for another level."""
    made = _pairs(context, parameter, typed)
    if not set(made.values()) <= set(LEVELS[:-1]):
        choices = ", ".join(f"CODE={level}" for level in LEVELS[:-1])
        said = words.NOT_A_CHOICE.say(language_of(context)).format(name=parameter.opts[-1], choices=choices)
        raise click.BadParameter(said, context, parameter)
    return made


def asked(context: click.Context, typed: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Asked`: what was typed, and what the project's settings say of files."""
    if typed.pop("reveal", False):
        if typed["redact"] == "all":
            raise click.UsageError(words.REVEAL_OR_REDACT.say(language_of(context)))
        typed["redact"] = "none"
    del typed["config"], typed["isolated"]
    folder = context.obj.folder
    by_file = context.get_parameter_source("exclude") is ParameterSource.DEFAULT_MAP
    return typed | {
        "on": typed["on"] or date.today(),
        "exclude": Patterns(typed["exclude"], folder if by_file else Path()),
        "files": _rows(context),
        "folder": folder,
    }


def _rows(context: click.Context) -> list[Mapping[str, Any]]:
    """What the settings say of all files, then of some only; a policy that was asked for goes before theirs."""
    settings = context.obj.settings
    of_all = {name: settings[name] for name in ("ignore", "severity") if name in settings}
    rows = [*([{"match": ["**"], **of_all}] if of_all else []), *settings.get("files", [])]
    if context.get_parameter_source("policy") in (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT):
        return [{key: value for key, value in each.items() if key != "policy"} for each in rows]
    return rows
