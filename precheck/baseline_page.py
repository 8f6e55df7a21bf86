"""The page of `precheck baseline`: it looks at drafts as `precheck check` does."""

from datetime import date
from typing import Any

import click

from .check_page import asked, drafts
from .options import common, day, option
from .project import ProjectPage, from_settings
from .render import help_words as words
from .terminal import screen


def baseline_page(lang: str) -> ProjectPage:
    """`precheck baseline` in one language."""
    made: ProjectPage

    @click.pass_context
    def work(context: click.Context, /, reason: str, until: date | None, prune: bool, **typed: Any) -> int:
        if not reason.strip():
            raise click.BadParameter(words.MISSING.say(lang).format(name="--reason"), context)
        from .commands.baseline import Accepted, accept
        from .commands.check import Asked

        wanted = Asked(**asked(context, typed, lang), format="concise", fail_on="never")
        return accept(wanted, Accepted(reason.strip(), until, prune), screen(made.spoken(context)))

    params = [
        *drafts(lang),
        option(lang, "--reason", required=True, metavar="TEXT"),
        day(lang, "--until"),
        option(lang, "--prune", is_flag=True),
        *from_settings(lang),
        *common(lang),
    ]
    made = ProjectPage(
        "baseline", lang=lang, help=words.COMMANDS["baseline"].say(lang), callback=work, params=params
    )
    return made
