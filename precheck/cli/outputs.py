"""Files that the command writes: whole under their final names, or not at all."""

import os
import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import NamedTuple, TextIO

from ..errors import PrecheckError
from ..facts.characters import printable
from ..render import FORMATS
from ..render import help_words as words
from .usage import did_you_mean

STDIN = "-"


class Output(NamedTuple):
    """A format and the file that it is written to."""

    format: str
    path: str


def output(asked: str, lang: str) -> Output:
    """The output of `FORMAT:FILE`. Raises PrecheckError when it says something else."""
    name, colon, path = asked.partition(":")
    if not colon or not path:
        raise PrecheckError(words.NOT_AN_OUTPUT.say(lang).format(text=printable(asked)))
    if name not in FORMATS:
        choices = ", ".join(FORMATS)
        hint = did_you_mean(name, FORMATS, lang)
        raise PrecheckError(words.NO_FORMAT.say(lang).format(name=printable(name), choices=choices) + hint)
    if path == STDIN:
        raise PrecheckError(words.OUTPUT_IS_STREAM.say(lang))
    return Output(name, path)


Identity = tuple[int, int] | str
"""What tells whether two paths are one file: the system's numbers of it, or where it will be."""


def identity(path: str) -> Identity:
    """The identity of a file that exists or is to be made."""
    try:
        found = Path(path).stat()
    except OSError:
        return os.path.normcase(os.path.realpath(path))
    return found.st_dev, found.st_ino


def guard(outputs: Sequence[Output], inputs: Iterable[str], lang: str) -> None:
    """Refuse what would destroy a file, before any work. Raises PrecheckError: two outputs on one file, an output
    that is an input, a file that standard output is redirected to; and OSError for a file that cannot be written."""
    taken: set[Identity] = _standard_output()
    read = {identity(each) for each in inputs if each != STDIN}
    for each in outputs:
        own = identity(each.path)
        if own in taken:
            raise PrecheckError(words.TWO_OUTPUTS.say(lang).format(path=printable(each.path)))
        if own in read:
            raise PrecheckError(words.OUTPUT_IS_INPUT.say(lang).format(path=printable(each.path)))
        taken.add(own)
        probe(each.path)


def _standard_output() -> set[Identity]:
    """The file that standard output is redirected to, if it is one."""
    with suppress(OSError, UnsupportedOperation):
        found = os.fstat(sys.stdout.fileno())
        if stat.S_ISREG(found.st_mode):
            return {(found.st_dev, found.st_ino)}
    return set()


def probe(path: str) -> None:
    """Nothing, when the file can be written. Raises OSError, which names the path, when it cannot."""
    try:
        final = _final(path)
        if final.is_dir():
            raise IsADirectoryError
        if final.exists() and not os.access(final, os.W_OK):
            raise PermissionError
        if not _is_special(final):
            _create(_beside(final)).close()
            _beside(final).unlink()
    except OSError as fault:
        fault.filename = path
        raise


def write(texts: Mapping[str, str]) -> None:
    """Write each text to its path. All are written beside their final names first, and put in place only when
    every one of them is whole. Raises OSError, which names the path."""
    staged: list[tuple[Path, Path]] = []
    path = ""
    try:
        for path, text in texts.items():
            final = _final(path)
            if _is_special(final):
                final.write_text(text, "utf-8", errors="backslashreplace")
                continue
            part = _beside(final)
            staged.append((part, final))
            _stage(part, final, text)
        for part, final in staged:
            path = str(final)
            part.replace(final)
    except OSError as fault:
        fault.filename = path
        raise
    finally:
        for part, _ in staged:
            part.unlink(missing_ok=True)


def _stage(part: Path, final: Path, text: str) -> None:
    with _create(part) as file:
        file.write(text)
    if final.exists():
        part.chmod(stat.S_IMODE(final.stat().st_mode))


def _final(path: str) -> Path:
    """The file itself where the path is a link to it."""
    return Path(os.path.realpath(path))


def _beside(final: Path) -> Path:
    return final.with_name(f".{final.name[:100]}.{os.getpid()}.part")


def _create(part: Path) -> TextIO:
    part.unlink(missing_ok=True)  # what a killed process of the same number left
    return part.open("x", encoding="utf-8", errors="backslashreplace", newline="\n")


def _is_special(final: Path) -> bool:
    """A pipe or a device: it has no final name to be put under."""
    return final.exists() and not final.is_file()
