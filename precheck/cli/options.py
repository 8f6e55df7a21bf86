"""What the pages of commands are made of: an option and its words, the options that many commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from .. import __version__
from ..errors import PrecheckError
from ..render import FORMATS
from ..render import help_words as words
from ..text import LANGUAGES
from .terminal import screen
from .usage import Page

EAGER: dict[str, Any] = {"is_flag": True, "is_eager": True, "expose_value": False}


def page(name: str, lang: str, work: Callable[..., int], *params: click.Parameter) -> Page:
    """The command of a name: its options, and the function that does the work and returns the exit code."""
    return Page(
        name, lang=lang, help=words.COMMANDS[name].say(lang), callback=work, params=[*params, *common(lang)]
    )


def option(lang: str, names: str, said: str = "", **more: Any) -> click.Option:
    """An option with its words in `help_words`: those of `said`, or else of its first name."""
    first = names.split("/")[0].split()[0].strip("-").replace("-", "_")
    return click.Option(names.split(), help=words.OPTIONS[said or first].say(lang), **more)


def choice(lang: str, names: str, choices: tuple[str, ...], **more: Any) -> click.Option:
    """An option that is one of a few words; the first one unless given otherwise."""
    return option(lang, names, **{"type": click.Choice(choices), "default": choices[0], **more})


def common(lang: str) -> list[click.Parameter]:
    """Options that every command has. The language is read before parsing; here it is only checked."""
    return [
        option(lang, "--lang", type=click.Choice(LANGUAGES), expose_value=False),
        option(lang, "--help", callback=_show_help, **EAGER),
    ]


def _show_help(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        screen("en").write(context.get_help() + "\n")
        context.exit()


def version(lang: str) -> click.Option:
    """`--version`."""

    def show(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            screen(lang).write(f"precheck {__version__}\n")
            context.exit()

    return option(lang, "--version", callback=show, **EAGER)


def day(lang: str, names: str = "--on", said: str = "", **more: Any) -> click.Option:
    """`--on DATE`, or another option that is a day."""

    def parse(context: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise click.BadParameter(
                words.NOT_A_DAY.say(lang).format(name=parameter.opts[-1]), context, parameter
            ) from None

    return option(lang, names, said, **{"metavar": "DATE", "callback": parse, **more})


def name(metavar: str, **more: Any) -> click.Argument:
    """A name that may be left out."""
    return click.Argument(["name"], required=False, metavar=metavar, **more)


def policy_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Policies by the listing of their folder: nothing has to be loaded while a name is being typed."""
    names = sorted(each.stem for each in (Path(__file__).parents[1] / "policies").glob("*.toml"))
    return [CompletionItem(name) for name in names if name.startswith(typed)]


def formats(lang: str, **more: Any) -> list[click.Parameter]:
    """`--format`, and `--output` for files beside standard output."""

    def parse(context: click.Context, parameter: click.Parameter, asked: tuple[str, ...]) -> list[Any]:
        if not asked:
            return []
        from .outputs import output  # only here: it knows what is private, and so the models

        try:
            return [output(each, lang) for each in asked]
        except PrecheckError as fault:
            raise click.UsageError(str(fault), context) from None

    return [
        option(lang, "--format", metavar="FORMAT", type=click.Choice([*FORMATS]), default="full", **more),
        option(lang, "--output -o", "write", multiple=True, metavar="FORMAT:FILE", callback=parse),
    ]


def color(lang: str, **more: Any) -> click.Option:
    """`--color`."""
    return choice(lang, "--color", ("auto", "always", "never"), **more)
