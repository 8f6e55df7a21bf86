"""The lines of financial statements under the names of the data interface, in every form that is printed.

小企业会计准则 (会小企01表, 会小企02表), 企业会计准则 (会企01表, 会企02表) and the forms of farmers' cooperatives.
"""

from typing import Final

BALANCE_SHEET: Final = {
    "cash": "货币资金",
    "receivables": "应收票据 应收账款 应收票据及应收账款 应收款项融资 应收款项 应收款",
    "prepayments": "预付账款 预付款项",
    "other_receivables": "其他应收款 应收利息 应收股利",
    "inventory": "存货",
    "other_current_assets": "短期投资 交易性金融资产 衍生金融资产 合同资产 持有待售资产 一年内到期的非流动资产 其他流动资产"
    " 以公允价值计量且其变动计入当期损益的金融资产",
    "current_assets": "流动资产合计",
    "fixed_assets_cost": "固定资产原价 固定资产原值",
    "accumulated_depreciation": "累计折旧",
    "fixed_assets_net": "固定资产账面价值 固定资产 固定资产净值 固定资产净额",
    "intangible_assets": "无形资产",
    "long_term_deferred_expenses": "长期待摊费用",
    "other_non_current_assets": "长期债券投资 长期股权投资 在建工程 工程物资 固定资产清理 生产性生物资产 开发支出 其他非流动资产 债权投资"
    " 其他债权投资 长期应收款 其他权益工具投资 其他非流动金融资产 投资性房地产 油气资产 使用权资产 商誉 递延所得税资产 可供出售金融资产"
    " 持有至到期投资 对外投资 牲畜(禽)资产 林木资产 生物资产",
    "non_current_assets": "非流动资产合计",
    "total_assets": "资产总计 资产合计",
    "short_term_loans": "短期借款",
    "payables": "应付票据 应付账款 应付票据及应付账款 应付款 应付款项",
    "advances_received": "预收账款 预收款项 合同负债",
    "payroll_payable": "应付职工薪酬 应付工资",
    "taxes_payable": "应交税费",
    "other_payables": "其他应付款 应付利息 应付利润 应付股利",
    "other_current_liabilities": "其他流动负债 交易性金融负债 衍生金融负债 持有待售负债 一年内到期的非流动负债 应付盈余返还 应付剩余盈余",
    "current_liabilities": "流动负债合计",
    "long_term_loans": "长期借款",
    "other_non_current_liabilities": "长期应付款 递延收益 其他非流动负债 应付债券 租赁负债 预计负债 递延所得税负债 专项应付款 长期应付职工薪酬",
    "non_current_liabilities": "非流动负债合计",
    "total_liabilities": "负债合计 负债总计",
    "paid_in_capital": "实收资本 股本 实收资本(或股本) 实收资本(股本) 股金",
    "capital_reserve": "资本公积",
    "surplus_reserve": "盈余公积 盈余公积金",
    "retained_earnings": "未分配利润 未分配盈余",
    "other_equity": "其他权益工具 其他综合收益 专项储备 库存股 专项基金",
    "total_equity": "所有者权益合计 股东权益合计 所有者权益(或股东权益)合计 所有者权益(股东权益)合计 成员权益合计 所有者权益总计",
}
INCOME_STATEMENT: Final = {
    "revenue": "营业收入 营业总收入 经营收入",
    "cost_of_sales": "营业成本 经营支出",
    "taxes_and_surcharges": "税金及附加 营业税金及附加",
    "selling_expenses": "销售费用 营业费用",
    "administrative_expenses": "管理费用 研发费用",
    "finance_expenses": "财务费用",
    "investment_income": "投资收益 投资净收益",
    "other_operating_items": "其他收益 公允价值变动收益 信用减值损失 资产减值损失 资产处置收益 净敞口套期收益",
    "operating_profit": "营业利润 经营收益",
    "non_operating_income": "营业外收入 其他收入",
    "non_operating_expenses": "营业外支出 其他支出",
    "total_profit": "利润总额 本年盈余 盈余总额",
    "income_tax": "所得税费用 所得税",
    "net_profit": "净利润 净盈余",
}
SUMMED: Final = frozenset(
    {"receivables", "other_receivables", "other_current_assets", "other_non_current_assets", "payables"}
    | {"advances_received", "other_payables", "other_current_liabilities", "other_non_current_liabilities"}
    | {"other_equity", "administrative_expenses", "other_operating_items"}
)
"""Fields that stand for several printed lines; of any other field the first line counts."""
DETAILS: Final = frozenset(
    [
        "原材料",
        "在产品",
        "库存商品",
        "周转材料",
        "消费税",
        "营业税",
        "城市维护建设税",
        "资源税",
        "土地增值税",
        "城镇土地使用税、房产税、车船税、印花税",
        "教育费附加、矿产资源补偿费、排污费",
        "商品维修费",
        "广告费和业务宣传费",
        "开办费",
        "业务招待费",
        "研究费用",
        "利息费用",
        "利息收入",
        "利息费用(收入)",
        "政府补助",
        "坏账损失",
        "无法收回的长期债券投资损失",
        "无法收回的长期股权投资损失",
        "自然灾害等不可抗力因素造成的损失",
        "税收滞纳金",
        "负债和所有者权益总计",
        "负债和所有者权益(或股东权益)总计",
        "负债和所有者权益(股东权益)总计",
        "负债及所有者权益总计",
        "负债和成员权益总计",
        "负债和所有者权益合计",
        "优先股",
        "永续债",
        "数据资源",
        "持续经营净利润",
        "终止经营净利润",
        "综合收益总额",
        "基本每股收益",
        "稀释每股收益",
        "减:库存股",
        "对联营企业和合营企业的投资收益",
        "以摊余成本计量的金融资产终止确认收益",
        "其他综合收益的税后净额",
        "年初未分配盈余",
        "可分配盈余",
        "营业总成本",
        "固定资产减值准备",
        "城镇土地使用税",
        "房产税",
        "印花税",
        "车船税",
        "教育费附加",
    ]
)
"""Lines that break down the one above or repeat a total: the interface has no field for them."""
