"""How many small changes of the rules their cases notice: `python -m benchmarks.mutants [MODULE …] [--relations] [--core]`.

A mutant of a rule module is run in this process against the cases of the rule that it changes (all rules of the
module when the change is outside a rule). It survives when every case still holds.
"""

import argparse
import ast
import importlib
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import precheck.flow
from precheck.engine import Catalogue
from precheck.relation import Band, Relation, Tolerance
from precheck.rule import Rule
from precheck.rules import catalogue, rules_of

from .mutate import of_code, of_relation

ROOT = Path(__file__).parents[2]
CORE = ("relation", "engine")
CORE_TESTS = ("relation", "comparison", "engine", "views")
sys.path.insert(0, str(ROOT))
from tests.conftest import run_case  # noqa: E402
from tests.test_rules import CASES, KINDS  # noqa: E402


def survives(rules: dict[str, Rule], codes: list[str]) -> bool:
    """Whether every case of the rules `codes` still holds with these rules in place."""
    with _in_place(Catalogue((catalogue().by_code | rules).values())):
        return all(
            _holds(kind, code, case)
            for code in codes
            for kind, group in CASES.get(code, {}).items()
            for case in group
        )


def _holds(kind: str, code: str, case: dict) -> bool:  # type: ignore[type-arg]
    try:
        return bool(KINDS[kind](code, case, run_case(case)))
    except Exception:  # whatever a mutant breaks is noticed
        return False


@contextmanager
def _in_place(changed: Catalogue) -> Iterator[None]:
    kept = precheck.flow.catalogue
    precheck.flow.catalogue = lambda: changed  # type: ignore[assignment]
    try:
        yield
    finally:
        precheck.flow.catalogue = kept


def code_mutants(name: str) -> Iterator[tuple[str, bool]]:
    """Every mutant of a rule module: where and what, and whether it survives."""
    module = importlib.import_module(f"precheck.rules.{name}")
    path = Path(str(module.__file__))
    codes = {rule.check.__name__: rule.code for rule in rules_of(module) if not isinstance(rule, Relation)}
    for mutant in of_code(path.read_text("utf-8")):
        changed = _executed(mutant.tree, module)
        rules = {rule.code: rule for rule in rules_of(changed)} if changed else {}
        touched = [codes[mutant.inside]] if mutant.inside in codes else list(rules)
        yield f"{name}:{mutant.line} {mutant.change}", bool(changed) and survives(rules, touched)


def _executed(tree: ast.Module, module: ModuleType) -> ModuleType | None:
    made = ModuleType(module.__name__)
    made.__dict__.update(__package__=module.__package__, __file__=module.__file__)
    try:
        exec(compile(tree, str(module.__file__), "exec"), made.__dict__)
    except Exception:  # a mutant that does not even import is noticed
        return None
    return made


def core_mutants(name: str) -> Iterator[tuple[str, bool]]:
    """Every mutant of a module of the core, against the tests that specify it, in a process of its own."""
    with TemporaryDirectory() as folder:
        for part in ("precheck", "tests", "examples"):
            shutil.copytree(ROOT / part, Path(folder) / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        for mutant in of_code((ROOT / "precheck" / f"{name}.py").read_text("utf-8")):
            (Path(folder) / "precheck" / f"{name}.py").write_text(ast.unparse(mutant.tree), "utf-8")
            yield f"{name}:{mutant.line} {mutant.change}", _pass(folder)


def _pass(folder: str) -> bool:
    tests = [f"tests/test_{each}.py" for each in CORE_TESTS]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def relation_mutants() -> Iterator[tuple[str, bool]]:
    """Every relation with a term dropped, a sign flipped, its tolerance doubled or halved."""
    for rule in catalogue().rules:
        if isinstance(rule, Relation):
            for change, text in of_relation(rule.text):
                yield f"{rule.code} {change}", survives({rule.code: _with_text(rule, text)}, [rule.code])
            for factor in (2.0, 0.5):
                if rule.parts[3] or factor > 1:  # below two fen the slack of an equality does not shrink
                    changed = _scaled(rule, factor)
                    yield f"{rule.code} tolerance x{factor}", survives({rule.code: changed}, [rule.code])


def _with_text(rule: Relation, text: str) -> Relation:
    made = replace(
        rule, text=text, zh="一\n二", en="one\ntwo"
    )  # a figure that is missing from the words is no test
    object.__setattr__(made, "check", made.look)
    return made


def _scaled(rule: Relation, factor: float) -> Relation:
    class Scaled(type(rule)):  # type: ignore[misc]
        @property
        def digits(self) -> float:
            return super().digits * (1 if self.parts[3] else factor)

        def tolerance(self, policy: Any) -> Tolerance:
            return Tolerance(*(band and _widened(band, factor) for band in super().tolerance(policy)))

    made = copy(rule)
    object.__setattr__(made, "__class__", Scaled)
    object.__setattr__(made, "check", made.look)
    return made


def _widened(band: Band, factor: float) -> Band:
    if band.low == band.high:
        return band
    low = 1 - (1 - band.low) * factor if 0 < band.low < 1 else band.low * (2 - factor if factor > 1 else 1.5)
    return Band(low, 1 + (band.high - 1) * factor)


def main() -> None:
    """Print the survivors and the share that was noticed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("modules", nargs="*")
    options.add_argument("--relations", action="store_true")
    options.add_argument("--core", action="store_true")
    given = options.parse_args()
    everything = not (given.modules or given.relations or given.core)
    names = (
        sorted(path.stem for path in (ROOT / "precheck/rules").glob("[a-z]*.py"))
        if everything
        else given.modules
    )
    runs = [*map(code_mutants, names)]
    runs += [relation_mutants()] if given.relations or everything else []
    runs += [*map(core_mutants, CORE)] if given.core or everything else []
    report(result for results in runs for result in results)


def report(results: Iterable[tuple[str, bool]]) -> None:
    """Print the survivors as they come, then the counts."""
    count: Counter[bool] = Counter()
    for words, survived in results:
        count[survived] += 1
        if survived:
            print("survived:", words, flush=True)
    total = sum(count.values())
    print(f"{total} mutants, {count[False]} noticed, {100 * count[False] / max(total, 1):.1f} %")


if __name__ == "__main__":
    main()
