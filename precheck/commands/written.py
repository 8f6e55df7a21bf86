"""Text for a file that does not exist yet, or for standard output."""

from pathlib import Path

from ..cli.terminal import Screen
from ..render import help_words as words
from .trouble import reason


def written(text: str, output: str | None, screen: Screen) -> bool:
    """Write `text` to a new file, or to standard output. Complains and returns False when the file cannot be written."""
    lang = screen.style.lang
    if output is None:
        screen.write(text)
        return True
    try:
        with Path(output).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        screen.complain(words.EXISTS.say(lang).format(path=output))
    except OSError as fault:
        screen.complain(words.NOT_WRITTEN.say(lang).format(path=output, why=reason(fault, lang)))
    else:
        return True
    return False
