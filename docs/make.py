"""Writes the pages about the rules from the rules themselves: docs/rules/CODE.md, and an index of them all.

    python docs/make.py

A page says the same as `precheck rule CODE --format markdown`, in Chinese and then in English, and what the rule says
of its first case.
"""

import sys
import tomllib
from functools import cache
from itertools import groupby
from pathlib import Path

from precheck.render import words
from precheck.render.rule_page import FACT, markdown
from precheck.rule import Rule
from precheck.rules import catalogue
from precheck.text import LANGUAGES, Text

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.conftest import run_case  # noqa: E402 - the tests are no package that is installed

FOLDER = ROOT / "docs" / "rules"
CASES = ROOT / "tests" / "cases"
EXAMPLE = Text("例如：", "For example: ")
INDEX = "README.md"
HEAD = """# 规则一览 / All rules

每条规则一页，由 `python docs/make.py` 从代码生成，请勿手改。
One page a rule, generated from the code by `python docs/make.py`; do not edit by hand.
"""


def pages() -> dict[str, str]:
    """The text of every page by its file name."""
    rules = sorted(catalogue().rules, key=lambda rule: rule.code)
    return {INDEX: _index(rules)} | {f"{rule.code}.md": _page(rule) for rule in rules}


def _page(rule: Rule) -> str:
    said = _said(rule)
    example = {lang: f"- {EXAMPLE.say(lang)}{said[lang]}\n" if said else "" for lang in LANGUAGES}
    return "\n".join(markdown(rule, lang) + example[lang] for lang in LANGUAGES)


@cache
def _said(rule: Rule) -> dict[str, str]:
    """What a rule says of its first case, by language; nothing when it always says the same."""
    case = CASES / f"{rule.code}.toml"
    if not FACT.search(rule.words(LANGUAGES[0])[0]) or not case.is_file():
        return {}
    report = run_case(tomllib.loads(case.read_text("utf-8"))["fires"][0])
    return {
        lang: next(each.message for each in report.said_in(lang).findings if each.code == rule.code)
        for lang in LANGUAGES
    }


def _index(rules: list[Rule]) -> str:
    families = (list(family) for _, family in groupby(rules, key=lambda rule: rule.code[:3]))
    return "\n".join([HEAD, *map(_table, families)])


def _table(family: list[Rule]) -> str:
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | {_level(rule)} | {_faults(rule)} |\n" for rule in family
    )
    return f"## {family[0].code[:3]}\n\n| | | |\n|---|---|---|\n{rows}"


def _level(rule: Rule) -> str:
    return " / ".join(words.SEVERITY[rule.severity].say(lang) for lang in LANGUAGES)


def _faults(rule: Rule) -> str:
    """The fault in both languages, as it is said of the first case."""
    return "<br>".join(_said(rule).get(lang, rule.words(lang)[0]) for lang in LANGUAGES)


def write(folder: Path = FOLDER) -> None:
    """Write the pages, and remove those of rules that are gone."""
    folder.mkdir(exist_ok=True)
    made = pages()
    for stale in folder.glob("*.md"):
        if stale.name not in made:
            stale.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
