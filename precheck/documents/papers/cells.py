"""What the cells and words of papers mean: plain text, amounts in fen, days."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from ..content import Cell

MOST_FEN: Final = 10**14
"""A trillion yuan: more is no amount of a small business."""

_HIDDEN: Final = dict.fromkeys((*range(32), 0x7F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_BLANK: Final = "-–—―─_/\\*□"
_BLANK_WORDS: Final = frozenset({"(空)", "无", "null", "none"})
_AMOUNT: Final = (
    r"(?P<bracket>\()?(?P<sign>[-+−–]?)(?:¥|CNY|RMB|人民币)?(?P<inner>[-+−–]?)"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?P<decimals>\.[0-9]{0,8})?元?(?P<after>-?)(?(bracket)\))"
)
_USUAL: Final = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,12})\.[0-9]{1,2}", re.ASCII)
"""How most amounts are written: in these digits and signs, to the fen or to its tenfold."""
_USUAL_YUAN: Final = 10**9
_KEPT: Final = 15
"""Digits of a number that a workbook keeps: of an account that was stored as a number the others are lost."""
_ENDLESS: Final = 1e30
_DAY: Final = (
    r"(?<![0-9])(?P<year>(?:19|20|21)[0-9]{2})(?:"
    r"(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9](?![0-9]{3}(?:[0-9]{2})?(?![0-9])))"
    r"|(?P<sign>[-/.])(?P<month_2>[01]?[0-9])(?P=sign)(?P<day_2>[0-3]?[0-9])(?![0-9])"
    r"| ?年 ?(?P<month_3>[01]?[0-9]) ?月 ?(?P<day_3>[0-3]?[0-9]) ?日)"
)
_SHORT_DAY: Final = r"(?P<month>[01]?[0-9])[-/.月](?P<day>[0-3]?[0-9])日?(?![-/.0-9])"
_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of the serial numbers that spreadsheets count days by."""
_SERIALS: Final = range(36526, 73051)
"""2000 to 2100."""


def plain(cell: Cell) -> str:
    """The text of a cell with narrow characters and no blanks or hidden characters."""
    if isinstance(cell, float):
        return _written(cell) if cell.is_integer() and abs(cell) < _ENDLESS else repr(cell)
    if cell.isascii() and cell.isprintable() and " " not in cell:
        return cell
    return _narrow(cell)


def _written(number: float) -> str:
    """A whole number in digits, with stars for those that a number of a workbook does not keep."""
    digits = f"{number:.0f}"
    return digits[:_KEPT] + "*" * (len(digits) - _KEPT)


@lru_cache(16384)
def _narrow(text: str) -> str:
    return "".join(normalize("NFKC", text).translate(_HIDDEN).split())


def spaced(cell: Cell) -> str:
    """The text of a cell with narrow characters, blanks within kept."""
    if isinstance(cell, float):
        return plain(cell)
    return " ".join(normalize("NFKC", cell.replace("\t", " ").replace("\n", " ")).translate(_HIDDEN).split())


@lru_cache(4096)
def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing: empty, or one of the signs that exports put for empty."""
    text = plain(cell)
    return not text.strip(_BLANK) or text.lower() in _BLANK_WORDS


def fen_of(cell: Cell, unit: int = 1) -> int | None:
    """The amount of a cell in fen, `unit` being the yuan of the unit printed; None when it is no amount.

    Numbers of a file are binary: rounding to the fen gives back the decimal number that was meant.
    """
    if isinstance(cell, str):
        return _fen_of_text(cell, unit)
    return _fen(f"{abs(cell):.8f}", cell < 0, unit) if abs(cell) < MOST_FEN else None


def fen_in(cells: Iterable[Cell]) -> list[int | None]:
    """The amounts of a column, as `fen_of` finds them; those that are written as most are, without asking it."""
    is_usual, found = _USUAL.fullmatch, list[int | None]()
    for cell in cells:
        if isinstance(cell, float):
            is_exact = -_USUAL_YUAN < cell < _USUAL_YUAN and (fen := round(100 * cell)) / 100 == cell
            found.append(fen if is_exact else fen_of(cell))
        elif cell == "":
            found.append(None)
        elif is_usual(cell):
            found.append(int(cell.replace(",", "").replace(".", "")) * (10 if cell[-2] == "." else 1))
        else:
            found.append(fen_of(cell))
    return found


@lru_cache(4096)
def _fen_of_text(text: str, unit: int) -> int | None:
    found = re.fullmatch(_AMOUNT, plain(text))
    if not found or (found["after"] and found["sign"]):
        return None
    signs = found["sign"] + found["inner"] + found["after"]
    negative = found["bracket"] is not None or bool(set(signs) & set("-−–"))
    return _fen(found["whole"].replace(",", "") + (found["decimals"] or ""), negative, unit)


def _fen(number: str, negative: bool, unit: int) -> int | None:
    """A number in digits as fen, half a fen rounded away from zero: in whole numbers, so that nothing is lost."""
    whole, _, decimals = number.partition(".")
    scale = 10 ** len(decimals)
    fen = (int(whole + decimals) * unit * 100 + scale // 2) // scale
    return (-fen if negative else fen) if fen <= MOST_FEN else None


@lru_cache(4096)
def has_fen(cell: Cell) -> bool:
    """Whether a word is written as an amount with its fen, as `1,234.00`: a plain number may be anything else."""
    return (
        isinstance(cell, str)
        and fen_of(cell) is not None
        and re.search(r"\.[0-9]{2}\)?-?$", plain(cell)) is not None
    )


@lru_cache(65536)
def day_of(cell: Cell) -> date | None:
    """The day that a cell starts with, a time after it or not; None when it has none, or no calendar has it."""
    if isinstance(cell, float) and 0 < cell < 10**6:
        return _EPOCH + timedelta(int(cell)) if int(cell) in _SERIALS else None
    found = re.match(_DAY, spaced(cell))
    return _found(found) if found else None


def days_in(text: str) -> list[date]:
    """All days in a text, in order."""
    found = map(_found, re.finditer(_DAY, spaced(text)))
    return [day for day in found if day]


def _found(found: "re.Match[str]") -> date | None:
    month = found["month"] or found["month_2"] or found["month_3"]
    return _day(found["year"], month, found["day"] or found["day_2"] or found["day_3"])


def short_day_of(cell: Cell, within: tuple[date, date] | None) -> date | None:
    """The day of a cell without a year, `12/29`, in the only year that puts it within a period of the paper."""
    found = re.match(_SHORT_DAY, plain(cell)) if isinstance(cell, str) and within else None
    if not found or not within:
        return None
    days = (_day(year, found["month"], found["day"]) for year in range(within[0].year, within[1].year + 1))
    inside = [day for day in days if day and within[0] <= day <= within[1]]
    return inside[0] if len(inside) == 1 else None


def _day(year: str | int, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
