"""ZIP archives: read as the standard library reads them, which knows many more."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.documents.readers.zipped import Archive, Damaged

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=8)
FILES = st.dictionaries(NAMES, st.binary(max_size=300).map(lambda data: data * 400), max_size=5)


def packed(files, method=ZIP_DEFLATED, comment=b"", *, large=False):
    """An archive; `large` writes every member as if it might be of many gigabytes."""
    made = BytesIO()
    with ZipFile(made, "w", method) as archive:
        archive.comment = comment
        for name, data in files.items():
            with archive.open(name, "w", force_zip64=large) as file:
                file.write(data)
    return made.getvalue()


def unpacked(data):
    archive = Archive(data)
    return {each.name: b"".join(archive.pieces(each.name)) for each in archive.members}


@given(
    FILES,
    st.sampled_from([ZIP_DEFLATED, ZIP_STORED]),
    st.binary(max_size=40),
    st.binary(max_size=40),
    st.booleans(),
)
def test_an_archive_gives_what_was_packed(files, method, comment, before, large):
    comment = comment.replace(b"PK", b"--")
    assert unpacked(before + packed(files, method, comment, large=large)) == files


@given(FILES, st.data())
def test_a_damaged_archive_gives_nothing_but_what_was_packed(files, data):
    whole = packed(files)
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 4)) :]
    try:
        left = unpacked(cut)
    except (ValueError, zlib.error):
        return
    assert set(left.values()) <= {*files.values(), b""}


def test_a_list_of_members_for_archives_of_gigabytes_is_read():
    """The standard library writes one only above four gigabytes; here is what it would write, around a small file."""
    plain = packed({"a": b"text"})
    end = plain.rindex(b"PK\5\6")
    start = plain.index(b"PK\1\2")
    size, begin = (number.to_bytes(8, "little") for number in (end - start, start))
    large = b"PK\6\6" + (44).to_bytes(8, "little") + bytes(28) + size + begin
    pointer = b"PK\6\7" + bytes(4) + end.to_bytes(8, "little") + bytes(4)
    closing = plain[end : end + 12] + b"\xff" * 8 + bytes(2)
    assert unpacked(plain[:end] + large + pointer + closing) == {"a": b"text"}


def test_a_member_that_unpacks_to_more_than_it_claims_is_damaged():
    data = packed({"a": bytes(1000)})
    claimed = data.replace((1000).to_bytes(4, "little"), (999).to_bytes(4, "little"))
    with pytest.raises(Damaged):
        unpacked(claimed)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\5\6", b"no archive at all"])
def test_what_is_no_archive_is_damaged(data):
    with pytest.raises(Damaged):
        Archive(data)
