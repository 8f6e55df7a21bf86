"""The characters that a reader of a text sees."""

from unicodedata import normalize


def visible(text: str) -> str:
    """`text` in NFKC form (full-width characters made narrow) without blanks, control and zero-width characters."""
    narrow = normalize("NFKC", text)
    if narrow.isprintable() and " " not in narrow:
        return narrow
    return "".join(each for each in narrow if each.isprintable() and each != " ")


def has_hidden_characters(text: str) -> bool:
    """Whether a code contains blanks, full-width, control or zero-width characters that a form may refuse.

    Meant for codes: a name may well contain blanks and full-width brackets.
    """
    return " " in text or not text.isprintable() or normalize("NFKC", text) != text


def printable(text: str) -> str:
    """A text without the characters that could steer a terminal or turn the direction of writing."""
    if text.isprintable():
        return text
    return "".join(each for each in text if each.isprintable() or each == "\u3000")
