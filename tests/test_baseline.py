"""Waivers: what a baseline accepts, what it must not cover, and that it gives nothing away."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.acceptance.baseline import Waiver
from precheck.acceptance.baseline_file import load, written
from precheck.acceptance.waiver_facts import check_number
from precheck.examination import MOST_NAMED
from precheck.render import FORMATS
from tests.command import command, draft  # noqa: F401 - fixtures
from tests.conftest import BASES, changed

FILE = "precheck-baseline.toml"
USE = ("--baseline", FILE)
EXPIRED = {"/documents/3/valid_until": "2026-11-01"}


@pytest.fixture
def accept(command, tmp_path, monkeypatch):
    """`accept("a.json")`: accept what is found in it today."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        answer = command(
            "baseline", *arguments, "--on", "2026-11-20", "--reason", "as agreed", "--lang", "en"
        )
        assert answer.code == 0, answer.err
        return answer

    return run


def rows():
    return tomllib.loads(Path(FILE).read_text("utf-8")).get("waiver", [])


def waived(command, *arguments):
    """The codes that are waived, and those that stand, of one draft."""
    found = command.report(*arguments, *USE)["files"][0]["findings"]
    return [[each["code"] for each in found if ("waived" in each) is state] for state in (True, False)]


def test_what_is_accepted_today_fails_no_more_and_stays_in_the_report(command, draft, accept):
    path = draft("a.json", set=EXPIRED, drop=["/applicant/business_scope"])
    assert command.check(path).code == 1
    accept("a.json")
    assert command.check(path, *USE).code == 0
    report = command.report(path, *USE)
    assert report["files"][0]["ready"] is False
    assert "unused_waivers" not in report["files"][0]
    assert report["summary"]["waived"] == len(rows()) == len(report["files"][0]["findings"])
    assert {each["waived"]["reason"] for each in report["files"][0]["findings"]} == {"as agreed"}


def test_a_rule_that_waits_for_what_is_accepted_does_not_fail_either(command, draft, accept):
    path = draft("a.json", drop=["/applicant/business_scope"])
    accept("a.json")
    entry = command.report(path, *USE)["files"][0]
    assert entry["skipped"]
    assert all("waived" in each for each in entry["skipped"])


