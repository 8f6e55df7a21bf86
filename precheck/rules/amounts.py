"""Amounts are numbers in yuan, to the fen, in one unit throughout a statement, and not negative where they cannot be."""

from ..application import (
    Applicant,
    Application,
    BankMonth,
    Contract,
    Debt,
    DeclaredRevenue,
    IncomeTaxReturn,
    InvoiceMonth,
    Loan,
    Payee,
    PlatformMonth,
    Scale,
    Statement,
    VatColumn,
)
from ..facts.units import LEAST_SLIP, unit_slip
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from .shared.signs import never_negative

INTERFACE = "数据接口 application-1.json：金额是以元为单位的数字，精确到分 / the data interface"
IMPOSSIBLE = "按定义不会小于 0（K）"

in_words = error(
    "AMT001",
    name="amount-is-not-typed-as-text",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source=INTERFACE,
    zh="""{field}写成了文字，看上去是 {meant}。
          请改成以元为单位的数字：不加引号，不写逗号、“万”或“元”。""",
    en="""{field} is typed as text; it seems to mean {meant}.
          Type a number in yuan: no quotes, no separators, no 万 and no 元.""",
    why="""“120万”这样的写法，有的系统读成 120，有的读不出来。

    Some systems read "120万" as 120, and others cannot read it at all.""",
)
finer_than_fen = warning(
    "AMT002",
    name="amounts-have-two-decimals-at-most",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT, Trigger.MODEL),
    source=INTERFACE,
    zh="""有 {count} 个金额的小数超过两位。
          请按元填写到分；原来是万元的，乘以 10000 再填。""",
    en="""Amounts with more than two decimals: {count}.
          Give yuan and fen; multiply by 10,000 what was in 万元.""",
    why="""元以下只有角和分。第三位小数多半来自没有换算的万元，或表格软件的计算误差。

    There is nothing finer than the fen. A third decimal comes from figures in ten thousand yuan that were not
    converted, or from a spreadsheet's arithmetic.""",
)


@warning(
    "AMT003",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="以千元、万元印制的报表没有角分（K）",
    zh="""{period} 报表注明单位是{unit}，金额却精确到角分。
          请核对表头的单位；表上印的是元，就选“元”。""",
    en="""The statements of {period} are said to be printed in {unit}, but their amounts have fen.
          Check the unit in their head; if they are printed in yuan, say so.""",
)
def printed_unit_goes_with_the_digits(statement: Statement, context: Context) -> Found:
    """单位决定核对时容许的尾差：把元写成万元，真正的错误会被当成四舍五入。

    The unit decides how much rounding is allowed: with 万元 for yuan real errors would pass for rounding."""
    if statement.unit != "yuan":
        assets, revenue = statement.balance_sheet.closing, statement.income_statement.year_to_date
        if assets.total_assets % 1 or revenue.revenue % 1:
            return hit(
                statement / "unit", assets / "total_assets", revenue / "revenue", period=statement.period
            )


