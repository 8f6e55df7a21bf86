"""What could not be done, in words: faults of our own, without a value of any draft, and answers of the system."""

import os
from collections.abc import Iterable, Sequence
from errno import errorcode
from pathlib import Path
from traceback import extract_tb

from ..cli.outputs import Output, guard
from ..errors import PrecheckError
from ..facts.characters import printable
from ..render import help_words as words


def reason(fault: BaseException | None, lang: str) -> str:
    """Why the system did not give or take a file."""
    kind = errorcode.get(getattr(fault, "errno", None) or 0, type(fault).__name__)
    return words.REASONS.get(kind, words.REASONS.get(type(fault).__name__, words.OTHER_REASON)).say(lang)


def unreadable(path: str, fault: BaseException | None, lang: str) -> str:
    """That a file or folder could not be read, and why."""
    return words.UNREADABLE.say(lang).format(path=printable(path), why=reason(fault, lang))


def not_written(fault: OSError, lang: str) -> str:
    """That a file could not be written, and why."""
    return words.NOT_WRITTEN.say(lang).format(path=printable(str(fault.filename)), why=reason(fault, lang))


def guarded(written: Sequence[Output], inputs: Iterable[str], lang: str) -> None:
    """Refuse outputs that would destroy a file or cannot be written. Raises PrecheckError."""
    try:
        guard(written, inputs, lang)
    except OSError as fault:
        raise PrecheckError(not_written(fault, lang)) from fault


def described(fault: BaseException, path: str, lang: str) -> str:
    """The kind of the exception and the line of ours that raised it; its text is left out, as it may quote a draft.

    With PRECHECK_DEBUG set, every line on the way to it follows.
    """
    frames = extract_tb(fault.__traceback__)
    places = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]
    what = f"{type(fault).__name__} ({places[-1] if places else '-'})"
    line = words.INTERNAL.say(lang).format(path=f"{path} " if path else "", what=what)
    return "\n  ".join([line, *places]) if os.environ.get("PRECHECK_DEBUG") else line
