"""From what was read of a file to what kind of paper it is and what it says. Pure functions, standard library only."""

from ..content import Content
from .exchange import from_dict, to_dict
from .facts import PaperFacts
from .flows import flow_of
from .rows import tables_of

__all__ = ["PaperFacts", "facts_of", "from_dict", "to_dict"]


def facts_of(content: Content) -> PaperFacts:
    """What the paper says. Never raises on what a file says; what is not recognised leaves the facts empty."""
    flows = tuple(flow for table in tables_of(content) if (flow := flow_of(table)))
    return PaperFacts(kinds=tuple(dict.fromkeys(flow.kind for flow in flows)), flows=flows)
