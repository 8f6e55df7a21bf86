"""The process that starts a process for every paper; `processes` starts it, with a socket as standard input.

It loads what reads papers, so that each new process is ready at once, and never looks into a paper itself. Whoever asks
hands over an open paper and a socket for the answer; it forks a process for the two, ends that process with all that it
started as soon as the asker hangs up, and says behind the answer how it ended.
"""

import os
import select
import signal
from _socket import CMSG_SPACE, socket  # `socket` around it takes longer to load than many a paper to read
from contextlib import suppress
from typing import Final

from . import child, limits
from .linux import leave_the_network

INT: Final = 4
"""Bytes of a descriptor that is handed over."""


def main(word: str) -> None:
    """Answer requests until nobody is left to ask: to read papers, or with the word `print` to recognise print."""
    leave_the_network()
    Server(socket(fileno=0), _recognising() if word == limits.PRINT else child.reading()).serve()
    os._exit(0)


def _recognising() -> child.Work:
    from . import ocr, recognition

    ocr.load()
    return child.Work(recognition.line_for, limits.PRINT_MEMORY, limits.PRINT_CPU_SECONDS)


class Server:
    """Requests come from `requests`: a hint with two descriptors, of the paper and of the socket for its answer."""

    def __init__(self, requests: socket, work: child.Work) -> None:
        self.requests, self.work = requests, work
        self.ended = _pipe_for_ends()
        self.reading: dict[int, int] = {}
        """Processes by the descriptors that their answers go to."""
        self.waiting = select.poll()
        self.waiting.register(requests, select.POLLIN)
        self.waiting.register(self.ended, select.POLLIN)

    def serve(self) -> None:
        """Answer requests until the asker is gone; what is still being read then is given up."""
        is_asked = True
        while is_asked or self.reading:
            for descriptor, _ in self.waiting.poll():
                if descriptor == self.requests.fileno():
                    is_asked = self._begin()
                elif descriptor == self.ended:
                    os.read(self.ended, 4096)
                    self._reap()
                elif descriptor in self.reading:
                    self._give_up(descriptor)

    def _begin(self) -> bool:
        """Fork a process for the next request. False when there is nobody to send one."""
        hint, more, _, _ = self.requests.recvmsg(limits.HINT, CMSG_SPACE(2 * INT))
        if not hint:
            self.waiting.unregister(self.requests)
            for descriptor in self.reading:
                self._give_up(descriptor)
            return False
        file, answer = memoryview(more[0][2]).cast("i")
        child.load(hint.decode("latin-1").strip())
        try:
            process = os.fork()
        except OSError:  # there are as many processes as the system allows
            os.close(file)
            os.close(answer)
            return True
        if not process:
            os.setsid()
            signal.set_wakeup_fd(-1)
            child.run(self.work, file, answer)
        os.close(file)
        self.reading[answer] = process
        self.waiting.register(answer, 0)  # asked for or not, it is told when the other side hangs up
        return True

    def _give_up(self, answer: int) -> None:
        self.waiting.unregister(answer)
        _end(self.reading[answer])

    def _reap(self) -> None:
        """Say of every process that has ended how it did, and forget it."""
        for answer, process in list(self.reading.items()):
            status = _reaped(process)
            if status is not None:
                del self.reading[answer]
                with suppress(KeyError):
                    self.waiting.unregister(answer)
                os.set_blocking(answer, False)
                with suppress(OSError):
                    os.write(answer, bytes([status & 0x7F]))  # the signal that ended it, or 0
                os.close(answer)


def _pipe_for_ends() -> int:
    """A descriptor that can be read whenever a process has ended."""
    ended, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())  # who asks may have its signals wait, and hands that on
    return ended


def _end(process: int) -> None:
    """End a process that is not reaped yet, and all of its group; it may not have made its group yet."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError):
            kill(process, signal.SIGKILL)


def _reaped(process: int) -> int | None:
    """How a process ended; None while it runs. What it left behind ends first, while its number is still its own."""
    if hasattr(os, "waitid"):  # not in every Python on macOS
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            return None
        _end(process)
    ended, status = os.waitpid(process, os.WNOHANG)
    return status if ended else None
