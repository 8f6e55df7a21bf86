"""Promises that hold for any draft, not just the ones that somebody thought of."""

import json
from copy import deepcopy

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import precheck
from precheck.schema import application_schema
from tests.conftest import DAY, READY

SCHEMA = application_schema()
SECOND_OPINIONS = [Draft202012Validator(SCHEMA), jsonschema_rs.Draft202012Validator(SCHEMA)]
LONG = "长" * 5000
WRONG = [
    None,
    True,
    -1,
    3,
    1.5,
    1e300,
    -1e300,
    10**30,
    "",
    "x",
    LONG,
    "2026-02-30",
    "２０２６",
    [],
    [1],
    [None],
    {},
    {"a": 1},
]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def pointers(data, at=""):
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield f"{at}/{key}"
        yield from pointers(value, f"{at}/{key}")


def reach(data, pointer):
    *above, key = pointer.split("/")[1:]
    for step in above:
        data = data[int(step) if isinstance(data, list) else step]
    return data, int(key) if isinstance(data, list) else key


PLACES = [(base, pointer) for base in READY for pointer in pointers(READY[base])]
REQUIRED_OR_NOT = [(base, pointer) for base, pointer in PLACES if not pointer.rpartition("/")[2].isdigit()]
places = st.sampled_from(PLACES)
keys = st.sampled_from(REQUIRED_OR_NOT)


def is_refused(data):
    return not all(opinion.is_valid(data) for opinion in SECOND_OPINIONS)


def stands_at(report, pointer):
    """Whether a finding speaks of the place, of something below it, or of what holds it."""
    places = [place.pointer for each in report.findings for place in (each.place, *each.related)]
    return any(place == pointer or place.startswith(f"{pointer}/") for place in places)


def check(data):
    return precheck.check(json.dumps(data, ensure_ascii=False).encode(), on=DAY)


@settings(max_examples=400, deadline=None)
@given(places, st.sampled_from(WRONG) | JSON)
def test_a_wrong_value_is_found_at_its_place_and_never_ready_where_a_schema_refuses(place, value):
    base, pointer = place
    data = deepcopy(READY[base])
    parent, key = reach(data, pointer)
    parent[key] = value
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    except ValueError:
        return
    report = precheck.check(text.encode("utf-8", "surrogatepass"), on=DAY)
    if is_refused(json.loads(text)):
        assert not report.ready
        assert stands_at(report, pointer)


@pytest.mark.parametrize("typed", ["²", "٣", "007", "9" * 5000])
def test_what_only_looks_like_a_number_is_a_key_and_a_text_like_any_other(typed):
    data = deepcopy(READY["restaurant"])
    data["loan"][typed] = 1.2345
    data["bank_accounts"][0]["number"] = (typed * 16)[:16]
    report = check(data)
    assert report.to_dict()["ready"] is False
    assert stands_at(report, "/loan")
    assert stands_at(report, "/bank_accounts/0/number")


@settings(max_examples=300, deadline=None)
@given(keys)
def test_a_deleted_key_is_found_where_it_is_required(place):
    base, pointer = place
    data = deepcopy(READY[base])
    parent, key = reach(data, pointer)
    del parent[key]
    report = check(data)
    if is_refused(data):
        assert not report.ready
        assert stands_at(report, pointer)


@settings(max_examples=300, deadline=None)
@given(places, JSON, st.sampled_from(["zh", "en"]))
def test_whatever_is_ready_is_valid_for_every_other_validator(place, value, lang):
    base, pointer = place
    data = deepcopy(READY[base])
    parent, key = reach(data, pointer)
    parent[key] = value
    report = precheck.check(data, on=DAY, lang=lang)
    assert not report.ready or not is_refused(json.loads(json.dumps(data, default=str)))
    assert report.to_dict()["ready"] is report.ready


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_give_a_report(data):
    report = precheck.check(data, on=DAY)
    assert not report.ready
    assert report.findings


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_draft_damaged_anywhere_gives_a_report(data):
    text = json.dumps(READY[data.draw(st.sampled_from(sorted(READY)))], ensure_ascii=False).encode()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 8))
    report = precheck.check(text[:at] + data.draw(st.binary(max_size=6)) + text[at + cut :], on=DAY)
    assert isinstance(report.to_dict(), dict)


@pytest.mark.parametrize("base", READY)
def test_a_draft_means_the_same_by_whichever_route_it_is_given(base, tmp_path):
    text = json.dumps(READY[base], ensure_ascii=False)
    path = tmp_path / "application.json"
    path.write_text(text, "utf-8")
    reports = [precheck.check(source, on=DAY) for source in (text, text.encode(), path, READY[base])]
    assert [each.ready for each in reports] == [True] * 4


def test_every_gap_that_a_rule_waits_for_is_also_a_finding():
    data = deepcopy(READY["wholesale-company"])
    del data["scale"]["employees"]
    data["statements"][0]["balance_sheet"]["closing"]["cash"] = "many"
    data["documents"] = "none"
    report = check(data)
    places = {each.place.pointer for each in report.findings}
    assert report.skipped
    for each in report.skipped:
        for pointer in each.waits_for:
            assert any(pointer.startswith(place) for place in places), (each.rule.code, pointer)
