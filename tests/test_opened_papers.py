"""Papers that are opened: what the report says of them, and what it costs a draft that has none."""

import json
import re
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from PIL import Image

import precheck
from precheck.documents import readers
from precheck.documents.answer import facts_from as read_bytes
from tests.command import Command, command  # noqa: F401
from tests.conftest import DAY, READY, ROOT, run_case
from tests.hostile import jpeg, picture_of, text_pdf
from tests.test_rules import CASES

EXAMPLE = ROOT / "examples" / "restaurant"


@pytest.fixture
def folder(tmp_path):
    """The restaurant's draft with its papers, to be changed."""
    return Path(copytree(EXAMPLE, tmp_path / "restaurant"))


def check(folder, **more):
    return precheck.check(folder / "application.json", on=DAY, lang="en", **more)


def codes(report):
    return [each.code for each in report.findings]


def test_papers_are_opened_below_the_folder_of_a_draft_given_by_its_path(folder):
    (folder / "papers" / "licence.jpg").write_bytes(jpeg()[:900])
    report = check(folder)
    assert codes(report) == ["PAP004"]
    assert not report.ready
    assert report.papers == "opened"


def test_papers_of_a_draft_given_otherwise_are_opened_below_a_folder_that_is_named(folder):
    (folder / "papers" / "licence.jpg").write_bytes(b"")
    data = json.loads((folder / "application.json").read_text("utf-8"))
    assert precheck.check(data, on=DAY).papers == "listed"
    assert codes(precheck.check(data, on=DAY, papers=folder)) == ["PAP003"]


def image_of(path, change):
    image = change(Image.open(path))
    image.save(path, quality=60)


def test_a_licence_copied_in_black_and_white_is_worth_a_look_and_stops_nothing(folder):
    image_of(folder / "papers" / "licence.jpg", lambda image: image.convert("L"))
    report = check(folder)
    assert codes(report) == ["PAP017"]
    assert report.ready


@pytest.mark.parametrize("name", ["id-back.jpg", "licence.jpg"])
def test_one_photo_resized_and_given_for_another_paper_is_found(folder, name):
    copyfile(folder / "papers" / "id-front.jpg", folder / "papers" / name)
    image_of(folder / "papers" / name, lambda image: image.crop((30, 20, 990, 620)).resize((800, 500)))
    report = check(folder)
    said = [each.message for each in report.findings if each.code == "PAP011"]
    other = "identity card (back)" if name == "id-back.jpg" else "business licence"
    assert any("“identity card (front)”" in each and f"“{other}”" in each for each in said)
    assert all(each.severity.value == "warning" for each in report.findings)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("PAP046", ("1,859,613.66", "1,859,613.67")),
        ("PAP047", ("34,687.81", "30,000")),
        ("PAP048", ("0", "0.01")),
    ],
)
def test_a_message_has_what_the_draft_says_and_what_the_rows_make(code, said):
    (finding,) = run_case(CASES[code]["fires"][0]).findings
    assert [
        figure for figure in re.findall(r"[0-9][0-9,.]*[0-9]|[0-9]", finding.message) if figure in said
    ] == [*said]


def test_papers_stay_closed_when_they_are_only_to_be_listed(folder):
    (folder / "papers" / "licence.jpg").write_bytes(b"")
    report = check(folder, papers="list")
    assert report.ready
    assert report.papers == "listed"
    assert report.not_opened == ()


def test_a_draft_away_from_its_papers_is_checked_on_its_own(folder):
    (folder / "papers").rename(folder / "elsewhere")
    report = check(folder)
    assert report.ready
    assert report.papers == "listed"


def test_papers_that_are_all_links_are_found_to_be_outside_the_folder(folder):
    elsewhere = (folder / "papers").rename(folder.parent / "elsewhere")
    (folder / "papers").mkdir()
    for path in elsewhere.iterdir():
        (folder / "papers" / path.name).symlink_to(path)
    report = check(folder)
    assert set(codes(report)) == {"PAP002"}
    assert len(report.findings) == len(list(elsewhere.iterdir()))


