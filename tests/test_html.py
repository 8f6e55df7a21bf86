"""The HTML page: what stands on it in both languages, that it is well formed, and that it needs nothing from outside."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from precheck.cli.stored import stored
from precheck.render.rendering import Rendering
from precheck.render.style import Style
from tests.command import CLEAN, command, draft  # noqa: F401 - fixtures
from tests.test_stored import evil  # noqa: F401 - a fixture

WRONG = {"set": {"/loan/amount": "200000"}, "drop": ["/scale/employees"]}
EMPTY = {"meta", "input", "br"}
SLIP = {
    "pointer": "/loan/amount",
    "location": None,
    "frame": None,
    "kind": "unit",
    "typed": "20 yuan",
    "likely": "200,000 yuan",
    "probability": 0.934,
    "value_probability": 0.9,
    "others": [],
    "runner_up": {"pointer": "/scale/employees", "kind": "digits", "likely": "12", "probability": 0.05},
    "message": "The amount was most likely typed in units of ten thousand yuan.",
}


class Page(HTMLParser):
    """The page as a list of (tag, attributes, text) of every element, and what was wrong with its tags."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.faults = [], [], []
        self.feed(text)
        self.close()
        self.faults += [tag for tag, _ in self.open]

    def handle_starttag(self, tag, attributes):
        element = (tag, dict(attributes), [])
        if len(dict(attributes)) != len(attributes):
            self.faults.append(tag)
        self.elements.append(element)
        if tag not in EMPTY:
            self.open.append((tag, element))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        for _, element in self.open:
            element[2].append(data)

    def texts(self, tag, **attributes):
        """The texts of the elements of a tag with these attributes."""
        return [
            " ".join(" ".join(text).split())
            for name, own, text in self.elements
            if name == tag and attributes.items() <= own.items()
        ]


def language(page, lang):
    """All text of one language."""
    return page.texts("div", **{"class": lang})[0]


@pytest.fixture
def page(command, draft):
    """`page(**changes)`: the page of a changed draft; `page()` of the restaurant's."""

    def make(*arguments, **changes):
        path = draft("a.json", **changes) if changes else CLEAN
        return Page(command.check(path, "--format", "html", *arguments).out)

    return make


def test_every_finding_is_on_it_with_its_remedy_in_both_languages(command, draft, page):
    shown = page(**WRONG)
    for lang in ("zh", "en"):
        said = language(shown, lang)
        findings = command.report(draft("a.json", **WRONG), "--lang", lang)["files"][0]["findings"]
        assert findings
        for each in findings:
            assert " ".join(each["message"].split()) in said
            assert each["remedy"] in said
            assert each["code"] in said


def test_the_readers_language_comes_first(page):
    for lang, tag in (("zh", "zh-CN"), ("en", "en")):
        shown = page("--lang", lang)
        assert shown.texts("html", lang=tag)
        radios = [own for name, own, _ in shown.elements if name == "input"]
        assert [own["id"] for own in radios if "checked" in own] == [f"in-{lang}"] == [radios[0]["id"]]


def test_each_language_is_marked_as_such_and_chosen_by_a_labelled_radio_button(page):
    shown = page()
    assert shown.texts("label", **{"for": "in-zh", "lang": "zh-CN"}) == ["中文"]
    assert shown.texts("label", **{"for": "in-en", "lang": "en"}) == ["English"]
    assert len(shown.texts("div", **{"class": "zh", "lang": "zh-CN"})) == 1
    assert len(shown.texts("div", **{"class": "en", "lang": "en"})) == 1


def test_the_verdict_and_until_when_it_stands_come_first(page):
    shown = page(set={"/documents/3/valid_until": "2027-03-01"})
    said = language(shown, "en")
    assert said.startswith("✓ Ready to send")
    assert "Stands until 2027-03-01" in said
    assert language(page(**WRONG), "zh").startswith("✗ 暂不能提交")


def test_the_evidence_says_of_every_source_whether_it_agrees(page):
    changes = {"/scale/operating_revenue": 450000.0}
    said = language(page(set=changes), "zh")
    assert re.search(r"业务规模里的年营业收入\s*450,000 元\s*✗ 相差", said)
    assert re.search(r"增值税申报\s*907,052.15 元\s*✓ 相符", said)
    assert re.search(r"没有提供：[^。]*银行流水", said)


def test_a_bar_is_as_long_as_what_a_source_confirms(page):
    shown = page(set={"/scale/operating_revenue": 450000.0})
    widths = [own["style"] for name, own, _ in shown.elements if name == "i"]
    declared = 907052.15
    differing = round(max(0.0, 100 - 100 * abs(declared - 450000) / 450000))
    assert widths == [f"width:{differing}%", "width:100%"] * 2


