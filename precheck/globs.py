"""Patterns of file names as `.gitignore` has them: `*` and `?` within a name, `**` across folders.

A pattern without a slash, or with one only at its end, means a name at any depth; any other starts at the base. What
lies below a folder that matches, matches.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

PARTS = re.compile(r"\*\*/|\*\*|.", re.DOTALL)
MEANINGS = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}


class Patterns(NamedTuple):
    """Patterns, and the folder that they are relative to."""

    each: Sequence[str] = ()
    base: Path = Path()

    def match(self, path: str) -> bool:
        """Whether a path, or a folder on the way to it, is meant by one of them."""
        if not self.each:
            return False
        name = relative(path, self.base)
        return any(_compiled(pattern).search(name) for pattern in self.each)


def relative(path: str, base: Path) -> str:
    """A path as seen from a folder, with slashes; as it is where no way leads there, as from another drive."""
    try:
        return Path(relpath(path, base)).as_posix()
    except ValueError:
        return Path(path).as_posix()


@lru_cache(1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    inner = pattern.rstrip("/").removeprefix("./")
    start = "^" if "/" in inner else "(?:^|/)"
    body = "".join(MEANINGS.get(each) or re.escape(each) for each in PARTS.findall(inner.removeprefix("/")))
    return re.compile(f"{start}{body}(?:/|$)")
