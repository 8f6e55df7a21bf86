"""What can be wrong with the text of a draft, how much of it is told, and where."""

from typing import Literal, NamedTuple

DEEPEST = 64
"""Levels of brackets. An application needs six; programs differ in what they bear."""
MOST_FAULTS = 50
"""As many as anybody reads in one run."""
Kind = Literal[
    "bom", "encoding", "not_text", "not_json", "too_large", "too_deep", "empty", "not_object", "duplicate_key",
    "not_a_number", "lone_surrogate", "full_width_punctuation", "curly_quote", "single_quote", "trailing_comma",
    "missing_comma", "missing_colon", "missing_value", "unquoted_word", "python_word", "comment",
    "thousands_separator", "leading_zero", "leading_plus", "bare_decimal", "bad_escape", "control_character",
    "unclosed_string", "unclosed_bracket", "unmatched_bracket", "extra_text", "amount_unit", "invalid",
]  # fmt: skip


class Fault(NamedTuple):
    """Something wrong with the text itself, before any model sees it.

    `start` and `end` are offsets in the text, in code points. `pointer` is the JSON Pointer of the value, or of the
    object or list around it, "" where that is not known. `facts` may hold `typed` and `instead` (punctuation, units and
    words of closed lists, never text of a draft), `encoding`, and whole numbers.
    """

    kind: Kind
    start: int
    end: int
    pointer: str = ""
    facts: dict[str, str | int] = {}


class Location(NamedTuple):
    """A span of text: lines and columns from 1, columns in code points, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
