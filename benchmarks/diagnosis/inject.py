"""Makes an honest draft wrong, and remembers what was right. Written without a look at the engine that it tests.

Kinds and shares are those of `slips.KNOWN`; a whole paper in another unit is another 5 %. A field is drawn by how
unreliable its source is: typed forms 1, statements 0.6, tax returns and invoices 0.3, bank and platform flows 0.15.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from benchmarks.diagnosis.slips import DECIMALS, KNOWN, UNKNOWN, Slip, Texts
from benchmarks.diagnosis.typed import Page, moved
from benchmarks.figures import Figure
from benchmarks.honest.dice import Dice

UNRELIABLE = {
    "statements": 0.6,
    "vat_returns": 0.3,
    "income_tax_returns": 0.3,
    "invoices": 0.3,
    "bank_accounts": 0.15,
    "platforms": 0.15,
}
"""How often a figure of a source is wrong, beside one that the applicant types into the form itself."""
WHOLE_PAPER = "whole_paper"
OF_WHOLE_PAPER = 0.05
"""How often a whole paper is in another unit, beside the shares of `KNOWN`."""
PAPERS = ("statements", "vat_returns", "income_tax_returns", "bank_accounts", "platforms")
PARTS = LINES, LARGEST = "lines_on_end", "largest_figures"
LEAST_YUAN, LEAST_PEOPLE = 1000, 10
"""Smaller figures are counted apart: hardly any relation can see them."""
MOST_YUAN = Decimal(10) ** 12
"""The form takes no more."""
TRIES = 200


class Change(NamedTuple):
    """One place that is wrong, what should stand there, and what was typed."""

    pointer: str
    true: str
    typed: str


class Happened(NamedTuple):
    """One slip: its kind, and every place that it made wrong."""

    kind: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Wrong:
    """A draft with slips, as JSON, and the truth about it."""

    page: Page
    slips: tuple[Happened, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every place that is wrong."""
        return tuple(change for slip in self.slips for change in slip.changes)

    @property
    def json(self) -> str:
        """The draft as it was typed."""
        return self.page.json({each.pointer: each.typed for each in self.changes})


def weight(figure: Figure) -> float:
    """How unreliable a figure is."""
    return UNRELIABLE.get(figure.source, 1.0)


def is_large(figure: Figure) -> bool:
    """Whether a figure is large enough to be counted."""
    return abs(figure.value) >= (LEAST_PEOPLE if figure.counts_people else LEAST_YUAN)


def single(draft: Any, dice: Dice) -> Wrong:
    """One slip of a known kind, or a whole paper in another unit."""
    page = Page(draft, dice)
    return Wrong(page, (_happened(page, *_known(page, dice)),))


def double(draft: Any, dice: Dice) -> Wrong:
    """Two slips that have nothing to do with each other."""
    page = Page(draft, dice)
    one = _known(page, dice)
    while True:
        other = _known(page, dice)
        if not set(one[1]) & set(other[1]):
            return Wrong(page, (_happened(page, *one), _happened(page, *other)))


def unknown(draft: Any, dice: Dice, kind: str) -> Wrong | None:
    """One slip of a kind that need not be known; None when it can happen to no figure of this draft."""
    page = Page(draft, dice)
    texts = _anywhere(page, UNKNOWN[kind], dice, zero=kind == "left_at_zero")
    return Wrong(page, (_happened(page, kind, texts),)) if texts else None


def part(draft: Any, dice: Dice) -> Wrong | None:
    """3 to 10 figures of one column of a statement in 万元: lines on end, or the largest. None without a column for it."""
    page = Page(draft, dice)
    columns: dict[str, list[Figure]] = {}
    for each in page.figures:
        if each.source == "statements" and is_large(each):
            columns.setdefault(each.pointer.rpartition("/")[0], []).append(each)
    count = dice.randint(3, 10)
    long = [column for column in columns.values() if len(column) >= count]
    if not long:
        return None
    lines, kind = dice.choice(long), dice.choice(PARTS)
    start = dice.randint(0, len(lines) - count)
    if kind == LARGEST:
        lines, start = sorted(lines, key=lambda each: -abs(each.value)), 0
    return Wrong(page, (_happened(page, kind, _in_unit(page, lines[start : start + count], 4, dice)),))


def _known(page: Page, dice: Dice) -> tuple[str, Texts]:
    kinds = [*KNOWN, WHOLE_PAPER]
    shares = [*(share for share, _ in KNOWN.values()), OF_WHOLE_PAPER]
    while True:
        kind = dice.choices(kinds, shares)[0]
        texts = _paper(page, dice) if kind == WHOLE_PAPER else _anywhere(page, KNOWN[kind][1], dice)
        if texts:
            return kind, texts


def _anywhere(page: Page, slip: Slip, dice: Dice, zero: bool = False) -> Texts:
    """The slip on a figure that it can happen to; nothing when it can happen to none of this draft."""
    there = [each for each in page.figures if each.value]
    weights = list(map(weight, there))
    for _ in range(TRIES):
        texts = slip(page, dice.choices(there, weights)[0], dice)
        if texts and _counts_as_typed(page, texts, zero):
            return texts
    return {}


def _counts_as_typed(page: Page, texts: Texts, zero: bool = False) -> bool:
    """Whether every text is another number than the true one, one that the form takes, and (unless meant) not 0."""
    changed = [(Decimal(page.text(pointer)), Decimal(text)) for pointer, text in texts.items()]
    return all(
        before != after and abs(after) <= MOST_YUAN and (zero or after != 0) for before, after in changed
    )


def _paper(page: Page, dice: Dice) -> Texts:
    """All figures of a paper in 万元, or (one of five) in 千元."""
    papers: dict[str, list[Figure]] = {}
    for each in page.figures:
        if each.source in PAPERS and each.value:
            papers.setdefault("/".join(each.pointer.split("/")[:3]), []).append(each)
    if not papers:
        return {}
    chosen = dice.choices(list(papers), [weight(figures[0]) for figures in papers.values()])[0]
    return _in_unit(page, papers[chosen], 3 if dice.chance(0.2) else 4, dice)


def _in_unit(page: Page, figures: list[Figure], places: int, dice: Dice) -> Texts:
    """Figures in a larger unit, all with as many decimals; those that this does not change are left out."""
    decimals = dice.choice(DECIMALS[-places])
    texts = {each.pointer: moved(page.text(each.pointer), -places, decimals) for each in figures}
    return {pointer: text for pointer, text in texts.items() if Decimal(text) != Decimal(page.text(pointer))}


def _happened(page: Page, kind: str, texts: Texts) -> Happened:
    return Happened(kind, tuple(Change(at, page.text(at), text) for at, text in texts.items()))
