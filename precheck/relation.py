"""Rules that are arithmetic, declared as one line of text: `total_assets == total_liabilities + total_equity`.

    left == right                     equal but for rounding: half the last digit printed, for each figure and once more
    left <= right                     not above, but for rounding
    left == right within NAME         a gap beyond rounding is a warning, one beyond the policy's tolerance an error
    left ~ right within NAME          equal within the policy's tolerance; it may hold a band to warn at and one to refuse at

The text is parsed with `ast` against a short list of allowed nodes and never evaluated as it stands. The engine compiles
all relations of a section into one function that only answers whether all of them hold, which a clean draft needs.
"""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from .rule import Cause, Context, Found, Percent, Rule, Severity, Trigger, hit

if TYPE_CHECKING:
    from .policy import Policy

ALLOWED = (ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.UnaryOp, ast.USub, ast.Name, ast.Load, ast.Constant)
LEAST_SLACK = 0.02
"""Yuan. Two figures rounded to the fen may differ by one fen each."""


class Band(NamedTuple):
    """`low * right - slack <= left <= high * right + slack`; `low` and `high` are ratios."""

    low: float
    high: float

    def holds(self, left: float, right: float, slack: float) -> bool:
        """Whether `left` lies in the band of `right`; amounts in yuan. The band of a negative amount is mirrored."""
        if self == AT_MOST:
            return left - right <= slack
        low, high = (self.low, self.high) if right >= 0 else (self.high, self.low)
        bottom = low * right if abs(low) < inf else -inf
        top = high * right if abs(high) < inf else inf
        return bottom - slack <= left <= top + slack


EQUAL, AT_MOST = Band(1.0, 1.0), Band(-inf, 1.0)


class Tolerance(NamedTuple):
    """How far two figures may differ before the lender asks (`warn`) and before it refuses (`error`)."""

    warn: Band | None = None
    error: Band | None = None


@dataclass(frozen=True)
class Relation(Rule):
    """A rule that is arithmetic on the figures of one section or view."""

    text: str = ""
    given: str = ""
    """A line that not every form prints: left blank, there is nothing to compare."""

    @cached_property
    def parts(self) -> tuple[str, str, str, str]:
        """Left side, operator, right side, name of the policy's tolerance (or nothing)."""
        equation, _, tolerance = self.text.partition(" within ")
        for operator in (" == ", " ~ ", " <= "):
            left, found, right = equation.partition(operator)
            if found:
                return left.strip(), operator.strip(), right.strip(), tolerance
        raise SyntaxError(f"not a relation: {self.text}")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The figures that it reads, in the order of the text; the first is the one to blame."""
        left, _, right, _ = self.parts
        return tuple(dict.fromkeys((*_names(left), *_names(right))))

    @property
    def digits(self) -> float:
        """How many half last digits the rounding of its figures can add up to."""
        return 0.5 * (len(self.names) + 1)

    def slack(self, section: Any) -> float:
        """What rounding explains, in yuan: half the section's last printed digit for each figure and once more."""
        digit: float = section.rounding if section.is_view else section.last_digit
        return max(self.digits * digit, LEAST_SLACK)

    def tolerance(self, policy: "Policy") -> Tolerance:
        """The bands that hold under a policy."""
        _, operator, _, name = self.parts
        if operator == "~":
            return policy.tolerances[name]
        band = AT_MOST if operator == "<=" else EQUAL
        if name:
            return Tolerance(warn=band, error=policy.tolerances[name].error)
        return Tolerance(error=band)

    @cached_property
    def sides(self) -> Callable[[Any], tuple[float, float] | None]:
        """A function from a section to its left and right side, or None when a view does not have a figure."""
        left, _, right, _ = self.parts
        lines = [f" {name} = s.{name}" for name in self.names]
        absent = " or ".join(f"{name} is None" for name in self.names)
        absent += f" or not s.{self.given}" if self.given else ""
        both: Callable[[Any], tuple[float, float] | None] = _compiled(
            ["def f(s):", *lines, f" if {absent}: return None", f" return {left}, {right}"]
        )
        return both

    def look(self, section: Any, context: Context) -> Found:
        """The hit of this relation on one section, with both sides, their gap in yuan and its share, or None."""
        sides = self.sides(section)
        if sides is None:
            return None
        severity = self.level(*sides, self.slack(section), self.tolerance(context.policy))
        if severity is None:
            return None
        left, right = sides
        refs = tuple(section / name for name in self.names)
        share = Percent(abs(left - right) / abs(right)) if right else Percent(1.0)
        return hit(*refs, severity=severity, left=left, right=right, gap=abs(left - right), share=share)

    def level(self, left: float, right: float, slack: float, tolerance: Tolerance) -> Severity | None:
        """How bad the gap is, or None when the relation holds."""
        if tolerance.error is not None and not tolerance.error.holds(left, right, slack):
            return self.severity
        if tolerance.warn is not None and not tolerance.warn.holds(left, right, slack):
            return min(self.severity, Severity.WARNING, key=list(Severity)[::-1].index)
        return None


