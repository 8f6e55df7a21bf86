"""How text is dressed for the terminal: colours and marks where it can show them, plain words where it cannot."""

from typing import Final, NamedTuple

PAINTS: Final = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "good": "32;1",
    "strong": "1",
    "faint": "2",
}
MARKS: Final = {
    "error": "✗",
    "warning": "!",
    "note": "i",
    "good": "✓",
    "arrow": "→",
    "bar": "│",
    "dot": "·",
    "cut": "…",
}
PLAIN_MARKS: Final = {
    "error": "x", "warning": "!", "note": "i", "good": "+", "arrow": "->", "bar": "|", "dot": "-", "cut": "...",
}  # fmt: skip
"""For terminals whose encoding has no such signs."""


class Style(NamedTuple):
    """What the reader sees: the language of the words, whether colours are shown, and which marks can be."""

    lang: str
    colour: bool = False
    marks: dict[str, str] = MARKS

    def paint(self, paint: str, text: str) -> str:
        """The text in a colour of `PAINTS`; as it is where colours are off."""
        return f"\x1b[{PAINTS[paint]}m{text}\x1b[0m" if self.colour and text else text

    def mark(self, name: str) -> str:
        """A sign of `MARKS`, painted where a paint has its name."""
        return self.paint(name, self.marks[name]) if name in PAINTS else self.marks[name]
