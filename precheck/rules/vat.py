"""VAT returns: each return adds up, its tax fits its sales, and the year to date is the sum of the returns."""

from ..application import VatColumn
from ..relation import relation
from ..rule import Severity

FORM_GENERAL = "增值税及附加税费申报表（一般纳税人适用）第 11、18、19、21、23、24 栏（K）"

tax_adds_up = relation(
    "TAX011",
    VatColumn,
    "tax_payable == output_tax - deducted_input_tax + simplified_tax - tax_reduction",
    name="vat-payable-adds-up",
    source=FORM_GENERAL,
    zh="""应纳税额合计 {tax_payable}，按销项税额减实际抵扣税额、加简易计税、减减征额应为 {right}，差 {gap}。
          请逐栏核对申报表：第 24 栏＝第 19 栏＋第 21 栏－第 23 栏。""",
    en="""The tax payable is {tax_payable}, but output tax less input tax deducted, plus simplified tax, less reduction makes {right}: {gap} apart.
          Check the boxes of the return: 24 = 19 + 21 - 23.""",
    why="""申报表由系统算出，各栏必然勾稽；不等就是抄写时错了一栏。

    The filing system computes the return, so its boxes always agree; when not, one was copied wrong.""",
)
deduction_within_output = relation(
    "TAX012",
    VatColumn,
    "deducted_input_tax <= output_tax",
    severity=Severity.WARNING,
    name="vat-deducted-is-not-above-output",
    source="增值税申报表第 18 栏：实际抵扣税额不大于销项税额（K）",
    zh="""实际抵扣税额 {deducted_input_tax} 大于销项税额 {output_tax}。
          请填第 18 栏“实际抵扣税额”，不是第 17 栏“应抵扣税额合计”；没抵完的留到下期。""",
    en="""The input tax deducted, {deducted_input_tax}, exceeds the output tax {output_tax}.
          Use box 18, the tax really deducted, not box 17; what is left over is carried forward.""",
    why="""当期最多抵到销项税额为止，多出的结转下期。

    Input tax is deducted up to the output tax at most; the rest is carried forward.""",
    mutes=("TAX011",),
)
output_fits_sales = relation(
    "TAX013",
    VatColumn,
    "output_tax ~ standard_sales within vat_output",
    severity=Severity.WARNING,
    name="vat-output-fits-the-sales",
    source="增值税法第十条：税率 13%、9%、6%（V1）；界限容差额征税（K）",
    zh="""按适用税率计税销售额 {standard_sales} 对应的销项税额是 {output_tax}，不在 6% 至 13% 之间。
          请核对两栏和单位；差额征税的请附说明。""",
    en="""The sales at standard rates are {standard_sales} and the output tax is {output_tax}: not between 6% and 13% of them.
          Check both boxes and their unit; attach a note on margin taxation.""",
    why="""销项税额总在最低和最高税率之间，出界多半是抄错位数或单位。

    Output tax lies between the lowest and the highest rate; outside, a digit or a unit is wrong.""",
)
simplified_fits_sales = relation(
    "TAX014",
    VatColumn,
    "simplified_tax ~ simplified_sales within vat_simplified",
    severity=Severity.WARNING,
    name="vat-simplified-tax-fits-the-sales",
    source="增值税法第十一条：征收率 3%（V1）；不动产 5%、减征至 1% 或 0.5%（S、K）",
    zh="""简易计税的销售额 {simplified_sales} 对应的税额是 {simplified_tax}，不在征收率范围内。
          请核对两栏和单位；免税的销售额填在“免税销售额”。""",
    en="""The sales under the simplified method are {simplified_sales} and their tax is {simplified_tax}: no rate makes that.
          Check both boxes and their unit; exempt sales have a box of their own.""",
    why="""征收率只有几档，税额出界多半是抄错位数，或把免税销售额填进了应税栏。

    There are few simplified rates; outside them a digit is wrong, or exempt sales stand in the taxed box.""",
)
