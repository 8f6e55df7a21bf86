"""The whole flow of one draft, in one look."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from os.path import lexists
from pathlib import Path
from typing import Any

from .acceptance import EVERYTHING, Acceptance
from .case import Case, Judgement
from .papers import Read, inspect
from .policy import Policy
from .policy import file as policy_file
from .privacy import Redact, Voice
from .report import Report
from .rules import catalogue
from .shape import parse
from .source import Draft, from_object, read, read_path

Source = bytes | str | PathLike[str] | Mapping[str, Any]
Policies = str | Policy | Sequence[str | Policy]


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
    """Everything that `precheck.check` does once its defaults are filled in."""
    draft = _draft(source)
    folder = folder_of(draft) if papers == "open" else None if papers == "list" else fspath(papers)
    return judge(draft, policies(policy), on, Voice(lang, Redact(redact)), read_papers=below(folder, cache))


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
    return read_path(source)


def policies(policy: Policies) -> list[Policy]:
    """The policies of names, of paths or as they are. Raises UnknownPolicy or BadPolicy."""
    several = [policy] if isinstance(policy, str | Policy) else policy
    return [each if isinstance(each, Policy) else policy_file.load(each) for each in several]
