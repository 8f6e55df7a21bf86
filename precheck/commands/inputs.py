"""Which drafts a call names: files, everything below folders, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..decoding import LARGEST
from ..source import Draft, read, read_path

STDIN = "-"
SIGNS = (b"applicant", b"application-1.json")
"""What the text of a draft holds somewhere, even when half of it is missing or misspelt."""
OTHER_SIGN = b"json-schema.org/draft"
"""What a schema holds: it names every field of a draft and is none."""


class Input(NamedTuple):
    """A path as it was given or found; what a folder merely holds need not be a draft."""

    path: str
    named: bool

    def read(self) -> Draft | None:
        """The draft; None when a folder holds it and it is none. Raises UnreadablePath."""
        if self.path == STDIN:
            return read(sys.stdin.buffer.read(LARGEST + 1), path=STDIN)
        draft = read_path(self.path)
        return draft if self.named or is_draft(draft) else None


def is_draft(draft: Draft) -> bool:
    """Whether a JSON file is meant to be an application. Bytes that are no text might be one."""
    raw = draft.raw
    return raw is None or (OTHER_SIGN not in raw and any(sign in raw for sign in SIGNS))


def find(paths: Sequence[str]) -> tuple[list[Input], list[OSError]]:
    """The inputs in the order in which they are named, each once, folders replaced by what is below them; and the
    folders that could not be read."""
    troubles: list[OSError] = []
    found: dict[str, Input] = {}
    for path in paths:
        below = (
            [Input(each, False) for each in _below(path, troubles)]
            if _is_folder(path)
            else [Input(path, True)]
        )
        for each in below:
            found.setdefault(each.path, each)
    return list(found.values()), troubles


def _is_folder(path: str) -> bool:
    return path != STDIN and Path(path).is_dir()


def _below(folder: str, troubles: list[OSError]) -> Iterator[str]:
    """The JSON files below a folder, in the order of their names; nothing hidden."""
    for top, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted(files):
            if each.lower().endswith(".json") and not each.startswith("."):
                yield str(Path(top) / each)
