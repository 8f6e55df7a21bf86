"""Many drafts at once in one process: every thread gets the report that it would have got alone."""

import json
from concurrent.futures import ThreadPoolExecutor

import precheck
from tests.conftest import DAY, READY, changed

DRAFTS = [
    json.dumps(each, ensure_ascii=False).encode()
    for each in (
        *READY.values(),
        changed(set={"/scale/employees": 0}),
        changed(drop=["/loan/amount", "/scale"]),
        changed("restaurant", set={"/revenue/0/amount": 90.71}),
        changed("restaurant", set={"/people": "none"}),
    )
]


def told(draft):
    return precheck.check(draft, policy=("generic-cn", "example-bank"), on=DAY, lang="en").to_dict()


def test_threads_do_not_disturb_each_other():
    alone = [told(draft) for draft in DRAFTS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(told, DRAFTS * 6))
    assert together == alone * 6
