"""`precheck new`: a starter draft to fill in."""

import json

from ..cli.starter import starter
from ..cli.terminal import Screen
from ..render import help_words as words
from .written import written


def write(kind: str, output: str | None, screen: Screen) -> int:
    """Write a starter draft for a kind of applicant, to a file that does not exist yet or to standard output.

    Returns the exit code: 2 when the file cannot be written.
    """
    lang = screen.style.lang
    text = json.dumps(starter(kind, lang), ensure_ascii=False, indent=2) + "\n"
    if not written(text, output, screen):
        return 2
    if output is not None:
        screen.complain(words.NO_SCHEMA_FILE.say(lang))
    return 0
