"""The figures that the policy asks for are there and go back far enough."""

from ..application import Application, Period
from ..policy.requirements import applying, missing_sources
from ..policy.rows import RequiredSource
from ..rule import Cause, Context, Found, Hit, Trigger, error, hit
from ..text import Text, title


@error(
    "SRC001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="政策表 sources / the policy's table of sources",
    zh="""缺少必备数据：{sources}（任一即可）。
          请填写或导入这部分数据，或附上可以读取的材料。""",
    en="""Required figures are missing: {sources} (any of them).
          Fill them in, import them, or attach papers from which they can be read.""",
)
def required_figures_are_given(application: Application, context: Context) -> Found:
    """机构要求的数据没有，就无从核对收入，申请会停在资料不全。

    Without the figures that the lender asks for nothing confirms the revenue, and the application stops there."""
    if context.policy.sources:
        return [
            hit(application / row.any_of[0], row=row.name, sources=_titles(row))
            for row in missing_sources(context)
        ] or None


def _titles(row: RequiredSource) -> list[Text]:
    return [title(Application, source) for source in row.any_of]


@error(
    "SRC002",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="政策表 sources / the policy's table of sources",
    zh="""{sources}最近连续只有 {months} 个月，要求至少 {least} 个月。
          请补上更早的各期。""",
    en="""{sources}: the latest unbroken run is {months} months; at least {least} are required.
          Add the earlier periods.""",
)
def required_figures_go_back_far_enough(application: Application, context: Context) -> Found:
    """数据太短，看不出全年的经营情况。

    Too short a run does not show a year of business."""
    if context.policy.sources:
        return [
            each for row in applying(context.policy.sources, application) for each in _short(row, application)
        ] or None


def _short(row: RequiredSource, application: Application) -> list[Hit]:
    run = {source: _last_run(source, application) for source in row.any_of if getattr(application, source)}
    if not run or max(run.values()) >= row.months:
        return []
    best = max(run, key=lambda source: run[source])
    words = title(Application, best)
    return [hit(application / best, row=row.name, months=run[best], least=row.months, sources=words)]


def _last_run(source: str, application: Application) -> int:
    """How many months a source covers without a hole up to its last one."""
    spans = _spans(source, application)
    start = end = max([after for _, after in spans], default=0)
    for first, after in sorted(spans, key=lambda span: span[1], reverse=True):
        if after >= start:
            start = min(start, first)
    return end - start


def _spans(source: str, application: Application) -> list[tuple[int, int]]:
    """The first month and the month after the last one of every piece of a source.

    Statements and income tax returns have a column for the year to date, so they reach back to January."""
    if source in ("bank_accounts", "platforms"):
        return [_span(each.month) for part in getattr(application, source) for each in part.months]
    if source == "invoices":
        return [_span(each.month) for each in application.invoices]
    spans = [_span(each.period) for each in getattr(application, source)]
    return spans if source == "vat_returns" else [(first - first % 12, after) for first, after in spans]


def _span(period: Period) -> tuple[int, int]:
    return period.first, period.after
