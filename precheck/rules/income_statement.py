"""An income statement must add up from revenue to net profit, its two columns must agree, and its margins be possible."""

from ..application import IncomeColumn, IncomeStatement, Statement
from ..relation import LEAST_SLACK, relation
from ..rule import Cause, Context, Found, Hit, Percent, Severity, Trigger, hit, note, warning
from ..text import title
from .shared.signs import never_negative

FORM = "小企业会计准则 会小企02表（V1）"

unusual_signs = never_negative(
    "FIN012",
    IncomeColumn,
    "revenue",
    "cost_of_sales",
    "selling_expenses",
    "administrative_expenses",
    "non_operating_income",
    "non_operating_expenses",
    mutes=("FIN013", "FIN014"),
    name="revenue-and-expenses-are-not-negative",
    source="红字冲销可能使单期为负，先询问（K）",
    severity=Severity.WARNING,
    zh="""利润表的{field}是负数：{amount}。
          成本、费用、支出都填正数；确因红字冲销为负的，请附说明。""",
    en="""{field} of the income statement is negative: {amount}.
          Costs and expenses are positive numbers; attach a note if red letters really made it negative.""",
    why="""表上印着“减：”的行，填的仍是正数；多一个负号，利润就多算了两倍。

    Lines that the form prints with "less" are still positive; a minus sign there counts the amount twice.""",
)
operating_profit = relation(
    "FIN013",
    IncomeColumn,
    "operating_profit + cost_of_sales + taxes_and_surcharges + selling_expenses + administrative_expenses"
    " + finance_expenses == revenue + investment_income + other_operating_items within unlisted_income",
    name="operating-profit-is-revenue-less-costs",
    source="小企业会计准则 会小企02表（V1）；其他报表格式另有项目，先询问（K）",
    zh="""营业利润 {operating_profit} 与利润表各行算出的结果相差 {gap}。
          请核对各行；其他收益、减值损失、研发费用等没有单列的项目，净额填到“其他损益项目净额”。""",
    en="""Operating profit of {operating_profit} is {gap} away from what the lines of the income statement give.
          Check the lines; grants, impairment and the like go to "other operating items", net.""",
    why="""营业利润 = 营业收入 − 成本、税金、三项费用 + 投资收益。算不出来，说明有一行抄错或漏填。

    Operating profit is revenue less costs, taxes and expenses, plus investment income. When it is not, a line is
    wrong or missing.""",
)
total_profit = relation(
    "FIN014",
    IncomeColumn,
    "total_profit == operating_profit + non_operating_income - non_operating_expenses",
    name="total-profit-is-operating-profit-and-non-operating-items",
    source=FORM,
    zh="""利润总额 {total_profit} 不等于营业利润加营业外收入减营业外支出 {right}，相差 {gap}。
          请核对这几行；营业外支出填正数。""",
    en="""Total profit of {total_profit} is not operating profit plus non-operating income less expenses, {right}: {gap} apart.
          Check these lines; non-operating expenses are a positive number.""",
    why="""这三行是表上印好的算式，不容差。

    The form prints this sum, so there is no room for a gap.""",
)
net_profit = relation(
    "FIN015",
    IncomeColumn,
    "net_profit == total_profit - income_tax",
    name="net-profit-is-total-profit-less-income-tax",
    source=FORM,
    zh="""净利润 {net_profit} 不等于利润总额减所得税费用 {right}，相差 {gap}。
          请核对这三行；亏损填负数。""",
    en="""Net profit of {net_profit} is not total profit less income tax, {right}: {gap} apart.
          Check the three lines; a loss is a negative number.""",
    why="""这是表上印好的算式，不容差。

    The form prints this sum, so there is no room for a gap.""",
)


@warning(
    "FIN016",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="会小企02表：本月金额与本年累计金额并列（V1）；以前期间调整会造成例外（K）",
    zh="""{field}的本年累计金额 {whole} 小于本期金额 {part}。
          请核对两栏是不是填反了；因冲销以前月份造成的，请附说明。""",
    en="""{field}: the year to date, {whole}, is less than this period alone, {part}.
          Check whether the two columns are swapped; attach a note if earlier months were reversed.""",
)
def year_to_date_is_not_less_than_the_period(statement: IncomeStatement, context: Context) -> Found:
    """本年累计包含本期，两栏填反是最常见的抄写错误。

    The year to date includes the period; swapping the two columns is the most common slip."""
    whole, part = statement.year_to_date, statement.current
    if 0 < whole.revenue < part.revenue:
        return _columns(part, whole, "revenue")
    if 0 < whole.cost_of_sales < part.cost_of_sales:
        return _columns(part, whole, "cost_of_sales")


