"""Sources that speak of the same time agree: statements, returns, invoices, bank and platform flows."""

from ..rule import Cause
from ..text import Text
from ..views import Span, Year
from .shared.comparison import Side, comparison

TAX_ALARM = "税务比对：差异达 20% 会预警（S）；机构询问线取其一半（K）"
FLOWS = "流水与收入比对的常见口径（K）"
TOO_LITTLE = Side(
    Cause.INCOMPLETE,
    Text(
        "是不是还有账户或收款码的流水没有提供？请补齐，或附差异说明。",
        "Are the flows of another account or payment code missing? Add them, or attach a note.",
    ),
)
TOO_MUCH = Side(
    Cause.WRONG_FIGURE,
    Text(
        "请把本人账户间转入和收到的贷款单独填写；仍有差异的请附差异说明。",
        "Fill in own transfers and loans received; attach a note on what remains.",
    ),
)

return_and_books = comparison(
    "REV011",
    Year,
    "tax_revenue ~ revenue within books_income_tax",
    name="income-tax-return-has-the-revenue-of-the-books",
    source="企业所得税年度申报表 A100000 第 1 行取自利润表（K）",
    zh="""{period} 年所得税年报的营业收入 {tax_revenue}，利润表本年累计是 {revenue}，相差 {share}。
          两处应是同一个数：请核对抄写；确有差异的请附差异说明。""",
    en="""The income tax return of {period} has a revenue of {tax_revenue}, the income statement {revenue}: {share} apart.
          They are one figure: check both; attach a note if they really differ.""",
    why="""所得税年报的营业收入就是账上的营业收入，两份材料不一致，机构会问哪一份是真的。

    The return takes its revenue from the books; when they differ the lender asks which one is true.""",
    mutes=("REV013", "REV032"),
)
vat_and_books = comparison(
    "REV012",
    Year,
    "vat_sales ~ revenue within books_vat",
    name="vat-sales-of-a-year-are-near-the-books",
    source=TAX_ALARM,
    zh="""{period} 年增值税申报的销售额 {vat_sales}，利润表本年累计收入是 {revenue}，相差 {share}。
          请核对两处；开票与入账时间不同、差额征税等请附差异说明。""",
    en="""The VAT returns of {period} have sales of {vat_sales}, the income statement {revenue}: {share} apart.
          Check both; attach a note on timing, margin taxation and the like.""",
    why="""税报和账上收入差得多，是税务与信贷系统都会比对的信号。

    A wide gap between VAT returns and books is compared by the tax office and lenders alike.""",
    mutes=("REV013", "REV034"),
)
vat_and_return = comparison(
    "REV013",
    Year,
    "vat_sales ~ tax_revenue within income_tax_vat",
    name="vat-sales-of-a-year-are-near-the-income-tax-return",
    source=TAX_ALARM,
    zh="""{period} 年增值税申报的销售额 {vat_sales}，所得税年报的营业收入是 {tax_revenue}，相差 {share}。
          请核对两处；确有差异的请附差异说明。""",
    en="""The VAT returns of {period} have sales of {vat_sales}, the annual income tax return {tax_revenue}: {share} apart.
          Check both; attach a note if they really differ.""",
    why="""两份都是向税务局报的数，差得多会先被税务系统发现。

    Both were filed with the tax office, which is the first to notice a wide gap.""",
    mutes=("REV034",),
)
costs = comparison(
    "REV014",
    Year,
    "tax_cost ~ cost within books_income_tax",
    given="tax_cost",
    name="income-tax-return-has-the-cost-of-the-books",
    source="企业所得税年度申报表 A100000 第 2 行取自利润表（K）",
    zh="""{period} 年所得税年报的营业成本 {tax_cost}，利润表是 {cost}，相差 {share}。
          两处应是同一个数：请核对抄写；确有差异的请附差异说明。""",
    en="""The income tax return of {period} has a cost of sales of {tax_cost}, the income statement {cost}: {share} apart.
          They are one figure: check both; attach a note if they really differ.""",
    why="""成本不一致，毛利就不可信。

    When the costs differ no gross margin can be trusted.""",
)
profits = comparison(
    "REV015",
    Year,
    "tax_profit ~ profit within books_income_tax_profit",
    name="income-tax-return-has-the-profit-of-the-books",
    source="企业所得税年度申报表 A100000 第 13 行利润总额取自利润表（K）",
    zh="""{period} 年所得税年报的利润总额 {tax_profit}，利润表是 {profit}，相差 {share}。
          两处应是同一个数（纳税调整在它之后）：请核对抄写，或附差异说明。""",
    en="""The income tax return of {period} has a total profit of {tax_profit}, the income statement {profit}: {share} apart.
          They are one figure (adjustments come after it): check both, or attach a note.""",
    why="""两套利润是机构最警惕的差异之一。

    Two different profits are among the gaps that lenders distrust most.""",
)
vat_and_statements = comparison(
    "REV016",
    Span,
    "vat_sales ~ statement_sales within books_vat",
    name="vat-sales-of-months-are-near-the-books",
    source=TAX_ALARM,
    zh="""{period} 增值税申报的销售额合计 {vat_sales}，同期报表收入是 {statement_sales}，相差 {share}。
          请核对各期“本期数”；开票与入账时间不同等请附差异说明。""",
    en="""The VAT returns of {period} have sales of {vat_sales}, the statements of these months {statement_sales}: {share} apart.
          Check the columns of each period; attach a note on timing and the like.""",
    why="""同一段时间的税报和报表可以直接对比，不受年度是否结束影响。

    Returns and statements of the same months can be compared whether or not the year is over.""",
    mutes=("REV017", "REV018", "REV020"),
)
vat_and_invoices = comparison(
    "REV017",
    Span,
    "vat_sales ~ invoice_sales within vat_invoices",
    name="vat-sales-are-not-below-invoices",
    source="票表比对：申报销售额不应小于开票金额（S）",
    zh="""{period} 增值税申报的销售额合计 {vat_sales}，少于开出发票的不含税金额 {invoice_sales}，差 {share}。
          请核对各期申报和开票合计；红字发票请按净额填写。""",
    en="""The VAT returns of {period} have sales of {vat_sales}, less than the {invoice_sales} invoiced without tax, by {share}.
          Check returns and invoice sums; invoices are net of red letters.""",
    why="""开了票就要申报：申报少于开票会触发税务预警；多于开票是正常的未开票收入。

    What is invoiced must be filed: less raises a tax alarm, while more is ordinary sales without invoices.""",
    mutes=("REV018", "REV020"),
)
bank_and_vat = comparison(
    "REV018",
    Span,
    "bank_receipts ~ vat_gross within receipts",
    below=TOO_LITTLE,
    above=TOO_MUCH,
    name="bank-receipts-are-near-the-vat-returns",
    source=FLOWS,
    zh="""{period} 银行流水的经营收入合计 {bank_receipts}，同期申报的含税销售额是 {vat_gross}。
          {advice}""",
    en="""The bank flows of {period} show receipts of {bank_receipts}, the VAT returns of these months {vat_gross} with tax.
          {advice}""",
    why="""流水是收入的旁证：少得多通常是账户没给全，多得多通常是混入了往来款。

    Flows bear out sales: far less mostly means that an account is missing, far more that other money is among it.""",
    mutes=("REV019", "REV021", "REV036"),
)
bank_and_statements = comparison(
    "REV019",
    Span,
    "bank_receipts ~ statement_sales within receipts_of_net_sales",
    below=TOO_LITTLE,
    above=TOO_MUCH,
    name="bank-receipts-are-near-the-statements",
    source=FLOWS,
    zh="""{period} 银行流水的经营收入合计 {bank_receipts}，同期报表的营业收入是 {statement_sales}。
          {advice}""",
    en="""The bank flows of {period} show receipts of {bank_receipts}, the statements of these months a revenue of {statement_sales}.
          {advice}""",
    why="""没有增值税申报时，流水直接与报表收入比对，容许一个税率的差。

    Without VAT returns the flows are compared with the books, allowing for the tax on top.""",
    mutes=("REV021", "REV036"),
)
platforms_and_vat = comparison(
    "REV020",
    Span,
    "platform_sales ~ vat_gross within platform_vat",
    name="platform-sales-are-within-the-vat-returns",
    source="平台向税务机关报送收入信息，申报不应明显少于平台成交（K）",
    zh="""{period} 平台成交减退款合计 {platform_sales}，多于同期申报的含税销售额 {vat_gross}。
          请核对退款是否扣减、单位是否为元；申报有遗漏的请先更正申报，或附差异说明。""",
    en="""The platforms of {period} sold {platform_sales} after refunds, more than the {vat_gross} in the VAT returns with tax.
          Check refunds and units; correct the returns first if they left sales out, or attach a note.""",
    why="""平台成交只是收入的一部分，不应超过全部申报收入。

    Platform sales are a part of all sales and cannot well exceed what was filed.""",
    mutes=("REV021", "REV037"),
)
platforms_and_bank = comparison(
    "REV021",
    Span,
    "platform_sales ~ bank_receipts within platform_bank",
    cause=Cause.INCOMPLETE,
    name="platform-sales-arrive-at-the-bank",
    source="平台按月结算到账，扣除佣金（K）",
    zh="""{period} 平台成交减退款合计 {platform_sales}，同期银行流水只有 {bank_receipts}。
          请补上接收平台结算款的账户流水。""",
    en="""The platforms of {period} sold {platform_sales} after refunds, but the bank flows of these months show only {bank_receipts}.
          Add the flows of the account to which the platforms pay out.""",
    why="""平台的钱最终要到账；到账远少于成交，说明结算账户的流水没给。

    Platforms pay out in the end; far less at the bank means that the account they pay to is missing.""",
    mutes=("REV037",),
)
