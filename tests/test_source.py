"""A draft: bytes, text or a dict in; the bytes to check, the faults of the file and the place of every value out."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json

from precheck.errors import UnreadablePath
from precheck.source import Draft, Location, from_object, read, read_path
from precheck.source.decoding import LARGEST
from precheck.source.positions import walk

SHOP = '{"name": "示例小店", "loan": {"amount": 1234.560, "term": 12}}'
TEXTS = st.text(max_size=4) | st.sampled_from(["", "/", "~", "~1", "a/b", '"', "\\", "店", "\u2028", "0"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)
DOCUMENTS = st.builds(
    lambda value, indent, gap, ascii_only: json.dumps(
        value, indent=indent, separators=(gap + ",", gap + ":" + gap), ensure_ascii=ascii_only
    ).replace("\n", gap if gap.strip(" ") else "\n"),
    VALUES,
    st.sampled_from([None, 0, 2]),
    st.sampled_from(["", " ", "\r\n", "\r", "\t"]),
    st.booleans(),
)
ALMOST_JSON = st.lists(
    st.sampled_from(
        [*'{}[]:,"', '"a":', '"\\ud800"', "1", "，", "“", "'", "True", "5万", "//", "\n", "\ud800"]
    ),
    max_size=12,
).map("".join)


def pointers(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every JSON Pointer of a document, with its value."""
    yield pointer, value
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, inner in members:
        yield from pointers(inner, f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}")


def cut(text: str, place: Location) -> str:
    """The text between the two ends of a location."""
    lines = text.replace("\r\n", "\n ").replace("\r", "\n").split("\n")
    starts = [sum(len(each) + 1 for each in lines[:number]) for number in range(len(lines))]
    # A pair of \r\n became "\n ", so that a line after it starts one column early.
    shifts = [1 if start >= 2 and text[start - 1 : start + 1] == "\r\n" else 0 for start in starts]
    at = [start + shift for start, shift in zip(starts, shifts, strict=True)]
    return text[at[place.line - 1] + place.column - 1 : at[place.end_line - 1] + place.end_column - 1]


def kinds(draft: Draft) -> list[str]:
    return [fault.kind for fault in (*draft.faults, *draft.written.syntax_faults())]


class TestPlaces:
    @given(DOCUMENTS)
    def test_the_place_of_every_pointer_holds_its_value(self, text: str) -> None:
        draft = read(text.encode())
        for pointer, value in pointers(json.loads(text)):
            assert json.loads(draft.written.typed(pointer)) == value
            assert json.loads(cut(text, draft.written.locate(pointer))) == value

    @given(DOCUMENTS)
    def test_the_place_of_every_key_holds_the_key(self, text: str) -> None:
        draft = read(text.encode())
        keys = [entry for entry in walk(text) if entry.is_key]
        for entry in keys:
            step = entry.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            assert json.loads(cut(text, draft.written.locate_key(entry.pointer))) == step

    @given(DOCUMENTS)
    def test_a_walk_meets_every_value_once_in_order(self, text: str) -> None:
        values = [entry for entry in walk(text) if not entry.is_key]
        assert [entry.pointer for entry in values] == [pointer for pointer, _ in pointers(json.loads(text))]
        assert [entry.start for entry in values] == sorted(entry.start for entry in values)

    def test_columns_count_characters_from_one(self) -> None:
        assert read(SHOP).written.locate("/loan/amount") == Location(1, 37, 1, 45)
        assert read('{"甲😀": 1}').written.locate("/甲😀") == Location(1, 8, 1, 9)

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_three_kinds_of_line_break(self, newline: str) -> None:
        text = newline.join(["{", '"a":', '  "\u2028", "b": [', "1", "]}"])
        assert read(text).written.locate("/a") == Location(3, 3, 3, 6)
        assert read(text).written.locate("/b") == Location(3, 13, 5, 2)

    def test_an_absent_value_is_looked_for_where_it_should_stand(self) -> None:
        draft = read('{"loan": {"term": 12}, "debts": [1]}')
        assert draft.written.locate("/loan/amount") == Location(1, 10, 1, 11)
        assert draft.written.locate("/loan/amount/fen") == Location(1, 10, 1, 11)
        assert draft.written.locate("/debts/1") == Location(1, 33, 1, 34)
        assert draft.written.locate("/people/0") == Location(1, 1, 1, 2)
        assert draft.written.locate("/loan/term/unit") == Location(1, 19, 1, 21)
        assert draft.written.typed("/people/0") == ""

    def test_of_two_equal_keys_the_last_one_counts(self) -> None:
        draft = read('{"a": 1, "\\u0061": 2}')
        assert draft.written.typed("/a") == "2"
        assert draft.written.locate_key("/a") == Location(1, 10, 1, 18)

    def test_a_number_is_kept_as_it_was_typed(self) -> None:
        draft = read(SHOP)
        assert draft.written.typed("/loan/amount") == "1234.560"
        assert list(draft.written.typed_numbers()) == [("/loan/amount", "1234.560"), ("/loan/term", "12")]

    def test_mended_text_has_its_places_in_the_original(self) -> None:
        draft = read('{“a”：1,200,\n "b": [5 万, True,],}')
        assert draft.written.typed("/b/1") == "True"
        assert draft.written.locate("/b/1") == Location(2, 13, 2, 17)

    def test_broken_text_has_places_up_to_the_break(self) -> None:
        assert read('{"a": [1, 2], "b" nonsense').written.locate("/a/1") == Location(1, 11, 1, 12)


