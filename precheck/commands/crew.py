"""Work shared among processes: each is forked from this one, takes every so many-th piece, and says what comes of it."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, Generic, NoReturn, TypeVar

FEWEST = 64
"""Drafts for a process. Fewer are checked before it has paid for itself."""
MOST = 8
"""Processes. More of them wait for the one that reads what they say."""
ROOM = 1024 * 1024
"""Bytes that a process may say before anybody listens: while one is listened to the others go on."""
T = TypeVar("T")


def size(drafts: int) -> int:
    """How many processes pay for so many drafts: 1, which is this one, for few, on one core, and where none is forked."""
    if sys.platform != "linux":
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), MOST, drafts // FEWEST))


def shared(work: Callable[[int], T], pieces: int, processes: int) -> Iterator[T | None]:
    """What comes of the pieces 0, 1, …, in this order; None of one whose process ended before it could say. Another
    process goes on after it.

    What a process says is pickled. Closing the iterator, or an interrupt, ends the processes. Raises OSError when none
    can be forked.
    """
    crew: list[_Worker[T]] = []
    try:
        for first in range(processes):
            crew.append(_Worker(work, range(first, pieces, processes), crew))
        for piece in range(pieces):
            own = piece % processes
            answer = crew[own].said()
            if answer is None:
                crew.pop(own).end()
                crew.insert(own, _Worker(work, range(piece + processes, pieces, processes), crew))
            yield answer
    finally:
        for each in crew:
            each.end()


class _Worker(Generic[T]):
    """A process that does some of the pieces. It ends with whoever asked: nobody is left to read what it says."""

    def __init__(self, work: Callable[[int], T], pieces: range, others: "Sequence[_Worker[T]]") -> None:
        answers, own = _pipe()
        self.answers: BinaryIO = os.fdopen(answers, "rb")
        try:
            self.process = os.fork()
            if not self.process:
                _do(work, pieces, own, (self.answers, *(other.answers for other in others)))
        except OSError:
            self.answers.close()
            raise
        finally:
            os.close(own)

    def said(self) -> T | None:
        """What came of its next piece; None when it has ended."""
        try:
            answer: T = pickle.load(self.answers)  # noqa: S301 - written by our own process
        except (EOFError, pickle.UnpicklingError):
            return None
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.answers.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _pipe() -> tuple[int, int]:
    # Only here: not every system has it, and none without it comes here.
    from fcntl import F_SETPIPE_SZ, fcntl

    answers, own = os.pipe()
    with suppress(OSError):  # a user may have used up what there is
        fcntl(own, F_SETPIPE_SZ, ROOM)
    return answers, own


def _do(work: Callable[[int], T], pieces: range, own: int, asker: Iterable[BinaryIO]) -> NoReturn:
    """Do the pieces in a new process. It never comes back, so that no buffer of the old one is written twice; and it
    holds no end of a pipe that is its `asker`'s, or no process would be told that the asker is gone."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the one who asked speaks of the interrupt
        for each in asker:
            each.close()
        with os.fdopen(own, "wb") as answers:
            for piece in pieces:
                pickle.dump(work(piece), answers)
                answers.flush()
    finally:
        os._exit(0)
