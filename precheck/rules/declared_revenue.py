"""The declared revenue agrees with every source of the same year."""

from ..rule import Cause, Context, Hit, Severity, Trigger
from ..text import Text
from ..views import Year
from .revenue import COMPARED
from .shared.comparison import Side, comparison

LIMIT = (Trigger.LIMIT, Trigger.MODEL)
COPIED = "申报营业收入抄自同年报表：询问线 2%（容许取整），退回线 10%（K）"

comparison_with_books = comparison(
    "REV031",
    Year,
    "declared ~ revenue within declared_books",
    severity=Severity.ERROR,
    typed="declared",
    triggers=LIMIT,
    name="declared-revenue-is-that-of-the-books",
    source=COPIED,
    zh="""申报的 {period} 年营业收入 {declared}，利润表本年累计是 {revenue}，相差 {share}。
          请按年末利润表“营业收入”的本年累计数填写，单位元、不含税。""",
    en="""The declared revenue of {period} is {declared}, the income statement has {revenue}: {share} apart.
          Declare the year-to-date revenue of the statement at the end of the year, in yuan, without VAT.""",
    why="""申报收入是从报表抄来的同一个数：抄错了，系统比对不上就退回。

    The declared figure is copied from the statement: a lender's system that finds another one sends it back.""",
    mutes=COMPARED,
)
comparison_with_return = comparison(
    "REV032",
    Year,
    "declared ~ tax_revenue within declared_income_tax",
    severity=Severity.ERROR,
    typed="declared",
    triggers=LIMIT,
    name="declared-revenue-is-that-of-the-income-tax-return",
    source="申报营业收入与所得税年报同源：询问线 3%（容汇算清缴时的调整），退回线 10%（K）",
    zh="""申报的 {period} 年营业收入 {declared}，所得税年报上是 {tax_revenue}，相差 {share}。
          请按所得税年报的“营业收入”填写，单位元；确有差异的请附差异说明。""",
    en="""The declared revenue of {period} is {declared}, the annual income tax return has {tax_revenue}: {share} apart.
          Declare the revenue of the return, in yuan; attach a note if they really differ.""",
    why="""授权取数后，机构拿到的就是所得税年报上的收入。

    With the consent to tax data the lender reads the revenue of the return for itself.""",
    mutes=COMPARED,
)
scale_and_declared = comparison(
    "REV033",
    Year,
    "scale_revenue ~ declared within scale_declared",
    typed="declared",
    triggers=LIMIT,
    name="scale-and-declared-revenue-agree",
    source="同一份申请里的同一个数（K）",
    zh="""“业务规模”的年营业收入 {scale_revenue}，与申报的 {period} 年营业收入 {declared} 相差 {share}。
          两处是同一个数，请改成一致，单位元。""",
    en="""The revenue in the scale section, {scale_revenue}, and the one declared for {period}, {declared}, are {share} apart.
          They are one figure: make them equal, in yuan.""",
    why="""同一份申请里两处收入不一致，说明至少一处填错。

    Two revenues of one year in one application: at least one of them is wrong.""",
)


def sells_more_than_was_fixed(found: Hit, context: Context) -> bool:
    """Whether who pays a fixed amount sells more than the returns say by no more than need not be filed."""
    band = context.policy.tolerances["declared_fixed_amount"].warn
    fixed = context.application.applicant.tax_collection == "fixed_amount"
    return fixed and band is not None and band.holds(found.facts["left"], found.facts["right"], 0)


comparison_with_vat = comparison(
    "REV034",
    Year,
    "declared ~ vat_sales within declared_vat",
    excused=sells_more_than_was_fixed,
    triggers=LIMIT,
    name="declared-revenue-is-near-the-vat-returns",
    source="税务比对：差异达 20% 会预警（S）；机构询问线取其一半（K）",
    zh="""申报的 {period} 年营业收入 {declared}，增值税申报的全年销售额是 {vat_sales}，相差 {share}。
          请核对申报收入；免税、差额征税或未申报收入请附差异说明。""",
    en="""The declared revenue of {period} is {declared}, the VAT returns of the year have sales of {vat_sales}: {share} apart.
          Check the declared figure; attach a note on exempt sales, margin taxation or sales not filed.""",
    why="""增值税申报是机构最容易拿到的收入证明。定期定额户申报的是核定的定额，略高于定额的不必申报。

    VAT returns are the proof of sales that a lender gets most easily. Who pays a fixed amount files what was fixed,
    and need not file what is a little more.""",
    mutes=COMPARED,
)
comparison_with_invoices = comparison(
    "REV035",
    Year,
    "declared ~ invoice_sales within declared_invoices",
    triggers=LIMIT,
    name="declared-revenue-is-not-below-invoices",
    source="开票金额是收入的下限：未开票收入是正常的（K）",
    zh="""申报的 {period} 年营业收入 {declared}，比全年开出发票的不含税金额 {invoice_sales} 还少 {share}。
          请核对申报收入是否少填；开票金额请按扣除红字后的净额填写。""",
    en="""The declared revenue of {period}, {declared}, is {share} below the {invoice_sales} invoiced in the year without tax.
          Check whether the declared figure leaves something out; invoices are net of red letters.""",
    why="""开出的发票都是收入：申报得比开票还少，额度会按少的算。

    Everything invoiced is revenue: declaring less lowers the limit for nothing.""",
    mutes=COMPARED,
)
comparison_with_bank = comparison(
    "REV036",
    Year,
    "declared ~ bank_receipts within declared_receipts",
    triggers=LIMIT,
    below=Side(
        Cause.WRONG_FIGURE,
        Text(
            "请核对申报收入是否少填；流水里的往来款和贷款请单独填写。",
            "Check whether the declared figure is too low; fill in own transfers and loans received.",
        ),
    ),
    above=Side(
        Cause.INCOMPLETE,
        Text(
            "是不是还有账户或收款码的流水没有提供？请补齐，或附差异说明。",
            "Are the flows of another account or payment code missing? Add them, or attach a note.",
        ),
    ),
    name="declared-revenue-is-near-the-bank-flows",
    source="流水与收入比对的常见口径（K）",
    zh="""申报的 {period} 年营业收入 {declared}，全年银行流水的经营收入是 {bank_receipts}。
          {advice}""",
    en="""The declared revenue of {period} is {declared}, the bank flows of the year show receipts of {bank_receipts}.
          {advice}""",
    why="""流水是收入的旁证，少得多先想到账户没给全，而不是收入填错。

    Flows bear out revenue; far less of them suggests a missing account rather than a wrong figure.""",
    mutes=COMPARED,
)
comparison_with_platforms = comparison(
    "REV037",
    Year,
    "declared ~ platform_sales within declared_platforms",
    triggers=LIMIT,
    name="declared-revenue-is-not-below-platform-sales",
    source="平台成交只是收入的一部分（K）",
    zh="""申报的 {period} 年营业收入 {declared}，比全年平台成交减退款后的 {platform_sales} 还少 {share}。
          请核对申报收入是否少填、平台退款是否扣减。""",
    en="""The declared revenue of {period}, {declared}, is {share} below the {platform_sales} that the platforms sold after refunds.
          Check whether the declared figure is too low, and whether refunds are taken off.""",
    why="""平台流水是网上经营最直接的收入证明，申报不应比它还少。

    Platform sales prove online revenue directly; the declared figure should not be less.""",
    mutes=COMPARED,
)
