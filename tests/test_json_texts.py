"""What a strict JSON parser takes and refuses (RFC 8259), put into the place of a lender's own field."""

import json

import pytest

import precheck
from tests.conftest import DAY, READY

TAKEN = [
    "[]", "[[]   ]", '[""]', "[ 4]", "[null, 1, \"1\", {}]", "[true]\t", "{}", '{"":0}', '{"a":[]}', '{"\\u0000":1}',
    '{"min": -1.0e+28, "max": 1.0e+28}', "[123e65]", "[0e+1]", "[0e1]", "[ 4 ]", "[-0]", "[-0.0]", "[20e1]", "[1E22]",
    "[1E-2]", "[1E+2]", "[123.456e78]", "[0.1]", "[-1]", "[1e-400]", '["\\u0060\\u012a\\u12AB"]',
    '["\\uD801\\udc37"]', '["\\"\\\\\\/\\b\\f\\n\\r\\t"]', '["\\\\u0000"]', '["a/*b*/c"]', '["\\u0012"]',
    '["\\uFFFF"]', '["\U0010ffff"]', '["\\uD834\\uDd1e"]', '["€𝄞"]', '["\\u002c"]', '["π"]', '["asd "]', '" "',
    '["new\\u00A0line"]', '["\u2028\u2029"]', '["\x7f"]', "false", "42", "-0.1", "null", '"asd"', "true", '""',
    '["a",\n"b"]', "[\n1\n,\n2]", '{"title":"\\u041f\\u043e"}', '{"a":"b"}', "[" * 40 + "]" * 40,
]  # fmt: skip
REFUSED = [
    "[1 true]", '["": 1]', '[""],', "[,1]", "[1,,2]", '["x",,]', '["x"]]', '["",]', '["x"', "[x", "[3[4]]", "[1:2]",
    "[,]", "[-]", "[   , \"\"]", '["a",\n4\n,1,', "[1,]", "[1,,]", '["\va"\\f]', "[*]", '[""', "[1,\n1\n,1", "[{}",
    "[fals]", "[nul]", "[tru]", "[++1234]", "[+1]", "[+Inf]", "[-01]", "[-1.0.]", "[-2.]", "[-NaN]", "[.-1]", "[.2e-3]",
    "[0.1.2]", "[0.3e+]", "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[0e+]", "[0e]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1 000.0]",
    "[1eE2]", "[2.e+3]", "[2.e-3]", "[2.e3]", "[9.e+]", "[Inf]", "[NaN]", "[１]", "[1+2]", "[0x1]", "[0x42]", "[Infinity]",
    "[0e+-1]", "[-123.123foo]", "[-Infinity]", "[-foo]", "[- 1]", "[-012]", "[-.123]", "[-1x]", "[1ea]", "[1.]", "[.123]",
    "[1.2a-3]", "[1.8011670033376514H-308]", "[012]", '["x", truth]', '{[: "x"}', '{"x", null}', '{"x"::"b"}', '{"a":"a" 123}',
    '{key: "value"}', '{"a" b}', '{:"b"}', '{"a"}', '{"a":', "{1:1}", "{9999E9999:1}", "{null:null}", '{"id":0,,,,,}',
    "{'a':0}", '{"id":0,}', '{"a":"b"}/**/', '{"a":"b"}//', '{"a":/*c*/"b"}', '{"a":"b",,"c":"d"}', "{a: \"b\"}", '{"a":"a',
    '{ "foo" : "bar", "a" }', '{"a":"b"}#', '["\\uD800\\"]', '["\\uD800\\u"]', '["\\uD800\\u1"]', '["\\uD800\\u1x"]', "[é]",
    '["\\x00"]', '["\\\\\\"]', '["\\\t"]', '["\\🌀"]', '["\\"]', '["\\u00A"]', '["\\uD834\\uDd"]', '["\\a"]', '["\\uqqqq"]',
    "[\\u0020\"asd\"]", "[\\n]", '"', "['single quote']", "abc", '["\\', '["new\nline"]', '["\t"]', '"\\UA66D"', '""x',
    "<.>", "[<null>]", "[1]x", '["asd]', "aå", "[True]", "1]", '{"x": true,', "[][]", "]", "", "[", "{}}", '{"":', "nul",
    "[1,", '[,', '[{', '["a', '["a"', "{,", '{"a', "{'a'", '{"a":"b"}"c"', "*", "[\u2060]", "å", '[1]\\f',
    '{"superstring" "x"}', "[‘a’]", "［1］", "[1，2]",
]  # fmt: skip


def inside_a_ready_draft(text):
    draft = json.dumps(READY["restaurant"], ensure_ascii=False)
    return draft.removesuffix("}") + ', "extensions": {"own": ' + text + "}}"


@pytest.mark.parametrize("text", TAKEN)
def test_what_json_is_may_stand_in_a_field_of_the_lender(text):
    assert precheck.check(inside_a_ready_draft(text), on=DAY).ready


@pytest.mark.parametrize("text", REFUSED)
def test_what_json_is_not_is_a_fault_of_the_text(text):
    for source in (text, inside_a_ready_draft(text)):
        report = precheck.check(source.encode(), on=DAY)
        assert not report.ready
        assert any(each.code.startswith("TXT") for each in report.findings)
