"""The balance chain of a statement: which way it runs, the signs it implies, and where it breaks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, repeat, zip_longest
from typing import Final, NamedTuple

from .facts.statements import Break
from .printed_rows import Movement, is_carried_forward
from .rows import records

IN_WORDS: Final = ("转入", "汇入", "收入", "存入", "收款", "入账", "来账", "结息", "利息", "工资", "货款回笼")
OUT_WORDS: Final = (
    "转出",
    "支出",
    "取现",
    "取款",
    "付款",
    "支取",
    "消费",
    "手续费",
    "扣款",
    "还款",
    "往账",
    "缴税",
    "缴费",
)


class Entry(NamedTuple):
    """A movement once it is known which way the money went. Amounts in fen."""

    movement: Movement
    inward: int = 0
    """What it adds to the money in; a reversal takes away."""
    outward: int = 0
    neutral: int = 0
    """What a platform counts as neither."""
    known: bool = True
    """Whether it could be told which way."""

    @property
    def signed(self) -> int:
        """What it adds to the balance."""
        return self.inward - self.outward

    @property
    def carries(self) -> bool:
        """Whether it only repeats the balance that was carried forward."""
        return not (self.inward or self.outward or self.neutral) and is_carried_forward(self.movement.purpose)


def moved_in(entries: Iterable[Entry]) -> list[Entry]:
    """Those that do not only repeat a balance."""
    return [each for each in entries if each.inward or each.outward or each.neutral or not each.carries]


def entries_of(movements: Sequence[Movement], opening: int | None = None) -> list[Entry]:
    """Movements in the order of time, with every sign that their columns, words or balances tell.

    `opening` is the balance before the first row, where the statement states it.
    """
    shown = any(each.explicit for each in movements)
    flipped = _money_out_is_negative(movements)
    best: list[Entry] = []
    least = len(movements) + 1
    entries = _entries(movements, shown, flipped)
    together = any(map(_is_with, movements, movements[1:]))
    for each in _orders(entries):
        order = _at_once(each) if together else each
        faults = _faults(order)
        if faults < least:
            best, least = order, faults
        if not faults:
            break
    if least:
        rebuilt = _by_balance(best)
        best = rebuilt if _faults(rebuilt) < least else best
    return _settled(best, opening)


def _at_once(entries: Sequence[Entry]) -> list[Entry]:
    """Entries, of those that were booked at once only the last with its balance: wages paid to many at once each state
    the balance after all of them."""
    return [
        each._replace(movement=each.movement._replace(balance=None))
        if after and _is_with(each.movement, after.movement)
        else each
        for each, after in zip_longest(entries, entries[1:])
    ]


def _is_with(movement: Movement, after: Movement) -> bool:
    if movement.balance is None or movement.balance != after.balance or movement.day != after.day:
        return False
    return all(each.inflow or each.outflow or each.amount for each in (movement, after))


def _orders(entries: list[Entry]) -> Iterator[list[Entry]]:
    """As printed or backwards, the likelier first; then the same with the rows of each day the other way round."""
    forward, backward = entries, entries[::-1]
    descending = bool(entries) and _day(entries[0]) > _day(entries[-1])
    likely = (backward, forward) if descending else (forward, backward)
    yield from likely
    for order in likely:
        yield [each for _, day in groupby(order, key=_day) for each in [*day][::-1]]


def _day(entry: Entry) -> date:
    return entry.movement.day


def _by_balance(entries: Sequence[Entry]) -> list[Entry]:
    """The rows of each day in the order in which their balances follow: banks print those of a moment in any."""
    rebuilt: list[Entry] = []
    for _, day in groupby(entries, key=_day):
        rows = [*day]
        rebuilt += _chain(rows, rebuilt[-1].movement.balance if rebuilt else None) or rows
    return rebuilt


def _chain(rows: Sequence[Entry], balance: int | None) -> list[Entry]:
    """All rows of a day, each after the one from whose balance it follows; none where they make no such chain."""
    after: dict[int, list[Entry]] = {}
    for row in rows:
        if row.movement.balance is None or not _steps(row):
            return []
        after.setdefault(row.movement.balance - row.signed, []).append(row)
    if balance is None:
        reached = {row.movement.balance for row in rows}
        balance = next((start for start in after if start not in reached), None)
    chain: list[Entry] = []
    while balance is not None and after.get(balance):
        chain.append(after[balance].pop(0))
        balance = chain[-1].movement.balance
    return chain if len(chain) == len(rows) else []


def _faults(entries: Sequence[Entry]) -> int:
    """How many balances do not follow from the one before; with an unknown sign, where neither sign makes it follow."""
    faults, start = 0, None
    for movement, inward, outward, neutral, known in entries:
        stop = movement.balance
        if start is not None and stop is not None and not neutral:
            step = stop - start
            faults += step != inward - outward if known else abs(step) != abs(movement.amount or 0)
        start = stop
    return faults


def _money_out_is_negative(movements: Sequence[Movement]) -> bool:
    """Whether money out is mostly written with a minus although its column or word says so already: what is written the
    other way then is a reversal."""
    out = [each.outflow for each in movements if each.outflow]
    out += [each.amount for each in movements if each.direction == "out" and each.amount]
    return 2 * sum(each < 0 for each in out) > len(out)


def _entries(movements: Sequence[Movement], shown: bool, flipped: bool) -> list[Entry]:
    if not all(each.inflow or each.outflow for each in movements):
        return [_entry(each, shown, flipped) for each in movements]
    inward, way = [each.inflow or 0 for each in movements], -1 if flipped else 1
    outward = [way * (each.outflow or 0) for each in movements]
    return records(Entry, movements, inward, outward, repeat(0), repeat(True))


def _entry(movement: Movement, shown: bool, flipped: bool) -> Entry:
    inflow, outflow, amount, way = (
        movement.inflow,
        movement.outflow,
        movement.amount or 0,
        -1 if flipped else 1,
    )
    if inflow or outflow:
        return Entry(movement, inflow or 0, way * (outflow or 0))
    if movement.direction == "neutral":
        return Entry(movement, neutral=abs(amount))
    if movement.direction == "in":
        return Entry(movement, inward=amount)
    if movement.direction == "out":
        return Entry(movement, outward=way * amount)
    return Entry(movement, known=False) if amount and not shown else _signed(movement, amount)


def _signed(movement: Movement, amount: int) -> Entry:
    return Entry(movement, max(amount, 0), max(-amount, 0))


def _settled(entries: Sequence[Entry], opening: int | None) -> list[Entry]:
    """Signs that no column tells, from the step of the balance, or from words; else left unknown."""
    settled: list[Entry] = []
    for entry in entries:
        if not entry.known:
            entry = _settle(entry, settled[-1].movement.balance if settled else opening)
        settled.append(entry)
    return settled


def _settle(entry: Entry, before: int | None) -> Entry:
    amount, after = entry.movement.amount or 0, entry.movement.balance
    if before is not None and after is not None:
        inward = abs(before + amount - after) <= abs(before - amount - after)
        return _signed(entry.movement, amount if inward else -amount)
    if entry.movement.direction:
        return entry
    into, out = (any(word in entry.movement.purpose for word in words) for words in (IN_WORDS, OUT_WORDS))
    return entry if into == out else _signed(entry.movement, amount if into else -amount)


def breaks_of(entries: Sequence[Entry], opening: int | None = None) -> list[Break]:
    """Every row whose balance does not follow from the row before; one balance that is altered alone is named once.

    `opening` is the balance before the first row, where the statement states it.
    """
    found: list[Break] = []
    balance = opening
    for index, entry in enumerate(entries):
        movement, inward, outward, _, known = entry
        stated = movement.balance
        if known and balance is not None and balance + inward - outward == stated:
            balance = stated  # as nearly all do
            continue
        expected = balance + entry.signed if balance is not None and _steps(entry) else None
        balance = expected if stated is None else stated
        if expected is not None and stated is not None and expected != stated:
            found.append(Break(movement.place, expected, stated))
            after = entries[index + 1] if index + 1 < len(entries) else None
            balance = expected if after and _is_reached(after, expected) else stated
    return found


def _steps(entry: Entry) -> bool:
    return entry.known and not entry.neutral and not entry.carries


def _is_reached(after: Entry, balance: int) -> bool:
    """Whether the row after follows from what the balance before it should be."""
    return _steps(after) and after.movement.balance == balance + after.signed