def test_a_row_has_the_reason_the_day_and_the_place(draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json", "--until", "2026-12-31")
    row = next(each for each in rows() if each["place"].endswith("/valid_until"))
    assert (row["path"], row["reason"]) == ("a.json", "as agreed")
    assert (row["since"], row["until"]) == (date(2026, 11, 20), date(2026, 12, 31))


@pytest.mark.parametrize("missing", [(), ("--reason", " ")])
def test_a_reason_is_needed(command, draft, tmp_path, monkeypatch, missing):
    monkeypatch.chdir(tmp_path)
    draft("a.json", set=EXPIRED)
    assert command("baseline", "a.json", *missing).code == 2
    assert not Path(FILE).exists()


def test_edits_elsewhere_and_a_new_order_change_nothing(command, draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    data = changed("restaurant", set={**EXPIRED, "/loan/amount": 210000, "/people/0/mobile": "13800138001"})
    data["documents"].reverse()
    path = draft("a.json", json.dumps(data, ensure_ascii=False, indent=8))
    assert waived(command, path)[1] == []


@pytest.mark.parametrize("value", ["2026-11-02", "2025-11-01"])
def test_another_value_at_the_same_place_is_not_covered(command, draft, accept, value):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    covered, standing = waived(command, draft("a.json", set={"/documents/3/valid_until": value}))
    assert covered == []
    assert standing


def test_another_text_with_the_same_mask_is_not_covered(command, draft, accept):
    uscc = BASES["restaurant"]["applicant"]["uscc"]
    one, other = (uscc[:8] + digit + uscc[9:] for digit in "12" if digit != uscc[8])
    draft("a.json", set={"/applicant/uscc": one})
    accept("a.json")
    assert waived(command, draft("a.json", set={"/applicant/uscc": one}))[1] == []
    assert waived(command, draft("a.json", set={"/applicant/uscc": other}))[0] == []


def test_a_second_missing_paper_is_not_covered(command, draft, accept):
    kinds = [each["kind"] for each in BASES["restaurant"]["documents"]]
    licence, permit = kinds.index("licence"), kinds.index("food_permit")
    draft("a.json", drop=[f"/documents/{permit}"])
    accept("a.json")
    covered, standing = waived(
        command, draft("a.json", drop=[f"/documents/{licence}", f"/documents/{permit}"])
    )
    assert covered
    assert "DOC001" in standing


def test_a_waiver_covers_one_finding_and_no_second_one_that_looks_the_same(command, draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    twin = BASES["restaurant"]["documents"][3] | {"valid_until": "2026-11-01"}
    covered, standing = waived(command, draft("a.json", set=EXPIRED, append={"/documents": twin}))
    assert len(covered) == len(rows())
    assert standing


def test_a_finding_that_is_graver_than_what_was_accepted_is_not_covered(command, draft, accept):
    path = draft("a.json", set=EXPIRED)
    accept("a.json")
    text = Path(FILE).read_text("utf-8")
    Path(FILE).write_text(text.replace('severity = "error"', 'severity = "warning"'), "utf-8")
    assert command.check(path, *USE).code == 1


def test_a_finding_that_folds_more_under_it_than_what_was_accepted_is_not_covered(command, draft, accept):
    path = draft("a.json", set={"/revenue/0/amount": 90.71})
    accept("a.json")
    assert command.check(path, *USE).code == 0
    lines = Path(FILE).read_text("utf-8").splitlines()
    Path(FILE).write_text("\n".join(each for each in lines if not each.startswith("also")), "utf-8")
    assert command.check(path, *USE).code == 1


def test_another_word_in_the_finding_is_not_covered(command, draft, accept):
    draft("a.json", set={"/applicant/colour_1x": 1})
    accept("a.json")
    assert waived(command, draft("a.json", set={"/applicant/colour_2x": 1}))[0] == []


def test_a_rule_that_waits_below_what_is_accepted_still_waits(command, draft, accept):
    kinds = [each["kind"] for each in BASES["restaurant"]["documents"]]
    missing = [f"/documents/{kinds.index('food_permit')}"]
    draft("a.json", drop=missing)
    accept("a.json")
    path = draft("a.json", drop=missing, set={"/documents/0/valid_until": "someday"})
    waiting = command.report(path, *USE)["files"][0]["skipped"]
    assert any(each["waits_for"] == ["/documents/0/valid_until"] for each in waiting)
    assert not any("waived" in each for each in waiting)


def test_a_waiver_of_another_draft_covers_nothing(command, draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    assert waived(command, draft("b.json", set=EXPIRED))[0] == []


def test_paths_are_relative_to_the_file(command, draft, accept, monkeypatch, tmp_path):
    path = draft("below/a.json", set=EXPIRED)
    accept("below")
    assert {each["path"] for each in rows()} == {"below/a.json"}
    monkeypatch.chdir(tmp_path / "below")
    assert command.check("a.json", "--baseline", f"../{FILE}").code == 0
    assert command.check(path, "--baseline", tmp_path / FILE).code == 0


def test_a_waiver_ends_after_its_day(command, draft, accept):
    path = draft("a.json", set=EXPIRED)
    accept("a.json", "--until", "2026-11-25")
    on = [command("check", path, *USE, "--on", day, "--lang", "en") for day in ("2026-11-25", "2026-11-26")]
    assert [each.code for each in on] == [0, 1]
    assert "has ended" in on[1].out


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_waiver_that_covers_nothing_is_reported_and_can_be_pruned(command, draft, accept, form):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    code = rows()[0]["code"]
    fixed = draft("a.json")
    assert code in command.check(fixed, *USE, "--format", form).out
    unused = command.report(fixed, *USE)["files"][0]["unused_waivers"]
    assert {each["reason"] for each in unused} == {"as agreed"}
    assert not any(each["ended"] for each in unused)
    accept("a.json")
    assert rows()
    accept("a.json", "--prune")
    assert rows() == []


def test_a_finding_that_counts_others_which_nobody_has_seen_is_not_accepted(command, draft, accept):
    path = draft("a.json", set={f"/applicant/colour_{number}": 1 for number in range(MOST_NAMED + 2)})
    accept("a.json")
    assert len(rows()) == MOST_NAMED - 1
    assert command.check(path, *USE).code == 1
    assert len(waived(command, path)[1]) == 1


def test_a_second_run_keeps_the_reasons_that_are_there(command, draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    text = Path(FILE).read_text("utf-8").replace("as agreed", "王经理同意 2026-11-20")
    Path(FILE).write_text(text, "utf-8")
    draft("a.json", set=EXPIRED, drop=["/applicant/business_scope"])
    accept("a.json")
    assert {each["reason"] for each in rows()} == {"as agreed", "王经理同意 2026-11-20"}


def test_the_same_drafts_give_the_same_file(draft, accept):
    draft("a.json", set=EXPIRED), draft("b.json", drop=["/people"])
    accept("a.json", "b.json")
    first = Path(FILE).read_bytes()
    Path(FILE).unlink()
    accept("b.json", "a.json")
    assert Path(FILE).read_bytes() == first


@pytest.mark.parametrize("text", ["[[waiver]]\ncode = 3", "waver = []", "{"])
def test_a_baseline_that_says_what_it_cannot_say_exits_with_2(command, draft, tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    path = draft("a.json")
    Path(FILE).write_text(text, "utf-8")
    assert command.check(path, *USE).code == 2
    assert command("baseline", path, "--reason", "x").code == 2
    assert Path(FILE).read_text("utf-8") == text


def test_a_draft_that_cannot_be_read_leaves_the_file_as_it_is(command, draft, accept):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    before = Path(FILE).read_bytes()
    answer = command("baseline", "a.json", "no-such-file.json", "--reason", "x")
    assert answer.code == 2
    assert Path(FILE).read_bytes() == before


def test_without_a_draft_nothing_is_written(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("package.json").write_text("{}", "utf-8")
    assert command("baseline", ".", "--reason", "x").code == 2
    assert not Path(FILE).exists()


def test_the_waivers_of_a_draft_that_is_gone_can_be_pruned(draft, accept):
    Path(draft("a.json", set=EXPIRED)).rename("b.json")
    accept("b.json")
    Path("b.json").unlink()
    draft("c.json")
    accept("c.json")
    assert {each["path"] for each in rows()} == {"b.json"}
    accept("c.json", "--prune")
    assert rows() == []


def test_nothing_of_a_draft_is_in_the_file(draft, accept):
    secrets = {
        "/applicant/name": "王秘密商店QX",
        "/applicant/uscc": "91QQXX00WRONGWRONG",
        "/people/0/name": "王QX秘密",
        "/people/0/id_number": "44QX0419900101QX99",
        "/people/0/mobile": "1QX38001380",
        "/applicant/QX秘密": "QX秘密",
        "/documents/0/path": "QX秘密.pdf",
    }
    draft("a.json", set=secrets)
    accept("a.json")
    text = Path(FILE).read_text("utf-8")
    assert len(rows()) > 3
    assert "QX" not in text
    assert "秘密" not in text


def test_a_file_is_read_as_it_was_written(tmp_path):
    odd = 'a "quoted" \\ reason\t\x7f\u2028 中文 😀'
    waiver = Waiver(
        "a b.json", "LOA002", "", "error", "0" * 16, "1" * 16, odd, ("LOA003",), odd, until=date(2027, 1, 1)
    )
    path = tmp_path / FILE
    path.write_text(written([waiver]), "utf-8")
    found = load(path, "en").waivers[0]
    assert found._replace(also=tuple(found.also)) == waiver


TEXTS = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_a_check_number_tells_one_changed_character(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(TEXTS.map(lambda each: each[0]).filter(lambda each: each != text[at]))
    assert check_number(text) != check_number(text[:at] + other + text[at + 1 :])


@given(TEXTS, st.data())
def test_a_check_number_tells_two_swapped_characters(text, data):
    first = data.draw(st.integers(0, len(text) - 1))
    second = data.draw(st.integers(0, len(text) - 1))
    swapped = list(text)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    assert ("".join(swapped) == text) or check_number("".join(swapped)) != check_number(text)


@given(st.text())
def test_a_check_number_gives_away_no_more_than_97_possibilities(text):
    assert 0 <= check_number(text) < 97


EVERY = sorted({*FORMATS} - {"json", "jsonl"})


def rendered(command, form, *arguments):
    return command.check(*arguments, "--format", form, "--lang", "en")


@pytest.mark.parametrize("form", EVERY)
def test_what_is_accepted_is_in_every_format_as_accepted(command, draft, form):
    path = draft("a.json", drop=["/applicant/business_scope"])
    answer = rendered(command, form, path, "--ignore", "SHP001=as agreed")
    assert answer.code == 0
    for said in ("as agreed", "SHP001", "accepted"):
        assert said in answer.out
    assert "0 rules" not in answer.out
    assert not re.search(r'severity": "(critical|minor|ERROR|WARNING)|<failure|::(error|warning)', answer.out)


@pytest.mark.parametrize("form", EVERY)
def test_a_rule_that_waits_and_is_accepted_is_named_in_every_format(command, draft, form):
    path = draft("a.json", drop=["/applicant/business_scope"])
    asked = (path, "--ignore", "SHP001=as agreed")
    waiting = [each["code"] for each in command.report(*asked)["files"][0]["skipped"]]
    assert waiting
    assert all(code in rendered(command, form, *asked).out for code in waiting)


@pytest.mark.parametrize("form", EVERY)
def test_what_was_not_asked_for_is_said_in_every_format(command, draft, form):
    path = draft("a.json", set={"/documents/3/valid_until": "2026-11-01"})
    assert "not asked for" in rendered(command, form, path, "--select", "IDN").out


@pytest.mark.parametrize("form", EVERY)
def test_a_waiver_that_covers_nothing_is_said_in_every_format(command, draft, accept, form):
    draft("a.json", set=EXPIRED)
    accept("a.json")
    assert "covers nothing any more" in rendered(command, form, draft("a.json"), *USE).out