@error(
    "AMT004",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="真实数据：相邻年度从不相差千倍、万倍（E）",
    zh="""{period} 报表的资产总计 {total_assets}，与其他各期（{usual}）相差千倍或万倍。
          请核对单位：报表印的是万元，要先换算成元。""",
    en="""The statements of {period} have total assets of {total_assets}, a thousand or ten thousand times off the others ({usual}).
          Check the unit: figures printed in 万元 must be converted to yuan.""",
    mutes=("AMT005", "FIN026", "FIN031"),
)
def statements_are_in_one_unit(application: Application, context: Context) -> Found:
    """几期报表里有一期没有换算成元，所有跨期的核对都会出错。

    With one statement not converted to yuan every comparison across periods goes wrong."""
    statements = application.statements
    if statements:
        sizes = sorted([each.balance_sheet.closing.total_assets for each in statements])
        usual = sizes[len(sizes) // 2]
        return [
            hit(each.balance_sheet.closing / "total_assets", period=each.period, usual=usual)
            for each in statements
            if unit_slip(each.balance_sheet.closing.total_assets, usual)
        ] or None


@warning(
    "AMT005",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="小企业的资产与收入不会相差几百倍（K）",
    zh="""{period} 的资产总计 {total_assets} 与本年累计收入 {revenue} 相差 {times} 倍以上。
          请核对两张表的单位：其中一张可能是万元，没有换算成元。""",
    en="""At {period} total assets of {total_assets} and revenue of {revenue} are more than {times} times apart.
          Check the units of both sheets: one may be in 万元 and not converted to yuan.""",
)
def both_sheets_are_in_one_unit(statement: Statement, context: Context) -> Found:
    """资产负债表和利润表出自不同的导出，一张是元、一张是万元的情况并不少见。

    The two sheets may come from different exports, one in yuan and one in ten thousand yuan."""
    sheet, income = statement.balance_sheet.closing, statement.income_statement.year_to_date
    assets, revenue = sheet.total_assets, income.revenue
    if assets > LEAST_SLIP * revenue > 0 or revenue > LEAST_SLIP * assets > 0:
        refs = (sheet / "total_assets", income / "revenue")
        return hit(*refs, period=statement.period, times=int(LEAST_SLIP))


capital = never_negative(
    "AMT006",
    Applicant,
    "registered_capital",
    "paid_in_capital",
    name="capital-is-not-negative",
    source=IMPOSSIBLE,
)
scale = never_negative(
    "AMT007",
    Scale,
    "operating_revenue",
    "total_assets",
    name="scale-is-not-negative",
    source=IMPOSSIBLE,
    mutes=("FIN031", "REV033", "SIZ012"),
)
declared = never_negative(
    "AMT008",
    DeclaredRevenue,
    "amount",
    name="declared-revenue-is-not-negative",
    source=IMPOSSIBLE,
    mutes=("LOA004", "REV031", "REV032", "REV033", "REV034", "REV035", "REV036", "REV037", "REV051"),
)
loan = never_negative(
    "AMT009",
    Loan,
    "amount",
    "own_funds",
    "other_funds",
    name="loan-and-own-funds-are-not-negative",
    mutes=("LOA002", "LOA004", "LOA012"),
    source=IMPOSSIBLE,
)
payment = never_negative("AMT010", Payee, "amount", name="payment-is-not-negative", source=IMPOSSIBLE)
contract = never_negative(
    "AMT011", Contract, "amount", name="contract-is-not-negative", source=IMPOSSIBLE, mutes=("LOA014",)
)
debt = never_negative(
    "AMT012", Debt, "amount", "balance", name="debt-is-not-negative", source=IMPOSSIBLE, mutes=("DBT001",)
)
vat = never_negative(
    "AMT013",
    VatColumn,
    "tax_reduction",
    "tax_payable",
    name="vat-payable-is-not-negative",
    source="增值税申报表：应纳税额合计不小于 0；红字冲销会造成例外（K）",
    severity=Severity.WARNING,
)
income_tax = never_negative(
    "AMT014",
    IncomeTaxReturn,
    "revenue",
    "tax_payable",
    name="income-tax-return-is-not-negative",
    mutes=("REV011", "REV013", "REV032", "TAX041", "TAX042", "TAX043"),
    source=IMPOSSIBLE,
)
red_letters = never_negative(
    "AMT015",
    InvoiceMonth,
    "red_letter",
    name="red-letter-amount-is-typed-positive",
    source="数据接口 application-1.json：红字金额填正数 / the data interface",
)
bank = never_negative(
    "AMT016",
    BankMonth,
    "inflow",
    "outflow",
    "own_transfers",
    "loan_receipts",
    name="money-in-and-out-is-not-negative",
    source=IMPOSSIBLE,
)
platform = never_negative(
    "AMT017",
    PlatformMonth,
    "gross",
    "refunds",
    name="sales-and-refunds-are-not-negative",
    source=IMPOSSIBLE,
)
