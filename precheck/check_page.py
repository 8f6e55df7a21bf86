"""The page of `precheck check`: its options, and what becomes of them.

To add one: a line in `_params`, and a field of the same name in `commands.check.Asked`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from .globs import Patterns
from .options import color as color_option
from .options import common, day, formats, option, policy_names
from .project import ProjectPage, from_settings, setting, variable
from .render import help_words as words
from .terminal import screen

LEVELS = ("error", "warning", "note", "never")


def check_page(lang: str) -> ProjectPage:
    """`precheck check` in one language."""
    page: ProjectPage

    @click.pass_context
    def work(context: click.Context, /, color: str, show_settings: bool, **typed: Any) -> int:
        shown = screen(page.spoken(context), color)
        if show_settings:
            from .commands.settings import show

            return show(context, shown)
        from .commands.check import Asked, check

        code: int = check(Asked(**asked(context, typed, lang)), shown)
        return code

    params = [
        *_params(lang),
        *from_settings(lang),
        option(lang, "--show-settings", is_flag=True),
        *common(lang),
    ]
    page = ProjectPage(
        "check", lang=lang, help=words.COMMANDS["check"].say(lang), callback=work, params=params
    )
    return page


def _params(lang: str) -> list[click.Parameter]:
    return [
        *drafts(lang),
        *formats(lang, envvar=variable("--format")),
        setting(lang, "--fail-on", type=click.Choice(LEVELS), default="error"),
        color_option(lang, envvar=variable("--color")),
        option(lang, "--reveal", is_flag=True),
        option(lang, "--stdin-filename", metavar="FILE"),
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
        setting(lang, "--redact", type=click.Choice(("identity", "all")), default="identity"),
    ]


def _pairs(context: click.Context, parameter: click.Parameter, typed: Iterable[str]) -> dict[str, str]:
    """`CODE=why` as code and reason. Raises BadParameter without a reason."""
    made = {}
    for each in typed:
        code, _, what = (part.strip() for part in each.partition("="))
        if not (code and what):
            lang = context.command.lang  # type: ignore[attr-defined]
            name = parameter.opts[-1]
            raise click.BadParameter(words.NOT_A_PAIR.say(lang).format(name=name), context, parameter)
        made[code] = what
    return made


def _levels(context: click.Context, parameter: click.Parameter, typed: Iterable[str]) -> dict[str, str]:
    """`CODE=level` as code and level. Raises BadParameter for another level."""
    made = _pairs(context, parameter, typed)
    if not set(made.values()) <= set(LEVELS[:-1]):
        lang = context.command.lang  # type: ignore[attr-defined]
        choices = ", ".join(f"CODE={level}" for level in LEVELS[:-1])
        said = words.NOT_A_CHOICE.say(lang).format(name=parameter.opts[-1], choices=choices)
        raise click.BadParameter(said, context, parameter)
    return made


def asked(context: click.Context, typed: dict[str, Any], lang: str) -> dict[str, Any]:
    """The fields of `Asked`: what was typed, with what the project's settings add to it."""
    if typed.pop("reveal", False):
        if typed["redact"] == "all":
            raise click.UsageError(words.REVEAL_OR_REDACT.say(lang))
        typed["redact"] = "none"
    del typed["config"], typed["isolated"]
    found = context.obj
    by_file = context.get_parameter_source("exclude") is ParameterSource.DEFAULT_MAP
    return typed | {
        "on": typed["on"] or date.today(),
        "exclude": Patterns(typed["exclude"], found.folder if by_file else Path()),
        "ignore": {**found.settings.get("ignore", {}), **typed["ignore"]},
        "severity": {**found.settings.get("severity", {}), **typed["severity"]},
        "files": _rows(context),
        "folder": found.folder,
    }


def _rows(context: click.Context) -> list[Mapping[str, Any]]:
    """What the settings say of some files only; a policy that was asked for goes before theirs."""
    rows: list[dict[str, Any]] = context.obj.settings.get("files", [])
    if context.get_parameter_source("policy") in (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT):
        return [{key: value for key, value in each.items() if key != "policy"} for each in rows]
    return list(rows)
