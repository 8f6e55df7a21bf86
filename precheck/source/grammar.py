"""Follows broken JSON through its brackets, and goes on after every fault.

One pass over the tokens with a stack of open brackets: no recursion, and linear time on any text.
"""

from collections.abc import Callable
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

from .fault import DEEPEST, Fault, Kind
from .tokens import BLANK, Flaw, Lexer, Token
from .words import amount, word

MOST_TOKENS = 500_000
"""A second's work. The largest draft has some twenty thousand; beyond this the text is something else."""
CLOSERS = {"{": "}", "[": "]"}


class _Level:
    """An open bracket, and the member that is being read: a key or the index of an item."""

    def __init__(self, bracket: Token) -> None:
        self.kind, self.start = bracket.kind, bracket.start
        self.key: Token | None = None
        self.index = 0


class Room(NamedTuple):
    """Where a member lacks its value: what stands between its colon and the next token, or the comma before that."""

    start: int
    end: int
    has_comma: bool


class Parser:
    """Follows the tokens of a text; `faults` are what it met, `edits` mend, `lost` are values that nothing mends,
    `rooms` are where one is missing, and `tail` is a last bracket that is."""

    def __init__(self, text: str, most: int) -> None:
        self.text, self.most = text, most
        self.lexer = Lexer(text)
        self.open: list[_Level] = []
        self.wants = "value"
        self.before = Token("start", 0, 0)
        self.faults: list[Fault] = []
        self.flaws: list[Flaw] = []
        self.edits: list[tuple[int, str]] = []
        self.lost: list[tuple[int, int]] = []
        self.rooms: list[Room] = []
        self.tail = ""

    def run(self) -> "Parser":
        """Read to the end, too deep a bracket, text after the end, `most` faults, or more tokens than any draft has."""
        takers: dict[str, Callable[[Token], bool]] = {
            "value": self._value,
            "key": self._key,
            "colon": self._colon,
            "next": self._next,
            "done": self._done,
        }
        for _ in range(MOST_TOKENS):
            token = self.lexer.next()
            mendable = self._collect()
            if token.kind == "end":
                self._finish(token.end)
                break
            if token.kind == "string" and self.wants == "value" and not mendable:
                self.lost.append((token.start, token.end))
            if not takers[self.wants](token) or len(self.faults) >= self.most:
                break
            self.before = Token(token.kind, token.start, self.lexer.at)
        return self

    def _collect(self) -> bool:
        """Take over the flaws of the lexer; say whether all of them can be mended."""
        flaws, self.lexer.flaws = self.lexer.flaws, []
        for flaw in flaws[: self.most - len(self.faults)]:
            self._fault(flaw)
        return all(flaw.edits for flaw in flaws)

    def _fault(self, flaw: Flaw) -> None:
        facts: dict[str, str | int] = {"typed": flaw.typed, "instead": flaw.instead}
        facts = {name: fact for name, fact in facts.items() if fact}
        self.faults.append(Fault(flaw.kind, flaw.start, flaw.end, self._pointer(), facts))
        self.flaws.append(flaw)
        self.edits.extend(flaw.edits)

    def _pointer(self) -> str:
        levels = self.open if self.wants == "value" else self.open[:-1]
        return "".join(self._step(level) for level in levels)

    def _step(self, level: _Level) -> str:
        if level.kind == "[":
            return f"/{level.index}"
        if level.key is None:
            return "/"
        return "/" + escaped(self._name(level.key))

    def _name(self, key: Token) -> str:
        try:
            return str(scanstring(self.text, key.start + 1)[0])
        except ValueError:
            return self.text[key.start : key.end].strip("\"'“”‘’")

    def _value(self, token: Token) -> bool:
        match token.kind:
            case "{" | "[":
                return self._opened(token)
            case "string":
                self.wants = "next" if self.open else "done"
            case "word":
                self._scalar(token)
            case "}" | "]":
                return self._empty_handed(token)
            case ",":
                self._missing(token)
                self._comma()
            case _:
                self._fault(Flaw("invalid", token.start, token.end))
        return True

    def _missing(self, token: Token) -> None:
        """A comma or closing bracket where a value should be."""
        self._fault(Flaw("missing_value", token.start, token.end))
        if self.before.kind == ":":
            has_comma = token.kind == ","
            end = BLANK.match(self.text, token.end).end() if has_comma else token.start  # type: ignore[union-attr]
            self.rooms.append(Room(self.before.end, end, has_comma))

    def _opened(self, token: Token) -> bool:
        if len(self.open) == DEEPEST:
            self._fault(Flaw("too_deep", token.start, token.end))
            return False
        self.open.append(_Level(token))
        self.wants = "key" if token.kind == "{" else "value"
        return True

    def _scalar(self, token: Token) -> None:
        in_list = bool(self.open) and self.open[-1].kind == "["
        found = amount(self.text, token.start, in_list)
        if found:
            self.lexer.at, flaws = found
        else:
            flaw = word(self.text, token.start, token.end)
            flaws = [flaw] if flaw else []
        for flaw in flaws:
            self._fault(flaw)
        if any(not flaw.edits for flaw in flaws):
            self.lost.append((token.start, self.lexer.at))
        self.wants = "next" if self.open else "done"

    def _empty_handed(self, token: Token) -> bool:
        """A closing bracket where a value or a key should be: right after `[` or `{` that is an empty one."""
        wanted, self.wants = self.wants, "next" if self.open else "value"
        if self.before.kind == ",":
            comma = self.before.start
            self._fault(Flaw("trailing_comma", comma, comma + 1, ",", "", ((comma, " "),)))
        elif self.open and self.before.kind not in CLOSERS:
            self.wants = wanted
            self._missing(token)
        return self._closed(token)

    def _closed(self, token: Token) -> bool:
        if not any(CLOSERS[level.kind] == token.kind for level in self.open):
            self._fault(Flaw("unmatched_bracket", token.start, token.end, token.kind))
            return True
        while CLOSERS[(level := self.open.pop()).kind] != token.kind:
            self._unclosed(level)
        self.wants = "next" if self.open else "done"
        return True

    def _unclosed(self, level: _Level) -> None:
        self._fault(Flaw("unclosed_bracket", level.start, level.start + 1, level.kind, CLOSERS[level.kind]))

    def _comma(self) -> None:
        if self.open and self.open[-1].kind == "{":
            self.wants = "key"
        elif self.open:
            self.open[-1].index += 1
            self.wants = "value"

    def _key(self, token: Token) -> bool:
        match token.kind:
            case "string" | "word":
                if token.kind == "word":
                    self._fault(Flaw("unquoted_word", token.start, token.end, "", '"'))
                self.open[-1].key = token
                self.wants = "colon"
            case "}" | "]":
                return self._empty_handed(token)
            case ",":
                self._fault(Flaw("missing_value", token.start, token.end))
            case _:
                self._fault(Flaw("invalid", token.start, token.end))
                self.open[-1].key = None
                self.wants = "value"
                return token.kind == ":" or self._opened(token)
        return True

    def _colon(self, token: Token) -> bool:
        if token.kind == ":":
            self.wants = "value"
            return True
        self._absent("missing_colon", ":")
        if token.kind in ",]}":
            self.wants = "next"
            return self._next(token)
        self.wants = "value"
        return self._value(token)

    def _next(self, token: Token) -> bool:
        if token.kind == ",":
            self._comma()
            return True
        if token.kind in "]}":
            return self._closed(token)
        if token.kind == ":":
            self._fault(Flaw("invalid", token.start, token.end))
            self.wants = "value"
            return True
        # Between two bare words it may as well be a blank in a number: nobody but the writer knows.
        self._absent("missing_comma", ",", mendable=token.kind != "word")
        self._comma()
        return self._key(token) if self.wants == "key" else self._value(token)

    def _absent(self, kind: Kind, mark: str, mendable: bool = True) -> None:
        """A mark that should stand after the token before; a blank there makes room for it."""
        at = self.before.end
        room = mendable and self.text[at] in " \t\n\r"
        self._fault(Flaw(kind, at, at + room, "", mark, ((at, mark),) if room else ()))

    def _done(self, token: Token) -> bool:
        if token.kind in CLOSERS.values():
            return self._closed(token)
        self._fault(Flaw("extra_text", token.start, len(self.text)))
        return False

    def _finish(self, end: int) -> None:
        if self.open:
            self._unclosed(self.open[-1])
            if len(self.open) == 1 and self.wants == "next":  # more than a bracket is missing anywhere else
                self.tail = CLOSERS[self.open[0].kind]
        elif self.wants == "value" and not self.faults:
            self._fault(Flaw("empty", 0, end))


def escaped(step: str) -> str:
    """A key as a step of a JSON Pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1")
