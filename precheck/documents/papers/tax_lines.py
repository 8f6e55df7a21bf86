"""The lines of tax returns under the names of the data interface."""

from typing import Final

VAT_GENERAL: Final = {
    "standard_sales": "按适用税率计税销售额 按适用税率征税销售额",
    "simplified_sales": "按简易办法计税销售额 按简易征收办法征税销售额 按简易办法征税销售额",
    "export_sales": "免、抵、退办法出口销售额",
    "exempt_sales": "免税销售额",
    "output_tax": "销项税额",
    "deducted_input_tax": "实际抵扣税额",
    "simplified_tax": "简易计税办法计算的应纳税额 按简易计税办法计算的应纳税额 简易征收办法计算的应纳税额",
    "tax_reduction": "应纳税额减征额",
    "tax_payable": "应纳税额合计",
}
"""增值税及附加税费申报表（一般纳税人适用）, the main form."""
VAT_SMALL_SCALE: Final = {
    "simplified_sales": "应征增值税不含税销售额 应征增值税不含税销售额(3%征收率) 应征增值税不含税销售额(5%征收率)"
    " 销售使用过的固定资产不含税销售额 销售、出租不动产不含税销售额",
    "exempt_sales": "免税销售额",
    "export_sales": "出口免税销售额",
    "simplified_tax": "本期应纳税额",
    "tax_reduction": "本期应纳税额减征额",
    "tax_payable": "应纳税额合计",
}
"""增值税及附加税费申报表（小规模纳税人适用）."""
ENTERPRISE: Final = {
    "revenue": "营业收入",
    "cost_of_sales": "营业成本",
    "total_profit": "利润总额",
    "taxable_income": "应纳税所得额 实际利润额 实际利润额\\按照上一纳税年度应纳税所得额平均额确定的应纳税所得额"
    " 实际利润额/按照上一纳税年度应纳税所得额平均额确定的应纳税所得额",
    "tax_payable": "应纳所得税额",
    "tax_after_relief": "应纳税额 实际应纳所得税额",
}
"""企业所得税年度纳税申报表 A100000, and the quarterly A200000. Drafts give the tax before or after relief."""
OPERATING_INCOME: Final = {
    "revenue": "收入总额",
    "cost_of_sales": "营业成本",
    "total_profit": "利润总额",
    "taxable_income": "应纳税所得额",
    "tax_payable": "应纳税额",
}
"""个人所得税经营所得纳税申报表."""
SUMMED: Final = frozenset({"simplified_sales"})
"""Fields that stand for several lines: the sales of each rate."""
