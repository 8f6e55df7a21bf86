"""Text for a file that does not exist yet, or for standard output."""

from os.path import lexists

from ..cli.outputs import write
from ..cli.terminal import Screen
from ..facts.characters import printable
from ..render import help_words as words
from .trouble import not_written


def written(text: str, output: str | None, screen: Screen) -> bool:
    """Write `text` to a new file, or to standard output. Complains and returns False when the file cannot be written."""
    lang = screen.style.lang
    if output is None:
        screen.write(text)
        return True
    if lexists(output):
        screen.complain(words.EXISTS.say(lang).format(path=printable(output)))
        return False
    try:
        write({output: text})
    except OSError as fault:
        screen.complain(not_written(fault, lang))
        return False
    return True
