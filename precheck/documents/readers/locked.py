"""Office files behind a password: known by their shell, not opened."""

from ..reading import Reading, Unreadable


def read(data: bytes) -> Reading:
    """Raises Unreadable."""
    raise Unreadable("encrypted")