def _columns(part: IncomeColumn, whole: IncomeColumn, name: str) -> Hit:
    facts = {"part": getattr(part, name), "whole": getattr(whole, name)}
    return hit(whole / name, part / name, field=title(IncomeColumn, name), **facts)


@warning(
    "FIN017",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="会小企02表：年报两栏为本年与上年（V1）；本数据接口的两栏为本期与本年累计",
    zh="""{period} 从年初开始，{field}的本期金额 {part} 应当等于本年累计金额 {whole}。
          请核对：年报的“本期金额”填全年数，不要填上年金额。""",
    en="""{period} starts with the year, so {field} of the period, {part}, should be that of the year to date, {whole}.
          Check both; for an annual statement the period is the whole year, not the year before.""",
    mutes=("FIN016",),
)
def columns_of_a_period_from_january_agree(statement: Statement, context: Context) -> Found:
    """1 月、一季度和全年的报表，本期就是本年累计。年报常把“上年金额”抄进本期一栏。

    In statements of January, of the first quarter and of a year the period is the year to date. From annual
    statements the column of the year before is often copied instead."""
    part, whole = statement.income_statement.current, statement.income_statement.year_to_date
    if (
        part.revenue != whole.revenue or part.net_profit != whole.net_profit
    ) and statement.period.first % 12 == 0:
        slack = max(1.5 * part.last_digit, LEAST_SLACK)
        for name in ("revenue", "net_profit"):
            here, there = getattr(part, name), getattr(whole, name)
            if abs(here - there) > slack:
                facts = {"field": title(IncomeColumn, name), "part": here, "whole": there}
                return hit(part / name, whole / name, period=statement.period, **facts)


@warning(
    "FIN018",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="毛利为负（K）",
    zh="""营业成本 {cost_of_sales} 高于营业收入 {revenue}，毛利是负数。
          请核对两行是不是填反或多一位；确实亏本销售的，请附说明。""",
    en="""The cost of sales, {cost_of_sales}, is above the revenue, {revenue}: the gross profit is negative.
          Check whether they are swapped or one has a digit too many; attach a note if sales were at a loss.""",
)
def cost_of_sales_is_within_revenue(statement: IncomeStatement, context: Context) -> Found:
    """卖得比进价还低，风控模型会判为异常；更多时候是两行填反了。

    Selling below cost is an anomaly to any model; more often the two lines are swapped."""
    year = statement.year_to_date
    if year.cost_of_sales > year.revenue > 0:
        return hit(year / "cost_of_sales", year / "revenue")


@note(
    "FIN019",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="毛利率上限，机构政策（K）",
    zh="""毛利率 {margin}，高于 {most}：营业成本 {cost_of_sales} 相对营业收入 {revenue} 很低。
          请核对营业成本是不是少了一位；服务业主要成本记在费用里的，可以不改。""",
    en="""The gross margin is {margin}, above {most}: the cost of sales, {cost_of_sales}, is low against the revenue, {revenue}.
          Check whether the cost is a digit short; leave it if a service business books its costs as expenses.""",
)
def gross_margin_is_plausible(statement: IncomeStatement, context: Context) -> Found:
    """成本少一位，毛利率就高得不像真的。成本一行空着的服务业不在此列。

    A cost that is a digit short makes a margin too good to be true. Service businesses that leave the line blank
    are not meant."""
    year, most = statement.year_to_date, context.policy.limit["gross_margin_most"]
    if 0 < year.cost_of_sales < year.revenue * (1 - most):
        margin = Percent((year.revenue - year.cost_of_sales) / year.revenue)
        return hit(year / "cost_of_sales", year / "revenue", margin=margin, most=Percent(most))


@warning(
    "FIN020",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="利润高于收入（K）",
    zh="""利润总额 {total_profit} 高于营业收入 {revenue}。
          请核对收入和利润的位数；利润来自投资收益或营业外收入的，请附说明。""",
    en="""Total profit of {total_profit} is above the revenue of {revenue}.
          Check the digits of both; attach a note if the profit comes from investments or non-operating income.""",
)
def profit_is_within_revenue(statement: IncomeStatement, context: Context) -> Found:
    """经营贷看的是经营所得；利润比收入还高，要么填错，要么不是经营来的。

    An operating loan looks at what the business earns; a profit above its revenue is mistyped or comes from elsewhere."""
    year = statement.year_to_date
    if year.total_profit > year.revenue > 0:
        return hit(year / "total_profit", year / "revenue")
