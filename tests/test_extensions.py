"""A lender's own fields: its schema is a file from outside, and what a draft says in them is anything."""

import json
import socket

import pytest

import precheck
from precheck.errors import BadPolicy
from precheck.extensions import problems
from precheck.policy.file import load
from tests.conftest import DAY, changed

POLICY = 'name = "mine"\ntitle = "t"\nextends = "generic-cn"\nextensions = "mine.json"\n'


@pytest.fixture
def lender(tmp_path):
    """`lender(schema)`: the path of a policy whose own fields that schema describes."""

    def write(schema):
        (tmp_path / "mine.json").write_text(
            schema if isinstance(schema, str) else json.dumps(schema), "utf-8"
        )
        path = tmp_path / "mine.toml"
        path.write_text(POLICY, "utf-8")
        return str(path)

    return write


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_, **__):
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "objekt"}, "not as JSON Schema"),
        ("[1", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ({"properties": {"a": {"$ref": "#/$defs/b"}}}, "a reference to nothing"),
        ({"properties": {"a": {"$dynamicRef": "#b"}}}, "a reference to nothing"),
        ({"properties": {"a": {"$ref": "https://example.com/a.json"}}}, "nothing else is opened"),
        ({"properties": {"a": {"$ref": "file:///etc/hostname"}}}, "nothing else is opened"),
        ({"items": {"pattern": "a(?=b)"}}, "look-ahead"),
        ({"patternProperties": {"^(a+)+$": True}}, "not supported"),
    ],
)
def test_a_schema_that_cannot_be_used_is_a_fault_of_the_policy(lender, no_network, schema, said):
    with pytest.raises(BadPolicy, match=said):
        load(lender(schema))


def test_a_schema_that_never_ends_is_a_fault_and_no_verdict(lender):
    endless = lender({"$ref": "#"})
    with pytest.raises(BadPolicy, match="without end"):
        precheck.check(changed(set={"/extensions": {"a": 1}}), policy=endless, on=DAY)


def test_a_reference_inside_the_schema_is_followed():
    schema = {"properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"b": {"$id": "own:b", "type": "string"}}}
    assert [each.below for each in problems(schema, {"a": 1})] == ["/a"]


def test_a_pattern_that_tries_every_way_of_cutting_a_text_ends_all_the_same():
    schema = {"properties": {"a": {"pattern": "^(a+)+$"}}}
    assert [each.below for each in problems(schema, {"a": "a" * 60 + "!"})] == ["/a"]
    assert not list(problems(schema, {"a": "a" * 60}))


def test_a_pattern_may_stand_anywhere_in_a_text_and_speaks_of_texts_only():
    schema = {"additionalProperties": {"pattern": "B[0-9]"}}
    assert not list(problems(schema, {"a": "AB1C", "b": 3}))
    assert [each.below for each in problems(schema, {"a": "ABC"})] == ["/a"]
