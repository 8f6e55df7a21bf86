"""What the print on pictures was recognised as."""

from typing import Literal, NamedTuple

from . import Day, Words


class Recognised(NamedTuple):
    """What the print on a picture was recognised as: hints, where a figure of a text would be a fact."""

    kind: Literal["licence", "id_card"]
    code: Words | None = None
    """The unified social credit code of a licence, both of its check characters right, or the number of an identity
    card, its check character right."""
    name: Words | None = None
    ends: Day | None = None
    """The last day of an identity card."""
