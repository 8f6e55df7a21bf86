"""Balance sheets and income statements on the forms of small firms and of cooperatives."""

from . import NOTICE, Draft, Paper, Part, Row, chinese

ASSETS = {
    "cash": "货币资金",
    "receivables": "应收账款",
    "prepayments": "预付账款",
    "other_receivables": "其他应收款",
    "inventory": "存货",
    "current_assets": "流动资产合计",
    "fixed_assets_cost": "固定资产原价",
    "accumulated_depreciation": "减：累计折旧",
    "fixed_assets_net": "固定资产账面价值",
    "intangible_assets": "无形资产",
    "long_term_deferred_expenses": "长期待摊费用",
    "non_current_assets": "非流动资产合计",
    "total_assets": "资产总计",
}
CLAIMS = {
    "short_term_loans": "短期借款",
    "payables": "应付账款",
    "advances_received": "预收账款",
    "payroll_payable": "应付职工薪酬",
    "taxes_payable": "应交税费",
    "other_payables": "其他应付款",
    "current_liabilities": "流动负债合计",
    "long_term_loans": "长期借款",
    "total_liabilities": "负债合计",
    "paid_in_capital": "实收资本",
    "surplus_reserve": "盈余公积",
    "retained_earnings": "未分配利润",
    "total_equity": "所有者权益合计",
}
INCOME = {
    "revenue": "一、营业收入",
    "cost_of_sales": "减：营业成本",
    "taxes_and_surcharges": "税金及附加",
    "selling_expenses": "销售费用",
    "administrative_expenses": "管理费用",
    "finance_expenses": "财务费用",
    "operating_profit": "二、营业利润（亏损以“-”号填列）",
    "non_operating_income": "加：营业外收入",
    "non_operating_expenses": "减：营业外支出",
    "total_profit": "三、利润总额（亏损总额以“-”号填列）",
    "income_tax": "减：所得税费用",
    "net_profit": "四、净利润（净亏损以“-”号填列）",
}
OF_COOPERATIVES = {
    "应收账款": "应收款",
    "应付账款": "应付款",
    "实收资本": "股金",
    "未分配利润": "未分配盈余",
    "所有者权益合计": "成员权益合计",
}
"""What a cooperative calls a line otherwise."""


def balance_sheet(draft: Draft, paper: Paper) -> list[Part]:
    """Assets on the left, claims on the right, each with both columns."""
    statement = _statement(draft, paper)
    sheet = statement["balance_sheet"]
    small = statement["form"] == "small"
    rows: list[Row] = [
        ["资产负债表"],
        ["", "", "", "", "", "", "", "会小企01表" if small else "会合01表"],
        [f"编制单位：{statement['entity']}", "", "", chinese(sheet["date"]), "", "", "", "单位：元"],
        ["资产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额"],
    ]
    left, right = (list(_printed(lines, small=small)) for lines in (ASSETS, CLAIMS))
    for number, ((asset, one), (claim, other)) in enumerate(zip(left, right, strict=True), 1):
        rows.append([one, number, *_both(sheet, asset), other, 30 + number, *_both(sheet, claim)])
    return [("资产负债表", [[NOTICE], *rows])]


def _printed(lines: dict[str, str], *, small: bool) -> list[tuple[str, str]]:
    return [(field, name if small else OF_COOPERATIVES.get(name, name)) for field, name in lines.items()]


def _both(sheet: Draft, field: str) -> Row:
    return [sheet["closing"].get(field, ""), sheet["opening"].get(field, "")]


def income_statement(draft: Draft, paper: Paper) -> list[Part]:
    """Year to date first, as the form of small firms has it."""
    statement = _statement(draft, paper)
    income, small = statement["income_statement"], statement["form"] == "small"
    title = "利润表" if small else "盈余及盈余分配表"
    period = _printed_period(statement["period"])
    current = "本月金额" if period.endswith("月") else "本期金额"
    rows: list[Row] = [
        [title],
        ["", "", "", "会小企02表" if small else "会合02表"],
        [f"编制单位：{statement['entity']}", "", period, "单位：元"],
        ["项目", "行次", "本年累计金额", current],
    ]
    for number, (field, name) in enumerate(INCOME.items(), 1):
        rows.append([name, number, income["year_to_date"].get(field, ""), income["current"].get(field, "")])
    return [(title, [[NOTICE], *rows])]


def _printed_period(period: str) -> str:
    """`2026-Q3` as the form prints it."""
    year, _, part = period.partition("-")
    if not part:
        return f"{year}年度"
    return f"{year}年第{part[1]}季度" if part[0] == "Q" else f"{year}年{int(part)}月"


def _statement(draft: Draft, paper: Paper) -> Draft:
    found: Draft = next(each for each in draft["statements"] if each["period"] == paper["period"])
    return found
