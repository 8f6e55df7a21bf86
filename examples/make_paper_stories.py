"""Makes the stories whose mistake is only seen by opening a file: the draft of a ready example, beside papers of which
one tells another story.

    python examples/make_paper_stories.py

All papers are invented samples, made as `make_papers.py` makes them.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from make_papers import WRITERS
from samples import NOTICE
from samples.pictures import COPIED, DRAWN, jpeg, out_of_focus, png, written

Draft = dict[str, Any]
HERE = Path(__file__).parent
STRANGER = "绍兴示例纺织有限公司"
LICENCE = ("INVENTED SAMPLE", "LICENCE", "SIDE BOTH", "HOLDER A")
LOGIN = "<!DOCTYPE html><html><head><title>登录</title></head><body>样本：请先登录 / INVENTED SAMPLE</body></html>"


class Story(NamedTuple):
    """The ready example that it happened to, and what went wrong: what a paper says, or the file itself."""

    of: str
    says: Callable[[Draft], Any] = lambda draft: None
    """Changes the draft that the papers are made from."""
    file: str = ""
    becomes: Callable[[bytes], bytes] = lambda data: data


def _of_a_stranger(draft: Draft) -> None:
    draft["bank_accounts"][0]["holder"] = STRANGER


def _swapped_digits(draft: Draft) -> None:
    draft["income_tax_returns"][0]["revenue"] = 889457.4


def _return_of_last_year(draft: Draft) -> None:
    draft["income_tax_returns"][0]["period"] = "2024"
    next(each for each in draft["documents"] if each["kind"] == "income_tax_return")["period"] = "2024"


def _another_month(draft: Draft) -> None:
    month = draft["bank_accounts"][0]["months"][-1]
    month["inflow"] += 9000
    month["closing"] += 9000


def _ends_earlier(draft: Draft) -> None:
    next(each for each in draft["documents"] if each["kind"] == "lease")["valid_until"] = "2027-12-19"


def _another_tenant(draft: Draft) -> None:
    next(each for each in draft["documents"] if each["kind"] == "lease")["holder"] = STRANGER


def _consent_of_a_stranger(draft: Draft) -> None:
    for each in draft["consents"]:
        each["subject"] = STRANGER
    next(each for each in draft["documents"] if each["kind"] == "credit_authorisation")["holder"] = STRANGER


def _a_loan_among_the_sales(draft: Draft) -> None:
    draft["bank_accounts"][0]["months"][-1]["loan_receipts"] = 30000


def _copied_in_black_and_white(data: bytes) -> bytes:
    return png(written(*LICENCE, drawn=DRAWN["licence", "both"]), NOTICE, COPIED)


def _taken_out_of_focus(data: bytes) -> bytes:
    return out_of_focus(written(*LICENCE, drawn=DRAWN["licence", "both"]), NOTICE)


def _the_front_once_more(data: bytes) -> bytes:
    """With a little cut off on every side."""
    words = ("INVENTED SAMPLE", "ID CARD", "SIDE FRONT", "HOLDER A")
    rows = written(*words, drawn=DRAWN["id_card", "front"])
    return jpeg([row[3:-3] for row in rows[2:-2]], NOTICE)


def _only_money_in(data: bytes) -> bytes:
    return data.decode("gb18030").replace("导出交易类型：[全部]", "导出交易类型：[收入]").encode("gb18030")


def _a_line_less(data: bytes) -> bytes:
    lines = data.split(b"\r\n")
    del lines[9]
    return b"\r\n".join(lines)


STORIES = {
    "paper-bank-line-deleted": Story("online-shop", file="bank.csv", becomes=_a_line_less),
    "paper-bank-month-differs": Story("mould-workshop", _another_month),
    "paper-bank-of-a-stranger": Story("mould-workshop", _of_a_stranger),
    "paper-consent-of-a-stranger": Story("software-company", _consent_of_a_stranger),
    "paper-export-filtered": Story("online-shop", file="platform.csv", becomes=_only_money_in),
    "paper-id-front-twice": Story("hairdresser", file="id-1-back.jpg", becomes=_the_front_once_more),
    "paper-id-is-a-web-page": Story("software-company", file="id.pdf", becomes=lambda data: LOGIN.encode()),
    "paper-lease-ends-earlier": Story("mould-workshop", _ends_earlier),
    "paper-lease-of-a-stranger": Story("mould-workshop", _another_tenant),
    "paper-licence-blurred": Story("software-company", file="licence.png", becomes=_taken_out_of_focus),
    "paper-licence-copied": Story("software-company", file="licence.png", becomes=_copied_in_black_and_white),
    "paper-licence-cut-off": Story("software-company", file="licence.png", becomes=lambda data: data[:400]),
    "paper-licence-empty": Story("software-company", file="licence.png", becomes=lambda data: b""),
    "paper-loan-among-sales": Story("mould-workshop", _a_loan_among_the_sales),
    "paper-return-of-last-year": Story("mould-workshop", _return_of_last_year),
    "paper-revenue-swapped-digits": Story("mould-workshop", _swapped_digits),
}


def make(name: str, story: Story) -> None:
    """Write the draft of the example and the papers of the story."""
    text = (HERE / story.of / "application.json").read_text(encoding="utf-8")
    folder = HERE / "mistakes" / name
    folder.mkdir(exist_ok=True)
    (folder / "application.json").write_text(text, encoding="utf-8")
    draft = json.loads(text)
    told = deepcopy(draft) | {"folder": story.of}
    story.says(told)
    for paper, as_told in zip(draft["documents"], told["documents"], strict=True):
        path = folder / paper["path"]
        path.parent.mkdir(exist_ok=True)
        data = WRITERS[path.suffix](told, as_told)
        path.write_bytes(story.becomes(data) if path.name == story.file else data)


if __name__ == "__main__":
    for name, story in STORIES.items():
        make(name, story)
