"""With whom money moved: the largest parties, and money that went back to where it came from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from .balances import Entry
from .cells import is_blank
from .facts import Amount
from .facts.statements import Counterparty, RoundTrip

ByParty = dict[str, list[Entry]]
"""Movements by the other party, in the order of time."""
MOST: Final = 20
"""Parties, and round trips, that are kept."""
WITHIN: Final = timedelta(days=3)
MOST_WAITING: Final = 10
"""Movements of one party that are looked back at."""
LEAST: Final = 1_000_00
"""Fen: what is smaller goes to and fro in any business."""


def by_party(entries: Iterable[Entry]) -> ByParty:
    """Those that moved money and name the other party."""
    found: ByParty = defaultdict(list)
    for entry in entries:
        if entry.inward != entry.outward and not entry.neutral:
            found[entry.movement.party].append(entry)
    return {party: moved for party, moved in found.items() if not is_blank(party)}


def counterparties_of(parties: ByParty) -> tuple[Counterparty, ...]:
    """The parties with the most money in, then out."""
    found = [
        Counterparty(name, sum([each.inward for each in moved]), sum([each.outward for each in moved]))
        for name, moved in parties.items()
    ]
    return tuple(sorted(found, key=_rank)[:MOST])


def _rank(party: Counterparty) -> tuple[int, int, str]:
    return -party.inflow, -party.outflow, party.name


def round_trips_of(parties: ByParty) -> tuple[RoundTrip, ...]:
    """Sums that moved between the account and one party both ways within three days, equal to one percent."""
    trips = (trip for name in sorted(parties) for trip in _trips(name, parties[name]))
    return tuple(sorted(trips, key=lambda trip: (-trip.came.fen, trip.came.place))[:MOST])


def _trips(name: str, entries: Sequence[Entry]) -> Iterable[RoundTrip]:
    """Pairs of one party, each movement in one pair at most."""
    waiting: list[Entry] = []
    for entry in [each for each in entries if abs(each.inward - each.outward) >= LEAST]:
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
