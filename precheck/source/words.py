"""Tells what a bare word of broken JSON was meant to be: a number with a unit, `True`, text without quotes."""

import re

from .tokens import DOUBLE, SINGLE, Flaw

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?")
LITERALS = frozenset({"true", "false", "null"})
PYTHON_WORDS = {
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null", "Null": "null", "NULL": "null",
}  # fmt: skip
NO_NUMBERS = frozenset({"NaN", "nan", "Infinity", "-Infinity", "+Infinity", "inf", "-inf"})
NARROW = str.maketrans("０１２３４５６７８９．－＋ｅＥ", "0123456789.-+eE")
LEADING_ZERO = re.compile(r"-?0[0-9]+(?:\.[0-9]+)?")
BARE_DECIMAL = re.compile(r"-?(?:\.[0-9]+|[0-9]+\.)")
DATE = re.compile(r"[0-9]{4}-[0-9]")
ONLY_NUMERIC = re.compile(r"[-+.eE0-9]++")

# Written without a repeat in the possessive group, which Python before 3.11.5 leaves half a repeat too late.
SEPARATED = re.compile(r"-?[0-9]{1,3}(?:[,，][0-9][0-9][0-9])++(?![0-9])(?:\.[0-9]++)?")
AMOUNT = re.compile(r"[¥￥]?-?[0-9]++(?:\.[0-9]++)?")
UNIT = re.compile(
    rf"[ \t]*+(万元|亿元|千元|百万|千万|万|亿|千|元|块|%|％|‰|RMB|CNY)(?=[\s{{}}\[\]:,/#，、｝］】；;{DOUBLE}{SINGLE}]|\Z)"
)


def amount(text: str, start: int, in_list: bool) -> tuple[int, list[Flaw]] | None:
    """Where an amount with separators or a unit ends, and its flaws; None when there is no such amount at `start`.

    In a list `[1,200]` is two numbers, so there a comma separates thousands only where a group could not be a number.
    """
    separated = SEPARATED.match(text, start)
    if separated and in_list and not re.search(r"[,，]0", separated[0]):
        separated = None
    number = separated or AMOUNT.match(text, start)
    if not number:
        return None
    unit = UNIT.match(text, number.end())
    end = unit.end() if unit else number.end()
    flaws = (
        [Flaw("thousands_separator", start, end, "," if "," in separated[0] else "，")] if separated else []
    )
    if unit or text[start] in "¥￥":
        flaws.append(Flaw("amount_unit", start, end, unit[1] if unit else text[start]))
    return (end, flaws) if flaws else None


def word(text: str, start: int, end: int) -> Flaw | None:
    """What is wrong with the word at [start, end) as a value; None when JSON has it."""
    typed = text[start:end]
    if typed in LITERALS or NUMBER.fullmatch(typed):
        return None
    if typed in PYTHON_WORDS:
        instead = PYTHON_WORDS[typed]
        return Flaw("python_word", start, end, typed, instead, ((start, instead),))
    if typed in NO_NUMBERS:
        return Flaw("not_a_number", start, end, typed)
    return _numeric(typed, start, end) or Flaw("unquoted_word", start, end, "", '"')


def _numeric(typed: str, start: int, end: int) -> Flaw | None:
    narrow = typed.translate(NARROW)
    if NUMBER.fullmatch(narrow):
        return Flaw("full_width_punctuation", start, end, "０-９", "0-9", ((start, narrow),))
    if typed[0] == "+" and NUMBER.fullmatch(typed, 1):
        return Flaw("leading_plus", start, end, "+", "", ((start, " "),))
    if LEADING_ZERO.fullmatch(typed):
        return Flaw("leading_zero", start, end, "0")
    if BARE_DECIMAL.fullmatch(typed):
        return Flaw("bare_decimal", start, end, ".")
    if ONLY_NUMERIC.fullmatch(typed) and not DATE.match(typed):
        return Flaw("invalid", start, end)
    return None
