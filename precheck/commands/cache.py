"""`precheck cache`: what is kept of papers, and how it is forgotten."""

import os
from pathlib import Path

from ..cli.terminal import Screen
from ..documents import cache_folder
from ..render import help_words as words

DONE, COULD_NOT = 0, 2


def show(clear: bool, screen: Screen) -> int:
    """Say where papers are remembered and how many, or forget them. Returns the exit code: 2 when the folder is not
    to be used."""
    lang, path = screen.style.lang, cache_folder.path()
    if path is None:
        screen.complain(words.NO_CACHE_FOLDER.say(lang))
        return COULD_NOT
    try:
        folder = cache_folder.folder(path)
    except FileNotFoundError:
        screen.write(words.NO_CACHE.say(lang).format(path=path) + "\n")
        return DONE
    except OSError:
        folder = None
    if folder is None:
        screen.complain(words.NOT_TRUSTED.say(lang).format(path=path))
        return COULD_NOT
    screen.write(_said(folder, path, clear, lang) + "\n")
    os.close(folder)
    return DONE


def _said(folder: int, path: Path, clear: bool, lang: str) -> str:
    if clear:
        return words.CLEARED.say(lang).format(path=path, n=cache_folder.clear(folder))
    kept = cache_folder.entries(folder)
    size = -(-sum(each.size for each in kept) // 1024)
    return words.CACHED.say(lang).format(path=path, n=len(kept), size=size)
