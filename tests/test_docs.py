"""The pages about the rules are those that the rules make now."""

import importlib.util
import re

import pytest
from conftest import ROOT

from precheck.rules import catalogue

PAGES = ROOT / "docs" / "rules"
AGAIN = "run: python docs/make.py"


@pytest.fixture(scope="module")
def make():
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_current(make):
    assert {each.name: each.read_text("utf-8") for each in PAGES.iterdir()} == make.pages(), AGAIN


def test_every_rule_has_a_page_and_a_line_in_the_index(make):
    pages = make.pages()
    for rule in catalogue().rules:
        assert rule.name in pages[f"{rule.code}.md"]
        assert f"[{rule.code}]({rule.code}.md)" in pages["README.md"]


def test_writing_removes_the_pages_of_rules_that_are_gone(make, tmp_path):
    gone = tmp_path / "OLD001.md"
    gone.write_text("", "utf-8")
    make.write(tmp_path)
    assert not gone.exists()
    assert {each.name for each in tmp_path.iterdir()} == set(make.pages())


def test_every_file_that_the_tour_names_exists():
    tour = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`((?:[\w.]+/)*[\w.]+(?:\.py|\.json|/))`", tour)
    assert len(named) > 40
    assert [
        each for each in named if not ((ROOT / each).exists() or (ROOT / "precheck" / each).exists())
    ] == []
