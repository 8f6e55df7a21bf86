"""What tells whether two files are the same: BLAKE2b of their bytes, 256 bits."""

from typing import Any

try:  # `hashlib` around it loads OpenSSL, which takes longer than most papers to read
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

LENGTH = 32
"""Bytes."""


def begun() -> Any:
    """The fingerprint of nothing yet, with `update` and `hexdigest`."""
    return blake2b(digest_size=LENGTH)


def fingerprint_of(data: bytes) -> str:
    """The fingerprint of a whole file."""
    return blake2b(data, digest_size=LENGTH).hexdigest()
