"""What is known of a file once somebody tried to open it, whatever came of that."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from .papers.facts import PaperFacts

if TYPE_CHECKING:
    from .papers.facts.prints import Recognised

Verdict = Literal[
    "ok",
    "missing",
    "outside",
    "forbidden",
    "empty",
    "too_large",
    "encrypted",
    "damaged",
    "bomb",
    "timeout",
    "memory",
    "crashed",
    "unsupported",
    "unavailable",
]
"""How opening a file ended. `outside` is no plain file below the draft's folder: a path that leads out of it, a link, a
folder or a device; `forbidden` a file that must not be read; `bomb` a small file that would unfold into a
huge one; `unsupported` a format that nothing here reads; `unavailable` one
whose reader is not installed, or a place where none can be run."""


Sketch = tuple[int, ...]
"""What is darker than what beside it, as numbers of 48 bits."""


class Picture(NamedTuple):
    """What can be measured of an image."""

    width: int
    height: int
    """Pixels, upright."""
    contrast: int
    """Standard deviation of the brightness, 0 to 127."""
    sharpness: int
    """Variance of the edges: about 1100 for a sharp page of print, below 140 where it is blurred."""
    sketches: tuple[Sketch, ...]
    """Of the whole image, then of what is left when a little of every side is cut off. Saving the image again changes
    few bits."""
    edited: bool = False
    """The file says that a program for retouching wrote it."""
    coloured: int | None = None
    """Of ten thousand pixels, those with a colour of their own; None when nobody looked."""


class FileFacts(NamedTuple):
    """One file: how opening it ended, what it is, and what it says."""

    verdict: Verdict
    format: str = ""
    """By its content: `pdf`, `xlsx`, `jpeg`; empty when nothing was read of it."""
    size: int = 0
    """Bytes."""
    fingerprint: str = ""
    pages: int = 0
    blank: tuple[int, ...] = ()
    """The numbers of the blank ones among the pages that were looked at."""
    picture: Picture | None = None
    says: PaperFacts = PaperFacts()
    recognised: "tuple[Recognised, ...] | None" = None
    """The print of a photo or scan; None when nobody tried to recognise it."""

    @property
    def has_print(self) -> bool:
        """Whether it is a photo or scan that shows something."""
        return self.verdict == "ok" and self.picture is not None and 1 not in self.blank
