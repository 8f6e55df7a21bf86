"""The examples: every ready one is ready and has its papers, every mistake is found and nothing else."""

import json
import tomllib
from collections import Counter
from datetime import date
from operator import itemgetter

import pytest
from conftest import DAY, ROOT

import precheck

EXAMPLES = ROOT / "examples"
READY = sorted(path.parent.name for path in EXAMPLES.glob("*/application.json"))
MISTAKES = sorted(path.parent.name for path in EXAMPLES.glob("mistakes/*/application.json"))
STORIES = tomllib.loads((EXAMPLES / "mistakes" / "stories.toml").read_text("utf-8"))["story"]
BEGINS = {
    ".pdf": b"%PDF-1.4",
    ".jpg": b"\xff\xd8\xff",
    ".png": b"\x89PNG",
    ".xlsx": b"PK",
    ".ofd": b"PK",
    ".xml": b"<?xml",
    ".csv": ("样本".encode("gb18030"), "样本".encode("utf-8-sig")),
}
SMALLEST = ("hairdresser", "software-company")


def draft_of(name):
    return EXAMPLES / name / "application.json"


def papers_of(name):
    draft = json.loads(draft_of(name).read_text("utf-8"))
    return [EXAMPLES / name / each["path"] for each in draft["documents"]]


def found(report):
    return [each.code for each in report.findings]


@pytest.mark.parametrize("name", READY)
@pytest.mark.parametrize(
    "given",
    [
        lambda path: path,
        lambda path: path.read_bytes(),
        lambda path: path.read_text("utf-8"),
        lambda path: json.loads(path.read_bytes()),
    ],
    ids=["path", "bytes", "text", "dict"],
)
def test_a_ready_example_is_ready_however_it_is_given(name, given):
    report = precheck.check(given(draft_of(name)), on=DAY)
    assert found(report) == []
    assert report.ready


@pytest.mark.parametrize("name", READY)
def test_a_ready_example_has_every_paper_that_it_names_in_the_format_of_its_name(name):
    for paper in papers_of(name):
        assert paper.read_bytes().startswith(BEGINS[paper.suffix]), paper.name


@pytest.mark.parametrize("name", READY)
def test_a_ready_example_has_no_paper_that_it_does_not_name(name):
    assert sorted((EXAMPLES / name / "papers").iterdir()) == sorted(papers_of(name))


@pytest.mark.parametrize("name", SMALLEST)
def test_an_online_lender_takes_the_smallest_kind(name):
    assert precheck.check(draft_of(name), policy="example-online", on=DAY).ready


@pytest.mark.parametrize("name", SMALLEST)
def test_the_smallest_kind_gives_no_figures_of_other_sources(name):
    draft = json.loads(draft_of(name).read_text("utf-8"))
    sections = {"applicant", "people", "scale", "revenue", "loan", "consents", "documents"}
    assert set(draft) == {"$schema", *sections}


def test_the_examples_are_of_every_common_kind():
    applicants = [json.loads(draft_of(name).read_text("utf-8"))["applicant"] for name in READY]
    assert {each["kind"] for each in applicants} >= {"company", "individual_business", "cooperative"}
    assert {each["taxpayer"] for each in applicants} == {"general", "small_scale"}


def test_the_examples_stay_small():
    files = [path for path in EXAMPLES.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in files) < 1_500_000


def test_every_mistake_has_a_story_and_every_story_a_draft():
    assert [each["name"] for each in STORIES] == MISTAKES


def told(story, day=DAY):
    """The report on the draft of a story, under the policy that it tells of."""
    folder = EXAMPLES / "mistakes" / story["name"]
    policy = str(folder / story["policy"]) if "policy" in story else "generic-cn"
    return precheck.check(folder / "application.json", policy=policy, on=day)


@pytest.mark.parametrize("story", STORIES, ids=itemgetter("name"))
def test_a_mistake_is_found_and_nothing_else(story):
    report = told(story)
    assert Counter(found(report)) == Counter(story["codes"])
    assert report.ready is not story.get("bounced", True)


def test_the_draft_after_a_change_of_policy_was_ready_before_it():
    story = next(each for each in STORIES if "policy" in each)
    assert told(story, date(2026, 11, 17)).ready
    assert not told(story, date(2026, 11, 18)).ready


@pytest.mark.parametrize("story", STORIES, ids=itemgetter("name"))
def test_a_story_names_the_example_that_went_wrong_and_is_told_in_both_languages(story):
    assert story["of"] in READY
    assert any("一" <= letter <= "鿿" for letter in story["zh"])
    assert sum(letter.isascii() for letter in story["en"]) > 0.9 * len(story["en"])


def test_at_least_twelve_mistakes_are_bounced():
    assert sum(each.get("bounced", True) for each in STORIES) >= 12
