"""Broken JSON: every fault by name and place in one run, and what mends without a person."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from precheck.source.fault import DEEPEST, MOST_FAULTS
from precheck.source.grammar import Parser
from precheck.source.syntax import lone_surrogates, mend, scan, without_surrogates

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
ALMOST_JSON = st.lists(
    st.sampled_from(
        [*'{}[]:,"', '"a"', '"甲"', "0", "-1", "2.5e3", "01", "true", "None", " ", "\n", "\\", "“", "”"]
    )
    | st.sampled_from(
        ["'", "：", "，", "//", "/*", "*/", "#", "万", "=", "\u3000", "\t", "NaN", "\\u12", "é"]
    ),
    max_size=14,
).map("".join)

VALID = """
{} | [] | 0 | -0 | 1e5 | 1E+5 | 1e-5 | -1.50 | "" | "a" | true | false | null | [[]] | [{}] | {"":0} | {"a":{}}
[1,200] | [1,200,300] | [0.10,1] | "a, b]" | "，：｛｝“”" | "// no comment" | "\\u5e97\\n\\/" | "\\ud83d\\ude00" | {"a":1,"a":2}
["'"] | "120万" | "\u3000" | [null,1,"1",{}] | "\\\\" | "\\"" | 1e999 | "it's" | {"“a”":"b"}
"""

# kind of the first fault: texts that have it
INVALID = {
    "empty": [" ", "\n\t"],
    "full_width_punctuation": ['{"a"：1}', '{"a":1，"b":2}', '｛"a":1｝', "[1、2]", "【1】", "[１２０]", "[\u30001]", "[1\u00a0]"],
    "curly_quote": ['{“a”:1}', '["a”]', "[”a“]", '{"a”: "b"}'],
    "single_quote": ["['a']", "{'a':1}", "[‘a’]"],
    "trailing_comma": ["[1,]", '{"a":1,}', '{"a":1,\n}', "[[],]"],
    "missing_comma": ['{"a":1 "b":2}', "[1 2]", '["a""b"]', "[1;2]", "[{}{}]"],
    "missing_colon": ['{"a" 1}', '{"a"=1}', '{"a"}', '{"a","b":1}', '{"a"{}}'],
    "missing_value": ['{"a":}', '{"a":,"b":1}', "[1,,2]", "[,1]", '{"a":1,,"b":2}', "{,}", "[,]"],
    "unquoted_word": ["{a:1}", "[店铺]", '{"d":2026-01-01}', "[tru]", "[0x1F]", "{1:2}", "[undefined]", "\\"],
    "python_word": ["[True]", "[None]", '{"a":False}', "[NULL]"],
    "not_a_number": ["NaN", "[-Infinity]", "[nan]"],
    "comment": ["// a\n{}", "[1 /* a */]", "# a\n[]", "[1//a\n]", "/* a"],
    "thousands_separator": ['{"a":1,200,000}', '{"a":1，200}', "[1,023]", "[1,200,000.50]", "1,200", "[-12,000]"],
    "leading_zero": ["[012]", "-01", "[00]"],
    "leading_plus": ["[+1]", "[+1.5]"],
    "bare_decimal": ["[.5]", "[5.]", "[-.5]"],
    "bad_escape": ['["\\d"]', '["\\u12"]', '["\\x41"]', '["\\uD83G"]'],
    "control_character": ['["a\tb"]', '["a\nb"]', '["\x00"]'],
    "unclosed_string": ['"', '["a', '{"a":"b\n}', '{"a":"b,\n"c":1}', "['a]"],
    "unclosed_bracket": ["[", "{", "[1", '{"a":1', '{"a":', '{"a"', "[1,", '[{"a":1]', '{"a":[1}'],
    "unmatched_bracket": ["]", "}", "[1]]", '{"a":1}}', "[1}]"],
    "extra_text": ["{} x", "1 2", "{},", '{"a":1}\n{"a":2}', "[] []"],
    "amount_unit": ["[120万]", '{"a":120 万元}', "[5%]", "[¥120]", "[3亿]", "[1.5元]", '{"a":9\t元}'],
    "too_deep": ["[" * 100_000, '{"a":' * 100_000],
    "invalid": ["[--1]", "[1.2.3]", "[1e]", "[-]", ":", "[:]", '{"a"::1}', "{:1}", '{"a":1:2}', "{[]:1}"],
}  # fmt: skip


def kinds(text: str) -> list[str]:
    return [fault.kind for fault in scan(text)]


def strict(text: str) -> object:
    def refuse(constant: str) -> None:
        raise ValueError(constant)

    return json.loads(text, parse_constant=refuse)


def is_json(text: str) -> bool:
    try:
        strict(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "text", [case.strip() for line in VALID.split("\n") for case in line.split(" | ") if line]
)
def test_json_has_no_fault(text: str) -> None:
    assert is_json(text)
    assert Parser(text, MOST_FAULTS).run().faults == []
    assert scan(text) == ()


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in INVALID for text in INVALID[kind]])
def test_the_first_fault_has_its_name(kind: str, text: str) -> None:
    assert kinds(text)[0] == kind


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_json_writes_has_no_fault(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert Parser(text, MOST_FAULTS).run().faults == []


@given(ALMOST_JSON)
@example('{"a":1,"b":"\\"”,"}')
def test_a_fault_is_found_exactly_where_json_is_refused(text: str) -> None:
    assert bool(scan(text)) is not is_json(text)


@given(ALMOST_JSON)
def test_the_parser_alone_agrees_with_the_standard_library(text: str) -> None:
    assert bool(Parser(text, MOST_FAULTS).run().faults) is not is_json(text)


@given(ALMOST_JSON)
def test_faults_stand_inside_the_text(text: str) -> None:
    assert all(0 <= fault.start <= fault.end <= len(text) for fault in scan(text))


@given(ALMOST_JSON)
def test_mended_text_is_json_of_the_same_length(text: str) -> None:
    mended = mend(text)
    assert mended is None or (is_json(mended) and len(mended) == len(text))


@given(ALMOST_JSON)
def test_with_stand_ins_too_and_only_a_last_bracket_is_added(text: str) -> None:
    mended = mend(text, dropping=True)
    if mended is not None:
        assert is_json(mended)
        assert len(mended) >= len(text)
        assert mended[len(text) :] in ("", "}", "]")


@given(VALUES.map(json.dumps))
def test_json_is_not_mended(text: str) -> None:
    assert mend(text) == text


def test_several_mistakes_are_named_in_one_run() -> None:
    text = '{“name”: "示例小店"，\n "employees": 08,\n "amount": 1,200,000,\n "open": True,\n}'
    assert [(fault.kind, text[fault.start : fault.end], fault.pointer) for fault in scan(text)] == [
        ("curly_quote", "“name”", ""),
        ("full_width_punctuation", "，", ""),
        ("leading_zero", "08", "/employees"),
        ("thousands_separator", "1,200,000", "/amount"),
        ("python_word", "True", "/open"),
        ("trailing_comma", ",", ""),
    ]


def test_a_fault_says_what_was_typed_and_what_to_type_instead() -> None:
    assert scan('{"a"：1}')[0].facts == {"typed": "：", "instead": ":"}
    assert scan("[120 万元]")[0].facts == {"typed": "万元"}
    assert scan("[１２]")[0].facts == {"typed": "０-９", "instead": "0-9"}
    assert scan("[None]")[0].facts == {"typed": "None", "instead": "null"}


def test_a_pointer_escapes_the_keys_and_counts_the_items() -> None:
    assert scan('{"a/b~": [1, {"\\u5e97": [[], 05]}]}')[0].pointer == "/a~1b~0/1/店/1"


@given(st.text(alphabet="秘密店铺", min_size=2))
@example("秘密")
def test_no_text_of_the_draft_is_among_the_facts(secret: str) -> None:
    for text in (
        f"{{{secret}:1}}",
        f'{{"a":{secret}}}',
        f'{{"a":"{secret}',
        f"['{secret}\\d']",
        f"// {secret}",
    ):
        assert not any(
            set("秘密店铺") & set(str(fact)) for fault in scan(text) for fact in fault.facts.values()
        )


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('{"a"：[1，2],}', '{"a":[1,2] }'),
        ("{'a': “b”}", '{"a": "b"}'),
        ("[1, // eins\n2]", "[1,        \n2]"),
        ("[True, None, １２０]", "[true, null, 120]"),
        ('{"a":1\n"b" 2}', '{"a":1,"b":2}'),
        ("[\u3000+1, '\t']", '[  1, " "]'),
    ],
)
def test_a_slip_with_one_reading_is_mended_in_place(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    ['{"a":1,200}', "[120万]", "[012]", "[5.]", "[1 2]", '["\\d"]', "[店铺]", "[1", "[NaN]", '["a""b"]'],
)
def test_what_only_the_writer_knows_is_not_mended(text: str) -> None:
    assert mend(text) is None


def test_dropping_leaves_a_hole_for_a_value_that_cannot_be_read() -> None:
    text = '{"a":1,200,000,"b":"\\d","c":.5,"d":2}'
    mended = mend(text, dropping=True)
    assert mended is not None
    assert strict(mended) == {"a": None, "b": None, "c": [], "d": 2}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ('{"a": , "b": 2}', {"a": [], "b": 2}),
        ('{\n  "a":,\n    "b": 2\n}', {"a": [], "b": 2}),
        ('{\n  "a": ,\n  "b": ,\n  "c": 2\n}', {"a": [], "b": [], "c": 2}),
        ('{\n  "b": 2,\n  "a":\n  }', {"b": 2, "a": []}),
        ('{"a": 1, "b": {"c": 2}', {"a": 1, "b": {"c": 2}}),
    ],
)
def test_where_a_value_or_the_last_bracket_is_missing_the_rest_is_read(text: str, stands: object) -> None:
    mended = mend(text, dropping=True)
    assert mended is not None
    assert strict(mended) == stands
    assert mended.count("\n") == text.count("\n")
    assert mend(text) is None


@pytest.mark.parametrize("text", ['{"a":}', '{"a": 1, "b": {"c": 2', '{"a": 1,', '{"a":,"b":1}'])
def test_where_there_is_no_room_or_more_is_missing_nothing_is_read(text: str) -> None:
    assert mend(text, dropping=True) is None


@pytest.mark.parametrize(
    "piece", ["：", "1,", "“", '"\n', "'", "/*", '{"a":', "\u200b", "\\", '"”,\\"', "\t", "}"]
)
def test_a_long_hostile_text_gets_no_more_than_fifty_faults(piece: str) -> None:
    assert 1 <= len(scan("[" + piece * 20_000)) <= MOST_FAULTS


def test_more_tokens_than_any_draft_has_are_never_called_clean() -> None:
    assert kinds("[" + "1," * 300_000) == ["invalid"]


def test_depth_is_no_fault_of_json_but_ends_the_search_in_broken_text() -> None:
    deep = "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)
    assert scan(deep) == ()
    assert kinds(deep + "]") == ["too_deep"]


@pytest.mark.parametrize(
    ("text", "number"),
    [('"\\ud800"', 1), ('"\\ud83d\\ude00"', 0), ('"\\\\ud800"', 0), ('"\udc00"', 1), ('"\\udc00\\ud800"', 2)],
)
def test_half_a_surrogate_pair_is_found_and_replaced(text: str, number: int) -> None:
    assert len(list(lone_surrogates(text))) == number
    json.loads(without_surrogates(text)).encode()
    assert len(without_surrogates(text)) == len(text)
