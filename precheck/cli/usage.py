"""Help pages and usage errors in both languages. click parses; what it would say in English only is said here."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from ..render import help_words as words
from ..render.manual import MANUALS
from ..render.width import padded, width, wrapped
from ..text import Text

COLUMNS, WIDEST = 100, 40
"""How wide a help page is at most, and a column of terms on it."""


class Page(click.Command):
    """A command whose help page and refusals are in one language."""

    allow_extra_args = True
    """What is left over is refused below, in that language."""

    def __init__(self, name: str, *, lang: str, **more: Any) -> None:
        super().__init__(name, **more)
        self.lang = lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments that no parameter took. Raises UsageError when there are any."""
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise click.UsageError(words.TOO_MANY.say(self.lang).format(words=" ".join(rest)), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """The help page: usage, what it does, the commands below it, the options, then as a manual has it."""
        usage = f"{words.USAGE.say(self.lang)}{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}"
        lines = [usage, "", *("  " + line for line in wrapped(self.help or "", COLUMNS))]
        if isinstance(self, click.Group):
            rows = [(name, each.help or "") for name, each in self.commands.items()]
            lines += ["", words.COMMANDS_HEAD.say(self.lang), *_table(rows)]
        records = [
            each.get_help_record(ctx) for each in self.get_params(ctx) if isinstance(each, click.Option)
        ]
        lines += ["", words.OPTIONS_HEAD.say(self.lang), *_table([each for each in records if each])]
        return "\n".join([*lines, *self._manual()])

    def _manual(self) -> Iterator[str]:
        """What follows the options: a heading and a table for each part. A term too long for a column stands alone."""
        for part in MANUALS.get(self.name or "", ()):
            yield from ("", part.head.say(self.lang))
            yield from _table([(term, said.say(self.lang)) for term, said in part.rows])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """None: every command is given one that speaks its language."""
        return None


class Group(Page, click.Group):
    """A command with commands below it."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the first argument names. Raises UsageError when there is none of that name."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing:
            raise click.UsageError(_unknown(words.NO_COMMAND, args[0], self.commands, self.lang), ctx)
        return super().resolve_command(ctx, args)


def _unknown(sentence: Text, name: str, known: Iterable[str], lang: str) -> str:
    return sentence.say(lang).format(name=name) + did_you_mean(name, known, lang)


def did_you_mean(name: str, known: Iterable[str], lang: str) -> str:
    """The end of a sentence that names what is spelt alike; empty when nothing is."""
    from difflib import get_close_matches  # only here: a help page has no need of it

    near = get_close_matches(name, list(known), 2)
    return words.DID_YOU_MEAN.say(lang).format(names=" / ".join(near)) if near else ""


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Terms in a column, what is said of them beside it; below it where a term is too long for one."""
    rows = list(rows)
    columns = max(width(term) for term, _ in rows if width(term) <= WIDEST) + 2
    lines = []
    for term, said in rows:
        first, *more = wrapped(said, COLUMNS - columns - 2)
        if width(term) > WIDEST:
            lines += [f"  {term}", " " * (columns + 2) + first]
        else:
            lines.append(f"  {padded(term, columns)}{first}")
        lines += [" " * (columns + 2) + line for line in more]
    return lines


def said(fault: click.UsageError, lang: str) -> str:
    """What is wrong with the arguments, in one sentence."""
    match fault:
        case click.NoSuchOption():
            known = fault.ctx.command.get_params(fault.ctx) if fault.ctx else []
            return _unknown(
                words.NO_OPTION, fault.option_name, [name for each in known for name in each.opts], lang
            )
        case click.BadOptionUsage():
            return words.NEEDS_VALUE.say(lang).format(name=fault.option_name)
        case click.MissingParameter():
            return words.MISSING.say(lang).format(name=_name(fault.param))
        case click.BadParameter():
            if fault.param and isinstance(fault.param.type, click.Choice):
                choices = ", ".join(map(str, fault.param.type.choices))
                return words.NOT_A_CHOICE.say(lang).format(name=_name(fault.param), choices=choices)
    return fault.message


def _name(parameter: click.Parameter | None) -> str:
    return parameter.opts[-1] if isinstance(parameter, click.Option) else getattr(parameter, "metavar", "")
