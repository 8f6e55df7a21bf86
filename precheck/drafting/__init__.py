"""The other way round: from papers to a draft that says what they say, so that an operator starts from facts.

Every value has the paper and the place that it came from. What no paper states is a gap, and what two papers state
differently is left out and reported. Nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from ..documents.papers.facts import PaperFacts, Place
from ..facts.names import same_name
from . import deeds, documents, flows, forms
from .claims import Claim, Key, Says
from .order import ordered

__all__ = ["Contradiction", "Drafted", "Source", "drafted"]

LISTS: Final = frozenset(
    {"people", "accounts", "consents", "documents", "statements", "vat_returns", "income_tax_returns"}
    | {"bank_accounts", "platforms", "months", "shareholders", "contracts"}
)
BY_TIME: Final = frozenset({"statements", "vat_returns", "income_tax_returns", "months"})
"""Lists whose items stand in the order of time."""
NAME: Final = ("applicant", "name")
WIDER: Final = {"holder", "name", "entity", "address", "buyer", "seller", "subject"}
"""Names, which may be written in several ways and be the same."""


class Source(NamedTuple):
    """Where the value at a JSON Pointer of the draft comes from."""

    pointer: str
    path: str
    place: Place


class Contradiction(NamedTuple):
    """What papers say differently of one field, which the draft leaves out. The last name of the way is the field."""

    key: Key
    claims: tuple[Claim, ...]


class Drafted(NamedTuple):
    """A draft made of papers."""

    application: dict[str, Any]
    sources: tuple[Source, ...]
    contradictions: tuple[Contradiction, ...]


def drafted(papers: Iterable[tuple[str, PaperFacts]]) -> Drafted:
    """The draft that papers make: pairs of a path relative to the draft and the facts of what stands there."""
    by_key: dict[Key, list[Claim]] = {}
    for claim in _claims([Says(path, facts) for path, facts in papers]):
        by_key.setdefault(claim.key, []).append(claim)
    by_key = forms.joined(by_key)
    agreed = {key: claims[0] for key, claims in by_key.items() if _agree(claims)}
    differ = (Contradiction(key, tuple(claims)) for key, claims in by_key.items() if key not in agreed)
    application: dict[str, Any] = {}
    sources = list(_build(application, _tree(agreed), ""))
    return Drafted(ordered(application), tuple(sources), tuple(differ))


def _claims(papers: Sequence[Says]) -> Iterator[Claim]:
    """What all papers claim. Of two parties on an invoice its holder is the one that other papers name as the applicant."""
    claims = [claim for says in papers for each in (deeds, forms, flows) for claim in each.claims(says)]
    names = {claim.value for claim in claims if claim.key == NAME}
    return chain(claims, *(documents.claims(says, names) for says in papers))


def _agree(claims: Sequence[Claim]) -> bool:
    first = claims[0]
    if first.key[-1] in WIDER:
        return all(same_name(first.value, each.value) for each in claims)
    return all(first.value == each.value for each in claims)


Tree = dict[str, Any]
"""Claims by the steps of their keys."""


def _tree(agreed: Mapping[Key, Claim]) -> Tree:
    tree: Tree = {}
    for key, claim in agreed.items():
        branch = tree
        for step in key[:-1]:
            branch = branch.setdefault(step, {})
        branch[key[-1]] = claim
    return tree


def _build(section: dict[str, Any], tree: Tree, pointer: str) -> Iterator[Source]:
    """Fill a section of the draft, and say where each of its values comes from."""
    for name, branch in tree.items():
        at = f"{pointer}/{name}"
        if isinstance(branch, Claim):
            section[name] = branch.value
            yield Source(at, branch.path, branch.place)
        elif name in LISTS:
            items = sorted(branch.items()) if name in BY_TIME else branch.items()
            section[name] = [{} for _ in items]
            for index, (_, item) in enumerate(items):
                yield from _build(section[name][index], item, f"{at}/{index}")
        else:
            section[name] = {}
            yield from _build(section[name], branch, at)
