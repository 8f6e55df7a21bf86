"""What the report says beside its findings: until when it holds, which sources confirm it, who would take it."""

import json
from copy import deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import precheck
from precheck.errors import PrecheckError
from precheck.privacy import Voice
from precheck.render import FORMATS
from precheck.rule import Percent
from tests.command import command, draft  # noqa: F401 - fixtures
from tests.conftest import BASES, DAY, changed

WHOLESALE = BASES["wholesale-company"]


def report(data, on=DAY, **more):
    return precheck.check(data, on=on, **more)


def test_a_verdict_holds_until_the_day_before_something_runs_out():
    data = changed(set={"/people/1/valid_until": "2026-12-24", "/documents/3/valid_until": "2026-12-24"})
    assert report(data).holds_until == date(2026, 12, 24)


@pytest.mark.parametrize("base", BASES)
def test_the_horizon_is_the_last_day_on_which_a_check_says_ready(base):
    last = report(BASES[base]).holds_until
    days = 366 if last is None else (last - DAY).days
    assert all(report(BASES[base], on=DAY + timedelta(ahead)).ready for ahead in (1, days // 2, days))
    if last is not None:
        assert not report(BASES[base], on=last + timedelta(1)).ready


def test_a_draft_that_is_not_ready_has_no_horizon():
    assert report(changed(drop=["/scale/employees"])).holds_until is None


def test_every_source_of_the_declared_revenue_is_listed():
    states = {(each.year, each.source): each.state for each in report(WHOLESALE).evidence}
    assert states[2025, "revenue"] == states[2025, "vat_sales"] == states[2025, "tax_revenue"] == "confirms"
    assert states[2025, "bank_receipts"] == "not_given"


def test_a_source_that_differs_says_by_how_much():
    data = changed(set={"/revenue/1/amount": 2 * WHOLESALE["revenue"][1]["amount"]})
    entry = next(e for e in report(data).evidence if (e.year, e.source) == (2025, "revenue"))
    assert entry.state == "differs"
    assert entry.differs_by == pytest.approx(1.0)


def test_several_policies_have_a_verdict_each_and_the_first_one_speaks():
    found = report(WHOLESALE, policy=["generic-cn", "example-online"])
    assert [each.policy for each in found.verdicts] == ["generic-cn", "example-online"]
    assert found.policy == "generic-cn"
    assert found.ready is found.verdicts[0].ready
    assert bool(found.verdicts[1].blocked_by) is not found.verdicts[1].ready


def test_a_fingerprint_survives_edits_elsewhere_and_a_new_order():
    wrong = changed(set={"/documents/3/valid_until": "2026-01-01"})
    moved = deepcopy(wrong)
    moved["documents"].reverse()
    moved["loan"]["purpose"] = "采购冰箱"
    marks = [{each.code: each.fingerprint for each in report(data).findings} for data in (wrong, moved)]
    assert marks[0]
    assert marks[0] == marks[1]


def test_a_draft_given_as_a_dict_has_pointers_and_no_lines():
    data = changed(set={"/scale/employees": "many"})
    place = report(data).findings[0].place
    assert (place.pointer, place.location) == ("/scale/employees", None)
    assert report(json.dumps(data, indent=1)).findings[0].place.location.line > 1


def test_a_draft_that_is_being_filled_in_says_what_to_ask_for_next():
    found = report({"applicant": {"kind": "company"}})
    assert not found.ready
    assert {"/scale", "/loan"} <= {each.place.pointer for each in found.findings}
    assert all(each.waits_for for each in found.skipped)


def test_the_same_draft_gives_the_same_data():
    wrong = changed(set={"/scale/employees": 0}, drop=["/loan/purpose"])
    assert report(wrong).to_dict() == report(deepcopy(wrong)).to_dict()


def test_one_fault_a_thousand_times_is_named_two_hundred_times_and_counted():
    papers = [{"kind": "business_licence", "path": f"papers/{n}.jpg", "holder": 1} for n in range(450)]
    data = changed(set={"/documents": papers})
    found = [each for each in report(data, lang="en").findings if each.code == "SHP003"]
    assert len(found) == 200
    assert [each.params.get("more") for each in found if "more" in each.params] == ["250"]
    assert sum("250 more of this kind" in each.message for each in found) == 1


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_library_renders_what_the_command_writes(command, draft, form, lang):
    path = draft("a.json", set={"/loan/amount": "200000"})
    found = precheck.check(Path(path), on=DAY, lang=lang)
    assert found.render(form) == command.check(path, "--format", form, "--lang", lang).out


def test_a_format_that_there_is_not_is_refused():
    with pytest.raises(PrecheckError, match="html"):
        report(WHOLESALE).render("htm")


@pytest.mark.parametrize("name", precheck.__all__)
def test_every_noun_is_there_by_its_name(name):
    assert getattr(precheck, name).__name__ == name


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Reports'"):
        _ = precheck.Reports


@pytest.mark.parametrize(
    "wrong",
    [
        {"lang": "fr"},
        {"redact": "everything"},
        {"on": "2026-11-20"},
        {"papers": "a-folder"},
        {"papers": Path("no-such-folder")},
        {"policy": Path("no-such-policy.toml")},
        {"policy": []},
        {"policy": None},
        {"policy": ["generic-cn", 3]},
        {"papers": True},
    ],
)
def test_an_argument_that_is_none_of_what_it_may_be_is_a_fault_and_no_verdict(wrong):
    with pytest.raises(precheck.PrecheckError):
        precheck.check("{}", **{"on": DAY, **wrong})


@pytest.mark.parametrize("source", [None, 3, ["{}"], bytearray(b"{}")])
def test_a_source_that_is_none_of_what_it_may_be_is_a_fault_and_no_verdict(source):
    with pytest.raises(precheck.PrecheckError, match=type(source).__name__):
        precheck.check(source, on=DAY)


def test_a_moment_is_taken_for_its_day():
    moment = datetime(DAY.year, DAY.month, DAY.day, 23, 59)
    draft = BASES["restaurant"]
    assert precheck.check(draft, on=moment).to_dict() == precheck.check(draft, on=DAY).to_dict()


def test_a_policy_may_be_given_as_a_path(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('name = "mine"\ntitle = "t"\nextends = "generic-cn"\n', "utf-8")
    report = precheck.check(BASES["restaurant"], policy=[path, "generic-cn"], on=DAY)
    assert [each.policy for each in report.verdicts] == ["mine", "generic-cn"]


def test_what_was_skipped_and_what_was_found_are_named_alike():
    report = precheck.check(changed(drop=["/loan/amount"]), on=DAY)
    assert {each.code for each in report.skipped} == {each["code"] for each in report.to_dict()["skipped"]}
    assert [each.code for each in report.findings] == ["SHP001"]


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.1031, "10.31%"), (11.0, "1,100%"), (9999.0, "999,900%"), (-12.5, "-1,250%"), (0.0, "0%")],
)
def test_a_share_is_said_without_powers_of_ten(share, said):
    assert Voice().say(Percent(share)) == said
