"""The command `precheck`: reads its arguments, calls the part that does the work, turns what came of it into an exit code.

Nothing is imported here that validates, so `--help`, `--version` and completion answer at once.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from . import __version__
from .errors import PrecheckError
from .render import help_words as words
from .terminal import LANGUAGES, language, screen
from .usage import Group, Page, said

DONE, COULD_NOT, INTERRUPTED = 0, 2, 130
"""Exit codes; 1 is what `precheck check` returns when a draft should not be sent."""
KINDS = ("company", "sole_proprietorship", "partnership", "individual_business", "cooperative")
EAGER: dict[str, Any] = {"is_flag": True, "is_eager": True, "expose_value": False}
SCHEMAS = ("application", "policy", "report")


def run() -> NoReturn:
    """Run the command with the arguments of this process, and end the process."""
    gc.disable()  # next to nothing is thrown away while the models and the rules are loaded
    code = answer(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(code)  # taking all the modules down again would cost a fifth of the time of a short run


def answer(arguments: Sequence[str]) -> int:
    """Run the command with these arguments; returns the exit code."""
    lang = language(arguments, os.environ)
    shown = screen(lang)
    try:
        return int(command(lang).main(list(arguments), prog_name="precheck", standalone_mode=False) or DONE)
    except click.UsageError as fault:
        hint = words.TRY_HELP.say(lang).format(command=fault.ctx.command_path if fault.ctx else "precheck")
        shown.complain(f"{said(fault, lang)}\n{hint}")
    except PrecheckError as fault:
        shown.complain(str(fault))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as fault:
        from .commands.trouble import described

        shown.complain(described(fault, "", lang))
    return COULD_NOT


def command(lang: str) -> Group:
    """The whole command, its help in one language."""
    group = Group(
        "precheck",
        lang=lang,
        help=words.COMMANDS["precheck"].say(lang),
        callback=click.pass_context(_without_command),
        invoke_without_command=True,
        params=[*_common(lang), _version(lang)],
    )
    for made in (_check, _rule, _policy, _schema, _new):
        group.add_command(made(lang))
    return group


def _without_command(context: click.Context, **_: Any) -> int:
    if context.invoked_subcommand:
        return DONE
    print(context.get_help(), file=sys.stderr)
    return COULD_NOT


def _page(name: str, lang: str, work: Callable[..., int], *params: click.Parameter) -> Page:
    return Page(
        name, lang=lang, help=words.COMMANDS[name].say(lang), callback=work, params=[*params, *_common(lang)]
    )


def _option(lang: str, names: str, said: str = "", **more: Any) -> click.Option:
    first = names.split()[0].strip("-").replace("-", "_")
    return click.Option(names.split(), help=words.OPTIONS[said or first].say(lang), **more)


def _common(lang: str) -> list[click.Parameter]:
    """Options that every command has. The language is read before parsing; here it is only checked."""
    return [
        _option(lang, "--lang", type=click.Choice(LANGUAGES), expose_value=False),
        _option(lang, "--help", callback=_show_help, **EAGER),
    ]


def _show_help(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        screen("en").write(context.get_help() + "\n")
        context.exit()


def _version(lang: str) -> click.Option:
    def show(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            screen(lang).write(f"precheck {__version__}\n")
            context.exit()

    return _option(lang, "--version", callback=show, **EAGER)


def _day(lang: str, said: str = "on") -> click.Option:
    def parse(context: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise click.BadParameter(
                words.NOT_A_DAY.say(lang).format(name="--on"), context, parameter
            ) from None

    return _option(lang, "--on", said, metavar="DATE", callback=parse)


def _policy_names(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Policies by the listing of their folder: nothing has to be loaded while a name is being typed."""
    names = sorted(each.stem for each in (Path(__file__).parent / "policies").glob("*.toml"))
    return [CompletionItem(name) for name in names if name.startswith(typed)]


def _check(lang: str) -> Page:
    def work(
        paths: tuple[str, ...],
        policy: tuple[str, ...],
        on: date | None,
        fail_on: str,
        color: str,
        **more: Any,
    ) -> int:
        if more["reveal"] and more["redact"] == "all":
            raise click.UsageError(words.REVEAL_OR_REDACT.say(lang))
        from .commands.check import Asked, check

        redact = "none" if more["reveal"] else more["redact"]
        asked = Asked(paths, policy, on or date.today(), more["format"], fail_on, redact)
        return check(asked, screen(lang, color))

    return _page(
        "check",
        lang,
        work,
        click.Argument(["paths"], nargs=-1, metavar="[PATH|-]...", type=click.Path()),
        _option(
            lang,
            "--policy",
            multiple=True,
            default=["generic-cn"],
            metavar="NAME|FILE",
            shell_complete=_policy_names,
        ),
        _day(lang),
        _option(lang, "--format", type=click.Choice(["full", "concise", "json"]), default="full"),
        _option(lang, "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="error"),
        _option(lang, "--reveal", is_flag=True),
        _option(lang, "--redact", type=click.Choice(["identity", "all"]), default="identity"),
        _option(lang, "--color", type=click.Choice(["auto", "always", "never"]), default="auto"),
    )


def _rule(lang: str) -> Page:
    def work(name: str | None, format: str) -> int:  # noqa: A002 - the option's name
        from .commands.rule import explain

        return explain(name, format, screen(lang))

    formats = click.Choice(["full", "json", "markdown"])
    return _page(
        "rule", lang, work, _name("[CODE|NAME]"), _option(lang, "--format", type=formats, default="full")
    )


def _policy(lang: str) -> Page:
    def work(name: str | None, on: date | None) -> int:
        from .commands.policy import show

        return show(name, on, screen(lang))

    return _page(
        "policy", lang, work, _name("[NAME|FILE]", shell_complete=_policy_names), _day(lang, "in_force")
    )


def _schema(lang: str) -> Page:
    def work(name: str) -> int:
        from .commands.schema import show

        return show(name, screen(lang))

    metavar = "|".join(SCHEMAS)
    return _page("schema", lang, work, click.Argument(["name"], metavar=metavar, type=click.Choice(SCHEMAS)))


def _new(lang: str) -> Page:
    def work(kind: str, output: str | None) -> int:
        from .commands.new import write

        return write(kind, output, screen(lang))

    return _page(
        "new",
        lang,
        work,
        _option(lang, "--kind", type=click.Choice(KINDS), default="company"),
        _option(lang, "--output", metavar="FILE", type=click.Path(dir_okay=False)),
    )


def _name(metavar: str, **more: Any) -> click.Argument:
    return click.Argument(["name"], required=False, metavar=metavar, **more)
