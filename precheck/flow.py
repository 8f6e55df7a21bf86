"""The whole flow of one draft, in one look."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from os import PathLike, fspath
from os.path import lexists
from pathlib import Path
from typing import Any

from .acceptance import EVERYTHING, Acceptance
from .case import Case, Judgement
from .errors import BadArgument, UnreadablePath
from .papers import Read, inspect
from .policy import Policy
from .policy import file as policy_file
from .privacy import Redact, Voice
from .report import Report
from .rules import catalogue
from .shape import parse
from .source import Draft, from_object, read, read_path
from .text import LANGUAGES

Source = bytes | str | PathLike[str] | Mapping[str, Any]
Named = str | PathLike[str] | Policy
NAMED = (str, PathLike, Policy)
Policies = Named | Sequence[Named]
Papers = str | PathLike[str]


def examine(
    source: Source,
    *,
    policy: Policies,
    on: date,
    lang: str,
    redact: str,
    papers: Papers = "open",
    cache: bool = False,
) -> Report:
    """Everything that `precheck.check` does once its defaults are filled in. Raises PrecheckError."""
    voice, day = _voice(lang, redact), _day(on)
    draft = _draft(source)
    return judge(draft, policies(policy), day, voice, read_papers=below(_folder(papers, draft), cache))


def _voice(lang: str, redact: str) -> Voice:
    if lang not in LANGUAGES:
        raise BadArgument(f"lang is one of {', '.join(LANGUAGES)}, not {lang!r}")
    if redact not in list(Redact):
        raise BadArgument(f"redact is one of {', '.join(Redact)}, not {redact!r}")
    return Voice(lang, Redact(redact))


def _day(on: date) -> date:
    if not isinstance(on, date):
        raise BadArgument(f"on is a datetime.date, not {on!r}")
    return on.date() if isinstance(on, datetime) else on


def _folder(papers: Papers, draft: Draft) -> str | None:
    """Below which folder papers are opened; None where they stay closed."""
    if isinstance(papers, str):
        if papers not in ("open", "list"):
            raise _no_folder(papers)
        return folder_of(draft) if papers == "open" else None
    if not isinstance(papers, PathLike):
        raise _no_folder(papers)
    if not Path(papers).is_dir():
        raise UnreadablePath(f"papers: {fspath(papers)} is no folder")
    return fspath(papers)


def _no_folder(papers: object) -> BadArgument:
    return BadArgument(f'papers is "open", "list" or a folder as a pathlib.Path, not {papers!r}')


def judge(
    draft: Draft,
    lenders: Sequence[Policy],
    on: date,
    voice: Voice,
    acceptance: Acceptance = EVERYTHING,
    read_papers: Read | None = None,
) -> Report:
    """What the policies make of one draft; the first policy's findings are the report's.

    `read_papers` opens the attached papers; without it they stay closed.
    """
    parsed = parse(draft)
    case = Case(draft, parsed, inspect(parsed.application, read_papers))
    judgements = [Judgement(case, catalogue(), each, on, acceptance.levels) for each in lenders]
    return Report(case, judgements, voice, acceptance)


def folder_of(draft: Draft) -> str | None:
    """The folder of a draft's file, None of a draft that is no file: bytes, a dict, standard input."""
    return str(Path(draft.path).parent) if draft.path not in ("", "-") else None


def below(folder: str | None, cache: bool = False) -> Read | None:
    """What reads papers below a folder, if any stands there, with or without the cache; nothing does where the system
    cannot open a file without following links."""
    if folder is None or not hasattr(os, "O_NOFOLLOW"):
        return None

    def read_papers(paths: Sequence[str]) -> Sequence[Any]:
        if not any(lexists(f"{folder}/{path}".replace("\\", "/")) for path in paths):
            return ()  # asked first, because it costs nothing
        from .documents.children import read_all  # only here: many drafts come without papers

        return read_all(folder, paths, cached=cache)

    return read_papers


def _draft(source: Source) -> Draft:
    if isinstance(source, bytes | str):
        return read(source)
    if isinstance(source, Mapping):
        return from_object(source)
    if isinstance(source, PathLike):
        return read_path(source)
    raise BadArgument(f"source is bytes, text, a pathlib.Path or a dict, not a {type(source).__name__}")


def policies(policy: Policies) -> list[Policy]:
    """The policies of names, of paths or as they are. Raises UnknownPolicy, BadPolicy, or BadArgument for none of them."""
    several = [policy] if isinstance(policy, NAMED) else [*policy] if isinstance(policy, Iterable) else []
    if not several or not all(isinstance(each, NAMED) for each in several):
        raise BadArgument(
            f"policy is a name, a path or a precheck.Policy, or several of them, not {policy!r}"
        )
    return [each if isinstance(each, Policy) else policy_file.load(fspath(each)) for each in several]
