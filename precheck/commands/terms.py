"""On which terms each draft of a call is checked: under whose policies, and what its sender accepts."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..acceptance import EVERYTHING, Acceptance
from ..acceptance.baseline import Baseline
from ..cli.usage import did_you_mean
from ..errors import PrecheckError
from ..flow import policies
from ..globs import Patterns
from ..policy import Policy
from ..render import help_words as words
from ..rule import Severity
from ..rules import catalogue

if TYPE_CHECKING:
    from .check import Asked

NO_BASELINE = Baseline()


class Row(NamedTuple):
    """What holds for the files that match; None and nothing where it says nothing."""

    match: Patterns
    lenders: Sequence[Policy] | None
    ignored: Mapping[str, str]
    levels: Mapping[str, Severity]


class Terms:
    """The terms of a call. Raises PrecheckError for a policy, a rule or a baseline that there is not."""

    def __init__(self, asked: "Asked", lang: str, baseline: Baseline = NO_BASELINE) -> None:
        self.lang, self.folder = lang, asked.folder
        self.lenders = policies(list(asked.policy))
        self.baseline = _read(Path(asked.baseline), lang) if asked.baseline else baseline
        selected = [
            code for each in asked.select for word in each.split(",") for code in self._code(word.strip())
        ]
        self.selected = frozenset(selected) if selected else None
        self.asked = self._row({"match": (), "ignore": asked.ignore, "severity": asked.severity})
        self.rows = [self._row(each) for each in asked.files]

    def of(self, draft: str) -> tuple[Sequence[Policy], Acceptance]:
        """The policies that a draft is checked under, and what is accepted of it."""
        rows = [each for each in self.rows if each.match.match(draft)]
        lenders = next((each.lenders for each in reversed(rows) if each.lenders), self.lenders)
        ignored: dict[str, str] = {}
        levels: dict[str, Severity] = {}
        for each in (*rows, self.asked):
            ignored |= each.ignored
            levels |= each.levels
        waivers = self.baseline.of(draft)
        if self.selected is None and not (ignored or levels or waivers):
            return lenders, EVERYTHING
        return lenders, Acceptance(self.selected, levels, ignored, waivers, self.baseline.path_of(draft))

    def _row(self, typed: Mapping[str, Any]) -> Row:
        named = policies(list(typed["policy"])) if "policy" in typed else None
        ignored, levels = self._reasons(typed.get("ignore", {})), self._levels(typed.get("severity", {}))
        return Row(Patterns(typed["match"], self.folder), named, ignored, levels)

    def _reasons(self, typed: Mapping[str, str]) -> dict[str, str]:
        return {code: reason for word, reason in _specific_last(typed) for code in self._code(word)}

    def _levels(self, typed: Mapping[str, str]) -> dict[str, Severity]:
        return {code: Severity(level) for word, level in _specific_last(typed) for code in self._code(word)}

    def _code(self, word: str) -> list[str]:
        """The codes that a code, a family or a name of rules means."""
        rules = catalogue().rules
        found = [
            each.code for each in rules if word.upper() in (each.code, each.code[:3]) or word == each.name
        ]
        if not found:
            known = [known for each in rules for known in (each.code, each.name)]
            near = did_you_mean(word.upper(), known, self.lang) or did_you_mean(word, known, self.lang)
            raise PrecheckError(words.NO_RULE.say(self.lang).format(name=word) + near)
        return found


def _read(path: Path, lang: str) -> Baseline:
    from ..acceptance.baseline_file import load  # only here: most calls have no baseline

    return load(path, lang)


def _specific_last(typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Families before codes and names, so that what is said of one rule goes before what is said of its family."""
    return sorted(typed.items(), key=lambda each: len(each[0]))
