"""`precheck check --fix` and `--diff`: writes mended drafts, or shows what would be written."""

import os
import shutil
import tempfile
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path

from ..privacy import Redact, printable
from ..render.frame import shown_line
from ..repair import Repair


def diff(path: str, repair: Repair, redact: Redact) -> str:
    """What a repair changes, line by line, with texts masked like everywhere; "" when it changes nothing."""
    old, new = (f"{printable(path)} ({name})" for name in (repair.encoding, "utf-8"))
    lines = list(
        unified_diff(repair.before.splitlines(), repair.after.splitlines(), old, new, n=1, lineterm="")
    )
    head = lines[:2] or ([f"--- {old}", f"+++ {new}"] if repair.places else [])
    shown = [line if line.startswith("@@") else line[0] + shown_line(line[1:], redact) for line in lines[2:]]
    return "".join(f"{line}\n" for line in head + shown)


def replace(path: str, raw: bytes) -> None:
    """Put new contents in the place of a file in one step, so that nobody ever sees half of it. Raises OSError."""
    target = Path(path).resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
