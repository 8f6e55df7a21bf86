"""An invoice says the same everywhere in its file, and a name on it stands beside its own code."""

from itertools import combinations
from typing import TYPE_CHECKING, Final

from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit
from ..text import Text

if TYPE_CHECKING:
    from ..documents.papers.facts.invoices import Invoice

ALTERED = (Trigger.MODEL, Trigger.SCREENING)
FIELDS: Final = {
    "number": Text("发票号码", "number"),
    "issued": Text("开票日期", "date"),
    "net": Text("金额", "amount without tax"),
    "tax": Text("税额", "tax"),
    "gross": Text("价税合计", "total with tax"),
    "buyer_id": Text("购买方识别号", "number of the buyer"),
    "seller_id": Text("销售方识别号", "number of the seller"),
}
"""What can be compared; names may be written in several ways."""


@error(
    "PAP085",
    cause=Cause.WRONG_FIGURE,
    triggers=ALTERED,
    source="票面、二维码和电子数据出自同一张发票，应当一致（K）",
    zh="""同一张发票的{field}写得不一样：一处是 {one}（{where}），另一处是 {other}（{elsewhere}）。
          请换成从电子税务局下载的原件。""",
    en="""One invoice gives its {field} in two ways: {one} ({where}) and {other} ({elsewhere}).
          Use the original from the tax office.""",
)
def invoice_says_the_same_everywhere(paper: Paper, context: Context) -> Found:
    """票面改了数，二维码和电子数据还是原来的，一对就露出来。

    Whoever alters the face of an invoice leaves its code and its data as they were."""
    for one, other in combinations(paper.invoices, 2):
        if not _are_one(one, other, len(paper.invoices)):
            continue
        for field, word in FIELDS.items():
            first, second = getattr(one, field), getattr(other, field)
            if first and second and first[0] != second[0]:
                yield hit(
                    paper.document / "path",
                    field=word,
                    one=getattr(first, "yuan", first[0]),
                    other=getattr(second, "yuan", second[0]),
                    where=where(first.place),
                    elsewhere=where(second.place),
                )
                break


def _are_one(one: "Invoice", other: "Invoice", count: int) -> bool:
    """Whether they are one invoice: of one number, or the only one in the file and the code on it."""
    if not one.number or not other.number:
        return False
    kinds = {one.number.place.kind, other.number.place.kind}
    return one.number.text == other.number.text or (count == 2 and "code" in kinds and len(kinds) == 2)


@error(
    "PAP086",
    cause=Cause.IDENTITY,
    triggers=ALTERED,
    source="发票上的名称和识别号应属于同一主体（V2）",
    zh="""发票上申请人的名称和识别号不是一对：{printed}（{where}）不是申请人的。
          请核对开票信息；开错的换一张正确的发票。""",
    en="""On the invoice the applicant's name and number do not belong together: {printed} ({where}) is not the applicant's.
          Check what it was made out for, and use one that is right.""",
)
def name_and_number_on_the_invoice_are_the_applicants(paper: Paper, context: Context) -> Found:
    """名称对、税号错，或者反过来，说明发票开错了或被改过。

    The right name with another's number, or the other way round, is a mistake of the issuer or an alteration."""
    applicant = context.application.applicant
    names = (applicant.name, *applicant.former_names)
    for invoice in paper.invoices:
        for name, number in ((invoice.buyer, invoice.buyer_id), (invoice.seller, invoice.seller_id)):
            if not name or not number:
                continue
            own_name = any(may_be(name.text, each) for each in names)
            own_number = number.text == applicant.uscc
            if own_name is not own_number:
                wrong = number if own_name else name
                severity = Severity.ERROR if own_name else Severity.WARNING
                yield hit(
                    paper.document / "path", severity=severity, printed=wrong.text, where=where(wrong.place)
                )
