"""What the reader of a draft refuses, as findings of rules: faults of the text, then faults of its shape."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from json import loads
from typing import Any

from .application.structure import is_index, step
from .engine import Catalogue
from .examination import Candidate, Trace
from .facts.amounts import amount_of
from .refused import Steps, described, facts, has_form, is_amount, near
from .rule import Hit, Rule
from .rules import text
from .shape import Misshapen, Parsed
from .source import Draft, Fault
from .text import Text

CODES = {
    "missing": "SHP001",
    "unexpected_keyword_argument": "SHP002",
    "null": "SHP004",
    "blank": "SHP009",
    "empty": "SHP010",
    "literal_error": "SHP005",
    "string_pattern_mismatch": "SHP006",
    "value_error": "SHP006",
    "string_too_long": "SHP007",
    "string_too_short": "SHP007",
    "too_long": "SHP007",
    "too_short": "SHP007",
    "finite_number": "TXT003",
    "greater_than_equal": "SHP008",
    "less_than_equal": "SHP008",
}
OTHERWISE = "SHP003"
"""Refusals of any other kind: the value is not of its type."""
LENGTHS = frozenset({"string_too_long", "string_too_short"})
MALFORMED, IN_WORDS, FINER_THAN_FEN = "SHP006", "AMT001", "AMT002"
THREE_DECIMALS = re.compile(rb"\.[0-9]{3}")
"""A cheap question to all of a text, before its numbers are looked at one by one."""
TOO_FINE = re.compile(r"\.[0-9]{2}[0-9]*[1-9]")


def refusals(draft: Draft, parsed: Parsed, catalogue: Catalogue) -> Iterator[Candidate]:
    """Every refusal: of the text first, then of the shape; last what is odd in how amounts are typed."""
    rules = catalogue.by_code
    absent = {each.path for each in parsed.misshapen if each.kind == "missing"}
    for fault in parsed.faults:
        yield _candidate(rules[text.CODES[fault.kind]], partial(_of_text, fault))
    for each in parsed.misshapen:
        pointer = "".join(map(step, each.path))
        meant = _meant(draft, pointer, each)
        code = _code(each) if meant is None else IN_WORDS
        yield _candidate(rules[code], partial(_of_shape, draft, each, pointer, meant, absent))
    for pointers in _too_fine(draft):
        yield _candidate(rules[FINER_THAN_FEN], partial(_of_decimals, pointers))


def _candidate(rule: Rule, make: Callable[[Rule], Trace]) -> Candidate:
    return Candidate(rule, rule.severity, partial(make, rule))


def _of_text(fault: Fault, rule: Rule) -> Trace:
    return Trace(rule, Hit((), _said(fault)), (fault.pointer,), fault=fault)


def _code(each: Misshapen) -> str:
    """The rule that a refusal belongs to. A day with a time of day is no text that is too long."""
    if each.kind in LENGTHS and has_form(described(each.path) or {}):
        return MALFORMED
    return CODES.get(each.kind, OTHERWISE)


def _of_shape(
    draft: Draft, each: Misshapen, pointer: str, meant: float | None, absent: set[Steps], rule: Rule
) -> Trace:
    hit = Hit((), facts(each, partial(_text_at, draft, pointer)) | {"meant": meant})
    if each.kind != "unexpected_keyword_argument":
        return Trace(rule, hit, (pointer,))
    named = (*each.path[:-1], near(each))
    blamed = (pointer, "".join(map(step, named))) if named in absent else (pointer,)
    return Trace(rule, hit, blamed, at_key=True)


def _of_decimals(pointers: list[str], rule: Rule) -> Trace:
    return Trace(rule, Hit((), {"count": len(pointers)}), (pointers[0],), tuple(pointers[1:]))


def _meant(draft: Draft, pointer: str, each: Misshapen) -> float | None:
    """The amount that a text in the place of an amount means, in yuan; None when it is not clear, or no text."""
    if each.kind != "float_type" or not is_amount(described(each.path)):
        return None
    typed = _text_at(draft, pointer)
    return None if typed is None else amount_of(typed)


def _text_at(draft: Draft, pointer: str) -> str | None:
    """The text that stands at a place; None where something else does, or a text that is broken itself."""
    typed = draft.written.typed(pointer)
    with suppress(ValueError):
        return str(loads(typed)) if typed.startswith('"') else None


def _too_fine(draft: Draft) -> Iterator[list[str]]:
    """All amounts of the draft that are typed finer than the fen, if there are any: one finding."""
    if draft.raw is None or not THREE_DECIMALS.search(draft.raw):
        return
    found = [
        pointer
        for pointer, typed in draft.written.typed_numbers()
        if TOO_FINE.search(typed) and is_amount(described(_path(pointer)))
    ]
    if found:
        yield found


def _path(pointer: str) -> Steps:
    return tuple(int(each) if is_index(each) else each for each in pointer.split("/")[1:])


def _said(fault: Fault) -> dict[str, Any]:
    """The facts of a fault of the text: what is wrong and what to do, with the marks that were typed in them."""
    what, mend = text.SAID.get(fault.kind, (Text("", ""), Text("", "")))
    marks = {name: str(value) for name, value in fault.facts.items()}
    names = {"typed": "", "instead": "", **marks}
    encoding = names["typed"] or "UTF-8 BOM"
    return {
        "what": what,
        "mend": Text(mend.zh.format_map(names), mend.en.format_map(names)),
        "encoding": Text(encoding, encoding),
        **{name: Text(mark, mark) for name, mark in marks.items()},
    }