def relation(
    code: str,
    section: type[Any],
    text: str,
    *,
    cause: Cause = Cause.WRONG_FIGURE,
    triggers: tuple[Trigger, ...] = (Trigger.MODEL,),
    source: str,
    zh: str,
    en: str,
    name: str,
    why: str,
    severity: Severity = Severity.ERROR,
    mutes: tuple[str, ...] = (),
    given: str = "",
) -> Relation:
    """Declare a relation between figures of `section`. The facts of its words are `left`, `right`, `gap`, `share`
    and every figure by name. Raises SyntaxError when the text is none of the forms above."""
    made = Relation(
        code,
        severity,
        cause,
        triggers,
        source,
        zh,
        en,
        mutes,
        section,
        name=name,
        why=why,
        text=text,
        given=given,
    )
    object.__setattr__(made, "check", made.look)
    _ = made.names  # a text that does not parse is refused where it is declared
    return made


class Conditions(NamedTuple):
    """When several relations of one kind of section hold, as Python: to be compiled with what else is asked of it."""

    lines: list[str]
    """Fetch the figures of a section `s`, and what rounding explains."""
    tests: list[str]
    """Each is true where a relation holds. A figure that a view does not have makes its relations hold."""


def conditions(relations: Iterable[Relation], policy: "Policy") -> Conditions:
    """When all `relations` hold on a section of theirs under a policy. The lines raise Gap where a relation would."""
    relations = list(relations)
    names = dict.fromkeys(name for each in relations for name in each.names)
    lines = ["u = s.rounding"] if relations else []
    lines += [
        f"{_slack(digits)} = {digits!r} * u if {digits!r} * u > {LEAST_SLACK!r} else {LEAST_SLACK!r}"
        for digits in sorted({each.digits for each in relations})
    ]
    lines += [f"{name} = s.{name}" for name in names]
    return Conditions(lines, [test for each in relations for test in _tests(each, policy)])


def _slack(digits: float) -> str:
    """The local name of the slack of relations whose rounding adds up to so many last digits."""
    return f"k{digits}".replace(".", "_")


def _tests(each: Relation, policy: "Policy") -> Iterable[str]:
    left, _, right, _ = each.parts
    absent = " or ".join(f"{name} is None" for name in each.names) + " or " if each.section.is_view else ""  # type: ignore[union-attr]
    absent += f"not s.{each.given} or " if each.given else ""
    slack = _slack(each.digits)
    for band in filter(None, each.tolerance(policy)):
        if band == EQUAL:
            yield f"({absent}-{slack} <= {left} - ({right}) <= {slack})"
        elif band == AT_MOST:
            yield f"({absent}{left} - ({right}) <= {slack})"
        else:
            low, high = _bound(band.low, band.high, -inf), _bound(band.high, band.low, inf)
            yield f"({absent}(r := {right}, ({low}) - {slack} <= {left} <= ({high}) + {slack})[1])"


def _bound(ratio: float, mirrored: float, open_end: float) -> str:
    positive = f"{ratio!r} * r" if abs(ratio) < inf else f"{open_end}"
    negative = f"{mirrored!r} * r" if abs(mirrored) < inf else f"{open_end}"
    return f"{positive} if r >= 0 else {negative}"


def _names(expression: str) -> list[str]:
    """The figures of one side, in the order of the text. Raises SyntaxError for anything but plain arithmetic."""
    nodes = list(ast.walk(ast.parse(expression, mode="eval").body))
    for node in nodes:
        if not isinstance(node, ALLOWED) or (
            isinstance(node, ast.Constant) and not isinstance(node.value, int | float)
        ):
            raise SyntaxError(f"not allowed in a relation: {expression}")
    names = [node for node in nodes if isinstance(node, ast.Name)]
    return [node.id for node in sorted(names, key=lambda node: node.col_offset)]


def _compiled(lines: list[str]) -> Any:
    scope: dict[str, Any] = {"inf": inf}
    exec("\n".join(lines), scope)  # noqa: S102 - made from whitelisted nodes of our own declarations
    return scope["f"]
