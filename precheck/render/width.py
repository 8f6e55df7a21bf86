"""How wide text stands on a terminal, where a Chinese character takes two columns."""

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def blank_like(text: str) -> str:
    """Blanks that take the same columns; a tab stays a tab, because nobody knows how wide it is shown."""
    return "".join("\t" if each == "\t" else " " * _columns(each) for each in text)


def padded(text: str, columns: int) -> str:
    """The text with blanks after it, up to a number of columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns`: broken at blanks, and between Chinese characters.

    A single word that is longer stands on a line of its own.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """What must stay together: words with the blank after them, single wide characters with what ends them."""
    pieces: list[str] = []
    for each in text:
        wide = _columns(each) == 2
        if pieces and (each == " " or _holds(pieces[-1], each, wide)):
            pieces[-1] += each
        else:
            pieces.append(each)
    return pieces


CLOSING = "，。、；：！？）》”’"
"""Marks that never start a line."""


def _holds(piece: str, following: str, wide: bool) -> bool:
    """Whether no line may break before the character that follows a piece."""
    if piece[-1] == " ":
        return False
    return following in CLOSING or not (wide or _columns(piece[-1]) == 2)
