"""Statements and returns say the same as the draft: of the same business, the same period, figure by figure."""

from ..application import Ref
from ..application.structure import models
from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from ..text import Text, title
from .shared.typed_forms import Different, all_compared

MODEL_ONLY = (Trigger.MODEL,)
AGAINST_THE_PAPER = "申请数据应与所附报表、申报表一致（V2）"
MOST_NAMED = 5
"""Figures of one form that are named one by one."""


@error(
    "PAP040",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="报表和申报表须是申请人的（V2）",
    zh="""“{kind}”（{where}）写的是 {printed}，不是申请人。
          请核对是不是拿错了别家的报表或申报表。""",
    en="""The “{kind}” is made out for {printed} ({where}), which is not the applicant.
          Check whether the statement or return of another business was taken.""",
)
def form_is_of_the_applicant(paper: Paper, context: Context) -> Found:
    """代账会计手里有许多家的报表，文件名相近，最容易拿错。

    A bookkeeper keeps the statements of many businesses under similar names, and takes the wrong one."""
    applicant = context.application.applicant
    for form in paper.forms:
        number, name = form.taxpayer_id, form.holder
        names = (applicant.name, *applicant.former_names, *_owners(context))
        stranger = None
        if number and not may_be(number.text, applicant.uscc):
            stranger = number
        elif name and not any(may_be(name.text, each) for each in names):
            stranger = name
        if stranger:
            refs = (paper.document / "path", paper.document / "kind")
            severity = Severity.WARNING if number and stranger is name else Severity.ERROR
            yield hit(*refs, severity=severity, printed=stranger.text, where=where(stranger.place))


def _owners(context: Context) -> list[str]:
    """Those whose name may stand for a business that has none of its own."""
    return [
        each.name for each in context.application.people if each.role in ("operator", "legal_representative")
    ]


@error(
    "PAP041",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="材料的期间应与清单所写一致（K）",
    zh="""“{kind}”清单写的是 {period}，文件（{where}）是截至 {ends} 的。
          请换成清单所写期间的那一份，或把清单里的期间改对。""",
    en="""The draft says that the “{kind}” is of {period}; the file is of the time to {ends} ({where}).
          Use the one of the period that the draft gives, or correct the period in the draft.""",
)
def form_is_of_the_period_given(paper: Paper, context: Context) -> Found:
    """去年的报表换个文件名当成今年的，打开就看得出来。

    Last year's statement under this year's name: opening it tells."""
    period = paper.document.period
    ends = [form.ends for form in paper.forms if form.ends]
    if not period.months or not ends:
        return None
    if not any((each.day.year, each.day.month) == (period.ends.year, period.ends.month) for each in ends):
        last = max(ends, key=lambda each: each.day)
        refs = (paper.document / "period", paper.document / "path", paper.document / "kind")
        return hit(*refs, ends=last.day, where=where(last.place))


@error(
    "PAP042",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source=AGAINST_THE_PAPER,
    zh="""申请填的“{field}”是 {typed}，“{kind}”（{where}）是 {printed}。
          请照材料核对这个数；材料有误的，换成正确的一份。""",
    en="""The draft says {typed} for “{field}”; the “{kind}” says {printed} ({where}).
          Check the figure against the paper; if the paper is wrong, use the right one.""",
)
def figures_are_those_of_the_paper(paper: Paper, context: Context) -> Found:
    """照着报表抄数时抄错一位，最可靠的核对就是再看一遍报表。

    A digit slips in when figures are copied; looking at the paper again is the surest check."""
    for found in all_compared(paper.forms, context.application):
        if found.factor or found.is_other_column:
            continue
        for each in found.different[:MOST_NAMED]:
            yield _differs(paper, each)


def _differs(paper: Paper, each: Different, *others: Ref) -> Hit:
    """That a figure is another one in the draft than in the paper; `others` are off alike."""
    return hit(
        each.ref,
        paper.document / "path",
        paper.document / "kind",
        *others,
        field=_title(each.ref.section, each.ref.name),
        typed=each.ref.value,
        printed=each.figure.yuan,
        where=where(each.figure.place),
    )


def _title(section: object, name: str) -> Text:
    """What a figure is called on the form."""
    model = next(each for each in models() if isinstance(section, each))
    return title(model, name)


@error(
    "PAP043",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source=AGAINST_THE_PAPER,
    zh="""申请填的“{field}”是 {typed}，“{kind}”（{where}）折合 {printed}，其他数也差同样的倍数：单位不同。
          申请填错单位的，把这张表的金额都换算成元再填；材料没有印单位的，换成印有单位的一份。""",
    en="""The draft says {typed} for “{field}”; the “{kind}” says {printed} ({where}), and all others are off alike: another unit.
          If the draft is wrong, convert all amounts of this form to yuan; if the paper prints no unit, use a copy that does.""",
    mutes=("PAP042",),
)
def figures_are_in_the_unit_of_the_draft(paper: Paper, context: Context) -> Found:
    """报表按万元印，申请按元填；照抄数字就差一万倍。

    A statement is printed in 万元, the draft is in yuan: copied as they stand, all figures are off by ten thousand."""
    for found in all_compared(paper.forms, context.application):
        if found.factor:
            first, *others = found.different[:MOST_NAMED]
            yield _differs(paper, first, *(each.ref for each in others))


@error(
    "PAP044",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source=AGAINST_THE_PAPER,
    zh="""申请填的“{field}”是 {typed}，在“{kind}”里这是另一栏的数；这一栏（{where}）是 {printed}。
          请分清本期与本年累计、期末与年初，按栏重填。""",
    en="""The draft says {typed} for “{field}”; in the “{kind}” that stands in the other column, here it says {printed} ({where}).
          Tell this period from the year to date, closing from opening, and fill in column by column.""",
    mutes=("PAP042",),
)
def figures_are_of_the_right_column(paper: Paper, context: Context) -> Found:
    """一张表有两栏数，抄错一栏，一个月就成了一年。

    A form has two columns of figures; the wrong one makes a month a year."""
    for found in all_compared(paper.forms, context.application):
        if found.is_other_column and not found.factor:
            yield _differs(paper, found.different[0])


@warning(
    "PAP045",
    cause=Cause.INCOMPLETE,
    triggers=MODEL_ONLY,
    source="金额栏应当是数字（K）",
    zh="""“{kind}”（{where}）应当是人民币金额，却读不出来，共 {count} 处没有核对。
          请拉宽显示 ### 或折行的列，打开并保存公式没算出的表，再导出清楚的一份；外币账户的流水另附说明。""",
    en="""In the “{kind}” an amount in yuan is due and cannot be read ({where}); places not checked for that: {count}.
          Widen columns that show ### or break figures, save formulas with results, export again; explain other currencies.""",
)
def amounts_can_be_read(paper: Paper, context: Context) -> Found:
    """单元格里是文字、公式错误或乱码时，系统同样读不出来。

    Where a cell holds words, an error or garbled signs, no system can read it."""
    places = [place for form in paper.forms for place in form.misread]
    places += [place for flow in paper.flows for place in flow.unread]
    if places:
        return hit(
            paper.document / "path", paper.document / "kind", where=where(places[0]), count=len(places)
        )
