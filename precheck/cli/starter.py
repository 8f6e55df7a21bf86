"""A starter draft: every field that the kind of applicant must have, each with what to write there, and none of it
ready to be sent."""

from collections.abc import Sequence
from typing import Any, Final

from ..schema import application_schema
from ..shape import BLANK_MARK
from ..text import Text, label

Node = dict[str, Any]
EXAMPLE: Final = Text("，例如 {example}", ", such as {example}")
ONE_OF: Final = Text("，填其中一个：{choices}", ", one of: {choices}")
CHOICE: Final = Text("{word}（{title}）", "{word} ({title})")

INDIVIDUAL: Final = "individual_business"
ATTACHED: Final = (
    {"kind": "licence"},
    {"kind": "id_card", "side": "front"},
    {"kind": "id_card", "side": "back"},
)
"""The papers that every lender asks for."""
ALSO: Final = {"company": ("registered_capital",)}
"""Fields that applicants of a kind must have though others have none."""
CONSENTS: Final = ({"kind": "credit_query"},)


def starter(kind: str, lang: str) -> dict[str, Any]:
    """A draft for a kind of applicant: what the kind settles is filled in, everything else says what to write."""
    individual = kind == INDIVIDUAL
    settled: dict[str, Any] = {
        "applicant": {"kind": kind, **dict.fromkeys(ALSO.get(kind, ()))},
        "people": [{"role": "operator" if individual else "legal_representative", "id_kind": "resident_id"}],
        "loan": {"borrower": "owner" if individual else "entity"},
        "consents": CONSENTS,
        "documents": ATTACHED,
    }
    body: dict[str, Any] = _filled(application_schema(), settled, lang)
    return {"$schema": "application-1.json", **body}


def _filled(node: Node, settled: Any, lang: str) -> Any:
    """What stands at a place of the data interface: what is settled, else a note of what to write."""
    inner = _resolved(node)
    if inner.get("type") == "array":
        items: Sequence[Node] = settled or ({},)
        return [_filled(inner["items"], each, lang) for each in items]
    if "properties" not in inner:
        return settled or _note(node, lang)
    settled = settled or {}
    wanted = [name for name in inner["properties"] if name in inner["required"] or name in settled]
    return {name: _filled(inner["properties"][name], settled.get(name), lang) for name in wanted}


def _resolved(node: Node) -> Node:
    name = node.get("$ref", "").rpartition("/")[2]
    return application_schema()["$defs"][name] if name else node


def _note(node: Node, lang: str) -> str:
    """`□ 申请金额，单位：元（不是万元），例如 1500000`."""
    parts = [Text.of(node["title"]).say(lang)]
    if "enum" in node:
        choices = [CHOICE.say(lang).format(word=each, title=label(each).say(lang)) for each in node["enum"]]
        parts.append(ONE_OF.say(lang).format(choices=" | ".join(choices)))
    elif "description" in node:
        parts.append(Text("，", ", ").say(lang) + Text.of(node["description"]).say(lang))
    if "examples" in node and node.get("type") in ("number", "integer"):
        parts.append(EXAMPLE.say(lang).format(example=node["examples"][0]))
    return f"{BLANK_MARK} {''.join(parts)}"