class TestEncodings:
    @pytest.mark.parametrize(
        ("codec", "encoding", "fault"),
        [
            ("utf-8", "utf-8", []),
            ("utf-8-sig", "utf-8-sig", ["bom"]),
            ("utf-16", "utf-16", ["encoding"]),
            ("utf-16-le", "utf-16", ["encoding"]),
            ("utf-16-be", "utf-16", ["encoding"]),
            ("gb18030", "gb18030", ["encoding"]),
            ("gbk", "gb18030", ["encoding"]),
        ],
    )
    def test_the_text_is_the_same_in_every_encoding(
        self, codec: str, encoding: str, fault: list[str]
    ) -> None:
        draft = read(SHOP.encode(codec))
        assert (draft.text, draft.encoding, kinds(draft)) == (SHOP, encoding, fault)
        assert draft.written.data == json.loads(SHOP)
        assert draft.written.mended() == SHOP.encode()

    @pytest.mark.parametrize(
        ("codec", "name"), [("utf-8-sig", "UTF-8 BOM"), ("utf-16", "UTF-16"), ("gbk", "GB18030")]
    )
    def test_the_fault_says_which_encoding_it_is(self, codec: str, name: str) -> None:
        draft = read(SHOP.encode(codec))
        assert [each.facts for each in (*draft.faults, *draft.written.syntax_faults())] == [
            {"encoding": name}
        ]

    def test_gbk_without_chinese_characters_is_utf_8(self) -> None:
        draft = read('{"a": 1}'.encode("gbk"))
        assert (draft.encoding, kinds(draft)) == ("utf-8", [])

    def test_faults_are_found_in_gbk_too(self) -> None:
        draft = read('{"店"：1}'.encode("gbk"))
        assert kinds(draft) == ["encoding", "full_width_punctuation"]
        assert draft.written.mended() == '{"店":1}'.encode()

    @pytest.mark.parametrize(
        "raw",
        [
            b"\x89PNG\r\n\x1a\n\x00\x00",
            b"\x00\x00\x00\x00",
            b"\xff\xfe\x00",
            b"\xff\xff\xff",
            SHOP.encode("utf-32"),
            b"{\x80}",
        ],
    )
    def test_bytes_that_are_no_text(self, raw: bytes) -> None:
        assert kinds(read(raw)) == ["not_text"]
        assert read(raw).written.mended() is None

    def test_damaged_utf_8_is_not_taken_for_gbk(self) -> None:
        whole = '{"name": "示例小店甲乙丙丁"}'.encode()
        raw = whole[:10] + b"\xb0" + whole[11:]
        assert raw.decode("gb18030")  # other characters, but no error
        assert kinds(read(raw)) == ["not_text"]

    def test_a_mark_in_text_is_a_mark_too(self) -> None:
        draft = read("\ufeff{}")
        assert (draft.text, draft.raw, kinds(draft)) == ("{}", b"{}", ["bom"])


