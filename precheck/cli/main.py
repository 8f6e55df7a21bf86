"""The command `precheck`: reads its arguments, calls the part that does the work, turns what came of it into an exit code.

Nothing is imported here that validates, so `--help`, `--version` and completion answer at once.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NoReturn

import click

from ..errors import PrecheckError, UnknownPolicy
from ..render import help_words as words
from .baseline_page import baseline_page
from .check_page import check_page
from .options import choice, color, common, day, formats, name, option, page, policy_names, version
from .project import cache
from .terminal import language, screen
from .usage import Group, Page, said

DONE, COULD_NOT, INTERRUPTED = 0, 2, 130
"""Exit codes; 1 is what `precheck check` returns when a draft should not be sent."""
KINDS = ("company", "sole_proprietorship", "partnership", "individual_business", "cooperative")
SHELLS = ("bash", "zsh", "fish", "powershell")
SCHEMAS = ("application", "policy", "report", "config")


def run() -> NoReturn:
    """Run the command with the arguments of this process, and end the process."""
    gc.disable()  # next to nothing is thrown away while the models and the rules are loaded
    code = answer(sys.argv[1:])
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError):
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
    except UnknownPolicy as fault:
        near = words.DID_YOU_MEAN.say(lang).format(names=" / ".join(fault.did_you_mean))
        shown.complain(
            words.NO_POLICY.say(lang).format(name=fault.name) + (near if fault.did_you_mean else "")
        )
    except PrecheckError as fault:
        shown.complain(str(fault))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as fault:
        from ..commands.trouble import described

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
        params=[*common(lang), version(lang)],
    )
    pages = (
        check_page,
        _papers,
        baseline_page,
        _render,
        _rule,
        _policy,
        _schema,
        _new,
        _draft,
        _cache,
        _completion,
    )
    for made in pages:
        group.add_command(made(lang))
    return group


def _without_command(context: click.Context, **_: Any) -> int:
    if context.invoked_subcommand:
        return DONE
    print(context.get_help(), file=sys.stderr)
    return COULD_NOT


def _render(lang: str) -> Page:
    def work(name: str, format: str, output: list[Any], color: str) -> int:  # noqa: A002 - the option's name
        from ..commands.render import render

        return render(name, format, output, screen(lang, color))

    report = click.Argument(["name"], metavar="REPORT|-", type=click.Path())
    return page("render", lang, work, report, *formats(lang), color(lang))


def _papers(lang: str) -> Page:
    def work(path: str, policy: str, on: date | None, cache: bool) -> int:
        from ..commands.papers import show

        return show(path, policy, on or date.today(), cache, screen(lang))

    draft = click.Argument(["path"], metavar="PATH", type=click.Path())
    whose = option(
        lang,
        "--policy",
        "whose",
        default="generic-cn",
        metavar="NAME|FILE",
        shell_complete=policy_names,
    )
    return page("papers", lang, work, draft, whose, day(lang), cache(lang))


def _rule(lang: str) -> Page:
    def work(name: str | None, format: str) -> int:  # noqa: A002 - the option's name
        from ..commands.rule import explain

        return explain(name, format, screen(lang))

    formats = choice(lang, "--format", ("full", "json", "markdown"))
    return page("rule", lang, work, name("[CODE|NAME]"), formats)


def _policy(lang: str) -> Page:
    def work(name: str | None, on: date | None) -> int:
        from ..commands.policy import show

        return show(name, on, screen(lang))

    named = name("[NAME|FILE]", shell_complete=policy_names)
    return page("policy", lang, work, named, day(lang, said="in_force"))


def _schema(lang: str) -> Page:
    def work(name: str) -> int:
        from ..commands.schema import show

        return show(name, screen(lang))

    metavar = "|".join(SCHEMAS)
    return page("schema", lang, work, click.Argument(["name"], metavar=metavar, type=click.Choice(SCHEMAS)))


def _new(lang: str) -> Page:
    def work(kind: str, output: str | None) -> int:
        from ..commands.new import write

        return write(kind, output, screen(lang))

    file = option(lang, "--output", metavar="FILE", type=click.Path(dir_okay=False))
    return page("new", lang, work, choice(lang, "--kind", KINDS), file)


def _draft(lang: str) -> Page:
    def work(folder: str, output: str | None, sources: str | None, reveal: bool, cache: bool) -> int:
        from ..commands.draft import write

        return write(folder, output, sources, reveal, cache, screen(lang))

    folder = click.Argument(["folder"], metavar="FOLDER", type=click.Path())
    new = click.Path(dir_okay=False)
    file, places = (option(lang, each, metavar="FILE", type=new) for each in ("--output", "--sources"))
    revealing = option(lang, "--reveal", is_flag=True)
    return page("draft", lang, work, folder, file, places, revealing, cache(lang))


def _cache(lang: str) -> Page:
    def work(clear: bool) -> int:
        from ..commands.cache import show

        return show(clear, screen(lang))

    return page("cache", lang, work, option(lang, "--clear", is_flag=True))


def _completion(lang: str) -> Page:
    def work(shell: str) -> int:
        from ..commands.completion import show

        return show(shell, command(lang), screen(lang))

    shells = click.Choice(SHELLS)
    return page("completion", lang, work, click.Argument(["shell"], metavar="|".join(SHELLS), type=shells))
