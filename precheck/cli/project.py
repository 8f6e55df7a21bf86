"""Commands that listen to a project's settings: the command line goes before the environment, before the file.

click knows the order; what it is told here is what the file says.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
from click.core import ParameterSource

from ..render import help_words as words
from .options import common, option
from .usage import Page

if TYPE_CHECKING:
    from .settings import Found

CONFIG_VARIABLE = "PRECHECK_CONFIG"
NOT_OPTIONS = ("ignore", "severity", "files", "lang")
"""Settings that the command line adds to, or that are read before it."""


def setting(lang: str, names: str, **more: Any) -> click.Option:
    """An option that the settings may hold, and a variable of the environment with its name."""
    return option(lang, names, **{"envvar": variable(names), **more})


def cache(lang: str) -> click.Option:
    """`--cache`, of every command that opens papers."""
    return setting(lang, "--cache/--no-cache", default=False)


def variable(names: str) -> str:
    """The variable of an option: `PRECHECK_FAIL_ON` for `--fail-on`."""
    return "PRECHECK_" + names.split("/")[0].strip("-").replace("-", "_").upper()


def from_settings(lang: str) -> list[click.Parameter]:
    """The options that say where the settings come from."""
    return [
        option(lang, "--config", metavar="FILE", type=click.Path(dir_okay=False)),
        option(lang, "--isolated", is_flag=True),
    ]


class ProjectPage(Page):
    """A command that takes what its options leave open from the project's settings. `context.obj` is the file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the settings before the options are read. Raises PrecheckError for a file that cannot be used."""
        typed, _, _ = self.make_parser(ctx).parse_args(list(args))
        if not ctx.resilient_parsing and not typed.get("help"):
            ctx.obj = self._found(typed)
            ctx.default_map = {k: v for k, v in ctx.obj.settings.items() if k not in NOT_OPTIONS}
        return super().parse_args(ctx, args)

    def _found(self, typed: Mapping[str, Any]) -> "Found":
        from . import settings  # only here: a help page has no need of it

        named = typed.get("config") or os.environ.get(CONFIG_VARIABLE)
        if typed.get("isolated"):
            return settings.Found(None, {})
        return settings.load(Path(named), self.lang) if named else settings.find(Path(), self.lang)


def project_page(name: str, lang: str, work: Callable[..., int], *params: click.Parameter) -> ProjectPage:
    """The command of a name that listens to the project's settings; `work` is given the context first."""
    params = (*params, *from_settings(lang), *common(lang))
    said = words.COMMANDS[name].say(lang)
    return ProjectPage(name, lang=lang, help=said, callback=click.pass_context(work), params=[*params])


def language_of(context: click.Context) -> str:
    """The language of a command's own page."""
    return cast("Page", context.command).lang


def spoken(context: click.Context) -> str:
    """The language of the output: as asked for, else as the settings say, else the locale's."""
    contexts = (context, *([context.parent] if context.parent else []))
    asked = any(each.get_parameter_source("lang") is ParameterSource.COMMANDLINE for each in contexts)
    own = language_of(context)
    if asked or os.environ.get("PRECHECK_LANG"):
        return own
    said: str = context.obj.settings.get("lang", own)
    return said
