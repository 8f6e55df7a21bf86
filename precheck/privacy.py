"""What may be shown of a draft: an allow-list. Text of a draft is masked once, here, before any renderer sees it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_args

from .application.types import FOREVER, LONG_TERM, Period
from .facts.characters import printable
from .rule import Percent
from .text import Text, label

MASK = "***"
AMOUNT_THEN_WORD = re.compile("元 (?=[\u4e00-\u9fff])")


class Redact(StrEnum):
    """How much is hidden: names, numbers of papers and accounts; or amounts too; or nothing."""

    NONE = "none"
    IDENTITY = "identity"
    ALL = "all"


@dataclass(frozen=True)
class Voice:
    """How facts are said: in which language, and how much of them is hidden."""

    lang: str = "zh"
    redact: Redact = Redact.IDENTITY

    def say(self, fact: Any) -> str:
        """A fact as words: closed words and dates as they are, amounts with separators, text of the draft masked."""
        match fact:
            case Text():
                return fact.say(self.lang)
            case bool():
                return (Text("是", "yes") if fact else Text("否", "no")).say(self.lang)
            case date():
                return LONG_TERM if fact == FOREVER else fact.isoformat()
            case Period():
                return fact.text or "-"
            case int() | float():
                return MASK if self.redact is Redact.ALL else self._number(fact)
            case list() | tuple():
                return ("、" if self.lang == "zh" else ", ").join(self.say(each) for each in fact)
            case None:
                return "-"
        return printable(str(fact)) if self.redact is Redact.NONE else masked(str(fact))

    def _number(self, number: float) -> str:
        if isinstance(number, Percent):
            percent = 100 * number
            return f"{percent:.4g}%" if abs(percent) < 1000 else f"{percent:,.0f}%"
        if isinstance(number, int):
            return str(number)
        amount = f"{number:,.2f}".removesuffix(".00")
        return f"{amount} 元" if self.lang == "zh" else f"{amount} yuan"


def tight(sentence: str) -> str:
    """A sentence without the blank that a template leaves between an amount in 元 and the Chinese word after it."""
    return AMOUNT_THEN_WORD.sub("元", sentence)


def masked(text: str) -> str:
    """Too little of a text to tell who it is, enough for its owner to recognise it: `王***`, `91***T`."""
    text = printable(text)
    if len(text) < 6:
        return text[:1] + MASK
    return text[:2] + MASK + text[-1:]


def closed(hint: Any, value: Any) -> Any:
    """The value of a field, as words of ours when its type is a closed list."""
    return label(value) if isinstance(value, str) and value in get_args(hint) else value
