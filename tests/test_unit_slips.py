"""An amount in the wrong unit is seen, wherever it stands."""

import json

from benchmarks.unit_slips import EXAMPLES, unseen

LEAST_SEEN = 0.95


def test_an_amount_ten_thousand_times_too_large_or_too_small_is_seen():
    slips = [
        is_unseen
        for path in sorted(EXAMPLES.glob("*/application.json"))
        for _, _, is_unseen in unseen(json.loads(path.read_text("utf-8")))
    ]
    assert 1 - sum(slips) / len(slips) >= LEAST_SEEN
