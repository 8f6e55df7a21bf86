"""The metrics count what they say, on outcomes made by hand; the fitted maps are monotone."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.diagnosis import fit, metrics, tables
from benchmarks.diagnosis.inject import Change
from benchmarks.diagnosis.isotonic import Point, fitted, pool
from benchmarks.diagnosis.measure import Line
from benchmarks.diagnosis.metrics import Observation
from benchmarks.diagnosis.outcome import Accusation, Outcome, are_likely


def said(pointer, probability, likely="100 yuan", kind="unit", value=None):
    return Accusation((pointer,), kind, (likely,), probability, value)


def happened(*slips, wrong=(("/a", "100", "1"),), counted=None, candidates=None):
    changes = tuple(Change(*each) for each in wrong)
    pointers = frozenset(each.pointer for each in changes) if counted is None else frozenset(counted)
    return Outcome(("kind",), changes, pointers, "main", True, slips, candidates or slips)


RIGHT, FALSE, SILENT = happened(said("/a", 0.95)), happened(said("/b", 0.6)), happened()
BOTH = happened(said("/a", 0.95), said("/b", 0.55))


def test_the_first_field_is_right_only_when_it_is_wrong_in_the_draft():
    assert [metrics.first_is_right(each) for each in (RIGHT, FALSE, SILENT, BOTH)] == [
        True,
        False,
        False,
        True,
    ]


def test_three_candidates_count_each_field_once():
    rest = tuple(said(f"/{name}", 0.1) for name in "bbbca")
    assert metrics.one_of_three_is_right(happened(candidates=rest))
    assert not metrics.one_of_three_is_right(happened(candidates=(*rest[:4], said("/d", 0.1), rest[4])))


@pytest.mark.parametrize(
    ("words", "true", "is_right"),
    [
        ("100.90 yuan", "100", True),
        ("102 yuan", "100", False),
        ("80,000,000 yuan", "80000000", True),
        ("-33 yuan", "-33", True),
        ("33 yuan", "-33", False),
        ("2026-03-05", "2026-03-05", True),
        ("2026-05-03", "2026-03-05", False),
        ("", "100", False),
    ],
)
def test_a_value_is_right_within_a_hundredth(words, true, is_right):
    assert are_likely([words], [true]) is is_right


def test_several_values_are_right_within_a_hundredth_together():
    assert are_likely(["1,200 yuan", "80,000 yuan"], ["1234", "80000"])
    assert not are_likely(["1,200 yuan", "-"], ["1234", "80000"])


def test_the_value_is_right_only_of_the_right_field():
    assert metrics.first_value_is_right(RIGHT)
    assert not metrics.first_value_is_right(happened(said("/b", 0.9)))
    assert not metrics.first_value_is_right(happened(said("/a", 0.9, likely="1 yuan")))


def test_precision_and_recall_are_of_fields():
    found = [RIGHT, FALSE, SILENT, BOTH]
    assert metrics.precision(found, 0.5) == (2, 4)
    assert metrics.recall(found, 0.5) == (2, 4)
    assert metrics.precision(found, 0.9) == (2, 2)


def test_fields_too_small_to_count_may_be_accused_but_need_not():
    wrong = (("/a", "100", "1"), ("/small", "5", "0"))
    alone, together = (
        happened(said("/a", 0.9), *more, wrong=wrong, counted=["/a"]) for more in ((), (said("/small", 0.9),))
    )
    assert metrics.is_exact(alone, 0.5)
    assert metrics.is_exact(together, 0.5)
    assert metrics.recall([alone, together], 0.5) == (2, 2)


def test_an_exact_set_is_all_that_is_wrong_and_nothing_else():
    assert [metrics.is_exact(each, 0.5) for each in (RIGHT, FALSE, SILENT, BOTH)] == [
        True,
        False,
        False,
        False,
    ]


def test_half_of_a_swap_is_half_reached():
    swap = (("/a", "1", "2"), ("/b", "2", "1"))
    assert metrics.reached([happened(said("/a", 0.95), wrong=swap)], 0.9).value == 0.5


def test_whoever_accuses_a_right_field_accuses_wrongly():
    assert [metrics.wrongly_accused(each, 0.5) for each in (RIGHT, FALSE, SILENT, BOTH)] == [
        False,
        True,
        False,
        True,
    ]


def test_a_share_of_nothing_is_nothing():
    assert metrics.share([], metrics.first_is_right).value == 0


def test_the_calibration_error_of_honest_probabilities_is_nothing():
    observations = [Observation(0.75, true) for true in (True, True, True, False)]
    assert metrics.calibration_error(observations) == 0


def test_the_calibration_error_is_weighted_by_how_often_a_probability_is_stated():
    observations = [Observation(0.95, False)] + [Observation(0.5, true) for true in (True, False)] * 2
    assert metrics.calibration_error(observations) == pytest.approx(0.95 / 5)


def test_a_probability_of_one_is_in_the_last_bin():
    assert metrics.calibration_error([Observation(1.0, True)]) == 0


def test_only_values_with_a_probability_of_their_own_are_observed():
    found = [happened(said("/a", 0.9, value=0.8), said("/b", 0.2))]
    assert metrics.of_values(found) == [(0.8, True)]
    assert metrics.of_fields(found) == [(0.9, True), (0.2, False)]


# Pooling adjacent violators


@given(st.lists(st.builds(Point, st.floats(0, 1), st.floats(0, 1), st.integers(1, 50)), min_size=1))
def test_pooled_shares_rise_and_keep_their_sum(points):
    pooled = pool(sorted(points))
    assert all(one.share < other.share for one, other in pairwise(pooled))
    assert sum(each.weight for each in pooled) == sum(each.weight for each in points)
    assert true_of(pooled) == pytest.approx(true_of(points))


def true_of(points):
    return sum(each.share * each.weight for each in points)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_a_map_is_monotone_from_0_to_1(pairs):
    knots = fitted([Observation(*each) for each in pairs])
    raw, calibrated = zip(*knots, strict=True)
    assert (raw[0], raw[-1]) == (0, 1)
    assert list(raw) == sorted(set(raw))
    assert list(calibrated) == sorted(calibrated)


def test_shares_that_rise_are_left_alone():
    points = [Point(0.1, 0.2, 40), Point(0.5, 0.6, 40), Point(0.9, 0.95, 40)]
    assert pool(points) == points


def test_a_map_says_what_was_observed():
    observations = [Observation(0.2, number < 10) for number in range(100)]
    observations += [Observation(0.8, number < 90) for number in range(100)]
    assert fitted(observations) == [(0.0, 0.0), (0.2, 0.1), (0.8, 0.9), (1.0, 0.9)]


def test_nothing_is_fitted_to_nothing():
    with pytest.raises(ValueError, match="nothing to fit"):
        fitted([])


def test_the_fit_is_stored_as_two_maps(monkeypatch, tmp_path, capsys):
    found = [happened(said("/a", 0.8, likely="100 yuan", value=0.7)), happened(said("/b", 0.3))]
    monkeypatch.setattr(fit, "outcomes", lambda *_, **__: found)
    path = tmp_path / "calibration.json"
    path.write_text("{}", "utf-8")
    monkeypatch.setattr(fit, "STORED", path)
    monkeypatch.setattr("sys.argv", ["fit", "--output", str(path)])
    fit.main()
    maps = json.loads(path.read_text("utf-8"))
    assert {name: (knots[0][0], knots[-1][0]) for name, knots in maps.items()} == {
        "field": (0, 1),
        "value": (0, 1),
    }


def test_the_fit_reads_raw_probabilities_and_leaves_the_map_as_it_was(monkeypatch, tmp_path):
    path = tmp_path / "calibration.json"
    path.write_text('{"field": [[0, 0.5]]}', "utf-8")
    monkeypatch.setattr(fit, "STORED", path)
    with fit.uncalibrated():
        assert json.loads(path.read_text("utf-8")) == {
            name: [[0.0, 0.0], [1.0, 1.0]] for name in ("field", "value")
        }
    assert path.read_text("utf-8") == '{"field": [[0, 0.5]]}'


# Tables


def test_a_table_says_how_much_was_right():
    rows = tables.by_kind([RIGHT, FALSE, SILENT, BOTH]).splitlines()
    assert rows[-1].split()[:8] == ["kind", "4", "1.000", "0.500", "0.500", "0.500", "0.500", "1.000"]
    assert rows[-1].endswith("unit 75%, nothing 25%")


def test_a_line_that_had_nothing_to_measure_is_not_met():
    assert not Line("share", 0.0, 0, most=0.01).is_met
    assert Line("share", 0.0, 10, most=0.01).is_met
    assert not Line("share", 0.5, 10, least=0.9).is_met


def test_misses_are_told_with_what_was_typed():
    told = tables.misses([RIGHT, happened(said("/b", 0.6))], most=5)
    assert told.splitlines() == [
        "1 misses",
        "kind, main",
        "  /a: 100 typed as 1",
        "    0.600 unit /b: 100 yuan",
    ]
