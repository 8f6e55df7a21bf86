"""What a paper says of itself beside its table: `户名：张示例`, in one cell or in two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ..content import UNKNOWN
from .cells import is_blank, spaced
from .facts import Words
from .rows import LONGEST, Row

_NAME: Final = r"[^\s:,;|\[\]\d][^:,;|\[\]\d]{0,24}?"
_LABEL: Final = (
    rf"(?:^|(?<=[\s,;|]))(?P<name>{_NAME})\s*:\s*(?P<value>\[[^\]]*\]|[^\s]*?(?=\s|$|[,;|]{_NAME}\s*:))"
)
_VALUE_AND_LABEL: Final = r"(?P<value>[^:]{1,200}?[^:\s])\s+(?P<label>[^\s:]{2,16}\s*:)"
"""What belongs to the label in the cell before, and the next label: `示例商行 账号：`."""
_FOREIGN: Final = r"(?<=[\u4e00-\u9fff]) ?\[[^\[\]]*\]"
"""The English name behind a Chinese one: `币种[ Currency ]`."""
LONGEST_NAME: Final = 16
"""Characters of a label in a cell of its own."""
_ARTICLE: Final = "^第[一二三四五六七八九十百]+条|^[一二三四五六七八九十]+、"
_ARTICLES: Final = tuple("第一二三四五六七八九十")
"""What articles begin with."""


_DAY: Final = r"20[0-9]{2}[0-9./年月日-]{4,7}(?: ?[0-9]{2}(?::[0-9]{2}){1,2})?"
_ACCOUNTS: Final = "账号 帐号 卡号 账户 账户账号 客户账号 银行账号 查询账号"
_ACCOUNT: Final = "[0-9*][0-9* ]{6,28}[0-9*]"
_BARE: Final = {
    _ACCOUNTS: _ACCOUNT,
    "户名 账户名称 账户户名 账户名 客户名称 客户姓名 单位名称 姓名": r"[^\s0-9]\S*",
    "交易明细对应时间段 起止日期 查询期间 查询区间 交易区间 日期范围 对账期间 账单期间 查询时间 查询起止日期": rf"{_DAY} ?(?:-+|—+|~|至|到) ?{_DAY}",
    "起始日期 终止日期 开始日期 结束日期 起始时间 终止时间 查询起日 查询止日": _DAY,
    "币种 币别": r"\S+",
    "打印日期 打印时间 导出时间 制表日期 查询日期 开户行 开户机构 开户网点 账户类型 单位 页码": r"[^:]*",
}
"""Labels that may stand before what they say without a colon, and what that is."""
_BARE_NAMES: Final = "|".join(sorted(" ".join(_BARE).split(), key=len, reverse=True))
_BARE_LABEL: Final = rf"(?:^|(?<= ))(?P<name>{_BARE_NAMES}) (?P<value>.+?)(?= (?:{_BARE_NAMES}) |$)"
_BARE_KIND: Final = {name: value for names, value in _BARE.items() for name in names.split()}
_NUMBERED: Final = rf"(?:^|.* )(?:{_ACCOUNTS.replace(' ', '|')}) {_ACCOUNT}(?: |$)"
"""What has the number of an account behind its label is no header of a table."""


class Label(NamedTuple):
    """A label and what it says."""

    name: str
    """Without blanks."""
    value: Words
    line: str
    """All that stands behind the label in its cell or line."""


def labels_of(rows: Iterable[Row]) -> list[Label]:
    """All labels of these rows, in order."""
    return [label for row in rows for label in _of_row(row)]


def _of_row(row: Row) -> Iterator[Label]:
    texts = _joined([_unnamed(spaced(cell)) for cell in row.cells[:200]])
    is_told, only = re.match(_NUMBERED, " ".join(texts)[:200]) is not None, "".join(texts)
    for column in range(len(texts)):
        text = texts[column]
        found = list(re.finditer(_LABEL, text[:2000])) if ":" in text else []
        for index, each in enumerate(found):
            stop = found[index + 1].start() if index + 1 < len(found) else len(text)
            rest = text[each.start("value") : stop].strip(" ,;")
            if not rest and index + 1 == len(found):
                rest = _taken_from_next(texts, column)
            yield _label(row, column, each["name"], rest)
        bare = [] if found else _bare(text[:200], is_told=is_told, is_alone=text == only)
        yield from (_label(row, column, name, value) for name, value in bare)
        if not found and not bare and text and len(text) <= LONGEST_NAME:
            value = _beside(texts, column)
            if value:
                yield _label(row, column, text, value)


def _bare(text: str, *, is_told: bool, is_alone: bool) -> list[tuple[str, str]]:
    """The labels of a cell without colons, and what they say: in a row that has the number of an account, or alone, or
    with days."""
    if " " not in text:
        return []
    found = [
        (each["name"], each["value"], each.span() == (0, len(text)))
        for each in re.finditer(_BARE_LABEL, text)
    ]
    return [
        (name, value)
        for name, value, is_all in found
        if re.fullmatch(_BARE_KIND[name], value)
        and (is_told or value.startswith("20") or (is_alone and is_all))
    ]


def _taken_from_next(texts: list[str], column: int) -> str:
    """What the next cell that has anything says up to its first label, which is left alone there."""
    later = next((later for later in range(column + 1, len(texts)) if texts[later]), None)
    if later is None or ":" not in texts[later]:
        return "" if later is None else texts[later]
    found = re.match(_VALUE_AND_LABEL, texts[later])
    if not found:
        return ""
    texts[later] = texts[later][found.start("label") :]
    return found["value"]


def _beside(texts: Sequence[str], column: int) -> str:
    """What stands in the next cell or, behind one that is joined with the label's, in the one after: but not what is
    a label itself."""
    near = texts[column + 1 : column + 4]
    if near and near[0]:
        return near[0]
    if len(near) < 2 or (near[2:] and near[2] and not any(map(str.isdecimal, near[1]))):
        return ""
    return near[1]


def _unnamed(text: str) -> str:
    return re.sub(_FOREIGN, "", text) if "[" in text else text


def _joined(texts: list[str]) -> list[str]:
    """Words that were pulled apart to fill a line put together: `户    名` of two characters that stand alone, and a
    single one with what follows it, `户    名:张示例`."""
    column = 0
    while column < len(texts) - 1:
        stop = column
        while stop < len(texts) and len(texts[stop]) == 1 and texts[stop] > "\u4e00":
            stop += 1
        if stop == column + 1:
            stop += texts[stop] != "" if stop < len(texts) else 0
        if stop > column + 1:
            whole = "".join(texts[column:stop])
            texts[column:stop] = ["" for _ in range(stop - column - 1)] + [whole]
        column = max(stop, column + 1)
    return texts


def _label(row: Row, column: int, name: str, rest: str) -> Label:
    value, name = rest.strip("[] "), "".join(name.split())
    if name.startswith(_ARTICLES):
        name = re.sub(_ARTICLE, "", name)
    return Label(name.lstrip("#"), Words(value[:LONGEST], row.at(column)), rest)


def first(labels: Sequence[Label], *names: str) -> Words | None:
    """What the first of these labels says that says anything; earlier names are preferred."""
    for name in names:
        for label in labels:
            if label.name == name and not is_blank(label.value.text) and label.value.text != UNKNOWN:
                return label.value
    return None
