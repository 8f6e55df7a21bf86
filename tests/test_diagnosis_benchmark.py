"""What the product says of a wrong draft is read as it is meant, and the peer gets the edits that the rules check."""

import pytest

from benchmarks.diagnosis import inject
from benchmarks.diagnosis.edits import Record
from benchmarks.diagnosis.inject import Change
from benchmarks.diagnosis.linear import Edit, Linear
from benchmarks.diagnosis.outcome import DAY, Accusation, outcome
from benchmarks.diagnosis.rows import wrong_draft
from benchmarks.diagnosis.typed import Page, moved
from benchmarks.honest import honest_draft
from benchmarks.honest.dice import Dice
from precheck.policy.file import load
from precheck.report import Report


def test_an_unflagged_draft_says_nothing_that_the_honest_one_does_not():
    wrong = wrong_draft("single", 1, 0)
    same = inject.Wrong(wrong.page, ())
    assert not outcome(same).flagged


def test_a_declared_revenue_in_the_wrong_unit_is_flagged_and_counted():
    page = Page(honest_draft(9, 0), Dice(0))
    pointer = "/revenue/0/amount"
    true = page.text(pointer)
    slip = inject.Happened("ten_thousand_yuan", (Change(pointer, true, moved(true, -4, 2)),))
    found = outcome(inject.Wrong(page, (slip,)))
    assert (found.flagged, found.group, found.counted) == (True, "main", {pointer})
    assert found.change == pytest.approx(0.9999, abs=1e-4)


SLIP = {
    "pointer": "/scale/operating_revenue",
    "kind": "unit",
    "typed": "90.71 yuan",
    "likely": "907,100 yuan",
    "probability": 0.7,
    "value_probability": 0.6,
    "others": [],
    "clears": [],
    "runner_up": {"pointer": "/revenue/0/amount", "kind": "sign", "likely": "8 yuan", "probability": 0.8},
    "message": "",
}


@pytest.fixture
def reported(monkeypatch):
    """Makes every report say so many slips."""

    def say(*slips):
        monkeypatch.setattr(Report, "to_dict", lambda *_, **__: {"slips": list(slips)})

    return say


def test_slips_and_runners_up_are_read_from_the_report(reported):
    reported(SLIP)
    found = outcome(inject.Wrong(Page(honest_draft(9, 0), Dice(0)), ()))
    own = Accusation(("/scale/operating_revenue",), "unit", ("907,100 yuan",), 0.7, 0.6)
    assert found.slips == (own,)
    assert found.candidates == (Accusation(("/revenue/0/amount",), "sign", ("8 yuan",), 0.8), own)


def test_a_contradiction_is_no_slip(reported):
    reported(SLIP | {"kind": "contradiction"}, SLIP | {"runner_up": None})
    found = outcome(inject.Wrong(Page(honest_draft(9, 0), Dice(0)), ()))
    assert [each.kind for each in found.slips] == ["unit"]


def test_one_slip_may_have_changed_several_fields(reported):
    other = {"pointer": "/scale/total_assets", "typed": "3 yuan", "likely": "30,000 yuan"}
    reported(SLIP | {"others": [other]})
    (slip,) = outcome(inject.Wrong(Page(honest_draft(9, 0), Dice(0)), ())).slips
    assert slip.pointers == ("/scale/operating_revenue", "/scale/total_assets")
    assert slip.likely == ("907,100 yuan", "30,000 yuan")


# The peer


def test_a_linear_sum_is_what_its_terms_add_up_to():
    total = Linear({"/a": 1.0}) + Linear({"/b": 2.0}) * 3 - 4 - Linear({"/a": 0.5})
    assert total.at({"/a": 10.0, "/b": 1.0}) == 7.0


def test_honest_drafts_obey_nearly_all_edits():
    broken, total = 0, 0
    for number in range(30):
        record = Record.of(Page(honest_draft(10, number), Dice(number)).json(), load("generic-cn"), DAY)
        broken += sum(not each.holds(record.values) for each in record.edits)
        total += len(record.edits)
    assert total > 1000
    assert broken < total / 200


def test_the_lightest_set_that_mends_every_edit_is_found():
    localise = pytest.importorskip("benchmarks.diagnosis.localise", reason="needs scipy")
    sums = [Linear({"/total": 1.0, "/a": -1.0, "/b": -1.0}), Linear({"/twice": 1.0, "/a": -2.0})]
    edits = [Edit(each * sign - 0.02, is_hard=True) for each in sums for sign in (1, -1)]
    record = Record({"/total": 30.0, "/a": 100.0, "/b": 20.0, "/twice": 20.0}, frozenset(), edits)
    assert localise.located(record, localise.unit, hard_only=False).pointers == {"/a"}


@pytest.mark.parametrize(
    "pointer",
    [
        "/bank_accounts/0/months/1/opening",
        "/invoices/0/gross",
        "/invoices/0/rates/0/tax",
        "/statements/1/balance_sheet/opening/cash",
        "/statements/1/income_statement/current/net_profit",
        "/vat_returns/1/year_to_date/output_tax",
    ],
)
def test_an_equation_of_two_places_is_an_edit(pointer):
    page = full_page()
    record = Record.of(page.json({pointer: moved(page.text(pointer), 1)}), load("generic-cn"), DAY)
    broken = [each for each in record.edits if pointer in each.sum.terms and not each.holds(record.values)]
    assert any(len({term.rpartition("/")[0] for term in each.sum.terms}) > 1 for each in broken)


def full_page():
    """A draft with two years of statements, monthly VAT returns, invoices and bank flows, all in yuan and fen."""
    drafts = (honest_draft(11, number) for number in range(300))
    return next(Page(each, Dice(0)) for each in drafts if is_full(each))


def is_full(draft):
    statements, returns = draft.get("statements", []), draft.get("vat_returns", [])
    return (
        [each["period"] for each in statements[:2]] == ["2024", "2025"]
        and statements[0]["unit"] == "yuan"
        and len(returns) > 2
        and returns[0]["form"] == "general"
        and "output_tax" in returns[1]["year_to_date"]
        and {"invoices", "bank_accounts"} <= draft.keys()
    )
