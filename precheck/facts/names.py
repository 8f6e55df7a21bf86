"""Whether two names are the same name: registers, banks and people write brackets, blanks and dots differently."""

from typing import Final

from .characters import visible

_ONE_KIND: Final = str.maketrans("[{〔【〖〈《<]}〕】〗〉》>•‧・∙⋅●.", "((((((((" + "))))))))" + "·" * 7)


def fold_name(name: str) -> str:
    """`name` with one kind of bracket and dot, narrow characters, and no blanks or hidden characters."""
    return visible(name).translate(_ONE_KIND)


def same_name(one: str, other: str) -> bool:
    """Whether two names are equal once folded."""
    return one == other or fold_name(one) == fold_name(other)
