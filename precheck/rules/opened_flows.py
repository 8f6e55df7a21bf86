"""Statements of banks and platforms, as they say it themselves: whose they are, which months, complete and unaltered."""

from collections.abc import Iterable

from ..facts.masks import may_be, may_be_account
from ..papers import FLOWS, FORMS, Paper, where
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, note, warning
from ..text import Text
from .shared.holders import everybody

ALTERED = (Trigger.MODEL, Trigger.SCREENING)
FEW_BREAKS = 3
"""More balances than these that do not follow are no slip of somebody's pen: most likely the layout is another."""


@error(
    "PAP020",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="流水须是申请人或其经营者的（V2）",
    zh="""“{kind}”（{where}）的户名是 {printed}，不是材料清单所写的持有人。
          请核对是不是拿错了别人的流水；户名没错的，改正清单里的持有人。""",
    en="""The “{kind}” names {printed} as its holder ({where}), which is not the holder that the draft gives.
          Check whether it is somebody else's statement; if it is right, correct the holder in the draft.""",
)
def statement_is_of_its_holder(paper: Paper, context: Context) -> Found:
    """别人的流水证明不了申请人的收入，机构会当作冒用资料。

    Somebody else's statement proves nothing of the applicant's income, and looks like a borrowed paper."""
    for flow in paper.flows:
        printed = flow.holder
        if printed and not any(may_be(printed.text, each) for each in _expected(paper, context)):
            stranger = not any(may_be(printed.text, each) for each in everybody(context))
            yield hit(
                paper.document / "path",
                paper.document / "holder",
                paper.document / "kind",
                severity=Severity.ERROR if stranger else Severity.WARNING,
                printed=printed.text,
                where=where(printed.place),
            )


def _expected(paper: Paper, context: Context) -> Iterable[str]:
    """Whose the paper may be: the holder that the draft gives, or anybody of the application."""
    return [paper.document.holder] if paper.document.holder else everybody(context)


@warning(
    "PAP021",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="流水账户应是申请里写明的账户（K）",
    zh="""“银行流水”（{where}）的账号 {printed} 不是申请里写的任何一个账户。
          请核对是不是另一个账户的流水，或把这个账户补进申请。""",
    en="""The account {printed} of the bank statement ({where}) is none of the accounts in the draft.
          Check whether it is the statement of another account, or add this account to the draft.""",
)
def statement_is_of_an_account_given(paper: Paper, context: Context) -> Found:
    """收款和还款都走某个账户，流水却是另一个账户的，机构会追问。

    When money comes and goes through one account and the statement is of another, the lender asks why."""
    given = [each.number for each in context.application.accounts]
    given += [each.number for each in context.application.bank_accounts]
    flows = paper.flows if given and paper.document.kind == "bank_statement" else ()
    named = [flow.account for flow in flows if flow.account]
    if named and not any(may_be_account(each.text, number) for each in named for number in given):
        return hit(paper.document / "path", printed=named[0].text, where=where(named[0].place))


@error(
    "PAP022",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="流水 6 或 12 个月，机构政策（V2）",
    zh="""“{kind}”清单写的是 {period}，文件里只有 {first} 至 {last}。
          请导出缺少的月份，或把清单里的期间改对。""",
    en="""The draft says that the “{kind}” covers {period}; the file has {first} to {last} only.
          Export the months that are missing, or correct the period in the draft.""",
    mutes=("DOC003",),
)
def statement_covers_the_period_given(paper: Paper, context: Context) -> Found:
    """清单写了 12 个月、文件只有 6 个月，审核时按缺材料处理。

    A list that says twelve months and a file with six count as an incomplete upload."""
    period = paper.document.period
    is_told = paper.document.kind in FLOWS and period.months > 0
    for first, last in _spans(paper).values() if is_told else ():
        if first > f"{period.starts:%Y-%m}" or last < f"{period.ends:%Y-%m}":
            refs = (paper.document / "period", paper.document / "path", paper.document / "kind")
            yield hit(*refs, first=_month(first), last=_month(last))


def _spans(paper: Paper) -> dict[str, tuple[str, str]]:
    """The first and the last month of every account: those that its statements say they cover, or have entries in."""
    months: dict[str, list[str]] = {}
    for flow in paper.flows:
        account = months.setdefault(flow.account.text if flow.account else "", [])
        account += [month.month for month in flow.months]
        account += [f"{each.day:%Y-%m}" for each in (flow.starts, flow.ends) if each]
    return {account: (min(each), max(each)) for account, each in months.items() if each}


def _month(month: str) -> Text:
    return Text(month, month)


