"""What money in is, where it is no income: a loan paid out, a transfer from one's own account, money given back.

Told by the words of the row and by the name of the other party alone. What neither tells counts as income: it is the
draft, or whoever signs it, that knows better.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from .balances import Entry

Origin = Literal["own", "loans", "returned", ""]

LOANS: Final = re.compile(
    "贷款发放|发放贷款|贷款放款|贷款转存|贷款入账|贷款划入|贷款提款|贷款支用|借款发放|借款放款|借款入账|信贷放款"
    "|(?:网商贷|借呗|微粒贷|微业贷|京东金条|生意贷|经营贷|快贷|信用贷|抵押贷|税易贷|流水贷)[^还]{0,4}(?:借款|放款|提款|支用|入账|发放)"
)
"""What banks and lenders write when they pay out a loan."""
PAID_OUT: Final = "(?<![存投])放款"
LENDER: Final = "银行|信用社|农商|农信|小贷|小额贷款|消费金融|信托|网商|微众|融资"
SALES: Final = "订单|平台|店铺|商家|货款|结算|回款|速卖通|交易款|销售"
"""放款 alone says so too where the other party is a lender, or none is named; selling platforms and customers pay out
what was sold by the same word."""
OWN: Final = re.compile(
    "本人(?:账户|帐户|账号|名下|转账|转入|互转|同名|卡|存入|资金)|(?:本单位|本公司|本店|自有|自己)(?:账户|帐户|账号|名下)"
    "|同名(?:账户|帐户|转账|划转|转入|互转)|(?:账户|帐户|卡)互转"
    "|(?:余额宝|零钱通|余利宝|朝朝宝)[^收付]{0,4}(?:转|赎|取)|(?:转出|转入|赎回|提取)[^收付]{0,4}(?:余额宝|零钱通|余利宝|朝朝宝)"
    "|理财(?:产品)?(?:赎回|到期|本金)|基金赎回|定期?(?:存款)?转活期?|定活互转"
    "|(?:通知|定期)存款(?:支取|到期|转出)|大额存单(?:支取|到期|转让)"
)
"""Transfers between accounts of one holder, and from funds and deposits that work like accounts."""
REFUND: Final = "(?<!已)(?<!全额)(?<!部分)退款|REFUND"
"""A row that is a refund. 已全额退款 is the state of a row that is none, for which a refund is another row."""
RETURNED: Final = re.compile(f"{REFUND}|退汇|退票|退回|(?<!已)退还|退货款|退费|冲正")
"""What the holder had paid and gets back."""
HIDDEN: Final = "*"


class Parts(NamedTuple):
    """Of money in, what is no income, in fen."""

    own: int = 0
    loans: int = 0
    returned: int = 0


def parts_of(entries: Iterable[Entry], holder: str, *, of_a_bank: bool) -> Parts:
    """The parts of the money in of these rows, of an account of `holder` at a bank or on a platform."""
    sums = dict.fromkeys(Parts._fields, 0)
    for entry in entries:
        movement, inward = entry.movement, entry.inward
        if not inward:
            continue
        origin = _origin(movement.purpose, movement.party, movement.names, holder, of_a_bank, inward > 0)
        if origin:
            sums[origin] += inward
    return Parts(**sums)


@lru_cache(16384)
def _origin(
    purpose: str, party: str, names: tuple[str, ...], holder: str, of_a_bank: bool, came: bool
) -> Origin:
    words = f"{purpose} {party}"
    if LOANS.search(words) or (of_a_bank and _is_paid_out(words, party)):
        return "loans"
    if OWN.search(words) or any(is_holder(name, holder) for name in (party, *names)):
        return "own"
    return "returned" if came and RETURNED.search(words) else ""


@lru_cache(16384)
def is_refund(purpose: str) -> bool:
    """Whether the words of a row say that it is a refund."""
    return re.search(REFUND, purpose) is not None


def _is_paid_out(words: str, party: str) -> bool:
    if not re.search(PAID_OUT, words):
        return False
    return re.search(LENDER, party) is not None if party else not re.search(SALES, words)


def is_holder(party: str, holder: str) -> bool:
    """Whether the other party is the holder, beyond doubt: the whole name, with nothing but a number behind it."""
    whole = len(holder) > 1 and HIDDEN not in holder and party.startswith(holder)
    return whole and not any(map(_is_of_a_name, party[len(holder) :]))


def _is_of_a_name(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or (character.isascii() and character.isalpha())
