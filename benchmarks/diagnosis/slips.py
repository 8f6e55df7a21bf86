"""Slips of the hand, one function a kind: what happens to the text of a figure.

Each gives the new texts by pointer, or nothing where the slip cannot happen to this figure.
"""

from collections.abc import Callable
from decimal import Decimal

from benchmarks.diagnosis.typed import (
    Page,
    doubled,
    extra,
    missing,
    moved,
    negated,
    plain,
    substituted,
    transposed,
)
from benchmarks.figures import Figure
from benchmarks.honest.dice import Dice

Texts = dict[str, str]
Slip = Callable[[Page, Figure, Dice], Texts]

DECIMALS = {-4: (2, 4, 6), -3: (2, 3, 5)}
"""With how many decimals people type an amount in 万元 or in 千元, by the move of the point."""
OF_A_YEAR = ("revenue", "cost_of_sales", "total_profit", "amount", "operating_revenue")
"""The figures of a year for which somebody may give those of a month."""
SALES = ("/revenue/", "/scale/operating_revenue", "/income_tax_returns/", "/statements/")


def _digits(change: Callable[[str, Dice], str]) -> Slip:
    """A slip of one key, on any figure."""
    return lambda page, figure, dice: {figure.pointer: change(page.text(figure.pointer), dice)}


def _other_unit(places: int) -> Slip:
    """An amount given in a larger unit; in one case of five the zeros of that unit are typed once too often."""

    def slip(page: Page, figure: Figure, dice: Dice) -> Texts:
        if figure.counts_people:
            return {}
        text = page.text(figure.pointer)
        if dice.chance(0.2):
            return {figure.pointer: moved(text, places)}
        return {figure.pointer: moved(text, -places, dice.choice(DECIMALS[-places]))}

    return slip


def _point_moved(places: int) -> Slip:
    """The point slips to one side, or a zero is typed too often or forgotten; half of the forms cut at the fen."""

    def slip(page: Page, figure: Figure, dice: Dice) -> Texts:
        way = dice.choice((places, -places))
        decimals = 0 if figure.counts_people else dice.choice((2, None))
        return {figure.pointer: moved(page.text(figure.pointer), way, decimals)}

    return slip


def sign(page: Page, figure: Figure, dice: Dice) -> Texts:
    """A minus too many, or one forgotten."""
    return {} if figure.counts_people else {figure.pointer: negated(page.text(figure.pointer))}


def neighbours(page: Page, figure: Figure, dice: Dice) -> list[Figure]:
    """The figures beside one: before and behind it in the same column, or at the same line of the next column or row."""
    parent, _, key = figure.pointer.rpartition("/")
    column = [each for each in page.figures if each.pointer.rpartition("/")[0] == parent]
    place = column.index(figure)
    beside = column[max(0, place - 1) : place] + column[place + 1 : place + 2]
    if not beside or dice.chance(0.3):
        beside = [page.by_pointer[twin] for twin in _twins(parent, key) if twin in page.by_pointer]
    return [
        each for each in beside if each.counts_people == figure.counts_people and each.value != figure.value
    ]


def _twins(parent: str, key: str) -> list[str]:
    """The same line in the column or row beside."""
    above, _, step = parent.rpartition("/")
    columns = (("closing", "opening"), ("current", "year_to_date"))
    beside = [other for pair in columns if step in pair for other in pair if other != step]
    if step.isdigit():
        beside = [str(int(step) - 1), str(int(step) + 1)]
    return [f"{above}/{other}/{key}" for other in beside]


def swapped(page: Page, figure: Figure, dice: Dice) -> Texts:
    """Two figures beside each other, each in the other's place."""
    beside = [each for each in neighbours(page, figure, dice) if each.value]
    if not beside:
        return {}
    other = dice.choice(beside)
    return {
        figure.pointer: page.text(other.pointer),
        other.pointer: page.text(figure.pointer),
    }


def copied(page: Page, figure: Figure, dice: Dice) -> Texts:
    """The figure beside it, typed a second time."""
    beside = neighbours(page, figure, dice)
    return {figure.pointer: page.text(dice.choice(beside).pointer)} if beside else {}


def month_for_year(page: Page, figure: Figure, dice: Dice) -> Texts:
    """The sales of a month where those of a year are asked for: the average month, or one that was as it was."""
    if not _is_of_a_year(page, figure):
        return {}
    month = figure.value / 12 * dice.choice((1.0, dice.gammavariate(12, 1 / 12)))
    return {figure.pointer: plain(Decimal(f"{month:.2f}"))}


def _is_of_a_year(page: Page, figure: Figure) -> bool:
    steps = figure.pointer.split("/")[1:]
    if steps[-1] not in OF_A_YEAR or not figure.pointer.startswith(SALES):
        return False
    if steps[0] in ("revenue", "scale"):
        return True
    period = page.draft[steps[0]][int(steps[1])]["period"]
    return len(period) == 4 or (period.endswith("-12") and "year_to_date" in steps)


def tax_included(page: Page, figure: Figure, dice: Dice) -> Texts:
    """Sales with VAT where they are asked for without."""
    is_sales = figure.pointer.startswith(SALES) and figure.pointer.endswith(("revenue", "/amount"))
    if not is_sales:
        return {}
    rates = (0.06, 0.09, 0.13) if page.draft["applicant"]["taxpayer"] == "general" else (0.01, 0.03)
    return {figure.pointer: plain(Decimal(f"{figure.value * (1 + dice.choice(rates)):.2f}"))}


def somehow(page: Page, figure: Figure, dice: Dice) -> Texts:
    """Another figure altogether, three tenths to three times as much."""
    factor = 0.3 * 10 ** dice.random()
    wrong = figure.value * factor
    return {figure.pointer: str(round(wrong)) if figure.counts_people else plain(Decimal(f"{wrong:.2f}"))}


def left_at_zero(page: Page, figure: Figure, dice: Dice) -> Texts:
    """Nothing typed: the form keeps its 0."""
    return {figure.pointer: "0"}


def in_hundred_millions(page: Page, figure: Figure, dice: Dice) -> Texts:
    """An amount in 亿元."""
    return {} if figure.counts_people else {figure.pointer: moved(page.text(figure.pointer), -8, 6)}


def two_digits(page: Page, figure: Figure, dice: Dice) -> Texts:
    """Two digits typed as others."""
    return {figure.pointer: substituted(substituted(page.text(figure.pointer), dice), dice)}


KNOWN: dict[str, tuple[float, Slip]] = {
    "ten_thousand_yuan": (0.15, _other_unit(4)),
    "thousand_yuan": (0.05, _other_unit(3)),
    "tenfold": (0.12, _point_moved(1)),
    "hundredfold": (0.05, _point_moved(2)),
    "sign": (0.04, sign),
    "month_for_year": (0.04, month_for_year),
    "tax_included": (0.03, tax_included),
    "substituted": (0.15, _digits(substituted)),
    "transposed": (0.14, _digits(transposed)),
    "missing": (0.08, _digits(missing)),
    "extra": (0.05, _digits(extra)),
    "doubled": (0.05, _digits(doubled)),
    "swapped": (0.05, swapped),
}
"""The kinds of slips that the diagnosis is meant to know, and how often each happens beside the others."""
UNKNOWN: dict[str, Slip] = {
    "somehow": somehow,
    "copied": copied,
    "jump_transposed": _digits(lambda text, dice: transposed(text, dice, apart=2)),
    "two_digits": two_digits,
    "hundred_million_yuan": in_hundred_millions,
    "left_at_zero": left_at_zero,
}
"""Kinds that it need not know: it may then say nothing, or name the field, but must not accuse another."""