@warning(
    "PAP023",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="流水中间不得断月（V2、K）",
    zh="""“{kind}”里 {months} 没有任何一笔收支。
          请核对导出时有没有漏月；确实没有经营的，准备说明。""",
    en="""In the “{kind}” there is no entry at all in {months}.
          Check whether the export left months out; if there was no business, prepare an explanation.""",
)
def statement_has_entries_in_every_month(paper: Paper, context: Context) -> Found:
    """分段导出再拼接时最容易漏掉一个月。

    A month is easily lost when several exports are put together."""
    missing = sorted({month for flow in paper.flows for month in flow.missing})
    if missing:
        return hit(
            paper.document / "path", paper.document / "kind", months=[_month(each) for each in missing]
        )


@error(
    "PAP024",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="支付宝、微信导出的账单写明导出类型（V2）",
    zh="""“{kind}”（{where}）写明只导出了一部分交易，不是全部。
          请重新导出，交易类型选“全部”。""",
    en="""The “{kind}” says that only some of the entries were exported ({where}).
          Export it again with all types of entries.""",
)
def statement_is_not_filtered(paper: Paper, context: Context) -> Found:
    """只导出收入的流水看不出真实的收支，机构不接受。

    An export of income alone does not show what really came and went, and is not taken."""
    for flow in paper.flows:
        if flow.filtered:
            yield hit(paper.document / "path", paper.document / "kind", where=where(flow.filtered.place))


@error(
    "PAP025",
    cause=Cause.WRONG_FIGURE,
    triggers=ALTERED,
    source="每一行的余额等于上一行的余额加减本行金额，恒等（V2）",
    zh="""“{kind}”（{where}）的余额是 {stated}，按上一行推算应为 {expected}，共有 {count} 处接不上。
          请从银行或平台重新导出原件；不要删改任何一行。""",
    en="""The balance in the “{kind}” ({where}) is {stated}; after the entry before it should be {expected}; broken places in all: {count}.
          Export the original from the bank or platform again, and change or delete no line of it.""",
)
def balances_follow_from_entry_to_entry(paper: Paper, context: Context) -> Found:
    """少一行或改一个数，余额链就断在那里；机构用同样的办法查改过的流水。

    Where a line is missing or a figure was changed the chain of balances breaks; lenders look for it in the same way."""
    breaks = [each for flow in paper.flows for each in flow.breaks]
    if not breaks:
        return None
    return hit(
        paper.document / "path",
        paper.document / "kind",
        severity=Severity.ERROR if len(breaks) <= FEW_BREAKS else Severity.WARNING,
        where=where(breaks[0].place),
        stated=breaks[0].stated / 100,
        expected=breaks[0].expected / 100,
        count=len(breaks),
    )


@note(
    "PAP029",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="认得的版式 / the layouts that are known",
    zh="""“{kind}”（{where}）的表头“{header}”认不出来，这张表没有核对。
          请从网银、平台、电子税务局或记账软件导出标准格式的文件再替换，或请人核对一遍。""",
    en="""The header of a table in the “{kind}”, “{header}” ({where}), is not known, so the table was not checked.
          Replace it with an export of the bank, platform, tax office or bookkeeping program, or have somebody look through it.""",
)
def layout_is_known(paper: Paper, context: Context) -> Found:
    """认不出的版式不能当作没有问题。

    A layout that is not known does not mean that all is well."""
    for header in paper.says.unknown_headers if paper.document.kind in (*FLOWS, *FORMS) else ():
        refs = (paper.document / "path", paper.document / "kind")
        yield hit(*refs, header=header.text, where=where(header.place))


@warning(
    "PAP026",
    cause=Cause.WRONG_FIGURE,
    triggers=ALTERED,
    source="流水印出的合计应等于各行之和（K）",
    zh="""“{kind}”（{where}）印的{what}是 {stated}，各行相加是 {summed}。
          请重新导出原件；有删改或漏页的，换成完整的一份。""",
    en="""The “{kind}” states {stated} for the {what} ({where}); its entries add up to {summed}.
          Export the original again; if lines or pages are missing, use the complete one.""",
    mutes=("PAP025",),
)
def stated_totals_are_the_sums_of_the_entries(paper: Paper, context: Context) -> Found:
    """合计与明细对不上，说明少了几行，或者有的行被改过。

    Totals that do not fit the entries show that lines are missing or were changed."""
    for flow in paper.flows:
        off = [each for each in flow.totals if each.stated != each.summed]
        if off:
            first = off[0]
            yield hit(
                paper.document / "path",
                paper.document / "kind",
                what=TOTALS[first.name],
                where=where(first.place),
                stated=_counted(first.name, first.stated),
                summed=_counted(first.name, first.summed),
            )


def _counted(name: str, stated: int) -> float:
    """A number of entries, or an amount in yuan."""
    return stated if name == "rows" else stated / 100


TOTALS = {
    "inflow": Text("收入合计", "total money in"),
    "outflow": Text("支出合计", "total money out"),
    "neutral": Text("不计收支合计", "total counted as neither"),
    "rows": Text("笔数", "number of entries"),
}
