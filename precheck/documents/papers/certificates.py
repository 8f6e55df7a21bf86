"""Whose entries a certificate of a platform lists: a sentence says so where statements have labels."""

import re
from collections.abc import Iterable
from typing import Final

from .facts import Words
from .rows import LONGEST, Row

_SENTENCE: Final = (
    r"兹证明:?(?P<name>[^()]+)\((?:居民)?(?:身份证|证件)(?:号码?)?:[^()]*\),?"
    r"在其(?:微信号|支付宝账[号户]):?(?P<account>[^\u4e00-\u9fff]+)中"
)


def certified(rows: Iterable[Row]) -> tuple[Words | None, Words | None]:
    """The holder and the account that the sentence names, without the number of the identity card between them."""
    for row in rows:
        found = re.search(_SENTENCE, row.text) if "兹证明" in row.text else None
        if found:
            name, account = (Words(found[part][:LONGEST], row.at(0)) for part in ("name", "account"))
            return name, account
    return None, None
