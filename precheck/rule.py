"""What a rule is: a pure function on one section, and what to say when it does not hold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_type_hints

from .application.section import Ref, Section

if TYPE_CHECKING:
    from .application import Application
    from .policy import Policy

C = TypeVar("C", bound=Callable[..., Any])


class Severity(StrEnum):
    """What the lender does about it."""

    ERROR = "error"  # bounces it
    WARNING = "warning"  # asks about it
    NOTE = "note"  # worth a look


RANK = {severity: rank for rank, severity in enumerate(Severity)}
"""The worst comes first."""


class Cause(StrEnum):
    """Why applications are refused, as the operators' article names it."""

    WRONG_FIGURE = "wrong_figure"
    INCOMPLETE = "incomplete_upload"
    STALE = "stale_data"
    IDENTITY = "identity_mismatch"
    POLICY = "policy_change"


class Trigger(StrEnum):
    """The refusal that a lender's machine is likely to answer with. Our own mapping; a policy may override it."""

    LIMIT = "额度未达标"
    MODEL = "风控模型不符"
    ACCOUNT = "账户异常"
    SCREENING = "政策性排查"


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a rule may know besides its own section. No clock, no disk, no network."""

    application: "Application"
    policy: "Policy"
    on: date


class Hit(NamedTuple):
    """A rule that does not hold: the fields it reads (the first is to blame) and the facts.

    `severity` and `cause` where they differ from the rule's, `row` the name of the policy's row that asks for it.
    """

    refs: tuple[Ref, ...]
    facts: dict[str, Any]
    severity: Severity | None = None
    cause: Cause | None = None
    row: str = ""


Found = Hit | Iterable[Hit] | None
Check = Callable[[Any, Context], Found]


def hit(
    *refs: Ref, severity: Severity | None = None, cause: Cause | None = None, row: str = "", **facts: Any
) -> Hit:
    """The rule does not hold. Each field's value is a fact under the field's name; `facts` adds to them.

    Plain strings among the facts are taken for text of the draft and are masked in every output: give closed
    words of ours as `Text`. Amounts are floats in yuan; give shares and rates as `Percent`, counts as ints.
    """
    own = {ref.name: ref.section.__dict__.get(ref.name) for ref in refs}
    return Hit(refs, own | facts, severity, cause, row)


class Percent(float):
    """A fraction that is shown as a percentage."""


def never(section: Section, context: Context) -> Found:
    """Found while reading the draft, not by looking at a section."""


@dataclass(frozen=True)
class Rule:
    """`zh` and `en` read like commit messages: the fault on the first line, the remedy on the second.

    `mutes` are the codes whose findings on the field that this finding blames only repeat it.
    `source` names where the rule comes from, with the confidence tag of the fact in brackets: V official or
    confirmed, S one secondary source, E computed on real data, K working knowledge; S and K are policy defaults.
    """

    code: str
    severity: Severity
    cause: Cause
    triggers: tuple[Trigger, ...]
    source: str
    zh: str
    en: str
    mutes: tuple[str, ...] = ()
    section: type[Any] | None = None
    check: Check = never
    name: str = ""
    why: str = field(default="", repr=False)
    worst: Severity | None = None
    """How bad a hit may be that says its own severity, where that is worse than the rule's."""

    @property
    def may_bounce(self) -> bool:
        """Whether a hit can be an error."""
        return Severity.ERROR in (self.severity, self.worst)

    def words(self, lang: str) -> tuple[str, str]:
        """The fault and the remedy, with the places of the facts in braces."""
        return self._said["zh" if lang == "zh" else "en"]

    @cached_property
    def _said(self) -> dict[str, tuple[str, str]]:
        return {"zh": _two_lines(self.zh), "en": _two_lines(self.en)}

    def explain(self, lang: str) -> str:
        """Why the rule exists: the first paragraph of its docstring in Chinese, the second in English."""
        zh, _, en = cleandoc(self.why).partition("\n\n")
        return " ".join((zh if lang == "zh" else en).split())

    def __call__(self, check: Check) -> "Rule":
        """Make this the rule that `check` decides; its first annotation says which section it runs on."""
        name = check.__name__.replace("_", "-")
        return replace(
            self, check=check, section=_first_annotation(check), name=name, why=check.__doc__ or ""
        )


def _first_annotation(check: Check) -> type[Any]:
    """The class that it names; looked up only where it is named by a text, which costs more than declaring the rule."""
    first: type[Any] | str = next(iter(check.__annotations__.values()))
    return next(iter(get_type_hints(check).values())) if isinstance(first, str) else first


def _two_lines(words: str) -> tuple[str, str]:
    fault, _, remedy = cleandoc(words).partition("\n")
    return fault, remedy.strip()


def _declare(severity: Severity) -> Callable[..., Rule]:
    def declare(
        code: str,
        *,
        cause: Cause,
        triggers: tuple[Trigger, ...],
        source: str,
        zh: str,
        en: str,
        mutes: tuple[str, ...] = (),
        name: str = "",
        why: str = "",
        worst: Severity | None = None,
    ) -> Rule:
        return Rule(code, severity, cause, triggers, source, zh, en, mutes, name=name, why=why, worst=worst)

    return declare


error = _declare(Severity.ERROR)
warning = _declare(Severity.WARNING)
note = _declare(Severity.NOTE)
