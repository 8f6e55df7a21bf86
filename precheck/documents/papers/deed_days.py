"""The days of deeds: what happened on them, told by labels, or from when and until when, in digits or in words."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from .cells import days_in, spaced
from .facts import Day
from .facts.deeds import Dated, Event
from .labels import Label
from .rows import Row

SIGNED: Final = frozenset(
    f"{of}{on}" for of in ("", *["签订", "签署", "签约", "授权", "签字"]) for on in ("日期", "时间")
)
DAYS: Final[tuple[tuple[frozenset[str], Event], ...]] = (
    (SIGNED, "signed"),
    (
        frozenset(
            f"{of}{on}"
            for of in ["发证", "登记", "核准", "出具", "开具", "填发", "签发"]
            for on in ("日期", "时间")
        ),
        "issued",
    ),
    (frozenset({"成立日期", "设立日期", "注册日期"}), "established"),
    (frozenset({"起租日", "起租日期", "租赁开始日期", "租赁起始日期", "租赁起始日"}), "starts"),
    (
        frozenset(
            {"有效期至", "有效期限至", "有效期止", "营业期限至", "经营期限至", "租赁期满日"}
            | {"到期日", "到期日期", "届满日", "届满日期", "到租日", "到租日期"}
            | {f"租赁{over}日{of}" for over in ("结束", "终止", "截止", "到期") for of in ("", "期")}
        ),
        "ends",
    ),
)
"""Labels of days, by what happened on them."""
_SPAN: Final = re.compile(
    r"(?:自|从|:|期限|期间)?(?P<start>20[0-9]{2}[^,。;]{4,9}日?)(?:起?,?(?:至|到|止于|-|~)|起)(?P<end>长期|20[0-9]{2}[^,。;]{4,9})"
)
_UNTIL: Final = (
    "(?:有效期限?:?至|终止于|(?:续租|续签|延长|顺延|延续)(?:期限)?至|租(?:赁)?期限?(?:为|延长)?至)"
    "(?P<end>长期|20[0-9]{2}[^,。;]{4,9})"
)
_IS_UNTIL: Final = ("有效期", "终止于", "续", "延", "租")
"""One of these is in every line that says until when."""
_WITHIN: Final = "(?:免租|装修|试用|交房)[^,。;]{0,6}$"
"""What stands before a time within that of the paper."""
_ZEROS: Final = str.maketrans("〇○O", "零零零")
_CENTURY: Final = ("二〇", "二零", "二○", "二O")
_DAY_IN_WORDS: Final = re.compile(
    "(二[〇零○O][〇零○O一二三四五六七八九]{2})年([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])月"
    "([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)


def with_digits(row: Row) -> Row:
    """A line with the days in words written in digits."""
    text = row.text
    if not any(words in text for words in _CENTURY):
        return row
    return row._replace(cells=[_DAY_IN_WORDS.sub(_in_digits, spaced(cell)) for cell in row.cells])


def _in_digits(found: "re.Match[str]") -> str:
    from ...facts.amounts import NINE, amount_of  # only here: few papers write days in words

    year = "".join(str(NINE.index(each)) for each in found[1].translate(_ZEROS))
    return f"{year}年{amount_of(found[2]):.0f}月{amount_of(found[3]):.0f}日"


def labelled_days(labels: Sequence[Label]) -> Iterator[Dated]:
    """What happened on the days that stand behind a label of their own."""
    for label in labels:
        event = next((event for names, event in DAYS if label.name in names), None)
        if event == "ends" and "长期" in label.line:
            yield Dated(event, Day(date.max, label.value.place))
        days = days_in(label.line)
        if event and len(days) == 1:
            yield Dated(event, Day(days[0], label.value.place))


def spans_of(rows: Sequence[Row]) -> Iterator[Dated]:
    """From when and until when: `自2023年6月1日起至2028年5月31日止`, `有效期至2031年3月19日`."""
    for row in rows:
        text = row.text
        until = re.finditer(_UNTIL, text) if any(word in text for word in _IS_UNTIL) else ()
        spans = (found for found in _SPAN.finditer(text) if not re.search(_WITHIN, text[: found.start()]))
        for found in (*spans, *until):
            start = days_in(found.groupdict().get("start") or "")
            end = [date.max] if found["end"] == "长期" else days_in(found["end"])
            yield from (Dated("starts", Day(day, row.place)) for day in start[:1] if end)
            yield from (Dated("ends", Day(day, row.place)) for day in end[:1])
