"""What the reader of a draft refuses, as findings of rules: faults of the text, then faults of its shape."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache, partial
from json import loads
from typing import Any, get_args

from .application.choices import LABELS
from .application.structure import is_index, step
from .application.types import SOMETHING, Yuan
from .engine import Catalogue
from .examination import KNOWN_STEPS, Candidate, Trace
from .facts.amounts import amount_of
from .rule import Hit, Rule
from .rules import text
from .schema import application_schema
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
TYPES = {
    "number": Text("数字", "a number"),
    "integer": Text("整数", "a whole number"),
    "string": Text("文字（加引号）", "a text in quotes"),
    "boolean": Text("true 或 false", "true or false"),
    "array": Text("列表 [ … ]", "a list [ … ]"),
    "object": Text("一组字段 { … }", "an object { … }"),
}
QUOTED = Text("请按说明改写，两边加英文双引号。", "Rewrite it as described, in straight double quotes.")
BARE = Text("请只写数字，不加引号、单位和逗号。", "Just the number: no quotes, units or commas.")
HOW = {
    "string": QUOTED,
    "number": BARE,
    "integer": BARE,
    "boolean": Text("请写 true 或 false，不加引号。", "Write true or false, without quotes."),
}
REBUILT = Text("请对照示例改写这一段。", "Rewrite this part as in an example.")
WHOLE = Text("整份申请", "the application")
AMOUNT = Text(
    "以元为单位的数字，例如 1200000（不写 120万 或 1,200,000）", "a number in yuan, such as 1200000"
)
IN_WORDS, FINER_THAN_FEN = "AMT001", "AMT002"
THREE_DECIMALS = re.compile(rb"\.[0-9]{3}")
"""A cheap question to all of a text, before its numbers are looked at one by one."""
TOO_FINE = re.compile(r"\.[0-9]{2}[0-9]*[1-9]")
YUAN = get_args(Yuan)[1].description
"""What the published schema says of every amount."""
Node = dict[str, Any]
Steps = tuple[str | int, ...]
LONGEST_KEY = 64
"""Nothing longer is a slip in a key of ours."""


def refusals(draft: Draft, parsed: Parsed, catalogue: Catalogue) -> Iterator[Candidate]:
    """Every refusal: of the text first, then of the shape; last what is odd in how amounts are typed."""
    rules = catalogue.by_code
    absent = {each.path for each in parsed.misshapen if each.kind == "missing"}
    for fault in parsed.faults:
        yield _candidate(rules[text.CODES[fault.kind]], partial(_of_text, fault))
    for each in parsed.misshapen:
        pointer = "".join(map(step, each.path))
        meant = _meant(draft, pointer, each)
        code = CODES.get(each.kind, OTHERWISE) if meant is None else IN_WORDS
        yield _candidate(rules[code], partial(_of_shape, each, pointer, meant, absent))
    for pointers in _too_fine(draft):
        yield _candidate(rules[FINER_THAN_FEN], partial(_of_decimals, pointers))


def _candidate(rule: Rule, make: Callable[[Rule], Trace]) -> Candidate:
    return Candidate(rule, rule.severity, partial(make, rule))


def _of_text(fault: Fault, rule: Rule) -> Trace:
    return Trace(rule, Hit((), _said(fault)), (fault.pointer,), fault=fault)


def _of_shape(each: Misshapen, pointer: str, meant: float | None, absent: set[Steps], rule: Rule) -> Trace:
    hit = Hit((), _facts(each) | {"meant": meant})
    if each.kind != "unexpected_keyword_argument":
        return Trace(rule, hit, (pointer,))
    named = (*each.path[:-1], _near(each))
    blamed = (pointer, "".join(map(step, named))) if named in absent else (pointer,)
    return Trace(rule, hit, blamed, at_key=True)


def _of_decimals(pointers: list[str], rule: Rule) -> Trace:
    return Trace(rule, Hit((), {"count": len(pointers)}), (pointers[0],), tuple(pointers[1:]))


def _meant(draft: Draft, pointer: str, each: Misshapen) -> float | None:
    """The amount that a text in the place of an amount means, in yuan; None when it is not clear, or no text."""
    if each.kind != "float_type" or not _is_amount(_described(each.path)):
        return None
    typed = loads(draft.written.typed(pointer) or "null")
    return amount_of(typed) if isinstance(typed, str) else None


def _too_fine(draft: Draft) -> Iterator[list[str]]:
    """All amounts of the draft that are typed finer than the fen, if there are any: one finding."""
    if draft.raw is None or not THREE_DECIMALS.search(draft.raw):
        return
    found = [
        pointer
        for pointer, typed in draft.written.typed_numbers()
        if TOO_FINE.search(typed) and _is_amount(_described(_path(pointer)))
    ]
    if found:
        yield found


def _path(pointer: str) -> Steps:
    return tuple(int(each) if is_index(each) else each for each in pointer.split("/")[1:])


def _is_amount(node: Node | None) -> bool:
    return node is not None and node.get("description") == YUAN


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


def _facts(each: Misshapen) -> dict[str, Any]:
    *above, last = each.path or ("",)
    if each.kind == "unexpected_keyword_argument":
        return {"key": str(last), "hint": _hint(_near(each), tuple(above))}
    described = _described(each.path)
    node = described or {}
    return {
        "field": _title(_described(tuple(above)) if described is None else described),
        "wanted": _wanted(node),
        "how": HOW.get(node.get("type", ""), REBUILT),
        "choices": [
            Text(f"{one}（{_label(one).zh}）", f"{one} ({_label(one).en})") for one in node.get("enum", ())
        ],
        "least": _bound(node, "minLength", "minItems", "minimum"),
        "most": _bound(node, "maxLength", "maxItems", "maximum"),
    }


def _described(path: Steps) -> Node | None:
    """What the published schema says of a place; None of a key that it does not know."""
    return _node(_general(path))


def _general(path: Steps) -> Steps:
    """A path as the schema has it: any item is the first one, and a key that no model knows is the empty one.

    What is remembered of paths holds no text of a draft.
    """
    return tuple(0 if isinstance(each, int) else each if each in KNOWN_STEPS else "" for each in path)


@lru_cache(1024)
def _node(steps: Steps) -> Node | None:
    schema = application_schema()
    node: Node | None = schema
    for each in steps:
        if node is None:
            return None
        inner = node.get("items", {}) if isinstance(each, int) else node.get("properties", {}).get(each)
        name = (inner or {}).get("$ref", "").rpartition("/")[2]
        node = {**schema["$defs"][name], **inner} if name and inner else inner
    return node


def _title(node: Node | None) -> Text:
    return Text.of(node["title"]) if node and " / " in node.get("title", "") else WHOLE


def _wanted(node: Node) -> Text:
    if _is_amount(node):
        return AMOUNT
    if node.get("pattern", SOMETHING) != SOMETHING:
        return Text.of(node["description"])
    return TYPES.get(node.get("type", ""), WHOLE)


def _label(choice: str) -> Text:
    return Text.of(LABELS.get(choice, choice))


def _bound(node: Node, *keywords: str) -> Text:
    found = next((node[keyword] for keyword in keywords if keyword in node), None)
    words = "-" if found is None else f"{found:,.0f}"
    return Text(words, words)


def _hint(near: str, above: Steps) -> Text:
    if not near:
        return Text("。", ".")
    known = Text.of((_described(above) or {})["properties"][near].get("title", ""))
    return Text(f"，是不是“{near}”（{known.zh}）？", f'; did you mean "{near}" ({known.en})?')


def _near(each: Misshapen) -> str:
    """The key of the data interface that a misspelt one was meant for, "" when it is like none."""
    *above, key = each.path
    return _nearest(str(key), _general(tuple(above))) if len(str(key)) <= LONGEST_KEY else ""


@lru_cache(256)
def _nearest(key: str, above: Steps) -> str:
    # One slip is often made in many drafts.
    return "".join(get_close_matches(key, (_node(above) or {}).get("properties", {}), 1))
