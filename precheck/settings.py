"""What a project sets once for all calls of the command: `precheck.toml`, its keys, and where it is looked for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, NotRequired

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

from . import toml_file

NAMES: Final = ("precheck.toml", ".precheck.toml", "pyproject.toml")
"""The files that are looked for in a folder; the first one that says anything counts."""
TABLE: Final = "precheck"
"""The table of `pyproject.toml` below `tool`."""


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


class Found(NamedTuple):
    """A file of settings, and what it says; without a file, nothing."""

    path: Path | None
    settings: Settings

    @property
    def folder(self) -> Path:
        """What its patterns and paths are relative to."""
        return self.path.parent if self.path else Path()


@cache
def adapter() -> TypeAdapter[Settings]:
    """What pydantic makes of the settings, once."""
    return TypeAdapter(Settings)


def load(path: Path, lang: str) -> Found:
    """The settings in a file, paths in them relative to the working directory. Raises UnreadablePath or BadFile."""
    raw = toml_file.parsed(path, lang)
    if path.name == "pyproject.toml":
        raw = raw.get("tool", {}).get(TABLE, {})
    return Found(path, _placed(toml_file.validated(raw, adapter(), path, lang), path.parent))


def find(folder: Path, lang: str) -> Found:
    """The nearest settings: those of the folder or of one above it, up to the root of the repository.

    Only the nearest file counts; a `pyproject.toml` without the table is passed over.
    """
    for path in _candidates(folder):
        if path.name != "pyproject.toml" or _has_table(path, lang):
            return load(_short(path), lang)
    return Found(None, {})


def _candidates(folder: Path) -> Iterator[Path]:
    start = folder.absolute()
    for each in (start, *start.parents):
        yield from (each / name for name in NAMES if (each / name).is_file())
        if (each / ".git").exists():
            return


def _has_table(path: Path, lang: str) -> bool:
    return TABLE.encode() in path.read_bytes() and TABLE in toml_file.parsed(path, lang).get("tool", {})


def _short(path: Path) -> Path:
    """As seen from the working directory, where it is not above it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _placed(settings: Settings, folder: Path) -> Settings:
    """The settings with the paths that are relative to their file made relative to the working directory."""
    if "policy" in settings:
        settings["policy"] = [_at(each, folder) for each in settings["policy"]]
    if "baseline" in settings:
        settings["baseline"] = str(folder / settings["baseline"])
    for each in settings.get("files", ()):
        if "policy" in each:
            each["policy"] = [_at(name, folder) for name in each["policy"]]
    return settings


def _at(policy: str, folder: Path) -> str:
    return str(folder / policy) if policy.endswith(".toml") else policy