def test_a_path_out_of_the_folder_does_not_call_for_the_papers_of_a_draft_on_its_own(folder):
    data = json.loads((folder / "application.json").read_text("utf-8"))
    data["documents"][0]["path"] = "../elsewhere/licence.jpg"
    (folder / "application.json").write_text(json.dumps(data), "utf-8")
    (folder / "papers").rename(folder.parent / "elsewhere")
    assert codes(check(folder)) == ["DOC012"]


def test_one_paper_that_is_not_there_is_found_when_the_others_are(folder):
    (folder / "papers" / "food.jpg").unlink()
    assert codes(check(folder)) == ["PAP001"]


def test_a_draft_without_papers_has_none(folder):
    report = run_case({"drop": ["/documents"]})
    assert report.papers == "none"


def test_a_paper_that_nothing_here_can_open_leaves_the_papers_listed_and_the_draft_ready():
    report = run_case({"papers": {"/documents/9": {"verdict": "unavailable"}}})
    waiting = {each.rule.code: each.waits_for for each in report.not_opened}
    assert report.papers == "listed"
    assert report.ready
    assert waiting["PAP004"] == ("/documents/9/path",)
    assert report.to_dict()["not_opened"][0]["code"] in waiting
    assert report.holds_until is None or report.holds_until > DAY


def test_rules_on_a_paper_that_cannot_be_read_are_not_opened_and_do_not_wait():
    report = run_case({"papers": {"/documents/9": {"verdict": "damaged"}}})
    assert {"PAP012", "PAP020"} <= {each.rule.code for each in report.not_opened}
    assert report.skipped == ()


def test_a_document_that_is_malformed_keeps_the_others_from_nothing(folder):
    data = json.loads((folder / "application.json").read_text("utf-8"))
    del data["documents"][0]["path"]
    (folder / "papers" / "food.jpg").write_bytes(b"")
    (folder / "application.json").write_text(json.dumps(data), "utf-8")
    assert set(codes(check(folder))) == {"SHP001", "PAP003"}


def test_the_same_papers_give_the_same_report(folder):
    (folder / "papers" / "food.jpg").write_bytes(b"")
    assert check(folder).to_dict() == check(folder).to_dict()


def test_the_process_that_checks_imports_no_reader_and_a_closed_draft_nothing_of_it():
    script = (
        "import sys, precheck, pathlib; from datetime import date\n"
        f"precheck.check(pathlib.Path({str(EXAMPLE / 'application.json')!r}), on=date(2026, 11, 20), papers=sys.argv[1])\n"
        "print(*sorted(m for m in sys.modules if m.startswith('precheck.documents') or m in "
        "('PIL', 'pypdfium2', 'python_calamine', 'zxingcpp')))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", script, papers], capture_output=True, text=True, check=True
        ).stdout
        for papers in ("list", "open")
    ]
    assert loaded[0].split() == []
    assert not {"PIL", "pypdfium2", "python_calamine", "zxingcpp"} & set(loaded[1].split())
    assert not any("readers" in each for each in loaded[1].split())


