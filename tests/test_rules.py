"""Every rule against its cases: when it fires, when it stays silent, what it waits for."""

import tomllib
from pathlib import Path

import pytest

CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
}


def cases(kind):
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code, groups in CASES.items()
        for number, case in enumerate(groups.get(kind, []))
    ]


def fires(code, case, report):
    """It is the only finding that stands, at the field to blame, with the severity that the case says; `told` are
    texts of its message."""
    found = [(each.code, each.place.pointer) for each in report.findings]
    severity = {each.severity for each in report.findings}
    expected = case.get("severity") or report.findings[0].rule.severity if report.findings else None
    said = [each.message for each in report.findings]
    is_told = all(text in message for message in said for text in case.get("told", ()))
    return found == [(code, case["at"])] and severity == {expected} and is_told


def silent(code, case, report):
    """It is neither found, nor folded under another finding, nor waiting, nor kept from reading a paper of the case."""
    said = {each.code for each in report.findings} | {code for each in report.findings for code in each.muted}
    told_of = {f"{paper}/path" for paper in case.get("papers", ())}
    closed = {each.rule.code for each in report.not_opened if told_of.intersection(each.waits_for)}
    return code not in said | {each.rule.code for each in report.skipped} | closed


def waits(code, case, report):
    """It waits for the field that the case took away."""
    return case["for"] in {
        pointer
        for each in (*report.skipped, *report.not_opened)
        if each.rule.code == code
        for pointer in each.waits_for
    }


KINDS = {"fires": fires, "silent": silent, "waits": waits}


def told(report):
    return [
        (each.code, each.severity.value, each.place.pointer, each.muted, each.message)
        for each in report.findings
    ]


@pytest.mark.parametrize(("code", "case"), cases("fires"))
def test_fires_alone_at_the_field_to_blame(check, code, case):
    report = check(case)
    assert fires(code, case, report), told(report)


@pytest.mark.parametrize(("code", "case"), cases("silent"))
def test_stays_silent(check, code, case):
    report = check(case)
    assert silent(code, case, report), told(report)


@pytest.mark.parametrize(("code", "case"), cases("waits"))
def test_waits(check, code, case):
    report = check(case)
    assert waits(code, case, report), [(each.rule.code, each.waits_for) for each in report.skipped]
