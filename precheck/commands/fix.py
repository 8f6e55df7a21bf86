"""`precheck check --diff`: shows what `--fix` would write."""

from difflib import unified_diff

from ..facts.characters import printable
from ..privacy import Redact
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
