"""The page of `precheck baseline`: it looks at drafts as `precheck check` does."""

from datetime import date
from typing import Any

import click

from ..render import help_words as words
from .check_page import asked, drafts
from .options import day, option
from .project import ProjectPage, project_page, spoken
from .terminal import screen


def baseline_page(lang: str) -> ProjectPage:
    """`precheck baseline` in one language."""

    def work(context: click.Context, /, reason: str, until: date | None, prune: bool, **typed: Any) -> int:
        if not reason.strip():
            raise click.BadParameter(words.MISSING.say(lang).format(name="--reason"), context)
        from ..commands.baseline import Accepted, accept
        from ..commands.check import Asked

        wanted = Asked(**asked(context, typed), format="concise", fail_on="never")
        return accept(wanted, Accepted(reason.strip(), until, prune), screen(spoken(context)))

    return project_page(
        "baseline",
        lang,
        work,
        *drafts(lang),
        option(lang, "--reason", required=True, metavar="TEXT"),
        day(lang, "--until"),
        option(lang, "--prune", is_flag=True),
    )
