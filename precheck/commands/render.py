"""`precheck render`: a stored report in another format."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ..cli import outputs
from ..cli.outputs import STDIN, Output
from ..cli.stored import NotAReport, Stored, stored
from ..cli.terminal import Screen
from ..errors import PrecheckError, UnreadablePath
from ..facts.characters import printable
from ..render import help_words as words
from ..render.rendering import Rendering
from ..render.style import Style
from .trouble import guarded, not_written, unreadable


def render(path: str, form: str, written: Sequence[Output], screen: Screen) -> int:
    """Write the report at a path, or of standard input, as `form` and to files. Returns the exit code.

    Raises PrecheckError when it cannot be read, is no report, or cannot be written.
    """
    lang = screen.style.lang
    guarded(written, [path], lang)
    report = _read(path, lang)
    own = Style(report.run.lang)
    files = {each.path: _text(report, each.format, own) for each in written}
    try:
        outputs.write(files)
    except OSError as fault:
        raise PrecheckError(not_written(fault, lang)) from fault
    screen.write(_text(report, form, screen.style._replace(lang=report.run.lang)))
    return 0


def _text(report: Stored, form: str, style: Style) -> str:
    rendering = Rendering(form, report.run, style)
    for each in report.files:
        rendering.entries += rendering.entries_of({style.lang: each})
    return rendering.text(report.tally)


def _read(path: str, lang: str) -> Stored:
    try:
        return stored(sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes())
    except OSError as fault:
        raise UnreadablePath(unreadable(path, fault, lang)) from fault
    except NotAReport as fault:
        said = words.NOT_A_REPORT.say(lang).format(path=printable(path), place=fault.place or "-")
        raise PrecheckError(said) from None
