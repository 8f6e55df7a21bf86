"""Pre-check a draft small-business loan application before it is sent.

report = precheck.check(pathlib.Path("application.json"))
report.ready, report.findings, report.skipped
"""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .application import Application
    from .errors import PrecheckError
    from .finding import Finding
    from .policy import Policy
    from .report import Report
    from .rule import Rule
    from .source import Draft

__all__ = ["Application", "Draft", "Finding", "Policy", "PrecheckError", "Report", "Rule", "check"]
__version__ = "0.1.0"
HOME: Final = {
    "Application": "application",
    "Draft": "source",
    "Finding": "finding",
    "Policy": "policy",
    "PrecheckError": "errors",
    "Report": "report",
    "Rule": "rule",
}
"""The module of each noun: loaded when it is asked for, so that the command starts without the models."""


def check(
    source: "bytes | str | PathLike[str] | Mapping[str, Any]",
    *,
    policy: "str | PathLike[str] | Policy | Sequence[str | PathLike[str] | Policy]" = "generic-cn",
    on: date | None = None,
    lang: str = "zh",
    reveal: bool = False,
    redact: str = "identity",
    papers: "str | PathLike[str]" = "open",
    cache: bool = False,
) -> "Report":
    """Read a draft, check it, and say what would go wrong: bytes → Draft → Application → papers → rules → Report.

    `source` is JSON as bytes or text, a path (`os.PathLike`), or the draft as a dict. `policy` names a policy, a
    `.toml` file, or several of them: the report then has a verdict for each, and its findings are the first one's.
    `on` is the day of the check, today unless given. `redact="all"` hides amounts too, `reveal` hides nothing.
    `papers="open"` opens the attached papers when `source` is a path, nothing but files below its folder; a folder
    in its place (`os.PathLike`) is where the papers of a draft given otherwise are; `"list"` opens none. `cache` keeps
    what the papers say, sealed and readable by this user alone, so that it need not be read again.
    Never raises on what a draft says; raises PrecheckError when a path or a policy cannot be read, or when an argument
    is none of what it may be.
    """
    from .flow import examine

    return examine(
        source,
        policy=policy,
        on=on or date.today(),
        lang=lang,
        redact="none" if reveal else redact,
        papers=papers,
        cache=cache,
    )


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{HOME[name]}", __name__), name)
