"""What git says of files: which of them it ignores."""

import os
from collections.abc import Sequence
from os.path import relpath
from pathlib import Path

from ..errors import PrecheckError
from ..render import help_words as words

NONE_IGNORED, NO_REPOSITORY = 1, 128


def ignored(folder: str, paths: Sequence[str], lang: str) -> frozenset[str]:
    """Which of the paths below a folder git ignores; none outside of a repository. Raises PrecheckError without git."""
    import subprocess  # only here: most calls have no need of it

    names = {Path(relpath(path, folder)).as_posix(): path for path in paths}
    # A repository may name a program as its file monitor; looking at it must not run one.
    line = ["git", "-C", folder, "-c", "core.fsmonitor=false", "check-ignore", "-z", "--stdin"]
    try:
        done = subprocess.run(line, input=os.fsencode("\0".join(names)), capture_output=True, check=False)  # noqa: S603
    except OSError:
        raise PrecheckError(words.NO_GIT.say(lang)) from None
    if done.returncode not in (0, NONE_IGNORED, NO_REPOSITORY):
        raise PrecheckError(words.NO_GIT.say(lang))
    return frozenset(names[each] for each in os.fsdecode(done.stdout).split("\0") if each in names)
