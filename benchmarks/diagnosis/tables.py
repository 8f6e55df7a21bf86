"""Tables below the rows: what is named where, and what stated probabilities are worth."""

from collections import Counter
from collections.abc import Callable

from benchmarks.diagnosis import metrics
from benchmarks.diagnosis.metrics import CERTAIN, Observation
from benchmarks.diagnosis.outcome import Outcome

SHARES: dict[str, Callable[[Outcome], bool]] = {
    "field": metrics.first_is_right,
    "three": metrics.one_of_three_is_right,
    "value": metrics.first_value_is_right,
    ">= .9": lambda each: bool(metrics.accused(each, CERTAIN)),
}


def by_kind(found: list[Outcome]) -> str:
    """By what was done."""
    return _confusion("kind", found, lambda each: each.kinds[0])


def by_source(found: list[Outcome]) -> str:
    """By the section of the application in which it was done."""
    return _confusion("source", found, lambda each: each.changes[0].pointer.split("/")[1])


def _confusion(of: str, found: list[Outcome], key: Callable[[Outcome], str]) -> str:
    """How many, how many of them are seen, named and put right, and as which kind they are named."""
    groups: dict[str, list[Outcome]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    note = f"By {of} (flagged of all; the others of flagged; right of what is named at >= .9)"
    head = f"{of:<28}{'n':>6}{'flagged':>9}{''.join(f'{name:>8}' for name in SHARES)}{'right':>8}  named as"
    return "\n".join([note, head, *(_confused(name, groups[name]) for name in sorted(groups))])


def _confused(name: str, own: list[Outcome]) -> str:
    flagged = [each for each in own if each.flagged]
    named = Counter(each.slips[0].kind if each.slips else "nothing" for each in flagged)
    words = ", ".join(f"{kind} {count / len(flagged):.0%}" for kind, count in named.most_common(4))
    numbers = "".join(f"{metrics.share(flagged, each).value:8.3f}" for each in SHARES.values())
    right = metrics.slips_right(flagged, CERTAIN).value
    return f"{name:<28}{len(own):>6}{len(flagged) / len(own):9.3f}{numbers}{right:8.3f}  {words}"


def reliability(of: str, observations: list[Observation]) -> str:
    """Stated and observed shares, by tenths of the stated probability."""
    rows = [f"Probabilities of the {of}: how many, stated, observed"]
    for low in range(10):
        inside = [each for each in observations if min(int(each.stated * 10), 9) == low]
        if inside:
            stated = sum(each.stated for each in inside) / len(inside)
            true = sum(each.true for each in inside) / len(inside)
            rows.append(f"  {low / 10:.1f}-{low / 10 + 0.1:.1f}{len(inside):>7}{stated:8.3f}{true:8.3f}")
    return "\n".join(rows)


def misses(found: list[Outcome], most: int) -> str:
    """Drafts in which a right field is named first, or accused: what was done, and what was said of it."""
    wrong = [
        each
        for each in found
        if metrics.wrongly_accused(each, metrics.LIKELY)
        or (each.flagged and not metrics.first_is_right(each))
    ]
    return "\n".join([f"{len(wrong)} misses", *map(_miss, wrong[:most])])


def _miss(each: Outcome) -> str:
    done = (f"  {change.pointer}: {change.true} typed as {change.typed}" for change in each.changes[:3])
    told = (
        f"    {slip.probability:.3f} {slip.kind} {slip.pointers[0]}: {slip.likely[0]}"
        for slip in each.candidates[:3]
    )
    return "\n".join([f"{' and '.join(each.kinds) or 'nothing'}, {each.group}", *done, *told])