class TestReading:
    def test_clean_bytes_are_passed_on_as_they_are(self) -> None:
        raw = SHOP.encode()
        draft = read(raw, path="示例.json")
        assert draft.raw is raw
        assert (draft.faults, draft.path, draft.has_text) == ((), "示例.json", True)
        assert "_decoded" not in draft.__dict__

    @given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode) | DOCUMENTS.map(str.encode))
    def test_bytes_that_a_strict_parser_refuses_have_a_fault(self, raw: bytes) -> None:
        draft = read(raw)
        try:
            from_json(draft.raw or b"", allow_inf_nan=False)
        except ValueError:
            assert kinds(draft)

    @given(ALMOST_JSON)
    def test_what_is_offered_in_place_of_refused_bytes_is_never_refused(self, text: str) -> None:
        mended = read(text).written.mended()
        if mended is not None:
            from_json(mended, allow_inf_nan=False)  # raises what it refuses

    @given(
        st.text(max_size=30) | ALMOST_JSON, st.lists(st.sampled_from(["", "/a", "/0/b", "/~1", "x", "/-"]))
    )
    def test_any_text_can_be_asked_anything(self, text: str, asked: list[str]) -> None:
        draft = read(text)
        for pointer in asked:
            assert draft.written.locate(pointer).line >= 1
            assert draft.written.locate_key(pointer).column >= 1
            assert draft.written.typed(pointer) in text
        assert all(typed in text for _, typed in draft.written.typed_numbers())
        assert all(fault.kind == "duplicate_key" for fault in draft.written.duplicate_keys())

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", ["empty"]),
            ("[1]", ["not_object"]),
            ('{"a": 1e999}', ["not_a_number"]),
            ('{"a": NaN}', ["not_a_number"]),
            ('{"a": -Infinity}', ["not_a_number"]),
            ('{"a": ' + "9" * 5000 + "}", ["not_a_number"]),
            ('{"a": "\\ud800"}', ["lone_surrogate"]),
            ('{"a": "\ud800"}', ["lone_surrogate"]),
            ('{"a":' + "[" * 64 + "]" * 64 + "}", ["too_deep"]),
            ('{"a":' + "[" * 63 + "]" * 63 + "}", []),
            ('{"a":' + "[" * 100_000, ["too_deep"]),
        ],
    )
    def test_what_is_no_application_is_named(self, text: str, found: list[str]) -> None:
        assert kinds(read(text)) == found

    def test_what_no_float_holds_is_none_among_the_data(self) -> None:
        text = '{"a": NaN, "b": 1e999, "c": -Infinity, "d": %s, "e": 2.5, "f": 7}' % ("9" * 5000)
        assert read(text).written.data == {"a": None, "b": None, "c": None, "d": None, "e": 2.5, "f": 7}
        assert read("{broken").written.data is None

    def test_a_key_that_stands_twice_is_named_at_the_second(self) -> None:
        text = '{"loan": {"amount": 1},\n "debts": [{"a/b": 1, "a": 2,\n "a\\u002fb": 3}], "amount": 2, "loan": {}}'
        faults = read(text).written.duplicate_keys()
        assert [(each.pointer, text[each.start : each.end], each.facts) for each in faults] == [
            ("/debts/0/a~1b", '"a\\u002fb"', {"first_line": 2}),
            ("/loan", '"loan"', {"first_line": 1}),
        ]

    @given(DOCUMENTS)
    def test_a_document_without_twins_has_no_duplicate_keys(self, text: str) -> None:
        assert read(text).written.duplicate_keys() == ()

    def test_too_large_is_a_fault(self) -> None:
        assert kinds(read(b" " * (LARGEST + 1))) == ["too_large"]
        assert kinds(read("店" * (LARGEST // 3 + 1))) == ["too_large"]
        assert read(b" " * LARGEST).faults == ()


class TestPaths:
    def test_a_file_keeps_its_path_as_given(self, tmp_path: Path) -> None:
        path = tmp_path / "申请.json"
        path.write_text(SHOP, encoding="utf-8")
        draft = read_path(path)
        assert (draft.path, draft.raw) == (str(path), SHOP.encode())

    def test_a_large_file_is_a_fault(self, tmp_path: Path) -> None:
        path = tmp_path / "large.json"
        path.write_bytes(b" " * (LARGEST + 1))
        assert (kinds(read_path(path)), read_path(path).path) == (["too_large"], str(path))

    @pytest.mark.parametrize("name", ["absent.json", "", "a\0b"])
    def test_what_cannot_be_read_is_an_error(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(UnreadablePath):
            read_path(f"{tmp_path}/{name}")


class TestObjects:
    @given(VALUES.map(lambda value: {"a": value}))
    def test_a_dict_reads_as_the_same_json(self, value: dict[str, Any]) -> None:
        draft = from_object(value)
        assert json.loads(draft.raw or b"") == value
        assert (draft.faults, draft.has_text, draft.path) == ((), False, "")

    def test_dates_decimals_and_tuples_are_written_as_json_has_them(self) -> None:
        value = {
            "issued": date(2026, 1, 31),
            "amount": Decimal("1234.560"),
            "small": Decimal("1E-7"),
            "pair": (1, True),
        }
        draft = from_object(value)
        assert draft.text == '{"issued":"2026-01-31","amount":1234.560,"small":1E-7,"pair":[1,true]}'
        assert draft.written.typed("/amount") == "1234.560"

    @pytest.mark.parametrize(
        ("value", "kind"),
        [
            (float("nan"), "not_a_number"),
            (float("-inf"), "not_a_number"),
            (Decimal("NaN"), "not_a_number"),
            pytest.param(10**5000, "not_a_number", id="long integer"),
            (b"bytes", "invalid"),
            ({1, 2}, "invalid"),
            (object(), "invalid"),
        ],
    )
    def test_what_json_cannot_hold_is_a_fault_and_null(self, value: object, kind: str) -> None:
        draft = from_object({"rows": [{"x/y": value, "z": 1}]})
        assert [(each.kind, each.pointer) for each in draft.faults] == [(kind, "/rows/0/x~1y")]
        assert draft.written.data == {"rows": [{"x/y": None, "z": 1}]}

    def test_a_key_that_is_no_text_is_left_out(self) -> None:
        draft = from_object({"a": {1: "x", "b": 2}})
        assert [(each.kind, each.pointer) for each in draft.faults] == [("invalid", "/a")]
        assert draft.written.data == {"a": {"b": 2}}

    def test_a_dict_that_holds_itself_is_too_deep(self) -> None:
        value: dict[str, Any] = {}
        value["again"] = value
        assert {each.kind for each in from_object(value).faults} == {"too_deep"}

    def test_a_dict_that_repeats_itself_without_end_is_too_large(self) -> None:
        value: dict[str, Any] = {}
        value["a"] = value["b"] = [value] * 9
        assert "too_large" in {each.kind for each in from_object(value).faults}

    def test_half_a_surrogate_pair_in_a_dict_is_found(self) -> None:
        draft = from_object({"name": "\ud800"})
        assert [each.kind for each in draft.written.syntax_faults()] == ["lone_surrogate"]
        assert draft.written.mended() == '{"name":"\ufffd"}'.encode()
