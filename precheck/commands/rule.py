"""`precheck rule`: all rules in a table, or one explained."""

import json
from typing import Any

from ..cli.terminal import Screen
from ..cli.usage import did_you_mean
from ..errors import PrecheckError
from ..render import help_words
from ..render.rule_page import as_data, listed, markdown, page
from ..rule import Rule
from ..rules import catalogue


def explain(name: str | None, form: str, screen: Screen) -> int:
    """Write the rule of a code or name, or all rules, as `full`, `json` or `markdown`. Returns the exit code.

    Raises PrecheckError when there is no such rule.
    """
    rules = _named(name, screen.style.lang) if name else list(catalogue().rules)
    if form == "json":
        data: Any = [as_data(each) for each in rules]
        text = json.dumps(data[0] if name else data, ensure_ascii=False, indent=2) + "\n"
    elif form == "markdown":
        text = "\n".join(markdown(each, screen.style.lang) for each in rules)
    elif name:
        text = page(rules[0], screen.style)
    else:
        text = listed(rules, screen.style)
    screen.write(text)
    return 0


def _named(name: str, lang: str) -> list[Rule]:
    rules = catalogue().rules
    found = [each for each in rules if name.upper() == each.code or name.lower() == each.name]
    if not found:
        known = [known for each in rules for known in (each.code, each.name)]
        near = did_you_mean(name.upper(), known, lang) or did_you_mean(name.lower(), known, lang)
        raise PrecheckError(help_words.NO_RULE.say(lang).format(name=name) + near)
    return found
