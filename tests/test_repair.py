"""`--fix`: how a draft is written is mended in place, what it says stays, and nothing is written that is not asked for."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import precheck
from precheck.repair import repair
from precheck.source import read
from tests.command import command  # noqa: F401 - a fixture
from tests.conftest import DAY, READY, ROOT

EXAMPLE = ROOT / "examples" / "hairdresser" / "application.json"
TEXT = EXAMPLE.read_text("utf-8")
MISTAKE = ROOT / "examples" / "mistakes" / "chinese-punctuation" / "application.json"


def mended(text):
    return repair(read(text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"operating_revenue": 386420', '"operating_revenue"： 386420'),
        ('"operating_revenue": 386420', '"operating_revenue": 386,420'),
        ('"operating_revenue": 386420', '"operating_revenue": ３８６４２０'),
        ('"operating_revenue": 386420', '"operating_revenue": "386,420"'),
        ('"operating_revenue": 386420', '"operating_revenue": "３８６４２０ "'),
        ('"as_of": "2025-12-31"', '"as_of": "2025-12-31",'),
        ('"as_of": "2025-12-31"', '"as_of": “2025-12-31”'),
        ('"as_of": "2025-12-31"', '"as_of": " 2025-12-31"'),
        ('"as_of": "2025-12-31"', '"as_of": "2025/12/31"'),
        ('"as_of": "2025-12-31"', '"as_of": "2025年12月31日"'),
        ('"as_of": "2025-12-31"', '"as_of": "20251231"'),
    ],
)
def test_only_the_place_that_is_wrong_is_mended(right, wrong):
    assert TEXT.count(right) == 1
    found = mended(TEXT.replace(right, wrong))
    assert found.after == TEXT
    assert found.places


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_draft_is_written_as_utf_8_without_a_mark(encoding):
    found = mended(TEXT.encode(encoding))
    assert found.raw == TEXT.encode()
    assert found.places == 1


@pytest.mark.parametrize(
    "wrong",
    [
        '"operating_revenue": "38万"',
        '"operating_revenue": "三十八万"',
        '"operating_revenue": 38.642万',
        '"operating_revenue": "1,23"',
        '"operating_revenue": 386421.005',
        '"operating_revenue": -386420',
    ],
)
def test_what_may_mean_another_amount_is_left_to_a_person(wrong):
    text = TEXT.replace('"operating_revenue": 386420', wrong)
    assert mended(text).after == text


@pytest.mark.parametrize(
    "day", ["31/12/2025", "12-31-2025", "2025-13-01", "2025年12月", "25-12-31", "长期有效"]
)
def test_a_day_that_may_be_two_is_left_to_a_person(day):
    text = TEXT.replace('"as_of": "2025-12-31"', f'"as_of": "{day}"')
    assert mended(text).after == text


def test_blanks_within_a_name_and_its_brackets_stay():
    text = TEXT.replace('"as_of"', '"note": " 示例（ 上海 ）店 ", "as_of"')
    assert '"note": " 示例（ 上海 ）店 "' in mended(text).after


def test_codes_lose_the_characters_that_forms_refuse():
    code = READY["hairdresser"]["applicant"]["uscc"]
    wide = code.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    assert mended(TEXT.replace(code, f" {wide[:5]} {wide[5:]}")).after == TEXT


@pytest.mark.parametrize("name", READY)
def test_a_ready_example_needs_no_mending(name):
    text = (ROOT / "examples" / name / "application.json").read_text("utf-8")
    found = mended(text)
    assert (found.after, found.places) == (text, 0)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay(end):
    text = TEXT.replace("\n", end)
    assert mended(text.replace('": 386420', '"： 386420')).after == text


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_second_time_there_is_nothing_left_to_mend(data):
    at = data.draw(st.integers(0, len(TEXT)))
    text = (
        TEXT[:at]
        + data.draw(st.text("，：“”、 ,{}[]\"0１'x", max_size=4))
        + TEXT[at + data.draw(st.integers(0, 3)) :]
    )
    once = mended(text)
    try:
        json.loads(once.after)
    except ValueError:
        return  # what nobody can read yet may be mended further once a person has looked
    assert mended(once.after).after == once.after


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_mended_without_a_fault(raw):
    found = mended(raw)
    assert isinstance(found.raw, bytes)


def test_a_mended_draft_is_checked_again_and_replaced(command, tmp_path):
    path = tmp_path / "application.json"
    path.write_bytes(MISTAKE.read_bytes())
    path.chmod(0o640)
    answer = command.check(path, "--fix", "--lang", "en", "--format", "concise")
    assert (answer.code, answer.out) == (0, "")
    assert "2 mended" in answer.err
    assert precheck.check(path, on=DAY).ready
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_that_needs_no_mending_is_not_written(command, tmp_path):
    path = tmp_path / "application.json"
    path.write_bytes(EXAMPLE.read_bytes())
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert command.check(path, "--fix").code == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_link_stays_a_link(command, tmp_path):
    path, link = tmp_path / "there.json", tmp_path / "application.json"
    path.write_bytes(MISTAKE.read_bytes())
    link.symlink_to(path)
    assert command.check(link, "--fix").code == 0
    assert link.is_symlink()
    assert json.loads(path.read_text("utf-8"))["scale"]["operating_revenue"] == 386420


def test_a_difference_is_shown_and_nothing_is_written(command, tmp_path):
    path = tmp_path / "application.json"
    path.write_bytes(MISTAKE.read_bytes())
    answer = command.check(path, "--diff", "--lang", "en")
    assert answer.code == 1
    assert '+    "operating_revenue": 386420,' in answer.out
    assert path.read_bytes() == MISTAKE.read_bytes()
    assert command.check(EXAMPLE, "--diff") == (0, "", "")


def test_a_difference_hides_texts_and_if_asked_amounts(command, tmp_path):
    path = tmp_path / "application.json"
    person = READY["hairdresser"]["people"][0]["name"]
    path.write_text(MISTAKE.read_text("utf-8").replace(f'"{person}"', f'" {person}"'), "utf-8")
    answer = command.check(path, "--diff")
    assert answer.out.count("\n-") >= 2
    assert person not in answer.out
    assert "386420" not in command.check(path, "--diff", "--redact", "all").out
    assert person in command.check(path, "--diff", "--reveal").out


def test_another_encoding_is_a_difference_too(command, tmp_path):
    path = tmp_path / "application.json"
    path.write_bytes(TEXT.encode("gb18030"))
    answer = command.check(path, "--diff")
    assert answer.code == 1
    assert "(gb18030)" in answer.out


def test_standard_input_cannot_be_mended(command):
    assert command.check("-", "--fix", "--lang", "en") == (
        2,
        "",
        "precheck: --fix cannot write to standard input\nFor help: precheck check --help\n",
    )


def test_a_file_that_cannot_be_written_is_said(command, tmp_path, monkeypatch):
    path = tmp_path / "application.json"
    path.write_bytes(MISTAKE.read_bytes())

    def refuse(self: Path, target: object) -> Path:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    answer = command.check(path, "--fix", "--lang", "en")
    assert answer.code == 2
    assert "cannot be written" in answer.err
    assert path.read_bytes() == MISTAKE.read_bytes()
    assert list(tmp_path.iterdir()) == [path]
