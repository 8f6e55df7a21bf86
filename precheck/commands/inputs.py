"""Which drafts a call names: files, patterns, everything below folders, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from glob import glob
from os.path import exists, isdir
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from ..globs import Patterns
from ..source import Draft, read, read_path
from ..source.decoding import LARGEST
from .git import ignored

STDIN = "-"
SIGNS = (b"applicant", b"application-1.json")
"""What the text of a draft holds somewhere, even when half of it is missing or misspelt."""
OTHER_SIGNS = (b"json-schema.org/draft", b'"tool": {"name": "precheck"', b'"driver": {"name": "precheck"')
"""What a schema and reports of ours hold: they name fields of a draft and are none."""


class Input(NamedTuple):
    """A path as it was given or found; what a folder merely holds need not be a draft. Standard input has the name
    that it is to go by."""

    path: str
    named: bool
    is_stdin: bool = False

    def read(self) -> Draft | None:
        """The draft; None when a folder holds it and it is none. Raises UnreadablePath."""
        if self.is_stdin:
            return read(sys.stdin.buffer.read(LARGEST + 1), path=self.path)
        if not self.named and _may_never_end(self.path):
            return None
        draft = read_path(self.path)
        return draft if self.named or is_draft(draft) else None


def _may_never_end(path: str) -> bool:
    """Whether a folder holds a pipe, a socket or a device under this name."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # reading it says why
    return not (S_ISREG(mode) or S_ISDIR(mode))


def is_draft(draft: Draft) -> bool:
    """Whether a JSON file is meant to be an application. Bytes that are no text might be one."""
    raw = draft.raw
    if raw is None:
        return True
    return any(sign in raw for sign in SIGNS) and not any(sign in raw for sign in OTHER_SIGNS)


class Wanted(NamedTuple):
    """What is looked for: the names that the call gives, and what it leaves out."""

    paths: Sequence[str]
    exclude: Patterns = Patterns()
    respect_gitignore: bool = False
    stdin_filename: str | None = None
    lang: str = "en"


class Found(NamedTuple):
    """The inputs, the folders that could not be read, and how many names were given and left out."""

    inputs: list[Input]
    troubles: list[OSError]
    left_out: int


def find(wanted: Wanted) -> Found:
    """The inputs in the order in which they are named, each once, folders replaced by what is below them.

    Raises PrecheckError when git is to be asked and cannot be.
    """
    found, troubles, left_out = dict[str, Input](), list[OSError](), 0
    for path in _expanded(wanted.paths):
        if path != STDIN and isdir(path):  # noqa: PTH112 - Path raises on a name that is too long
            made = [Input(each, False) for each in _below(path, wanted, troubles)]
        else:
            named = Input(wanted.stdin_filename or path, True, True) if path == STDIN else Input(path, True)
            made = [] if wanted.exclude.match(named.path) else [named]
            left_out += not made
        for each in made:
            found.setdefault(each.path, each)
    return Found(list(found.values()), troubles, left_out)


def _expanded(paths: Sequence[str]) -> Iterator[str]:
    """The paths, with patterns that the shell has left as they are replaced by what they match, if they do."""
    for path in paths:
        is_pattern = any(sign in path for sign in "*?[") and not exists(path)  # noqa: PTH110
        matching = sorted(glob(path, recursive=True)) if is_pattern else []  # noqa: PTH207 - may be absolute
        yield from matching or [path]


def _below(folder: str, wanted: Wanted, troubles: list[OSError]) -> list[str]:
    """The JSON files below a folder that are not left out."""
    paths = list(_walk(folder, wanted.exclude, troubles))
    if not (wanted.respect_gitignore and paths):
        return paths
    without = ignored(folder, paths, wanted.lang)
    return [each for each in paths if each not in without]


def _walk(folder: str, exclude: Patterns, troubles: list[OSError]) -> Iterator[str]:
    """The JSON files below a folder, in the order of their names; nothing hidden."""
    for top, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(_kept(top, folders, exclude))
        for each in sorted(_kept(top, files, exclude)):
            if each.lower().endswith(".json"):
                yield str(Path(top) / each)


def _kept(top: str, names: Sequence[str], exclude: Patterns) -> list[str]:
    return [each for each in names if not each.startswith(".") and not exclude.match(f"{top}/{each}")]
