"""What a file of settings may say, key by key: what `schemas/config-1.json` is made from."""

from functools import cache
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    WithJsonSchema,
    with_config,
)
from typing_extensions import TypedDict


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


ONE_OR_MORE: Final = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Words = Annotated[list[str], BeforeValidator(_listed), WithJsonSchema(ONE_OR_MORE)]
Reason = Annotated[str, StringConstraints(min_length=1)]
Level = Literal["error", "warning", "note"]
Reasons = Annotated[
    dict[str, Reason],
    Field(
        title="接受的规则和原因 / Rules that are accepted, and why",
        description="编号、编号开头三个字母或名称；仍然检查，仍然列出，只是不算失败 / "
        "Code, family or name; still checked and listed, but no failure",
    ),
]
Levels = Annotated[
    dict[str, Level], Field(title="改变规则的级别 / Rules that are more or less grave than they say")
]
Policies = Annotated[
    Words,
    Field(
        title="按哪家的要求检查 / Whose requirements",
        description="名称，或相对于本文件的 .toml 路径 / Names, or .toml files relative to this one",
        examples=[["generic-cn"]],
    ),
]

CLOSED: Final = ConfigDict(extra="forbid")


@with_config(CLOSED)
class FileSettings(TypedDict):
    """What holds for some drafts only; of several entries that match, a later one goes before an earlier one."""

    match: Annotated[
        Words, Field(title="哪些文件 / Which files, as patterns", examples=["branch/**", "*.loan.json"])
    ]
    policy: NotRequired[Policies]
    ignore: NotRequired[Reasons]
    severity: NotRequired[Levels]


@with_config(CLOSED)
class Settings(TypedDict, total=False):
    """Every key may be absent. A key has the name of the option of `precheck check` that it stands for."""

    policy: Policies
    lang: Annotated[Literal["zh", "en"], Field(title="语言 / Language")]
    format: Annotated[str, Field(title="结果的格式 / Format of the output")]
    fail_on: Annotated[
        Literal["error", "warning", "note", "never"],
        Field(alias="fail-on", title="达到哪一级算失败 / Severity from which on the command fails"),
    ]
    redact: Annotated[Literal["identity", "all"], Field(title="隐藏哪些内容 / What is hidden")]
    color: Annotated[Literal["auto", "always", "never"], Field(title="是否用颜色 / Whether to use colours")]
    exclude: Annotated[
        Words,
        Field(title="不检查的文件 / Files to leave out, as patterns", examples=[["archive/", "*.tmp.json"]]),
    ]
    respect_gitignore: Annotated[
        bool,
        Field(
            alias="respect-gitignore",
            title="文件夹里 git 忽略的文件不检查 / In folders, leave out what git ignores",
        ),
    ]
    cache: Annotated[
        bool,
        Field(
            title="记住材料的内容，下次不再重读 / Keep what papers say for the next run",
            description="加密存放，只有本人能读；CI 里总是关闭 / Sealed, for this user alone; never in CI",
        ),
    ]
    select: Annotated[
        Words,
        Field(
            title="只列出这些规则 / Rules that are listed, others not",
            description="编号、编号开头三个字母或名称 / Code, family or name",
            examples=[["IDN", "REV005"]],
        ),
    ]
    ignore: Reasons
    severity: Levels
    baseline: Annotated[
        str,
        Field(
            title="已接受问题的清单 / File of accepted findings",
            description="相对于本文件 / Relative to this file",
            examples=["precheck-baseline.toml"],
        ),
    ]
    files: Annotated[list[FileSettings], Field(title="只用于部分文件的设置 / Settings for some files only")]


@cache
def adapter() -> TypeAdapter[Settings]:
    """What pydantic makes of the settings, once."""
    return TypeAdapter(Settings)
