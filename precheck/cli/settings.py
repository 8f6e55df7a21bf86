"""What a project sets once for all calls of the command: where its file is looked for, and how it is read.

What it may say is in `settings_keys`, which is loaded only when there is a file.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from .settings_keys import Settings

NAMES: Final = ("precheck.toml", ".precheck.toml", "pyproject.toml")
"""The files that are looked for in a folder; the first one that says anything counts."""
TABLE: Final = "precheck"
"""The table of `pyproject.toml` below `tool`."""


class Found(NamedTuple):
    """A file of settings, and what it says; without a file, nothing."""

    path: Path | None
    settings: "Settings"

    @property
    def folder(self) -> Path:
        """What its patterns and paths are relative to."""
        return self.path.parent if self.path else Path()


def load(path: Path, lang: str) -> Found:
    """The settings in a file, paths in them relative to the working directory. Raises UnreadablePath or BadFile."""
    from .settings_keys import adapter
    from .toml_file import parsed, validated

    raw = parsed(path, lang)
    if path.name == "pyproject.toml":
        raw = raw.get("tool", {}).get(TABLE, {})
    return Found(path, _placed(validated(raw, adapter(), path, lang), path.parent))


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
    if TABLE.encode() not in path.read_bytes():  # nearly always, and cheaper than to parse it
        return False
    from .toml_file import parsed

    return TABLE in parsed(path, lang).get("tool", {})


def _short(path: Path) -> Path:
    """As seen from the working directory, where it is not above it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _placed(settings: "Settings", folder: Path) -> "Settings":
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
