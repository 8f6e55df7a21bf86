"""Rows that name who paid and who was paid, one of whom is the holder: the other party, and which way the money went."""

from collections.abc import Sequence

from .balances import Entry
from .facts import Words
from .printed_rows import Movement


def directed(movements: list[Movement]) -> list[Movement]:
    """Movements of a table that names both sides, with the direction that the holder's side tells, where neither a word,
    a sign nor a column does."""
    if any(each.explicit for each in movements):
        return movements
    named = [{each.payer, each.payee} - {""} for each in movements]
    holder, *others = (set.intersection(*named) if named else set()) or {""}
    return movements if others or not holder else [_directed(each, holder) for each in movements]


def _directed(movement: Movement, holder: str) -> Movement:
    if (
        movement.direction not in ("", "unknown")
        or movement.amount is None
        or movement.payer == movement.payee
    ):
        return movement
    return movement._replace(direction="in" if movement.payee == holder else "out")


def with_parties(entries: list[Entry]) -> list[Entry]:
    """Entries with the other party of those whose rows name both sides."""
    return [_with_party(each) if each.movement.payer or each.movement.payee else each for each in entries]


def _with_party(entry: Entry) -> Entry:
    _, other = _sides(entry)
    return entry._replace(movement=entry.movement._replace(party=other))


def holder_of(entries: Sequence[Entry]) -> Words | None:
    """The side of all rows that is not the other party's; None where they do not agree."""
    own = [(each, name) for each in entries if each.known and (name := _sides(each)[0])]
    same = len({name for _, name in own}) == 1
    return Words(own[0][1], own[0][0].movement.place) if same else None


def _sides(entry: Entry) -> tuple[str, str]:
    """The name of the holder's side and of the other: who is paid gets money in."""
    movement = entry.movement
    return (movement.payee, movement.payer) if entry.inward else (movement.payer, movement.payee)