def test_names_numbers_and_amounts_of_a_paper_are_in_no_output(command, folder):
    marker = "绍兴市标记纺织品有限公司"
    table = f"户名：{marker}\n账号：6222999988887777666\n交易日期,收入,支出,余额,对方户名\n2026-10-01,100.00,,100.00,{marker}\n2026-10-02,,50.00,70.00,{marker}\n"
    data = json.loads((folder / "application.json").read_text("utf-8"))
    next(each for each in data["documents"] if each["kind"] == "bank_statement")["path"] = "papers/bank.csv"
    (folder / "application.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (folder / "papers" / "bank.csv").write_text(table, "utf-8")
    for form in ("full", "concise", "json"):
        said = command.check(folder / "application.json", "--format", form, "--redact", "all")
        assert "PAP020" in said.out
        assert marker not in said.out + said.err
        assert "88887777" not in said.out
        assert "70.00" not in said.out


def test_no_papers_leaves_them_closed(command, folder):
    (folder / "papers" / "licence.jpg").write_bytes(b"")
    assert command.check(folder / "application.json").code == 1
    assert command.check(folder / "application.json", "--no-papers").code == 0


def test_the_table_shows_every_paper_and_what_to_do(command, folder):
    (folder / "papers" / "licence.jpg").write_bytes(b"")
    said = command("papers", folder / "application.json", "--on", DAY, "--lang", "en")
    assert said.code == 1
    lines = said.out.splitlines()
    assert sum("identity card" in line for line in lines) == 4
    assert any("business licence" in line and "does not open" in line and "PAP003" in line for line in lines)
    assert lines[-2].strip().startswith("1. PAP003")


def test_the_table_shows_what_is_missing(command, folder):
    data = json.loads((folder / "application.json").read_text("utf-8"))
    data["documents"] = data["documents"][1:]
    (folder / "application.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    said = command("papers", folder / "application.json", "--on", DAY, "--lang", "en")
    assert any("business licence" in line and "missing" in line for line in said.out.splitlines())
    assert "DOC001" in said.out


def test_the_table_of_a_complete_application_asks_for_nothing(command):
    said = command("papers", EXAMPLE / "application.json", "--on", DAY, "--lang", "en")
    assert said.code == 0
    assert "nothing is to be added" in said.out


def test_a_draft_that_names_no_papers_says_so(command, tmp_path):
    data = READY["restaurant"] | {"documents": []}
    (tmp_path / "a.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    said = command("papers", tmp_path / "a.json", "--on", DAY, "--lang", "en")
    assert said.code == 1
    assert "missing" in said.out


def test_a_reader_of_others_reads_what_no_reader_here_knows(monkeypatch):
    class Entry:
        name = "slip"

        @staticmethod
        def load():
            return Slip

    class Slip:
        @staticmethod
        def recognises(data):
            return data.startswith(b"\0SLIP")

        @staticmethod
        def read(data):
            return readers.Reading(pages=3)

    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [Entry] if group == "precheck.readers" else []
    )
    assert read_bytes(b"\0SLIP 1")[:2] == ("ok", "slip")
    assert read_bytes(b"\0SLIP 1").pages == 3
    assert read_bytes(b"\0other").verdict == "unsupported"


@pytest.mark.parametrize("fault", [ImportError, ValueError, AttributeError])
def test_where_a_reader_of_others_fails_nobody_knows_what_a_file_is(monkeypatch, fault):
    class Entry:
        name = "slip"

        @staticmethod
        def load():
            raise fault

    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [Entry])
    assert read_bytes(b"\0SLIP 1").verdict == "unavailable"
    assert read_bytes(text_pdf()).verdict == "ok"


@pytest.mark.parametrize("length", [1, 2**21])
def test_the_fingerprint_of_a_file_is_that_of_all_other_programs(length):
    data = bytes(length)
    assert read_bytes(data).fingerprint == blake2b(data, digest_size=32).hexdigest()


def test_the_process_that_reads_finds_packages_where_the_one_that_checks_does(tmp_path):
    (tmp_path / "slips.py").write_text(
        "from precheck.documents.reading import Reading\n"
        "def recognises(data): return data.startswith(b'\\0SLIP')\n"
        "def read(data): return Reading(pages=3)\n"
    )
    known = tmp_path / "slips-1.dist-info"
    known.mkdir()
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: slips\nVersion: 1\n")
    (known / "entry_points.txt").write_text("[precheck.readers]\nslip = slips\n")
    (tmp_path / "paper.slp").write_bytes(b"\0SLIP 1")
    script = (
        f"import sys; sys.path.append({str(tmp_path)!r}); from precheck.documents.children import read_all\n"
        f"print(*read_all({str(tmp_path)!r}, ['paper.slp'])[0][:2])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["ok", "slip"]


@pytest.mark.parametrize(
    ("module", "make"), [("pypdfium2_raw", text_pdf), ("PIL", picture_of), ("zxingcpp", jpeg)]
)
def test_without_its_library_a_format_is_unavailable(monkeypatch, module, make):
    for name in [each for each in sys.modules if each.startswith("precheck.documents.readers.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert read_bytes(make()).verdict == "unavailable"


def test_a_share_that_differs_is_told_in_percent(check):
    deed = {"kind": "articles", "parties": [{"role": "shareholder", "name": "王示例", "share": 6900}]}
    report = check({"papers": {"/documents/4": {"says": {"kinds": ["articles"], "deeds": [deed]}}}})
    (found,) = (each for each in report.findings if each.code == "PAP080")
    assert "70%" in found.message
    assert "69%" in found.message
