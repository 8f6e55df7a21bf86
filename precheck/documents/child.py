"""The process that reads one paper: forked by a server where there are several, started for it where it is alone.

It limits itself first, then reads, and answers with the facts as one line of JSON. Nothing else of the project runs in
it, and the process that asked for them never looks into a file.
"""

import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Final, NamedTuple, NoReturn

from . import limits
from .formats import READERS
from .linux import end_with_parent, leave_the_network

ABOVE: Final = 40
"""Where descriptors are put aside; the server has fewer, and the system may allow no more than 64."""
ANSWER: Final = 3
"""The descriptor of the answer; the paper is standard input, and there are no others."""
OTHER_ENDINGS: Final = {"jpg": "jpeg", "tif": "tiff", "txt": "text", "htm": "html"}


class Work(NamedTuple):
    """What is done with papers, and what that may cost."""

    line_for: Callable[[int], bytes]
    """From the descriptor of a paper to the answer."""
    memory: int
    cpu_seconds: int


def main(ending: str) -> NoReturn:
    """Read the paper that is standard input and answer on standard output: for a process started for that paper alone.

    `ending` is that of the paper's name."""
    leave_the_network()
    load(ending)
    run(reading(), 0, 1)


def reading() -> Work:
    """To read a paper."""
    from . import answer

    return Work(answer.line_for, limits.MEMORY, limits.CPU_SECONDS)


def load(ending: str) -> None:
    """Load what reads papers of this kind by their names. What cannot be loaded is told when a paper needs it."""
    form = OTHER_ENDINGS.get(ending, ending)
    if form in READERS:
        with suppress(ImportError):
            import_module(f".readers.{READERS[form]}", __package__)


def run(work: Work, file: int, answer: int) -> NoReturn:
    """Read an open paper, write the answer to a descriptor, end."""
    try:
        end_with_parent()
        _keep_only(file, answer)
        _limit(work)
        sys.dont_write_bytecode = True
        os.write(ANSWER, limits.BEGUN)
        line = work.line_for(0)
        while line:
            line = line[os.write(ANSWER, line) :]
        os.close(ANSWER)  # whoever waits for it need not wait for the memory to be given back
    finally:
        os._exit(0)


def _keep_only(file: int, answer: int) -> None:
    """Close everything but the paper and its answer: other papers, their answers, the way to ask for more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    kept = [os.dup2(each, ABOVE + number) for number, each in enumerate((file, nowhere, answer))]
    for target, source in enumerate((0, 1, 1, 2)):  # what a library prints must not mix with the answer
        os.dup2(kept[source], target)
    os.closerange(ANSWER + 1, 2 * ABOVE)


def _limit(work: Work) -> None:
    wanted = {
        resource.RLIMIT_AS: work.memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 32,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    pairs = {what: (most, most) for what, most in wanted.items()}
    # The system says that the time is up before it kills, so that the verdict can be told from others.
    pairs[resource.RLIMIT_CPU] = (work.cpu_seconds, work.cpu_seconds + 1)
    for what, pair in pairs.items():
        with suppress(ValueError, OSError):  # a limit that is lower already stays
            resource.setrlimit(what, pair)
