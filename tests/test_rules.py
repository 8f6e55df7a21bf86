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


@pytest.mark.parametrize(("code", "case"), cases("fires"))
def test_fires_alone_at_the_field_to_blame(check, code, case):
    report = check(case)
    assert [(each.code, each.place.pointer) for each in report.findings] == [(code, case["at"])]
    assert report.findings[0].severity == case.get("severity", report.findings[0].rule.severity)


@pytest.mark.parametrize(("code", "case"), cases("silent"))
def test_stays_silent(check, code, case):
    report = check(case)
    said = {each.code for each in report.findings} | {code for each in report.findings for code in each.muted}
    assert code not in said | {each.rule.code for each in report.skipped}


@pytest.mark.parametrize(("code", "case"), cases("waits"))
def test_waits(check, code, case):
    report = check(case)
    waits = {pointer for each in report.skipped if each.rule.code == code for pointer in each.waits_for}
    assert case["for"] in waits
