"""The rules, one module a family. A module's rules are collected by looking at it: nothing registers itself.

Rules of others join through the entry point group `precheck.rules`: a module whose attributes are rules.
"""

from collections import Counter
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import ModuleType

from ..engine import Catalogue
from ..errors import PrecheckError
from ..rule import Rule


@cache
def catalogue() -> Catalogue:
    """All rules, ours and installed ones. Raises PrecheckError when two have one code or one name."""
    modules = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    modules += [entry.load() for entry in entry_points(group="precheck.rules")]
    rules = [rule for module in modules for rule in rules_of(module)]
    _refuse_twins(rules)
    return Catalogue(rules)


def rules_of(module: ModuleType) -> list[Rule]:
    """The rules that are attributes of a module, in the order in which they stand there."""
    return [value for value in vars(module).values() if isinstance(value, Rule)]


def _refuse_twins(rules: list[Rule]) -> None:
    for key in ("code", "name"):
        seen = Counter(getattr(rule, key) for rule in rules)
        twins = sorted(each for each, count in seen.items() if count > 1)
        if twins:
            raise PrecheckError(f"two rules have the same {key}: {', '.join(twins)}")
