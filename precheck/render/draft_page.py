"""What `precheck draft` says beside the draft: how much came of the papers, and what they contradict."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ..drafting import LISTS, Contradiction, Drafted
from ..drafting.claims import Claim, Key
from ..papers import where
from ..privacy import Voice
from ..rule import Percent
from ..schema import application_schema
from ..text import Text

MADE: Final = Text(
    "{papers} 份材料中认出 {known} 份，填了 {fields} 个字段；没有写到的都是空缺，请补齐后再检查。",
    "{known} of {papers} papers recognised, {fields} fields filled in; what is not there is a gap: fill it in, then check.",
)
UNKNOWN: Final = Text("没有认出的材料：{paths}", "Not recognised: {paths}")
UNNAMED: Final = Text(
    "文件名不是 UTF-8 编码，写不进申请，没有打开；请改名后再试：{paths}",
    "Not opened, for their names are not in UTF-8 and cannot stand in a draft; rename them: {paths}",
)
DIFFER: Final = Text(
    "“{field}”各份材料写的不一样，没有填：{claims}",
    "“{field}” differs between papers and was left out: {claims}",
)
CLAIM: Final = Text("{path}（{where}）写的是 {value}", "{path} ({where}) says {value}")
BETWEEN: Final = Text("；", "; ")
COMMA: Final = Text("、", ", ")


def page(
    made: Drafted, paths: Sequence[str], unknown: Sequence[str], unnamed: Sequence[str], voice: Voice
) -> Iterator[str]:
    """Line by line. `unknown` are those of the papers that were not recognised, `unnamed` others, with names in which no
    draft can name them."""
    lang = voice.lang
    known = len(paths) - len(unknown)
    fields = [each for each in made.sources if each.path not in unknown]  # of others only the path is there
    yield MADE.say(lang).format(papers=len(paths), known=known, fields=len(fields))
    for words, some in ((UNKNOWN, unknown), (UNNAMED, unnamed)):
        if some:
            yield words.say(lang).format(paths=COMMA.say(lang).join(_path(each, voice) for each in some))
    for each in made.contradictions:
        yield _contradiction(each, voice)


def _contradiction(contradiction: Contradiction, voice: Voice) -> str:
    lang = voice.lang
    claims = BETWEEN.say(lang).join(_claim(each, voice) for each in contradiction.claims)
    return DIFFER.say(lang).format(field=title_of(contradiction.key).say(lang), claims=claims)


def _claim(claim: Claim, voice: Voice) -> str:
    at = where(claim.place).say(voice.lang)
    return CLAIM.say(voice.lang).format(
        path=_path(claim.path, voice), where=at, value=voice.say(_value(claim))
    )


def _value(claim: Claim) -> Any:
    """The value as it is to be said: numbers are amounts, but for shares."""
    if not isinstance(claim.value, (int, float)):
        return claim.value
    return Percent(claim.value) if claim.key[-1] == "share" else float(claim.value)


def _path(path: str, voice: Voice) -> str:
    """A path with its names masked, for people name files after people; the ending stays."""
    *folders, name = path.split("/")
    stem, dot, ending = name.rpartition(".")
    shown = voice.say(stem) + dot + ending if stem else voice.say(name)
    return "/".join([*map(voice.say, folders), shown])


def title_of(key: Key) -> Text:
    """What a field is called, with the section that it stands in."""
    node: Any = application_schema()
    titles: list[Text] = []
    steps = iter(key)
    for step in steps:
        node = _resolved(node)["properties"][step]
        titles.append(Text.of(node["title"]))
        if step in LISTS:
            node = node["items"]
            next(steps, None)  # what tells the items apart may be a name or a number
    return Text(" · ".join(each.zh for each in titles[-2:]), " · ".join(each.en for each in titles[-2:]))


def _resolved(node: Any) -> Any:
    name = node.get("$ref", "").rpartition("/")[2]
    return application_schema()["$defs"][name] if name else node
