"""Writes the pages about the rules from the rules themselves: docs/rules/CODE.md, and an index of them all.

    python docs/make.py

A page says the same as `precheck rule CODE --format markdown`, in Chinese and then in English.
"""

from itertools import groupby
from pathlib import Path

from precheck.render import words
from precheck.render.rule_page import FACT, LANGUAGES, markdown
from precheck.rule import Rule
from precheck.rules import catalogue

FOLDER = Path(__file__).parent / "rules"
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
    return "\n".join(markdown(rule, lang) for lang in LANGUAGES)


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
    """The fault in both languages, with an ellipsis for each fact of a draft."""
    return "<br>".join(FACT.sub("…", rule.words(lang)[0]) for lang in LANGUAGES)


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
