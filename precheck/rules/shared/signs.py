"""Amounts that cannot be negative: one rule for a section, declared as the list of its fields."""

from collections.abc import Callable
from typing import Any

from ...application import Section
from ...rule import Cause, Context, Hit, Rule, Severity, Trigger, hit
from ...text import title

ZH = """{field}填成了负数：{amount}。
          请核对原始材料；支出、退款、贷款等一律填正数。"""
EN = """{field} is negative: {amount}.
          Check the original; money spent, refunded or owed is written as a positive number."""
WHY = """多打一个负号，金额就会反向参与所有计算。

    One minus sign too many turns an amount round in every sum that it enters."""


def never_negative(
    code: str,
    section: type[Section],
    *fields: str,
    name: str,
    source: str,
    severity: Severity = Severity.ERROR,
    zh: str = ZH,
    en: str = EN,
    why: str = WHY,
    mutes: tuple[str, ...] = (),
) -> Rule:
    """Declare that none of the amounts `fields` of `section` is below 0. The facts of its words are `field` and
    `amount`; a finding stands at each field that is."""
    triggers = (Trigger.MODEL,)
    check = _any_below_zero(section, fields)
    return Rule(
        code,
        severity,
        Cause.WRONG_FIGURE,
        triggers,
        source,
        zh,
        en,
        mutes,
        section,
        check,
        name=name,
        why=why,
    )


def _any_below_zero(section: type[Section], fields: tuple[str, ...]) -> Callable[[Any, Context], Any]:
    """A check that reads the fields one by one: a loop would cost a clean draft three times as much."""

    def found(of: Section) -> list[Hit]:
        below = [(name, getattr(of, name)) for name in fields if getattr(of, name) < 0]
        return [hit(of / name, field=title(section, name), amount=amount) for name, amount in below]

    tests = " or ".join(f"s.{name} < 0" for name in fields)
    check: Callable[[Any, Context], Any] = eval(  # noqa: S307 - made from names that our own modules give
        f"lambda s, context: found(s) if {tests} else None", {"found": found}
    )
    return check
