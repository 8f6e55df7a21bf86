"""The page of `precheck check`: its options, and what becomes of them.

To add one: a line in `_params`, and a field of the same name in `commands.check.Asked`.
"""

from datetime import date
from typing import Any

import click

from .options import choice, day, option, page, policy_names
from .render import help_words as words
from .terminal import screen
from .usage import Page


def check_page(lang: str) -> Page:
    """`precheck check` in one language."""

    def work(color: str, reveal: bool, **typed: Any) -> int:
        if reveal and typed["redact"] == "all":
            raise click.UsageError(words.REVEAL_OR_REDACT.say(lang))
        from .commands.check import Asked, check

        given = {"redact": "none"} if reveal else {}
        asked = Asked(**{**typed, **given, "on": typed["on"] or date.today()})
        return check(asked, screen(lang, color))

    return page("check", lang, work, *_params(lang))


def _params(lang: str) -> list[click.Parameter]:
    return [
        click.Argument(["paths"], nargs=-1, metavar="[PATH|-]...", type=click.Path()),
        option(
            lang,
            "--policy",
            multiple=True,
            default=["generic-cn"],
            metavar="NAME|FILE",
            shell_complete=policy_names,
        ),
        day(lang),
        choice(lang, "--format", ("full", "concise", "json")),
        choice(lang, "--fail-on", ("error", "warning", "note", "never")),
        option(lang, "--no-papers", is_flag=True),
        option(lang, "--reveal", is_flag=True),
        choice(lang, "--redact", ("identity", "all")),
        choice(lang, "--color", ("auto", "always", "never")),
    ]
