"""With whom money moved: the largest parties, and money that went back to where it came from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from .balances import Entry
from .cells import is_blank
from .facts import Amount, Counterparty, RoundTrip

MOST: Final = 20
"""Parties, and round trips, that are kept."""
WITHIN: Final = timedelta(days=3)
MOST_WAITING: Final = 10
"""Movements of one party that are looked back at."""
LEAST: Final = 1_000_00
"""Fen: what is smaller goes to and fro in any business."""


def counterparties_of(entries: Iterable[Entry]) -> tuple[Counterparty, ...]:
    """The parties with the most money in, then out."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for entry in entries:
        moved = sums[entry.movement.party]
        moved[0] += entry.inward
        moved[1] += entry.outward
    parties = sorted((Counterparty(name, *moved) for name, moved in sums.items()), key=_rank)
    return tuple(parties[:MOST])


def _rank(party: Counterparty) -> tuple[int, int, str]:
    return -party.inflow, -party.outflow, party.name


def named_of(entries: Iterable[Entry]) -> list[Entry]:
    """Those that moved money and name the other party."""
    return [
        each
        for each in entries
        if each.inward != each.outward and not each.neutral and not is_blank(each.movement.party)
    ]


def round_trips_of(entries: Iterable[Entry]) -> tuple[RoundTrip, ...]:
    """Sums that moved between the account and one party both ways within three days, equal to one percent."""
    by_party: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if abs(entry.signed) >= LEAST:
            by_party[entry.movement.party].append(entry)
    trips = (trip for name in sorted(by_party) for trip in _trips(name, by_party[name]))
    return tuple(sorted(trips, key=lambda trip: (-trip.came.fen, trip.came.place))[:MOST])


def _trips(name: str, entries: Sequence[Entry]) -> Iterable[RoundTrip]:
    """Pairs of one party, each movement in one pair at most."""
    waiting: list[Entry] = []
    for entry in entries:
        waiting = [
            each for each in waiting[-MOST_WAITING:] if entry.movement.day - each.movement.day <= WITHIN
        ]
        match = next((each for each in waiting if _returns(each, entry)), None)
        if match is None:
            waiting.append(entry)
            continue
        waiting.remove(match)
        came, went = sorted((match, entry), key=lambda each: each.signed < 0)
        days = (entry.movement.day - match.movement.day).days
        yield RoundTrip(name, _amount(came), _amount(went), days)


def _returns(before: Entry, after: Entry) -> bool:
    one, other = before.signed, after.signed
    return (one > 0) != (other > 0) and 100 * abs(abs(one) - abs(other)) <= abs(one)


def _amount(entry: Entry) -> Amount:
    return Amount(abs(entry.signed), entry.movement.place)
