"""What the published schema says of a place, as the words and facts of a refusal there."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, get_args

from .application.choices import LABELS
from .application.types import SOMETHING, Yuan
from .examination import KNOWN_STEPS
from .schema import application_schema
from .shape import Misshapen
from .text import Text

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
WHOLE_NUMBER = Text(
    "请只写整数，不加引号、小数点、单位和逗号。",
    "Just the whole number: no quotes, decimals, units or commas.",
)
HOW = {
    "string": QUOTED,
    "number": BARE,
    "integer": WHOLE_NUMBER,
    "boolean": Text("请写 true 或 false，不加引号。", "Write true or false, without quotes."),
}
REBUILT = Text("请对照示例改写这一段。", "Rewrite this part as in an example.")
NONE = Text("-", "-")
"""A fact that there is not."""
WHOLE = Text("整份申请", "the application")
AMOUNT = Text(
    "以元为单位的数字，例如 1200000（不写 120万 或 1,200,000）", "a number in yuan, such as 1200000"
)
YUAN = get_args(Yuan)[1].description
"""What the published schema says of every amount."""
Node = dict[str, Any]
Steps = tuple[str | int, ...]
LONGEST_KEY = 64
"""Nothing longer is a slip in a key or a choice of ours."""
ALIKE = 0.8
"""So much two choices have in common when one is a slip for the other."""
MANY_DIGITS = 10_000
"""From here on a number is easier to read with separators; a year is none the easier."""


def facts(each: Misshapen, typed: Callable[[], str | None]) -> dict[str, Any]:
    """The facts of a refusal of the shape; `typed` gives the text that stands there, if it is asked for."""
    *above, last = each.path or ("",)
    if each.kind == "unexpected_keyword_argument":
        return {"key": str(last), "hint": _hint(near(each), tuple(above))}
    own = described(each.path)
    node = own or {}
    choices = _choices(node.get("enum", []), typed) if each.kind == "literal_error" else []
    return {
        "field": _title(described(tuple(above)) if own is None else own),
        "wanted": _wanted(node),
        "how": HOW.get(node.get("type", ""), REBUILT),
        "one_of": Text("其中之一", "one of these") if len(choices) > 1 else Text("", "this"),
        "choices": [Text(f"{one}（{_label(one).zh}）", f"{one} ({_label(one).en})") for one in choices],
        "least": _bound(node, "minimum"),
        "most": _bound(node, "maximum"),
        "allowed": _allowed(node),
        "unit": _unit(node),
    }


def _choices(known: list[str], typed: Callable[[], str | None]) -> list[str]:
    """The choice that a text was meant for, by its label or by how it is spelt; all of them where it is like none."""
    text = _bare(typed() or "")
    if not text or len(text) > LONGEST_KEY:
        return known
    names = {
        each: {_bare(name) for name in (each, *_label(each), _label(each).zh.partition("（")[0])}
        for each in known
    }
    exact = [each for each in known if text in names[each]]
    partly = [each for each in known if any(_is_part(text, name) for name in names[each])]
    for found in (exact, partly):
        if len(found) == 1:
            return found
    return get_close_matches(text, known, 1, ALIKE) or known


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_part(one: str, other: str) -> bool:
    """Whether the shorter of two names, if it is more than a letter, is a part of the other one."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and short in long


def described(path: Steps) -> Node | None:
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
    if is_amount(node):
        return AMOUNT
    if has_form(node):
        return Text.of(node["description"])
    return TYPES.get(node.get("type", ""), WHOLE)


def has_form(node: Node) -> bool:
    """Whether a text is written in one way only, such as a day."""
    return bool(node.get("pattern", SOMETHING) != SOMETHING)


def _label(choice: str) -> Text:
    return Text.of(LABELS.get(choice, choice))


def _unit(node: Node) -> Text:
    """What a number is counted in."""
    if "minimum" not in node:
        return NONE
    return Text.of(node["description"]) if "description" in node else _wanted(node)


def _bound(node: Node, keyword: str) -> Text:
    found = node.get(keyword)
    if found is None:
        return NONE
    words = f"{found:,.0f}" if abs(found) >= MANY_DIGITS else f"{found:.0f}"
    return Text(words, words)


def _allowed(node: Node) -> Text:
    """How long a text or a list may be."""
    least, most = (node.get(f"{end}Length", node.get(f"{end}Items")) for end in ("min", "max"))
    zh, en = ("项", "items") if node.get("type") == "array" else ("个字", "characters")
    if least and most:
        return Text(f"要有 {least} 到 {most} {zh}", f"{least} to {most} {en}")
    if most:
        return Text(f"最多 {most} {zh}", f"at most {most} {en}")
    return Text(f"至少 {least} {zh}", f"at least {least} {en}") if least else NONE


def _hint(key: str, above: Steps) -> Text:
    if not key:
        return Text("。", ".")
    known = Text.of((described(above) or {})["properties"][key].get("title", ""))
    return Text(f"，是不是“{key}”（{known.zh}）？", f'; did you mean "{key}" ({known.en})?')


def near(each: Misshapen) -> str:
    """The key of the data interface that a misspelt one was meant for, "" when it is like none."""
    *above, key = each.path
    return _nearest(str(key), _general(tuple(above))) if len(str(key)) <= LONGEST_KEY else ""


@lru_cache(256)
def _nearest(key: str, above: Steps) -> str:
    # One slip is often made in many drafts.
    return "".join(get_close_matches(key, (_node(above) or {}).get("properties", {}), 1))


def is_amount(node: Node | None) -> bool:
    """Whether an amount in yuan belongs in a place."""
    return node is not None and node.get("description") == YUAN
