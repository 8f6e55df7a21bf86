"""Formats for programs: each keeps its published schema and the limits of who reads it, and says what it leaves out."""

import gzip
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import ValidationError
from jsonschema.validators import validator_for
from markdown_it import MarkdownIt

import precheck
from precheck.cli.stored import stored
from precheck.documents import starting
from precheck.render import FORMATS, escape
from precheck.render.rendering import Rendering
from precheck.render.style import Style
from tests.command import CLEAN, command, draft  # noqa: F401 - fixtures
from tests.conftest import DAY, ROOT, changed

SCHEMAS = ROOT / "tests" / "schemas"
WRONG = {"/loan/amount": "200000"}
CASES = {
    "clean": {},
    "an error": {"set": WRONG},
    "an error and rules that wait": {"set": WRONG, "drop": ["/scale/employees", "/people/0/mobile"]},
    "a warning": {"set": {"/documents/3/valid_until": "2026-12-01"}},
    "nearly nothing": {"drop": ["/documents", "/people", "/applicant"]},
}
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation asks of a Code Quality report, the path relative to the repository."""


def schema(name):
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def json_schema_validator(of):
    kept = validator_for(of)(of)
    return lambda text: kept.validate(json.loads(text))


VALIDATORS = {
    "sarif": json_schema_validator(schema("sarif-2.1.0.json")),
    "rdjson": json_schema_validator(schema("rdjson.json")),
    "gitlab": json_schema_validator(GITLAB),
    "junit": xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd")).validate,
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder of the drafts, as the root of a repository is that of a CI job."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", VALIDATORS)
def test_a_format_keeps_its_published_schema(command, draft, here, form, case, lang):
    draft("drafts/a.json", **CASES[case])
    VALIDATORS[form](command.check("drafts/a.json", "--format", form, "--lang", lang).out)


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"loan"：1}', "\x00", '{"a":1,"a":2}'])
@pytest.mark.parametrize("form", VALIDATORS)
def test_a_format_keeps_its_schema_for_what_is_no_draft(command, draft, here, form, broken):
    draft("a.json", broken)
    VALIDATORS[form](command.check("a.json", "--format", form).out)


@pytest.mark.parametrize("form", VALIDATORS)
def test_a_validator_refuses_what_is_wrong(form):
    with pytest.raises((ValidationError, xmlschema.XMLSchemaException)):
        VALIDATORS[form]('<testsuite name="a"/>' if form == "junit" else '{"version": 3}')


@pytest.fixture
def three(command, draft, here):
    """The drafts of a ready, a wrong and a waiting application; a report of them by format."""
    draft("a.json")
    draft("b.json", set=WRONG)
    draft("c.json", drop=["/scale/employees"])
    return lambda form: command.check("a.json", "b.json", "c.json", "--format", form, "--lang", "en").out


def findings(three):
    return [each for file in json.loads(three("json"))["files"] for each in file["findings"]]


def test_jsonl_is_a_report_a_line_each_of_which_can_be_rendered(three):
    lines = three("jsonl").splitlines()
    assert [stored(line.encode()).files[0]["path"] for line in lines] == ["a.json", "b.json", "c.json"]
    assert [stored(line.encode()).tally.ready for line in lines] == [1, 0, 0]


def test_sarif_has_every_finding_with_its_place_and_its_rule(three):
    run = json.loads(three("sarif"))["runs"][0]
    expected = [(each["code"], each["severity"], each["fingerprint"]) for each in findings(three)]
    found = [(e["ruleId"], e["level"], e["partialFingerprints"]["precheck/v1"]) for e in run["results"]]
    assert sorted(found) == sorted(expected)
    assert {each["id"] for each in run["tool"]["driver"]["rules"]} == {code for code, _, _ in expected}
    first = next(each for each in run["results"] if each["ruleId"] == "AMT001")["locations"][0]
    where = next(each for each in findings(three) if each["code"] == "AMT001")
    assert first["physicalLocation"]["artifactLocation"] == {"uri": "b.json", "uriBaseId": "%SRCROOT%"}
    assert first["physicalLocation"]["region"]["startLine"] == where["location"]["line"]
    assert first["logicalLocations"][0]["fullyQualifiedName"] == "/loan/amount"


def test_sarif_says_what_could_not_be_checked(three):
    told = json.loads(three("sarif"))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    places = [e["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for e in told]
    assert places == ["b.json", "c.json"]
    assert all(each["level"] == "warning" and "not checked" in each["message"]["text"] for each in told)


def test_a_path_that_is_no_uri_is_written_as_one(command, draft, here):
    draft("申请 1#.json", set=WRONG)
    result = json.loads(command.check("申请 1#.json", "--format", "sarif").out)["runs"][0]["results"][0]
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "%E7%94%B3%E8%AF%B7%201%23.json"


@pytest.mark.parametrize("form", ["sarif", "gitlab", "github", "rdjson"])
def test_a_path_below_the_current_folder_is_relative_to_it(command, draft, here, form):
    path = draft("drafts/a.json", set=WRONG)
    assert Path(path).is_absolute()
    shown = command.check(path, "--format", form).out
    for out in (shown, command.check("./drafts/a.json", "--format", form).out):
        assert "drafts/a.json" in out
        assert "./drafts" not in out
        assert str(here) not in out


@pytest.mark.parametrize("form", VALIDATORS)
@pytest.mark.parametrize("given", [json.dumps, dict], ids=["text", "a dict without lines"])
def test_a_draft_without_a_path_keeps_the_schemas_too(form, given):
    found = precheck.check(given(changed("restaurant", set=WRONG)), on=DAY)
    VALIDATORS[form](found.render(form))


def test_gitlab_has_every_finding_and_what_could_not_be_checked(three):
    issues = json.loads(three("gitlab"))
    assert [e["check_name"] for e in issues if e["check_name"] != "not-checked"] == [
        each["code"] for each in findings(three)
    ]
    assert sum(each["check_name"] == "not-checked" for each in issues) == 2


def test_junit_fails_a_draft_that_is_not_ready_and_shows_one_that_is(three):
    suites = ElementTree.fromstring(three("junit"))
    verdicts = {
        suite.get("name"): [each for each in suite if each.get("name") == "ready to send"] for suite in suites
    }
    assert {name: len(cases[0]) for name, cases in verdicts.items()} == {
        "a.json": 0,
        "b.json": 1,
        "c.json": 1,
    }
    for suite in suites:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    assert int(suites.get("failures")) == sum(int(each.get("failures")) for each in suites)


def test_rdjson_has_every_finding_with_its_lines(three):
    made = json.loads(three("rdjson"))["diagnostics"]
    lines = [e["location"]["range"]["start"]["line"] for e in made if e["code"]["value"] != "not-checked"]
    assert lines == [each["location"]["line"] for each in findings(three)]


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "junit", "sarif", "markdown", "html"])
def test_a_file_that_could_not_be_checked_is_counted(command, draft, here, form):
    draft("a.json"), draft("b.json")
    answer = command.check("a.json", "b.json", "no-such-file.json", "--format", form, "--lang", "en")
    assert answer.code == 2
    if form == "json":
        assert json.loads(answer.out)["summary"]["unread"] == 1
    else:
        assert "1 could not be checked" in answer.out
    if form in VALIDATORS:
        VALIDATORS[form](answer.out)
    if form == "sarif":
        assert not json.loads(answer.out)["runs"][0]["invocations"][0]["executionSuccessful"]


COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def annotations(text):
    return [COMMAND.fullmatch(line) for line in text.splitlines() if COMMAND.match(line)]


def test_github_annotates_the_place(three):
    first = next(each for each in annotations(three("github")) if "AMT001" in each["properties"])
    where = next(each["location"] for each in findings(three) if each["code"] == "AMT001")
    assert first["level"] == "error"
    expected = f"file=b.json,line={where['line']},endLine={where['line']},col={where['column']},"
    assert first["properties"].startswith(expected)
    assert "%0A" in first["message"]


def many(command, draft, count):
    """A report of one draft with so many findings, every second one a warning."""
    report = command.report(draft("a.json", set=WRONG))
    finding = report["files"][0]["findings"][0]
    report["files"][0]["findings"] = [
        {**finding, "severity": "warning" if number % 2 else "error", "fingerprint": f"{number:016x}"}
        for number in range(count)
    ]
    return stored(json.dumps(report).encode())


def rendered(report, form):
    rendering = Rendering(form, report.run, Style(report.run.lang))
    for each in report.files:
        rendering.entries += rendering.entries_of({report.run.lang: each})
    return rendering.text(report.tally)


def test_github_keeps_its_limits_and_says_what_it_leaves_out(command, draft):
    text = rendered(many(command, draft, 5000), "github")
    levels = [each["level"] for each in annotations(text)]
    assert {level: levels.count(level) for level in ("error", "warning", "notice")} == {
        "error": 10,
        "warning": 10,
        "notice": 1,
    }
    left_out = 5000 + 1 - 20  # the rules that wait have an annotation of their own
    assert str(left_out) in annotations(text)[-1]["message"]
    log = text.partition("::group::")[2].partition("::endgroup::")[0]
    assert len(log.splitlines()) - 1 == left_out


def test_github_leaves_nothing_out_when_all_of_it_fits(command, draft):
    text = rendered(many(command, draft, 18), "github")
    assert "::group::" not in text
    assert len(annotations(text)) == 19


@pytest.mark.parametrize(("count", "left_out"), [(5000, 0), (5003, 3)])
def test_sarif_keeps_githubs_limits_and_says_what_it_leaves_out(command, draft, count, left_out):
    text = rendered(many(command, draft, count), "sarif")
    run = json.loads(text)["runs"][0]
    assert len(run["results"]) == 5000
    assert len(gzip.compress(text.encode())) < 10_000_000
    notes = [e for e in run["invocations"][0]["toolExecutionNotifications"] if e["level"] == "note"]
    assert [str(left_out) in each["message"]["text"] for each in notes] == [True] * bool(left_out)
    errors = [each["level"] for each in run["results"]].count("error")
    assert errors == (count + 1) // 2  # what is left out are warnings


def test_gitlab_tells_findings_with_one_fingerprint_apart(command, draft):
    report = many(command, draft, 3)
    for each in report.files[0]["findings"]:
        each["fingerprint"] = "0" * 16
    marks = [each["fingerprint"] for each in json.loads(rendered(report, "gitlab"))]
    assert len(set(marks)) == len(marks) == 4


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_that_papers_could_not_be_opened(monkeypatch, form):
    clean = ROOT / "examples" / "hairdresser" / "application.json"
    opened = precheck.check(clean, on=DAY, lang="en").render(form)
    monkeypatch.setattr(starting, "LINE", ("/dev/null/python",))
    closed = precheck.check(clean, on=DAY, lang="en").render(form)
    said = '"papers": "listed"' if form in ("json", "jsonl") else "not opened"
    assert said in closed
    assert said not in opened
    if form in VALIDATORS:
        VALIDATORS[form](closed)


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"full", "concise"}))
def test_what_is_accepted_stays_as_accepted(command, draft, form):
    report = many(command, draft, 2)
    report.files[0]["findings"][0]["waived"] = {"reason": "known since May", "until": None}
    text = rendered(report, form)
    assert "known since May" in text
    if form == "sarif":
        VALIDATORS["sarif"](text)
        found = [each.get("suppressions") for each in json.loads(text)["runs"][0]["results"]]
        assert [each[0]["status"] for each in found if each] == ["accepted"]
    if form == "github":
        assert [each["level"] for each in annotations(text)].count("error") == 0


ANY_TEXT = st.text(max_size=40) | st.text(
    alphabet="<>&\"'`*_[]()#|@:%,\n\r\t\x00\x1b\ufffe\\ ax]", max_size=40
)


@given(ANY_TEXT)
def test_xml_holds_any_text_that_xml_can_hold(text):
    element = ElementTree.fromstring(f'<a b="{escape.xml(text)}">{escape.xml(text)}</a>')
    assert element.get("b") == escape.NO_XML.sub("", text)
    assert (element.text or "") == escape.NO_XML.sub("", text)


@given(ANY_TEXT)
def test_a_workflow_command_is_one_line_and_holds_what_it_says(text):
    data, value = escape.workflow_data(text), escape.workflow_property(text)
    assert not set(data + value) & {"\n", "\r"}
    assert not set(value) & {",", ":"}
    back = (value.replace("%3A", ":").replace("%2C", ","), data)
    assert [each.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") for each in back] == [text] * 2


@given(ANY_TEXT | st.just("::error::x") | st.just("a ##[error]x"))
def test_a_line_of_a_log_is_no_workflow_command(text):
    line = escape.workflow_log(text)
    assert "\n" not in line
    assert "\r" not in line
    assert not line.lstrip().startswith("::")
    assert "##[" not in line


READER = MarkdownIt("gfm-like")
WEB = st.sampled_from(
    ["http://x.example", "www.x.example", "a@x.example", "- a", "1. a", "+ a", "> a", "# a", "    a", "---"]
)


@given(ANY_TEXT | WEB)
@example("a ~~b~~ **c** `d` [e](f) ![g](h) <i> &lt; @all http://x.example")
def test_markdown_says_any_text_and_makes_nothing_of_it(text):
    tokens = READER.parse(f"- **x** {escape.markdown(text)} .")
    inline = next(each for each in tokens if each.type == "inline").children
    kinds = {each.type for each in inline} - {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "html_inline",
    }
    assert kinds == set()
    assert {each.content for each in inline if each.type == "html_inline"} <= {"<!-- -->"}
    shown = "".join(each.content for each in inline if each.type.startswith("text"))
    assert shown.split() == ["x", *text.replace("\0", "\ufffd").split(), "."]


@given(ANY_TEXT.filter(str.strip))
def test_a_code_span_of_markdown_holds_any_text(text):
    tokens = READER.parse(f"- {escape.markdown_code(text)} .")
    inline = next(each for each in tokens if each.type == "inline").children
    shown = [each.content for each in inline if each.type == "code_inline"]
    assert [each.strip() for each in shown] == [" ".join(text.split()).replace("\0", "\ufffd")]


def test_markdown_stays_below_githubs_limit_and_says_what_it_leaves_out(command, draft):
    report = many(command, draft, 4)
    files = report.files * 5000
    report = report._replace(files=files, run=report.run._replace(single=False))
    text = rendered(report, "markdown")
    shown = text.count("\n## ")
    assert len(text.encode()) < 2**20
    assert 500 < shown < 5000
    assert text.splitlines()[-1].startswith(f"{5000 - shown} more drafts")


@pytest.mark.parametrize("form", ["full", "markdown", "html"])
def test_a_slip_stands_before_the_finding_that_it_explains_wherever_a_person_reads(command, form):
    story = ROOT / "examples/mistakes/revenue-in-ten-thousand/application.json"
    text = command.check(story, "--format", form, "--lang", "en").out
    assert 0 < text.index("most likely typed in 万元") < text.index("REV005")


@pytest.mark.parametrize(
    ("form", "escaped", "entries"),
    [
        ("github", escape.workflow_data, lambda text: text.count("::warning ")),
        ("gitlab", str, lambda text: len(json.loads(text))),
        ("junit", escape.xml, lambda text: text.count("<system-out>")),
        ("rdjson", str, lambda text: len(json.loads(text)["diagnostics"])),
        ("sarif", str, lambda text: len(json.loads(text)["runs"][0]["results"])),
    ],
)
def test_a_finding_that_a_slip_explains_tells_of_it_in_one_entry(form, escaped, entries):
    report = precheck.check(changed(set={"/debts/0/balance": 120}), on=DAY, lang="en")
    (slip,), (finding,) = report.slips, report.findings
    assert finding.place.pointer != slip.pointer
    text = report.render(form)
    assert escaped(slip.message) in text
    assert escaped(finding.message) in text
    assert entries(text) == 1


def test_sarif_points_at_the_mistyped_field_too():
    wrong = json.dumps(changed(set={"/debts/0/balance": 120}), ensure_ascii=False, indent=2)
    report = precheck.check(wrong, on=DAY, lang="en")
    (result,) = json.loads(report.render("sarif"))["runs"][0]["results"]
    first = result["relatedLocations"][0]
    assert first["logicalLocations"] == [{"fullyQualifiedName": "/debts/0/balance"}]
    assert first["message"]["text"] == report.slips[0].message
    pointers = [each["logicalLocations"][0]["fullyQualifiedName"] for each in result["relatedLocations"]]
    assert len(pointers) == len(set(pointers))


def test_what_is_accepted_tells_of_no_slip(command, draft):
    wrong = draft("a.json", set={"/loan/amount": 20})
    accepted = ("--ignore", "LOA001=known", "--lang", "en")
    (slip,) = command.report(wrong, *accepted)["files"][0]["slips"]
    assert slip["message"] in command.check(wrong, "--lang", "en", "--format", "gitlab").out
    assert slip["message"] not in command.check(wrong, *accepted, "--format", "gitlab").out
