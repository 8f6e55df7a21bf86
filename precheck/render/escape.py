"""How text is written where some characters have a meaning: one function for each kind of place."""

import os
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even as references."""
MARKDOWN = re.compile(r"[\\`*_{}\[\]()#|~]")
SPECIAL = re.compile(MARKDOWN.pattern + r"|[&<>@]|://|www\.|\s\s|[^\S ]")
"""Whatever has to be looked at more closely in Markdown; most texts have nothing of it."""
KEPT = 2048
"""Texts whose escaped form is kept: remedies, titles and sources come again with every draft."""
BACKTICKS = re.compile(r"`+")


@lru_cache(KEPT)
def xml(text: str) -> str:
    """Text for an element or an attribute of XML or HTML; what XML cannot hold is left out."""
    printable = text.isprintable()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    if printable:
        return text
    # In an attribute a line break as it is would be read as a blank.
    return NO_XML.sub("", text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def sentence(text: str) -> str:
    """Words of ours with a capital letter, where they start a line."""
    return text[:1].upper() + text[1:]


@lru_cache(KEPT)
def markdown(text: str) -> str:
    """Text for a line of Markdown: no emphasis, link, table, HTML or mention comes of it."""
    if not SPECIAL.search(text):
        return text.strip()
    text = MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "@<!-- -->")


def markdown_code(text: str) -> str:
    """Text as a code span of Markdown, outside of tables; not for an empty text."""
    text = " ".join(text.split())
    fence = "`" * (1 + max(map(len, BACKTICKS.findall(text)), default=0))
    space = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def workflow_data(text: str) -> str:
    """The message of a workflow command of GitHub Actions."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """A property of a workflow command of GitHub Actions."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def workflow_log(text: str) -> str:
    """A line of a log of GitHub Actions that is no command, whatever it starts with or holds."""
    line = " ".join(text.split()).replace("##[", "# #[")
    return f"- {line}" if line.startswith("::") else line


def relative(path: str) -> str:
    """A path from the current folder on, with slashes, as code platforms want it; outside of that folder as it is.

    A draft that was given without a path is called as standard input is.
    """
    return _relative(path or "-", os.getcwd())  # noqa: PTH109 - asked often, for every draft and format


@lru_cache(1)
def _relative(path: str, here: str) -> str:
    return os.path.normpath(path.removeprefix(here + os.sep)).replace(os.sep, "/")


def uri(path: str) -> str:
    """A relative URI reference for a path below the current folder, `file:` for any other absolute one."""
    path = relative(path)
    if Path(path).is_absolute():
        return "file://" + quote(path if path.startswith("/") else f"/{path}")
    return quote(path)