def test_hidden_amounts_have_no_bar(page):
    shown = page("--redact", "all", set={"/scale/operating_revenue": 450000.0})
    assert [own for name, own, _ in shown.elements if name == "i"] == []


def test_what_could_not_be_checked_is_said(page):
    said = language(page(**WRONG), "en")
    assert "listed, not opened" in said
    assert "Scale · Employees" in said


def test_every_policy_has_its_verdict(page):
    said = language(page("--policy", "generic-cn", "--policy", "example-bank"), "en")
    assert re.search(r"✓ generic-cn: ready to send\s*✗ example-bank: not ready to send", said)


def test_a_slip_says_where_what_and_how_sure(command, draft):
    report = command.report(draft("a.json", **WRONG), "--lang", "en")
    first = report["files"][0]["findings"][0]
    cleared = [{"code": first["code"], "pointer": first["pointer"]}]
    report["files"][0]["slips"] = [SLIP | {"clears": cleared}]
    said = language(Page(rendered(report)), "en")
    for part in (
        SLIP["message"],
        "20 yuan",
        "200,000 yuan",
        "90%",
        first["code"],
        "Scale · Employees should be 12",
    ):
        assert part in said


def test_no_slip_is_certain(command, draft):
    report = command.report(draft("a.json", **WRONG), "--lang", "en")
    first = report["files"][0]["findings"][0]
    cleared = [{"code": first["code"], "pointer": first["pointer"]}]
    report["files"][0]["slips"] = [SLIP | {"clears": cleared, "value_probability": 0.9999}]
    said = language(Page(rendered(report)), "en")
    assert "99%" in said
    assert "100%" not in said


def rendered(report):
    """The page of a stored report."""
    kept = stored(json.dumps(report).encode())
    rendering = Rendering("html", kept.run, Style(kept.run.lang))
    for each in kept.files:
        rendering.entries += rendering.entries_of({kept.run.lang: each})
    return rendering.text(kept.tally)


def test_a_stored_report_gives_a_page_in_its_own_language(command, draft):
    shown = Page(rendered(command.report(draft("a.json", **WRONG), "--lang", "en")))
    assert shown.texts("html", lang="en")
    assert shown.texts("label") == []
    assert "not ready" in language(shown, "en").lower()


def test_several_drafts_are_listed_with_links_to_what_is_said_of_them(command, draft, tmp_path):
    draft("a.json")
    draft("b.json", **WRONG)
    shown = Page(command.check(tmp_path, "--format", "html", "--lang", "en").out)
    targets = {own["href"][1:] for name, own, _ in shown.elements if name == "a"}
    ids = [own["id"] for _, own, _ in shown.elements if "id" in own]
    assert targets
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))
    assert shown.texts("h1")[0].startswith("Drafts: 2 checked")
    for lang in ("zh", "en"):
        assert all(name in language(shown, lang) for name in ("a.json", "b.json"))


CASES = pytest.mark.parametrize("changes", [{}, WRONG, {"drop": ["/documents", "/people", "/applicant"]}])


@CASES
def test_tags_are_balanced_and_headings_leave_out_no_level(page, changes):
    shown = page("--policy", "generic-cn", "--policy", "example-bank", **changes)
    assert shown.faults == []
    levels = [int(name[1]) for name, _, _ in shown.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@CASES
def test_the_page_loads_nothing_and_runs_nothing(page, changes):
    shown = page(**changes)
    tags = {name for name, _, _ in shown.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base", "audio", "video", "svg"}
    for _, own, _ in shown.elements:
        assert not [key for key in own if key.startswith("on") or key == "src"]
        assert own.get("href", "#").startswith("#")
    assert "url(" not in "".join(shown.texts("style"))
    assert "@import" not in "".join(shown.texts("style"))
    policy = next(own["content"] for _, own, _ in shown.elements if own.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


@CASES
def test_marks_are_for_the_eye_only_and_severity_is_said_in_words(page, changes):
    shown = page(**changes)
    signs = [own for name, own, text in shown.elements if name == "span" and "".join(text) in "✓✗→"]
    assert signs
    assert all(own.get("aria-hidden") == "true" for own in signs)
    for name, own, text in shown.elements:
        if name == "li" and own.get("class") in ("error", "warning", "note"):
            assert re.search("错误|提醒|提示|error|warning|note", "".join(text))


def test_no_text_of_a_stored_report_is_taken_for_a_tag_or_an_attribute(command, draft, evil):
    honest = Page(command.check(draft("b.json", **WRONG), "--format", "html").out)
    shown = Page(command("render", evil, "--format", "html").out)
    assert shown.faults == []
    known = {(name, frozenset(own)) for name, own, _ in honest.elements}
    assert {(name, frozenset(own)) for name, own, _ in shown.elements} <= known
