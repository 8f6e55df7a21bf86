"""The whole flow of one draft, in one look."""

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike
from typing import Any

from . import policy_file
from .acceptance import EVERYTHING, Acceptance
from .case import Case, Judgement
from .policy import Policy
from .privacy import Redact, Voice
from .report import Report
from .rules import catalogue
from .shape import parse
from .source import Draft, from_object, read, read_path

Source = bytes | str | PathLike[str] | Mapping[str, Any]
Policies = str | Policy | Sequence[str | Policy]


def examine(source: Source, *, policy: Policies, on: date, lang: str, redact: str) -> Report:
    """Everything that `precheck.check` does once its defaults are filled in."""
    return judge(_draft(source), policies(policy), on, Voice(lang, Redact(redact)))


def judge(
    draft: Draft,
    lenders: Sequence[Policy],
    on: date,
    voice: Voice,
    acceptance: Acceptance = EVERYTHING,
) -> Report:
    """What the policies make of one draft; the first policy's findings are the report's."""
    case = Case(draft, parse(draft))
    judgements = [Judgement(case, catalogue(), each, on, acceptance.levels) for each in lenders]
    return Report(case, judgements, voice, acceptance)


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
