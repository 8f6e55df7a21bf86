"""Facts of papers: every paper of `papers/`, field by field, as a person reads it."""

from pathlib import Path

import pytest

from precheck.documents.papers import facts_of, from_dict, to_dict
from tests.papers_as_text import PAPERS, facts_as_text, paper

FILES = sorted(PAPERS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_paper_says_what_a_person_reads_in_it(path: Path) -> None:
    content, facts = paper(path)

    assert facts_as_text(facts_of(content)) == facts


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_facts_come_back_from_json_as_they_were(path: Path) -> None:
    facts = facts_of(paper(path)[0])

    assert from_dict(to_dict(facts)) == facts
