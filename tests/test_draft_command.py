"""`precheck draft`: the papers of a folder are opened and make a draft; what it says beside it hides who they are of."""

import json
import os
import sys
from shutil import copy

import pytest

from tests.command import Command, command  # noqa: F401
from tests.conftest import READY, ROOT

sys.path.append(str(ROOT / "examples"))
from samples.pdf import pdf

EXAMPLES = ROOT / "examples"


TYPED = READY["mould-workshop"]


@pytest.fixture
def folder(tmp_path):
    """Four papers of the workshop without their draft: one of them is a picture."""
    papers = tmp_path / "workshop" / "papers"
    papers.mkdir(parents=True)
    for name in ("bank.pdf", "iit-2025.xlsx", "lease.pdf", "licence.jpg"):
        copy(EXAMPLES / "mould-workshop" / "papers" / name, papers)
    return papers.parent


def licence(*lines):
    """A PDF that says it is a business licence, and some lines more."""
    return pdf([("", [["营业执照"], *([line] for line in lines)])])


def test_the_papers_of_a_folder_make_a_draft(command, folder):
    answer = command("draft", folder, "--lang", "en")

    draft = json.loads(answer.out)
    assert answer.code == 0
    assert draft["applicant"]["uscc"] == TYPED["applicant"]["uscc"]
    assert draft["bank_accounts"][0]["months"] == TYPED["bank_accounts"][0]["months"]
    assert draft["income_tax_returns"] == TYPED["income_tax_returns"]
    assert {"path": "papers/licence.jpg"} in draft["documents"]
    assert "scale" not in draft
    assert "pa***s/li***e.jpg" in answer.err
    assert "papers/licence.jpg" in command("draft", folder, "--reveal").err


def test_fields_are_counted_that_a_paper_that_is_recognised_fills_in(command, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"no picture")
    assert "0 of 1 papers recognised, 0 fields" in command("draft", tmp_path, "--lang", "en").err

    (tmp_path / "licence.pdf").write_bytes(licence("名称：示例商行"))
    answer = command("draft", tmp_path, "--lang", "en")
    assert json.loads(answer.out)["applicant"] == {"name": "示例商行"}
    assert (
        "1 of 2 papers recognised, 4 fields" in answer.err
    )  # its name, and kind, path and holder of the paper


def test_every_value_may_be_traced_to_its_paper_and_place(command, folder, tmp_path):
    sources = tmp_path / "sources.json"
    answer = command("draft", folder, "--output", tmp_path / "draft.json", "--sources", sources)

    assert (answer.code, answer.out) == (0, "")
    found = {each["pointer"]: each for each in json.loads(sources.read_text("utf-8"))}
    inflow = found["/bank_accounts/0/months/0/inflow"]
    assert inflow["path"] == "papers/bank.pdf"
    assert inflow["place"] == {"kind": "page", "number": 1, "line": 6, "column": 0}


@pytest.mark.parametrize("option", ["--output", "--sources"])
def test_a_file_that_is_there_is_not_overwritten(command, folder, tmp_path, option):
    there = tmp_path / "there.json"
    there.write_text("kept")
    answer = command("draft", folder, option, there)

    assert answer.code == 2
    assert str(there) in answer.err
    assert there.read_text() == "kept"


def test_a_contradiction_is_told_without_showing_who_it_is_of(command, tmp_path):
    for name, holder in (("a.pdf", "杭州甲示例有限公司"), ("b.pdf", "杭州乙示例有限公司")):
        (tmp_path / name).write_bytes(licence(f"名称：{holder}"))

    hidden, shown = command("draft", tmp_path, "--lang", "en"), command("draft", tmp_path, "--reveal")
    assert "applicant" not in json.loads(hidden.out)
    assert "Name" in hidden.err
    assert "甲示例" not in hidden.err
    assert "杭州甲示例有限公司" in shown.err
    assert "杭州乙示例有限公司" in shown.err


def test_amounts_and_shares_that_differ_are_told_as_such(command, tmp_path):
    for name, capital, share in (("a.pdf", "200万元", "70%"), ("b.pdf", "300万元", "60%")):
        lines = ["示例商行章程", f"注册资本：{capital}", f"股东姓名：王示例，出资比例{share}"]
        (tmp_path / name).write_bytes(pdf([("", [[line] for line in lines])]))

    told = command("draft", tmp_path, "--lang", "en").err
    assert "2,000,000 yuan" in told
    assert "3,000,000 yuan" in told
    assert "70%" in told
    assert "60%" in told


def test_a_folder_that_is_not_there_is_a_fault(command, tmp_path):
    answer = command("draft", tmp_path / "nowhere")

    assert (answer.code, answer.out) == (2, "")


def test_hidden_files_links_and_drafts_are_no_papers(command, tmp_path):
    (tmp_path / "application.json").write_text("{}")
    (tmp_path / ".hidden.pdf").write_bytes(licence())
    (tmp_path / "paper.pdf").write_bytes(licence("名称：示例商行"))
    (tmp_path / "link.pdf").symlink_to(tmp_path / "paper.pdf")

    draft = json.loads(command("draft", tmp_path).out)
    assert [each["path"] for each in draft["documents"]] == ["paper.pdf"]


def test_a_paper_with_a_name_that_no_draft_can_have_is_told_and_not_opened(command, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(licence("名称：示例商行"))
    try:
        (tmp_path / os.fsdecode(b"\xff.pdf")).write_bytes(licence("名称：示例工厂"))
    except OSError:
        pytest.skip("this file system takes no such name")
    answer = command("draft", tmp_path, "--lang", "en")
    draft = json.loads(answer.out.encode())
    assert [each["path"] for each in draft["documents"]] == ["paper.pdf"]
    assert draft["applicant"] == {"name": "示例商行"}
    assert "rename them: ***.pdf" in answer.err


def test_no_name_of_a_paper_steers_a_terminal(command, folder):
    name = "licence\u202egpj\x9b2J.jpg"
    (folder / "papers" / "licence.jpg").rename(folder / "papers" / name)
    answer = command("draft", folder, "--reveal")
    assert (answer.out + answer.err).replace("\n", "").isprintable()
    assert {"path": f"papers/{name}"} in json.loads(answer.out)["documents"]
