"""Where words go: findings to standard output, everything else to standard error, in a language and in colours."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TextIO

from ..errors import PrecheckError
from ..facts.characters import printable
from ..render import help_words as words
from ..render.style import MARKS, PLAIN_MARKS, Style
from ..text import LANGUAGES

LOCALE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Screen(NamedTuple):
    """The command's two streams, and how it speaks."""

    style: Style
    out: TextIO
    errors: TextIO

    @property
    def is_watched(self) -> bool:
        """Whether a person may be looking at standard error, on a terminal that can take a line back."""
        return self.errors.isatty() and os.environ.get("TERM") != "dumb"

    def write(self, text: str) -> None:
        """Write to standard output, in one go. A reader that has gone away is no fault.

        Raises PrecheckError when the system does not take it: a full disk behind a redirection.
        """
        try:
            self.out.write(text)
            self.out.flush()
        except OSError as fault:
            _forget(self.out)
            if not isinstance(fault, BrokenPipeError):
                raise PrecheckError(words.NO_OUTPUT.say(self.style.lang)) from fault

    def complain(self, text: str) -> None:
        """Write a line to standard error, or several, without what could steer a terminal.

        Where that cannot take it, nobody can be told.
        """
        lines = "\n".join(map(printable, text.split("\n")))
        self.hint(f"precheck: {lines}\n")

    def hint(self, text: str) -> None:
        """Write to standard error as it is."""
        try:
            self.errors.write(text)
            self.errors.flush()
        except OSError:
            _forget(self.errors)


def _forget(stream: TextIO) -> None:
    """Send what is left in the buffer nowhere: it would be flushed once more at exit, and complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def screen(lang: str, colour: str = "auto") -> Screen:
    """The screen of this process. Characters that a stream cannot encode are written as escapes, never raised."""
    out, errors = sys.stdout or _closed(), sys.stderr or _closed()
    for stream in (out, errors):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    marks = MARKS if can_show(out, "".join(MARKS.values())) else PLAIN_MARKS
    return Screen(Style(lang, coloured(colour, os.environ, out.isatty()), marks), out, errors)


def _closed() -> TextIO:
    """A stream that takes nothing and says so, in the place of one that was closed before the start."""
    return open(os.devnull, encoding="utf-8")  # noqa: PTH123 - it lives as long as the process


def can_show(stream: TextIO, text: str) -> bool:
    """Whether the stream's encoding has all the characters of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def coloured(choice: str, environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether to use colours: `--color` first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR, then the
    terminal.

    The variables count when they are set to something; CLICOLOR_FORCE=0 counts as unset, CLICOLOR=0 means none.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of this call: `--lang`, else PRECHECK_LANG, else the locale's; English when none is Chinese.

    It is needed before the arguments are parsed, because it decides what the parser itself says.
    """
    wanted = (_option(arguments), environment.get("PRECHECK_LANG"))
    for each in wanted:
        if each in LANGUAGES:
            return each
    locale = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def _option(arguments: Sequence[str]) -> str | None:
    found = None
    for this, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if this == "--":
            break
        if this == "--lang":
            found = following
        elif this.startswith("--lang="):
            found = this.removeprefix("--lang=")
    return found
