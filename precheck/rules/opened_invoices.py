"""Invoices: a number that can exist, the applicant on one side, three amounts that fit."""

import re

from ..application import UNSTATED
from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Trigger, error, hit, warning

NUMBER, OLD_NUMBER, OLD_CODE = (
    re.compile("[0-9]{20}"),
    re.compile("[0-9]{8}"),
    re.compile("[0-9]{10}|[0-9]{12}"),
)
FEN = 1


@error(
    "PAP050",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="数电发票号码 20 位；旧发票代码 10 或 12 位加号码 8 位（V2）",
    zh="""发票号码不是 20 位，也不是 10 或 12 位代码加 8 位号码（{where}）。
          请核对是不是真正的发票；以电子税务局下载的原件为准。""",
    en="""The number of the invoice has neither 20 digits nor a code of 10 or 12 with a number of 8 ({where}).
          Check that it is an invoice; use the original from the tax office.""",
)
def invoice_has_a_number_that_can_exist(paper: Paper, context: Context) -> Found:
    """号码位数不对的发票查验不了，不能作为收入或用途的证明。

    An invoice whose number cannot exist cannot be verified, and proves neither income nor purpose."""
    for invoice in paper.invoices:
        number, code = invoice.number, invoice.code
        if number and not _can_exist(number.text, code.text if code else ""):
            yield hit(paper.document / "path", where=where(number.place))


def _can_exist(number: str, code: str) -> bool:
    if NUMBER.fullmatch(number):
        return True
    return OLD_NUMBER.fullmatch(number) is not None and (not code or OLD_CODE.fullmatch(code) is not None)


@error(
    "PAP051",
    cause=Cause.IDENTITY,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="发票的购销双方应有一方是申请人（V2）",
    zh="""发票的购买方和销售方都不是申请人（{where}）。
          请换成申请人开出或取得的发票。""",
    en="""Neither the buyer nor the seller of the invoice is the applicant ({where}).
          Use an invoice that the applicant issued or received.""",
)
def invoice_is_of_the_applicant(paper: Paper, context: Context) -> Found:
    """别人之间的发票与申请人无关。

    An invoice between others has nothing to do with the applicant."""
    applicant = context.application.applicant
    for invoice in paper.invoices:
        ids = [each for each in (invoice.buyer_id, invoice.seller_id) if each]
        names = [each for each in (invoice.buyer, invoice.seller) if each]
        own = any(each.text == applicant.uscc for each in ids)
        own = own or any(
            may_be(each.text, name) for each in names for name in (applicant.name, *applicant.former_names)
        )
        if (len(ids) == 2 or len(names) == 2) and not own:
            yield hit(paper.document / "path", where=where((ids or names)[0].place))


@error(
    "PAP052",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="价税合计等于金额加税额，恒等",
    zh="""发票的价税合计是 {gross}（{where}），金额加税额是 {sum}。
          请换成从电子税务局下载的原件。""",
    en="""The invoice says {gross} in total ({where}); amount and tax make {sum}.
          Use the original from the tax office.""",
)
def invoice_adds_up(paper: Paper, context: Context) -> Found:
    """三个数对不上的发票不是原件，或者被改过。

    An invoice whose three figures do not fit is no original, or was altered."""
    for invoice in paper.invoices:
        net, tax, gross = invoice.net, invoice.tax, invoice.gross
        if net and tax and gross and abs(net.fen + tax.fen - gross.fen) > FEN:
            sum_of = (net.fen + tax.fen) / 100
            yield hit(paper.document / "path", gross=gross.yuan, sum=sum_of, where=where(gross.place))


@warning(
    "PAP053",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="清单里的日期应与材料一致（K）",
    zh="""清单写发票的出具日期是 {issued}，发票（{where}）上是 {printed}。
          请照发票改正清单里的日期；拿错发票的，换成要交的那一张。""",
    en="""The draft says that the invoice is of {issued}; the invoice says {printed} ({where}).
          Correct the date in the draft by the invoice, or attach the invoice that was meant.""",
)
def day_of_the_invoice_is_that_given(paper: Paper, context: Context) -> Found:
    """旧发票写成新日期，就像是最近的交易。

    With a later date an old invoice looks like a sale of today."""
    typed = paper.document.issued
    days = [each.issued for each in paper.invoices if each.issued] if typed != UNSTATED else []
    if days and all(each.day != typed for each in days):
        refs = (paper.document / "issued", paper.document / "path")
        return hit(*refs, printed=days[0].day, where=where(days[0].place))


@warning(
    "PAP054",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.SCREENING),
    source="红字发票用于冲销原发票（V2）",
    zh="""这是一张红字发票（{where}），金额是 {printed}：它冲销另一张发票，证明不了交易。
          请换成没有被冲销的发票；退货或折让的，另附说明。""",
    en="""This is a red invoice of {printed} ({where}): it cancels another one, and proves no sale or purchase.
          Use an invoice that was not cancelled; explain a return or a discount separately.""",
)
def invoice_is_no_red_one(paper: Paper, context: Context) -> Found:
    """负数发票混在正数发票里，光看文件名看不出来。

    By the name of its file an invoice of a negative amount looks like any other."""
    for invoice in paper.invoices:
        amount = invoice.gross or invoice.net
        if amount and amount.fen < 0:
            return hit(paper.document / "path", printed=amount.yuan, where=where(amount.place))
    return None
