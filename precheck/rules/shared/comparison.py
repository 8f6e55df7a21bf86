"""Relations between two sources that speak of the same time: what a rule on a view says beside the arithmetic."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from ...relation import LEAST_SLACK, Relation, Tolerance, relation
from ...rule import Cause, Context, Found, Hit, Severity
from ...text import Text


class Side(NamedTuple):
    """What it most likely means that the left figure is too low, or too high, and what to do about it."""

    cause: Cause
    advice: Text


@dataclass(frozen=True)
class Comparison(Relation):
    """A relation on a view. Its words may also use `{period}`, and `{advice}` where it has two sides.

    `typed` names the figure that a person types from memory and rounds: rounding it is no reason to ask.
    """

    below: Side | None = None
    above: Side | None = None
    typed: str = ""
    excused: Callable[[Hit, Context], bool] | None = None
    """Whether a gap beyond the policy's tolerance is nevertheless what one expects of this applicant."""

    def slack(self, section: Any) -> float:
        """What rounding explains, in yuan: half the last digit typed, where that is more than that of the print."""
        explained = super().slack(section)
        return max(explained, last_digit(getattr(section, self.typed)) / 2) if self.typed else explained

    def level(self, left: float, right: float, slack: float, tolerance: Tolerance) -> Severity | None:
        """How bad the gap is; however round a figure is typed, a gap beyond the error line is one."""
        if tolerance.error is not None and not tolerance.error.holds(left, right, LEAST_SLACK):
            return self.severity
        return super().level(left, right, slack, tolerance._replace(error=None))

    def look(self, section: Any, context: Context) -> Found:
        """The hit of this relation on one view, with the stretch of time and what the gap means."""
        found = super().look(section, context)
        if not isinstance(found, Hit) or (self.excused and self.excused(found, context)):
            return None
        facts = found.facts | {"period": Text(section.words, section.words)}
        side = self.below if facts["left"] < facts["right"] else self.above
        if side is None:
            return found._replace(facts=facts)
        return found._replace(cause=side.cause, facts=facts | {"advice": side.advice})


def comparison(
    code: str,
    view: type[Any],
    text: str,
    *,
    below: Side | None = None,
    above: Side | None = None,
    typed: str = "",
    excused: Callable[[Hit, Context], bool] | None = None,
    severity: Severity = Severity.WARNING,
    **words: Any,
) -> Comparison:
    """Declare a relation between the figures of a view; `words` as `relation` takes them. Raises SyntaxError."""
    plain = relation(code, view, text, severity=severity, **words)
    own = {each.name: getattr(plain, each.name) for each in fields(plain)}
    made = Comparison(**own, below=below, above=above, typed=typed, excused=excused)
    object.__setattr__(made, "check", made.look)
    return made


def last_digit(amount: float) -> float:
    """What the last digit of an amount that is not 0 counts, in yuan: 10,000 for 21,230,000, 0.01 for 0.55."""
    fen, counts = round(abs(amount) * 100), 1
    while fen and fen % 10 == 0:
        fen, counts = fen // 10, counts * 10
    return counts / 100
