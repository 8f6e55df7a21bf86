"""Files cover the time that they, or the draft, say they cover."""

from ..application import Period
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Trigger, hit, warning


@warning(
    "PAP083",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="税务产品要求各期申报表齐全（V2）",
    zh="""清单写“{kind}”覆盖 {period}，文件里缺 {missing} 的申报表。
          请补齐缺的各期，合成一个文件后替换。""",
    en="""The draft says that the “{kind}” covers {period}; the file lacks the returns of {missing}.
          Add them, put all into one file and replace it.""",
)
def file_has_every_return_of_its_period(paper: Paper, context: Context) -> Found:
    """十二期里漏一期，或拿上年同月的顶替，翻开一期一期核对才看得出来。

    One of twelve returns left out, or that of last year in its place, shows only when they are gone through."""
    period = paper.document.period
    forms = paper.forms if paper.document.kind == "vat_return" and period.months else ()
    if not forms or not all(form.period for form in forms):
        return None
    there = {month for form in forms for month in _months(Period.of(form.period))}
    missing = [month for month in _months(period) if month not in there]
    if missing and len(missing) < period.months:
        refs = (paper.document / "path", paper.document / "period", paper.document / "kind")
        return hit(*refs, missing=[_period(month) for month in missing])


def _months(period: Period) -> range:
    return range(period.first, period.after)


def _period(month: int) -> Period:
    return Period.of(f"{month // 12}-{month % 12 + 1:02}")


@warning(
    "PAP084",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="流水抬头的起止日期由系统按查询条件打印（K）",
    zh="""“{kind}”抬头写的是 {starts} 到 {ends}，明细（{where}）却有 {printed} 的交易。
          请从银行或平台重新导出一份，不要改动。""",
    en="""The “{kind}” says that it covers {starts} to {ends}; there is a row of {printed} ({where}).
          Export it again from the bank or platform, and change nothing in it.""",
)
def rows_are_within_the_period_of_the_statement(paper: Paper, context: Context) -> Found:
    """系统导出的流水不会有起止日期以外的交易，有就说明抬头或明细被改过。

    No system exports rows outside the days that were asked for: either the title or the rows were altered."""
    for flow in paper.flows:
        if flow.starts and flow.ends and flow.first and flow.last:
            outside = [
                each for each in (flow.first, flow.last) if not flow.starts.day <= each.day <= flow.ends.day
            ]
            for row in outside[:1]:
                yield hit(
                    paper.document / "path",
                    paper.document / "kind",
                    starts=flow.starts.day,
                    ends=flow.ends.day,
                    printed=row.day,
                    where=where(row.place),
                )
