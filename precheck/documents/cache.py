"""What papers say, kept from one run to the next, so that a paper that has not changed is not read again.

An entry is sealed with a key that is made from the bytes of its own paper: without the paper nobody can read what is
kept of it, nor what it was called, and once the paper is deleted nothing can be got back from the cache. What is
kept is checked like any answer of a process that read a paper: an entry that was changed, cut off or left by somebody
else counts as none, and is made anew.
"""

import os
from contextlib import suppress
from hashlib import blake2b, shake_256
from hmac import compare_digest
from stat import S_ISREG
from typing import Final, NamedTuple, Self

from .fingerprint import begun
from .limits import LARGEST, LONGEST_ANSWER

CHUNK: Final = 2**16
NONCE: Final = 16
TAG: Final = 32
LONGEST: Final = NONCE + TAG + LONGEST_ANSWER
NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
OTHERS: Final = 0o077
"""What the owner's group and all others may do: nothing."""


class Content(NamedTuple):
    """The bytes of a paper, as far as the cache has to know them."""

    fingerprint: str
    secret: bytes
    """What only somebody who has the paper can work out; 64 bytes."""

    @classmethod
    def of(cls, file: int, edition: bytes) -> Self | None:
        """Of an open file, which is then at its beginning again; None of one that is larger than is ever read.

        `edition` stands for all that reads papers here: another edition has other secrets. Raises OSError.
        """
        plain, keyed, left = begun(), blake2b(key=edition), LARGEST
        while left >= 0 and (part := os.read(file, CHUNK)):
            left -= len(part)
            plain.update(part)
            keyed.update(part)
        os.lseek(file, 0, os.SEEK_SET)
        return None if left < 0 else cls(plain.hexdigest(), keyed.digest())

    @property
    def name(self) -> str:
        """Of its entry."""
        return blake2b(self.secret, digest_size=20).hexdigest()


class Cache:
    """Entries in an open folder that belongs to nobody else."""

    def __init__(self, folder: int, edition: bytes) -> None:
        self.folder, self.edition = folder, edition
        self.grown = False
        """Whether anything was added."""

    def content(self, file: int) -> Content | None:
        """The bytes of an open paper; None when nothing is kept of such a paper."""
        with suppress(OSError):
            return Content.of(file, self.edition)
        return None

    def get(self, paper: Content) -> bytes | None:
        """The answer that was kept for a paper; None when there is none that can be trusted."""
        with suppress(OSError):
            entry = os.open(paper.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=self.folder)
            try:
                answer = unsealed(os.read(entry, LONGEST), paper.secret) if _is_own(entry) else None
                if answer is not None:
                    os.utime(entry)  # those that nobody asks for go first
                return answer
            finally:
                os.close(entry)
        return None

    def put(self, paper: Content, answer: bytes) -> None:
        """Keep an answer. Where that is not possible nothing is kept.

        The entry needs no name in the meantime: one that was cut off does not open, and counts as none.
        """
        with suppress(OSError):
            with suppress(FileNotFoundError):
                os.unlink(paper.name, dir_fd=self.folder)
            entry = os.open(paper.name, NEW, 0o600, dir_fd=self.folder)
            self.grown = True
            with os.fdopen(entry, "wb") as file:
                file.write(sealed(answer, paper.secret))


def _is_own(entry: int) -> bool:
    known = os.fstat(entry)
    return S_ISREG(known.st_mode) and known.st_uid == os.geteuid() and not known.st_mode & OTHERS


def sealed(answer: bytes, secret: bytes) -> bytes:
    """The answer so that only this secret opens it: encrypted with SHAKE-256 as a stream, then authenticated.

    The standard library has no cipher, and what is kept is a copy of a paper that lies beside it in plain.
    """
    nonce = os.urandom(NONCE)
    hidden = _streamed(answer, secret, nonce)
    return nonce + _tag(nonce + hidden, secret) + hidden


def unsealed(entry: bytes, secret: bytes) -> bytes | None:
    """What was sealed with this secret; None when this is anything else."""
    nonce, tag, hidden = entry[:NONCE], entry[NONCE : NONCE + TAG], entry[NONCE + TAG :]
    return _streamed(hidden, secret, nonce) if compare_digest(tag, _tag(nonce + hidden, secret)) else None


def _tag(text: bytes, secret: bytes) -> bytes:
    return blake2b(text, key=secret[32:], digest_size=TAG).digest()


def _streamed(text: bytes, secret: bytes, nonce: bytes) -> bytes:
    stream = shake_256(secret[:32] + nonce).digest(len(text))
    mixed = int.from_bytes(text) ^ int.from_bytes(stream)
    return mixed.to_bytes(len(text))
