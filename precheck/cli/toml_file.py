"""Files that a person writes for the command in TOML: read, compared with what may stand in them, faults in words."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import PrecheckError, UnreadablePath
from ..render import help_words as words
from ..text import Text
from ..toml import tables

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NOT_TOML: Final = Text("{path}：不是 TOML：{why}", "{path}: not TOML: {why}")
BAD: Final = Text("{path}：{faults}", "{path}: {faults}")
UNKNOWN: Final = Text("没有 {key} 这一项", "there is no {key}")
NEAR: Final = Text("；是不是 {key}？", "; did you mean {key}?")
MISSING: Final = Text("缺少 {key}", "{key} is missing")
WRONG: Final = Text("{key} {wanted}", "{key} {wanted}")
WANTED: Final = {
    "literal_error": Text("只能是：{choices}", "must be one of: {choices}"),
    "string_type": Text("要写成文字（加引号）", "must be a text in quotes"),
    "string_too_short": Text("不能空着", "must not be empty"),
    "list_type": Text("要写成列表 [ … ]", "must be a list [ … ]"),
    "dict_type": Text("要写成表 {{ … }}", "must be a table {{ … }}"),
    "bool_type": Text("要写成 true 或 false", "must be true or false"),
    "date_type": Text(
        "要写成日期，例如 2026-11-20，不加引号", "must be a day such as 2026-11-20, without quotes"
    ),
}
OTHERWISE: Final = Text("写法不对", "is not written as it should be")


class BadFile(PrecheckError):
    """A file of the command that does not say what it can say."""


def parsed(path: Path, lang: str) -> dict[str, Any]:
    """The content of a TOML file. Raises UnreadablePath or BadFile."""
    try:
        return tables(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as fault:
        why = words.REASONS.get(type(fault).__name__, words.OTHER_REASON).say(lang)
        raise UnreadablePath(words.UNREADABLE.say(lang).format(path=path, why=why)) from fault
    except ValueError as fault:
        raise BadFile(NOT_TOML.say(lang).format(path=path, why=fault)) from None


def validated(raw: Mapping[str, Any], adapter: "TypeAdapter[Any]", path: Path, lang: str) -> Any:
    """The content as the adapter's type has it. Raises BadFile with every fault, its place and the nearest known key."""
    from pydantic import ValidationError  # only here: to find out whether there are settings takes no models

    try:
        return adapter.validate_python(raw, strict=True)
    except ValidationError as refusal:
        faults = refusal.errors(include_url=False, include_input=False)
        said = dict.fromkeys(_fault(each, adapter, lang) for each in faults)
        raise BadFile(BAD.say(lang).format(path=path, faults="\n  ".join(said))) from None


def _fault(error: Any, adapter: "TypeAdapter[Any]", lang: str) -> str:
    *above, last = error["loc"]
    key = ".".join(str(each + 1) if isinstance(each, int) else each for each in error["loc"])
    if error["type"] == "extra_forbidden":
        near = get_close_matches(str(last), _known(adapter, above), 1)
        return UNKNOWN.say(lang).format(key=key) + (NEAR.say(lang).format(key=near[0]) if near else "")
    if error["type"] == "missing":
        return MISSING.say(lang).format(key=key)
    choices = ", ".join(re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", "")))
    wanted = WANTED.get(error["type"], OTHERWISE).say(lang).format(choices=choices)
    return WRONG.say(lang).format(key=key, wanted=wanted)


def _known(adapter: "TypeAdapter[Any]", above: Iterable[str | int]) -> list[str]:
    """The keys that may stand at a place."""
    schema = adapter.json_schema()
    node: Any = schema
    for step in above:
        node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
        node = schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    return list(node.get("properties", {}))
