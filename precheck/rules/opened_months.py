"""The months of bank accounts and platforms in the draft are those of the statements attached."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..application import Ref
from ..facts.masks import may_be, may_be_account
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from ..text import Text, title

if TYPE_CHECKING:
    from ..documents.papers.facts.statements import Flow, Month

FEN = 0.005


@error(
    "PAP046",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="申请里的流水数应与所附流水一致（V2）",
    zh="""申请填的 {month} “{field}”是 {typed}，流水各行相加（{where}起）是 {printed}。
          请照流水核对这个月；流水不全的，换成完整的一份。""",
    en="""In {month} the draft says {typed} for “{field}”; the entries of the statement ({where} on) make {printed}.
          Check the month against the statement; if the statement lacks entries, use the complete one.""",
)
def bank_months_are_those_of_the_statement(paper: Paper, context: Context) -> Found:
    """手工加总流水最容易漏行或多加，机构会按明细重算。

    Sums made by hand leave entries out or count them twice; the lender adds the entries up again."""
    flows = paper.flows if paper.document.kind == "bank_statement" else ()
    for flow in [each for each in flows if not each.breaks]:  # with a line missing no sum is what it was
        for account in context.application.bank_accounts:
            if not _is_of(flow, account.holder, account.number):
                continue
            for month, typed in _shared(flow, account.months):
                yield from _off(paper, typed, month, **_printed(month, typed))


@warning(
    "PAP047",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="申请里的平台流水应与导出的账单一致（K）",
    zh="""申请填的 {month} “{field}”是 {typed}，账单各行相加（{where}起）是 {printed}。
          请照账单核对这个月，本人转账、贷款和退给自己的款不算成交；口径不同的，准备说明。""",
    en="""In {month} the draft says {typed} for “{field}”; the entries of the export ({where} on) make {printed}.
          Check the month against the export; own transfers, loans and money given back are no sales. If the two count differently, prepare an explanation.""",
)
def platform_months_are_those_of_the_export(paper: Paper, context: Context) -> Found:
    """平台后台显示的成交额常含未付款订单，与实际到账不同。

    The turnover that a platform shows often counts unpaid orders, which never became money."""
    platforms = context.application.platforms
    is_one = paper.document.kind == "platform_statement" and len(platforms) == 1
    for flow in paper.flows if is_one else ():
        for month, typed in _shared(flow, platforms[0].months):
            yield from _off(paper, typed, month, gross=month.income, refunds=month.refunds)


@warning(
    "PAP048",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source="本人转账和贷款不算经营收入，机构测算时按摘要和对方户名扣除（K）",
    zh="""申请填的 {month} “{field}”是 {typed}，流水的摘要和对方户名（{where}起）认得出的已有 {printed}。
          请照流水核对这一项；这些钱不是经营收入，要从收入合计里分出来。""",
    en="""In {month} the draft says {typed} for “{field}”; by its words and names the statement ({where} on) has {printed} at least.
          Check it against the statement; this money is no income and has to be told apart from the rest.""",
)
def money_that_is_no_income_is_told_apart(paper: Paper, context: Context) -> Found:
    """把放款和自己账户之间的转账也算成收入，收入就虚高，机构会扣掉再算。

    With loans and own transfers among the sales, income looks too large; lenders take them off."""
    flows = paper.flows if paper.document.kind == "bank_statement" else ()
    for flow in [each for each in flows if not each.breaks]:
        for account in context.application.bank_accounts:
            if not _is_of(flow, account.holder, account.number):
                continue
            for month, typed in _shared(flow, account.months):
                known = {"own_transfers": month.own, "loan_receipts": month.loans}
                more = {name: fen for name, fen in known.items() if fen / 100 > getattr(typed, name) + FEN}
                yield from _off(paper, typed, month, **more)


def _is_of(flow: "Flow", holder: str, number: str) -> bool:
    """Whether a statement is of this account; one that does not say whose it is, is of none."""
    if flow.account:
        return may_be_account(flow.account.text, number)
    return flow.holder is not None and may_be(flow.holder.text, holder)


def _shared(flow: "Flow", typed: list[Any]) -> "Iterator[tuple[Month, Any]]":
    """The whole months that both have."""
    by_month = {each.month.text: each for each in typed}
    for month in flow.months:
        same = by_month.get(month.month)
        if same is not None and _is_whole(flow, same.month):
            yield month, same


def _is_whole(flow: "Flow", month: Any) -> bool:
    """Whether the statement does not begin or end within the month."""
    begins_late = flow.starts is not None and flow.starts.day > month.starts
    return not begins_late and (flow.ends is None or flow.ends.day >= month.ends)


def _printed(month: "Month", typed: Any) -> dict[str, int]:
    """The sums of a month, and its closing balance unless that is off only because they are."""
    sums = {"inflow": month.inflow, "outflow": month.outflow}
    if month.closing is None:
        return sums
    moved = (month.inflow - month.outflow) / 100 - (typed.inflow - typed.outflow)
    follows = abs(month.closing / 100 - typed.closing - moved) <= FEN
    return sums if follows else sums | {"closing": month.closing}


def _off(paper: Paper, typed: Any, month: "Month", **printed: int) -> Iterator[Any]:
    for name, fen in printed.items():
        ref = Ref(typed, name)
        if abs(ref.value - fen / 100) > FEN:
            yield hit(
                ref,
                paper.document / "path",
                month=Text(month.month, month.month),
                field=title(type(typed), name),
                typed=ref.value,
                printed=fen / 100,
                where=where(month.place),
            )
