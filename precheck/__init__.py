"""Pre-check a draft small-business loan application before it is sent.

report = precheck.check("application.json")
report.ready, report.findings, report.skipped
"""

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .policy import Policy
    from .report import Report

__all__ = ["check"]
__version__ = "0.1.0"


def check(
    source: "bytes | str | PathLike[str] | Mapping[str, Any]",
    *,
    policy: "str | Policy | Sequence[str | Policy]" = "generic-cn",
    on: date | None = None,
    lang: str = "zh",
    reveal: bool = False,
    redact: str = "identity",
    papers: "str | PathLike[str]" = "open",
) -> "Report":
    """Read a draft, check it, and say what would go wrong: bytes → Draft → Application → papers → rules → Report.

    `source` is JSON as bytes or text, a path (`os.PathLike`), or the draft as a dict. `policy` names a policy, a
    `.toml` file, or several of them: the report then has a verdict for each, and its findings are the first one's.
    `on` is the day of the check, today unless given. `redact="all"` hides amounts too, `reveal` hides nothing.
    `papers="open"` opens the attached papers when `source` is a path, nothing but files below its folder; a folder
    in its place (`os.PathLike`) is where the papers of a draft given otherwise are; `"list"` opens none.
    Never raises on what a draft says; raises PrecheckError when a path or a policy cannot be read.
    """
    from .flow import examine

    return examine(
        source,
        policy=policy,
        on=on or date.today(),
        lang=lang,
        redact="none" if reveal else redact,
        papers=papers,
    )
