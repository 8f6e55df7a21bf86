"""A whole paper, or some lines of one column, in another unit."""

from .search import Explanation, Search, State


def whole_papers(search: Search, state: State, broken: list[int]) -> list[Explanation]:
    return []
