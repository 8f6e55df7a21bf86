"""Cuts broken JSON text into tokens, and says what is wrong with each: quotes, punctuation, blanks, comments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .fault import Kind


class Flaw(NamedTuple):
    """Something wrong at [start, end): what was typed, what to type instead, and the edits that mend it.

    An edit replaces as many characters as it has, so that everything else stays where it is. Without edits the flaw
    needs a person. `typed` and `instead` are punctuation, units and words of closed lists, never text of a draft.
    """

    kind: Kind
    start: int
    end: int
    typed: str = ""
    instead: str = ""
    edits: tuple[tuple[int, str], ...] = ()


class Token(NamedTuple):
    """A piece of text: one of `{ } [ ] : ,`, a `string` with its quotes, a `word`, or the `end`."""

    kind: str
    start: int
    end: int


FULL_WIDTH = dict(zip("：，、｛｝［］【】；", ":,,{}[][],", strict=True))
SWAPPED: dict[str, tuple[str, Kind]] = {";": (",", "missing_comma"), "=": (":", "missing_colon")}
DOUBLE, SINGLE = '"“”„＂', "'‘’＇"
BLANK = re.compile(r"[ \t\n\r]*+")
ODD_BLANK = re.compile("[\u00a0\u3000\u2000-\u200f\u2028\u2029\u2060\ufeff\u0085\x0b\x0c]++")
COMMENT = re.compile(r"//[^\n\r]*+|#[^\n\r]*+|/\*(?s:.*?)(?:\*/|\Z)")
HEX = "[0-9a-fA-F]"
PLAIN = r'[^"\\\x00-\x1f]*+'
# In a possessive group nothing but single characters may fail: Python before 3.11.5 leaves it too late otherwise.
STRING = re.compile(rf'"{PLAIN}(?:\\["\\/bfnrt]{PLAIN}|\\u{HEX}{HEX}{HEX}{HEX}{PLAIN})*+"')
NO_WORD = re.compile(rf"[\s{{}}\[\]:,#=;：，、｛｝［］【】；{DOUBLE}{SINGLE}]|/[/*]|\Z")
AFTER_STRING = re.compile(r"[ \t\n\r]*+(?:[\]}:,\[{：，、｛｝［］【】；;=#/]|\Z)")
CLOSED_BY_CURLY = re.compile(r"[”“＂](?=[ \t]*+[:,}\]：，、｝］】])")
IN_STRING = re.compile(
    r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(?P<escape>\\[^\x00-\x1f]?)|(?P<control>[\x00-\x1f]+)'
)


ON_A_LINE = {
    closers: re.compile(rf"(?:[^{closers}\\\n\r]++|\\[^\n\r]?+)*+") for closers in ('"', DOUBLE, SINGLE)
}
"""The inside of a string as far as its line goes, by what may close it."""
ENDS_A_STRING = frozenset({"", *DOUBLE, *SINGLE, *"{}[]"})
"""What the line behind a string without an end begins with, if there is one."""


def _body_end(text: str, at: int, closers: str) -> int:
    """Where the inside of a string ends. It goes on after a line break, unless the next line starts as a line of JSON
    does, or there is none."""
    while True:
        at = ON_A_LINE[closers].match(text, at).end()  # type: ignore[union-attr]
        below = BLANK.match(text, at).end()  # type: ignore[union-attr]
        if text[at : at + 1] not in ("\n", "\r") or text[below : below + 1] in ENDS_A_STRING:
            return at
        at = below


class Lexer:
    """Reads tokens one after the other; `flaws` grows as it goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.flaws: list[Flaw] = []

    def next(self) -> Token:
        """The next token; blanks and comments are passed over. After the last one comes `end`, for ever."""
        while True:
            start = BLANK.match(self.text, self.at).end()  # type: ignore[union-attr]
            token = self._token(start, self.text[start : start + 1])
            if token:
                self.at = token.end
                return token

    def _token(self, start: int, first: str) -> Token | None:
        if not first:
            return Token("end", start, start)
        if first in "{}[]:,":
            return Token(first, start, start + 1)
        if first in DOUBLE:
            return self._string(start)
        if first in SINGLE:
            return self._loose_string(start, SINGLE)
        end = NO_WORD.search(self.text, start).start()  # type: ignore[union-attr]
        if end > start and not ODD_BLANK.match(first):
            return Token("word", start, self._word_end(start, end))
        return self._odd(start, first)

    def _word_end(self, start: int, end: int) -> int:
        """A zero-width blank is no `\\s`, so a word may hold one: it ends there."""
        odd = ODD_BLANK.search(self.text, start, end)
        return odd.start() if odd else end

    def _odd(self, start: int, first: str) -> Token | None:
        """Punctuation that JSON does not have stands for its like; None for what is passed over."""
        if first in FULL_WIDTH:
            instead = FULL_WIDTH[first]
            self.flaws.append(
                Flaw("full_width_punctuation", start, start + 1, first, instead, ((start, instead),))
            )
            return Token(instead, start, start + 1)
        if first in SWAPPED:
            instead, kind = SWAPPED[first]
            self.flaws.append(Flaw(kind, start, start + 1, first, instead, ((start, instead),)))
            return Token(instead, start, start + 1)
        self._pass_over(start, first)
        return None

    def _pass_over(self, start: int, first: str) -> None:
        if blank := ODD_BLANK.match(self.text, start):
            end, typed = blank.end(), f"U+{ord(first):04X}"
            edit = start, " " * (end - start)
            self.flaws.append(Flaw("full_width_punctuation", start, end, typed, "U+0020", (edit,)))
        elif comment := COMMENT.match(self.text, start):
            end = comment.end()
            edit = start, re.sub(r"[^\n\r]", " ", comment[0])
            self.flaws.append(Flaw("comment", start, end, comment[0][:2].rstrip(), "", (edit,)))
        else:
            end = start + 1
            self.flaws.append(Flaw("invalid", start, end))
        self.at = end

    def _string(self, start: int) -> Token:
        whole = STRING.match(self.text, start)
        if not whole:
            return self._loose_string(start, '"' if self.text[start] == '"' else DOUBLE)
        end = whole.end()
        if AFTER_STRING.match(self.text, end):
            return Token("string", start, end)
        return self._closed_by_curly(start, end) or Token("string", start, end)

    def _closed_by_curly(self, start: int, end: int) -> Token | None:
        """A string that starts with a straight quote and has its end at a curly one before `end`."""
        # Without a backslash no further string can start inside this one, so that nothing is read twice.
        curly = None if "\\" in self.text[start:end] else CLOSED_BY_CURLY.search(self.text, start + 1, end)
        return self._quoted(start, curly.start(), DOUBLE) if curly else None

    def _loose_string(self, start: int, closers: str) -> Token:
        """A string with other quotes, without an end, or with something inside that JSON does not have."""
        close = _body_end(self.text, start + 1, closers)
        if self.text[close : close + 1] not in tuple(closers):
            if closers == '"' and (token := self._closed_by_curly(start, close)):
                return token
            close = start + len(self.text[start:close].rstrip(" \t\r\n,，}]｝］"))
            self.flaws.append(Flaw("unclosed_string", start, close, "", '"'))
            return Token("string", start, close)
        return self._quoted(start, close, closers)

    def _quoted(self, start: int, close: int, closers: str) -> Token:
        """A string from its first to its last quote, whatever they look like."""
        odd = [at for at in (start, close) if self.text[at] != '"']
        if odd:
            kind: Kind = "single_quote" if closers == SINGLE else "curly_quote"
            edits = tuple((at, '"') for at in odd)
            self.flaws.append(Flaw(kind, start, close + 1, self.text[odd[0]], '"', edits))
        self.flaws.extend(_inside(self.text, start + 1, close))
        return Token("string", start, close + 1)


def _inside(text: str, start: int, end: int) -> Iterator[Flaw]:
    for found in IN_STRING.finditer(text, start, end):
        if found["escape"]:
            yield Flaw("bad_escape", found.start(), found.end(), "\\", "\\\\")
        elif found["control"]:
            edit = found.start(), " " * len(found[0])
            yield Flaw(
                "control_character", found.start(), found.end(), f"U+{ord(found[0][0]):04X}", "", (edit,)
            )
