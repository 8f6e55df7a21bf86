"""Invoices that the applicant issued: as XML, as OFD with named data, as the text of a PDF."""

from typing import NamedTuple
from xml.sax.saxutils import escape

from . import NOTICE, Draft, Paper, Part, chinese

BUYER, BUYER_ID = "宁波示例采购有限公司", "91330200MAEXAMP148"
"""Invented, with the check characters that such numbers have."""
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Invoice(NamedTuple):
    """A digital invoice. Amounts as they are printed."""

    number: str
    day: str
    goods: str
    net: str
    rate: str
    tax: str
    gross: str
    seller: str
    seller_id: str


SOLD = {
    "general": ("示例货物", "20000.00", "13%", "2600.00", "22600.00"),
    "small_scale": ("示例日用品", "2000.00", "1%", "20.00", "2020.00"),
}
"""By the kind of taxpayer: goods, net, rate, tax, total."""
EXEMPT = ("示例蔬菜", "1500.00", "免税", "0.00", "1500.00")


def invoice(draft: Draft, paper: Paper) -> Invoice:
    """The invoice that a paper of this kind is."""
    applicant = draft["applicant"]
    goods, net, rate, tax, gross = (
        EXEMPT if applicant["kind"] == "cooperative" else SOLD[applicant["taxpayer"]]
    )
    number = f"26{applicant['uscc'][2:4]}20000000{sum(map(ord, applicant['uscc'])):08}"
    return Invoice(
        number, paper["issued"], goods, net, rate, tax, gross, applicant["name"], applicant["uscc"]
    )


def page(draft: Draft, paper: Paper) -> list[Part]:
    """The face of the invoice."""
    sold = invoice(draft, paper)
    return [
        (
            "发票",
            [
                [NOTICE],
                ["电子发票（普通发票）"],
                [f"发票号码：{sold.number}"],
                [f"开票日期：{chinese(sold.day)}"],
                [f"购买方信息 名称：{BUYER}", f"销售方信息 名称：{sold.seller}"],
                [
                    f"统一社会信用代码/纳税人识别号：{BUYER_ID}",
                    f"统一社会信用代码/纳税人识别号：{sold.seller_id}",
                ],
                ["项目名称", "金额", "税率/征收率", "税额"],
                [sold.goods, sold.net, sold.rate, sold.tax],
                ["合 计", f"¥{sold.net}", "", f"¥{sold.tax}"],
                ["价税合计", f"（小写）¥{sold.gross}"],
            ],
        )
    ]


def named_data(draft: Draft, paper: Paper) -> dict[str, str]:
    """What an OFD invoice says of itself in its first file."""
    sold = invoice(draft, paper)
    return {
        "发票号码": sold.number,
        "合计金额": sold.net,
        "合计税额": sold.tax,
        "开票日期": chinese(sold.day),
        "购买方纳税人识别号": BUYER_ID,
        "销售方纳税人识别号": sold.seller_id,
    }


def xml(draft: Draft, paper: Paper) -> bytes:
    """A digital invoice as the tax office delivers it."""
    sold = invoice(draft, paper)
    parts = {
        "SellerInformation": {"SellerIdNum": sold.seller_id, "SellerName": sold.seller},
        "BuyerInformation": {"BuyerIdNum": BUYER_ID, "BuyerName": BUYER},
        "BasicInformation": {
            "TotalAmWithoutTax": sold.net,
            "TotalTaxAm": sold.tax,
            "TotalTax-includedAmount": sold.gross,
        },
    }
    data = "".join(f"<{name}>{_leaves(leaves)}</{name}>" for name, leaves in parts.items())
    issued = _leaves({"InvoiceNumber": sold.number, "IssueTime": f"{sold.day} 10:00:00"})
    notice = _leaves({"Remark": NOTICE})
    body = f"<EInvoiceData>{data}</EInvoiceData><TaxSupervisionInfo>{issued}</TaxSupervisionInfo>"
    return f"{XML}<EInvoice><Header>{notice}</Header>{body}</EInvoice>\n".encode()


def _leaves(leaves: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in leaves.items())
