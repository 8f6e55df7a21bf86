"""Days that cannot lie ahead: one rule for a field, declared in one line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ...application import UNSTATED, Section
from ...rule import Cause, Context, Found, Hit, Rule, Severity, Trigger, hit
from ...text import title

ZH = """{field}填的是 {day}，晚于检查日 {today}。
          请对照原件核对年份和月份；还没有发生的事不能填。"""
EN = """“{field}” is {day}, after the day of this check, {today}.
          Compare the year and the month with the original; what has not happened yet cannot be entered."""
WHY = """日期在未来，多半是年份填错，系统会当作无效材料。

    A day in the future is mostly a mistyped year, and the paper behind it counts as invalid."""


def not_in_future(
    code: str, section: type[Section], field: str, *, name: str, source: str, mutes: tuple[str, ...] = ()
) -> Rule:
    """Declare that the day `field` of `section` is not after the day of the check; a day not stated is not either."""

    def check(of: Section, context: Context) -> Found:
        if context.on < getattr(of, field) < UNSTATED:
            return hit(of / field, field=title(section, field), day=getattr(of, field), today=context.on)

    return Rule(
        code,
        Severity.ERROR,
        Cause.WRONG_FIGURE,
        (Trigger.ACCOUNT,),
        source,
        ZH,
        EN,
        mutes,
        section,
        check,
        name=name,
        why=WHY,
    )


def month_of(day: date) -> int:
    """The month of a day, counted like `Period.first`."""
    return day.year * 12 + day.month - 1


def beginning_later(items: Sequence[Any], name: str, month: int) -> list[Hit] | None:
    """A hit for every section whose period begins after a month; None when none does."""
    return [hit(each / name) for each in items if getattr(each, name).first > month] or None


def ending_later(items: Sequence[Any], name: str, month: int) -> list[Hit] | None:
    """A hit for every section whose period is not over when a month begins; None when all are."""
    return [hit(each / name) for each in items if getattr(each, name).after > month] or None
