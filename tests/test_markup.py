"""XML of papers: read as the standard library reads it, and without entities."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.documents.readers.markup import DEEPEST, elements
from precheck.documents.reading import Unreadable

TAGS = st.sampled_from(["a", "发票", "s:b"])
TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=6)
TREES = st.recursive(
    st.tuples(TAGS, TEXTS, st.just([]), TEXTS),
    lambda inner: st.tuples(TAGS, TEXTS, st.lists(inner, max_size=4), TEXTS),
)


def built(tree):
    """The tree as the standard library writes it."""
    tag, text, children, tail = tree
    made = ElementTree.Element(tag.replace("s:", "{urn:s}"), {"n": text, "{urn:s}m": tail})
    made.text, made.tail = text, tail
    made.extend(map(built, children))
    return made


def expected(element, above=""):
    """Path, attributes and text of every element as it ends."""
    path = f"{above}/{element.tag.rpartition('}')[2]}".lstrip("/")
    for child in element:
        yield from expected(child, path)
    attributes = {name.removeprefix("{"): value for name, value in element.attrib.items()}
    yield path, attributes, "".join(element.itertext()), not len(element)


@given(TREES)
def test_elements_come_as_they_end_with_all_text_within(tree):
    root = built(tree)
    root.tail = None
    read = elements(ElementTree.tostring(root, "utf-8"))
    assert [(each.path, each.attributes, each.text, each.is_leaf) for each in read] == list(expected(root))


def test_a_file_longer_than_is_read_at_once_is_read_whole():
    data = b"<a>" + b"<b>text</b>" * 20_000 + b"</a>"
    assert [each.text for each in elements(data) if each.is_leaf] == ["text"] * 20_000


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (b"", "damaged"),
        (b"<a>", "damaged"),
        (b"<a></b>", "damaged"),
        (b"<x:a/>", "damaged"),
        (b"<a>&unknown;</a>", "damaged"),
        (b'<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a>&unknown;</a>', "damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "bomb"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "bomb"),
        (b'<!DOCTYPE a [<!ENTITY % b "c">]><a/>', "bomb"),
        (b"<a>" * (DEEPEST + 1), "too_large"),
    ],
)
def test_what_is_damaged_or_dangerous_is_not_read(data, verdict):
    with pytest.raises(Unreadable, match=verdict):
        list(elements(data))
