"""How far a long run has come: one line on standard error, for a person who watches, gone when the run is over."""

from time import monotonic

from ..cli.terminal import Screen
from ..render import help_words as words

PATIENCE, PACE = 1.0, 0.1
"""Seconds before anything is shown, and between two changes."""
CLEAR = "\r\x1b[K"


class Progress:
    """Counts of drafts, never their names."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.shown = screen, False
        self.next = monotonic() + PATIENCE if screen.is_watched else float("inf")

    def at(self, done: int, total: int) -> None:
        """Show that so many drafts of all are done, if it is time to."""
        now = monotonic()
        if now >= self.next:
            self.next, self.shown = now + PACE, True
            said = words.PROGRESS.say(self.screen.style.lang).format(done=done, total=total)
            self.screen.hint(f"{CLEAR}{said}")

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self.shown:
            self.shown = False
            self.screen.hint(CLEAR)
