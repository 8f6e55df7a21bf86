"""`precheck new`: a starter draft to fill in."""

import json
from pathlib import Path

from ..render import help_words as words
from ..starter import starter
from ..terminal import Screen
from .trouble import reason


def write(kind: str, output: str | None, screen: Screen) -> int:
    """Write a starter draft for a kind of applicant, to a file that does not exist yet or to standard output.

    Returns the exit code: 2 when the file cannot be written.
    """
    lang = screen.style.lang
    text = json.dumps(starter(kind, lang), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        screen.write(text)
        return 0
    try:
        with Path(output).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        screen.complain(words.EXISTS.say(lang).format(path=output))
        return 2
    except OSError as fault:
        screen.complain(words.NOT_WRITTEN.say(lang).format(path=output, why=reason(fault, lang)))
        return 2
    screen.complain(words.NO_SCHEMA_FILE.say(lang))
    return 0
