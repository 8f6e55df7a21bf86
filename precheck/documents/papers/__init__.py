"""From what was read of a file to what kind of paper it is and what it says. Pure functions, standard library only."""

from ..content import Content
from .exchange import from_dict, to_dict
from .facts import PaperFacts

__all__ = ["PaperFacts", "facts_of", "from_dict", "to_dict"]


def facts_of(content: Content) -> PaperFacts:
    """What the paper says. Never raises on what a file says; what is not recognised leaves the facts empty."""
    if not any(content):
        return PaperFacts()  # of a photo, for which nothing has to be loaded
    from .understanding import understood

    return understood(content)
