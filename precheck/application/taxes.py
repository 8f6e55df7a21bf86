"""Tax returns as filed, and invoices by month."""

from . import choices
from .section import Section, blank, field, several
from .types import Code, Count, Period, Share, Yuan


class VatColumn(Section):
    """增值税申报表的一栏 / one column of a VAT return."""

    standard_sales: Yuan = blank("按适用税率计税销售额 / Sales taxed at the standard rates", 1800000)
    simplified_sales: Yuan = blank(
        "简易办法计税销售额（小规模：应征增值税不含税销售额） / Sales under the simplified method", 0
    )
    export_sales: Yuan = blank("免、抵、退办法出口销售额 / Export sales", 0)
    exempt_sales: Yuan = blank("免税销售额 / Exempt sales", 0)
    output_tax: Yuan = blank("销项税额 / Output tax", 234000)
    deducted_input_tax: Yuan = blank("实际抵扣税额 / Input tax deducted", 200000)
    simplified_tax: Yuan = blank(
        "简易计税应纳税额（小规模：本期应纳税额） / Tax under the simplified method", 0
    )
    tax_reduction: Yuan = blank("应纳税额减征额 / Tax reduction", 0)
    tax_payable: Yuan = field("应纳税额合计 / Tax payable", 34000)


class VatReturn(Section):
    """一期增值税申报 / one VAT return."""

    period: Period = field("所属期（月或季） / Period, a month or a quarter", "2026-09")
    form: choices.VatForm = field("申报表类型 / Form", "general")
    taxpayer_id: Code = field("纳税人识别号 / Taxpayer number", "91330106MA2EXAMP5T")
    current: VatColumn = field("本期数 / This period", None)
    year_to_date: VatColumn = field("本年累计 / Year to date", None)


class IncomeTaxReturn(Section):
    """一期所得税申报 / one income tax return."""

    period: Period = field("所属期（年报填年度） / Period; the year for the annual return", "2025")
    form: choices.IncomeTaxForm = field("税种 / Form", "enterprise")
    taxpayer_id: Code = field("纳税人识别号 / Taxpayer number", "91330106MA2EXAMP5T")
    revenue: Yuan = field("营业收入 / Revenue", 20110845.3)
    cost_of_sales: Yuan = blank("营业成本 / Cost of sales", 17402119.9)
    total_profit: Yuan = field("利润总额 / Total profit", 1005073.35)
    taxable_income: Yuan = field("应纳税所得额 / Taxable income", 1005073.35)
    tax_payable: Yuan = field("应纳所得税额 / Income tax payable", 50253.67)


class RateSum(Section):
    """一个税率的合计 / the invoices of one rate, summed."""

    rate: Share = field("税率或征收率 / VAT rate", 0.13)
    net: Yuan = field("金额（不含税） / Amount without tax", 1600000)
    tax: Yuan = field("税额 / Tax", 208000)


class InvoiceMonth(Section):
    """一个月的发票 / the invoices of one month in one direction."""

    month: Period = field("月份 / Month", "2026-10")
    direction: choices.Direction = field("开出或取得 / Issued or received", "issued")
    count: Count = field("张数 / Number of invoices", 46)
    rates: list[RateSum] = several("各税率合计 / Sums by rate")
    gross: Yuan = field("价税合计 / Total with tax", 1808000)
    red_letter: Yuan = blank(
        "其中红字发票金额（正数，不含税） / Red-letter invoices, as a positive net amount", 12000
    )
    largest_counterparty: Yuan = blank("最大一户的价税合计 / Total with the largest counterparty", 410000)
