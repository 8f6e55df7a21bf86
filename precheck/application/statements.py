"""Financial statements as they are printed: amounts in yuan, every column of the form.

A line that the form prints and that has no field of its own goes to the "other" line of its group; a line that
the form leaves blank may be left out and counts as 0.
"""

from . import choices
from .section import Section, blank, field
from .types import Day, Name, Period, Yuan


class Column(Section):
    """One column of a statement."""

    @property
    def last_digit(self) -> float:
        """That of the unit printed; a column in yuan in which no figure has a fen was rounded to whole yuan."""
        whole = all(self.__dict__.get(name, 0.0) % 1 == 0 for name in self.names)
        return max(self.rounding, 1.0) if whole else self.rounding


class BalanceSheetColumn(Column):
    """资产负债表的一栏 / one column of a balance sheet."""

    cash: Yuan = blank("货币资金 / Cash and bank", 1410233.1)
    receivables: Yuan = blank("应收票据及应收账款 / Receivables", 2690880.4)
    prepayments: Yuan = blank("预付账款 / Prepayments", 295000)
    other_receivables: Yuan = blank("其他应收款 / Other receivables", 69000)
    inventory: Yuan = blank("存货 / Inventory", 3350120.77)
    other_current_assets: Yuan = blank("其他流动资产（含短期投资等） / Other current assets", 0)
    current_assets: Yuan = field("流动资产合计 / Total current assets", 7815234.27)
    fixed_assets_cost: Yuan = blank("固定资产原价 / Fixed assets at cost", 712000)
    accumulated_depreciation: Yuan = blank("减：累计折旧 / Accumulated depreciation", 349900.5)
    fixed_assets_net: Yuan = blank("固定资产账面价值 / Fixed assets, net", 362099.5)
    intangible_assets: Yuan = blank("无形资产 / Intangible assets", 0)
    long_term_deferred_expenses: Yuan = blank("长期待摊费用 / Long-term deferred expenses", 0)
    other_non_current_assets: Yuan = blank("其他非流动资产（含在建工程等） / Other non-current assets", 0)
    non_current_assets: Yuan = field("非流动资产合计 / Total non-current assets", 362099.5)
    total_assets: Yuan = field("资产总计 / Total assets", 8177333.77)
    short_term_loans: Yuan = blank("短期借款 / Short-term loans", 1200000)
    payables: Yuan = blank("应付票据及应付账款 / Payables", 2601450.22)
    advances_received: Yuan = blank("预收账款 / Advances received", 105000)
    payroll_payable: Yuan = blank("应付职工薪酬 / Payroll payable", 112400)
    taxes_payable: Yuan = blank("应交税费 / Taxes payable", 80220.35)
    other_payables: Yuan = blank("其他应付款 / Other payables", 52000)
    other_current_liabilities: Yuan = blank("其他流动负债 / Other current liabilities", 0)
    current_liabilities: Yuan = field("流动负债合计 / Total current liabilities", 4151070.57)
    long_term_loans: Yuan = blank("长期借款 / Long-term loans", 0)
    other_non_current_liabilities: Yuan = blank("其他非流动负债 / Other non-current liabilities", 0)
    non_current_liabilities: Yuan = blank("非流动负债合计 / Total non-current liabilities", 0)
    total_liabilities: Yuan = field("负债合计 / Total liabilities", 4151070.57)
    paid_in_capital: Yuan = blank("实收资本 / Paid-in capital", 2000000)
    capital_reserve: Yuan = blank("资本公积 / Capital reserve", 0)
    surplus_reserve: Yuan = blank("盈余公积 / Surplus reserve", 151000)
    retained_earnings: Yuan = blank("未分配利润 / Retained earnings", 1875263.2)
    other_equity: Yuan = blank("其他权益（小企业会计准则无此项） / Other equity", 0)
    total_equity: Yuan = field("所有者权益合计 / Total equity", 4026263.2)


class BalanceSheet(Section):
    """资产负债表 / a balance sheet with its two columns."""

    date: Day = field("报表日期 / Date of the balance sheet", "2025-12-31")
    closing: BalanceSheetColumn = field("期末余额 / Closing balance", None)
    opening: BalanceSheetColumn = field("年初余额 / Balance at the start of the year", None)


class IncomeColumn(Column):
    """利润表的一栏 / one column of an income statement."""

    revenue: Yuan = field("营业收入 / Operating revenue", 20110845.3)
    cost_of_sales: Yuan = blank("营业成本 / Cost of sales", 17402119.9)
    taxes_and_surcharges: Yuan = blank("税金及附加 / Taxes and surcharges", 67450.8)
    selling_expenses: Yuan = blank("销售费用 / Selling expenses", 640100.4)
    administrative_expenses: Yuan = blank("管理费用（含研发） / Administrative expenses", 921300.7)
    finance_expenses: Yuan = blank("财务费用 / Finance expenses", 74800.15)
    investment_income: Yuan = blank("投资收益 / Investment income", 0)
    other_operating_items: Yuan = blank(
        "其他损益项目净额（小企业会计准则无此项） / Other operating items, net", 0
    )
    operating_profit: Yuan = field("营业利润 / Operating profit", 1005073.35)
    non_operating_income: Yuan = blank("营业外收入 / Non-operating income", 0)
    non_operating_expenses: Yuan = blank("营业外支出 / Non-operating expenses", 0)
    total_profit: Yuan = field("利润总额 / Total profit", 1005073.35)
    income_tax: Yuan = blank("所得税费用 / Income tax", 50253.67)
    net_profit: Yuan = field("净利润 / Net profit", 954819.68)


class IncomeStatement(Section):
    """利润表 / an income statement with its two columns."""

    ends: Day = field("截止日期 / Last day of the period", "2025-12-31")
    current: IncomeColumn = field("本期金额（本月、本季或全年） / This month, quarter or year", None)
    year_to_date: IncomeColumn = field("本年累计金额 / Year to date", None)


class Statement(Section):
    """一期财务报表 / the statements of one period."""

    period: Period = field("所属期间 / Period", "2025-12")
    form: choices.StatementForm = field("报表格式 / Form", "small")
    entity: Name = field("编制单位 / Reporting entity", "杭州示例电器批发有限公司")
    unit: choices.Unit = field("表头印的单位（金额仍按元填写） / Unit printed; amounts stay in yuan", "yuan")
    audited: bool = field("是否经审计 / Audited", False)
    balance_sheet: BalanceSheet = field("资产负债表 / Balance sheet", None)
    income_statement: IncomeStatement = field("利润表 / Income statement", None)
