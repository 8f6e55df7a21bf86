"""What the words of a loan purpose name: a use that lenders refuse, or the applicant's own trade."""

import re
from collections.abc import Iterable
from typing import Final

from .characters import visible

_CLAUSE_ENDS: Final = re.compile("[,;:。!?|/]|而是|但|却|改为|实际")

_NEGATIONS: Final = (
    *("不用", "不得", "不会", "不将", "不能", "不可", "不涉", "不含", "不包", "不做", "不作", "不是", "不属", "不再", "不从事"),
    *("不投", "不买", "不参与", "不进", "不流", "绝不", "决不", "并不", "并非", "而非", "非用", "未用", "未涉", "未将", "没有", "勿"),
    *("禁止", "严禁", "杜绝", "避免"),
)  # fmt: skip
"""Words that deny whatever follows them in the same clause."""

_DENIALS_IN_FRONT: Final = ("不", "非", "未", "无", "勿", "禁")
_DENIALS_BEHIND: Final = ("无关", "除外", "之外", "以外")

_HARMLESS: Final = (
    *("股份有限", "股份公司", "股份制", "股份合作", "股份经济", "基金会", "公积金"),
    *("房租", "房间", "房车", "采购", "管理", "办理", "代理", "处理", "清理", "整理", "部分", "十分", "划分"),
    *("分期", "长期", "短期", "定期", "到期", "前期", "后期", "近期", "本期", "同期", "账期", "周期", "预期"),
)
"""Ordinary words whose characters, alone or with their neighbours, look like a refused use: 分期+货款, 采购+房屋."""

EVERYDAY_USES: Final = (
    *(
        "进货",
        "采购",
        "货款",
        "原料",
        "材料",
        "备货",
        "库存",
        "周转",
        "流动资金",
        "工资",
        "薪",
        "房租",
        "租金",
        "铺租",
    ),
    *("水电", "装修", "设备", "物流", "运费", "税", "日常", "经营", "货物", "商品", "推广", "广告", "订单"),
)
"""What any business spends money on, whatever its trade."""


def banned_use(purpose: str, phrases: Iterable[str]) -> str | None:
    """The first of `phrases` that a purpose names as its use; None when it names none or denies them all.

    A purpose denies a phrase with a negation before it in the same clause (不用于购房、炒股), directly in front
    (非购房), or behind it (购房除外). Words that only look like a phrase do not count: 股份有限公司, 支付房租.
    """
    text = visible(purpose)
    named = [phrase for phrase in phrases if phrase and phrase in text]
    if not named:
        return None
    clauses = _CLAUSE_ENDS.split(text)
    return next((phrase for phrase in named if any(_asserts(clause, phrase) for clause in clauses)), None)


def _asserts(clause: str, phrase: str) -> bool:
    """Whether a clause names `phrase` at least once without denying it."""
    *before, behind = _without_harmless(clause, phrase).split(phrase)
    if not before or any(word in behind for word in _DENIALS_BEHIND):
        return False
    in_front = before[0]
    return not (in_front.endswith(_DENIALS_IN_FRONT) or any(word in in_front for word in _NEGATIONS))


def _without_harmless(clause: str, phrase: str) -> str:
    """The clause with harmless words blanked out, except those that `phrase` itself is made of."""
    for word in _HARMLESS:
        if word not in phrase:
            clause = clause.replace(word, "\0")
    return clause


def shares_a_word(text: str, words: Iterable[str]) -> bool:
    """Whether a purpose or a business scope contains one of `words`."""
    seen = visible(text)
    return any(word in seen for word in words)
